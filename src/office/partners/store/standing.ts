import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import { type Currency, currencies } from '../../../base/money/money.ts';
import type { Reads } from '../../../chat/work.ts';
import { fieldsOfWork } from '../../../language/index.ts';
import { ruleNow } from '../../law/store.ts';
import { person } from '../../people/schema.ts';
import { allOfficers } from '../../people/store.ts';
import { buttonName } from '../card/name.ts';
import { certificateKinds } from '../rules/certificate.ts';
import { aidGrant, certificateRequest, partner } from '../schema.ts';
import { facts, visible } from './entries.ts';
import { rulingRow } from './ruling-row.ts';

const id = <K extends string>() => z.custom<Id<K>>(isId);
const text = z.string().nullable();

/** An entry as it stood when a correction was begun: what a read-back shows as the old value, and the versions that must still hold. */
export const standingShape = z.object({
  id: id<'partner'>(),
  version: z.int(),
  name: z.string(),
  nameEn: z.string(),
  nameVi: text,
  aliases: z.array(z.string()),
  fields: z.array(z.enum(fieldsOfWork)),
  formerDistricts: z.array(z.string()),
  communes: z.array(z.string()),
  tools: z.array(z.object({ name: z.string(), vi: z.string().exactOptional(), confirmed: z.boolean() })),
  address: text,
  website: text,
  officer: text,
  certificate: z
    .object({
      id: id<'ngo_certificate'>(),
      version: z.int(),
      kind: z.enum(certificateKinds),
      number: text,
      issuedOn: text,
      expiresOn: text,
      representative: text,
      head: text,
    })
    .nullable(),
  request: z.object({ id: id<'certificate_request'>(), filedOn: z.string(), heldBy: z.string() }).nullable(),
  grants: z.array(
    z.object({
      id: id<'aid_grant'>(),
      version: z.int(),
      code: z.string(),
      committed: z.string(),
      disbursed: text,
      currency: z.enum(Object.keys(currencies) as [Currency, ...Currency[]]),
      stage: z.string(),
    }),
  ),
  /** For how many years a certificate of this kind may be given, where the law's table says so. */
  term: z.object({ years: z.int(), citation: z.string(), verified: z.boolean() }).nullable(),
  /** Who can be put in charge. */
  officers: z.array(z.object({ id: id<'person'>(), name: z.string() })),
});
export type Standing = z.output<typeof standingShape>;

/** Where the law's table says how long a certificate may hold. */
const termRules = { activity: 'reg.activity_term', rep_office: 'reg.office_term' } as const;

/** How many of its grants a correction may name: the newest. */
const mostGrants = 30;

/** An entry as it stands now, for somebody who may change it. Null: there is none. */
export async function standingOf(reads: Reads, of: Id<'partner'>, now: Temporal.Instant): Promise<Standing | null> {
  const [row] = await reads
    .select({ ...facts, officer: person.fullName })
    .from(partner)
    .leftJoin(person, eq(person.id, partner.officerId))
    .where(and(eq(partner.id, of), visible('all')));
  if (!row) return null;
  const [certificate, grants, officers] = await Promise.all([
    rulingRow(reads, of, now),
    reads
      .select()
      .from(aidGrant)
      .where(eq(aidGrant.partnerId, of))
      .orderBy(desc(aidGrant.startsOn), desc(aidGrant.code))
      .limit(mostGrants),
    allOfficers(reads, now),
  ]);
  const [request] = certificate
    ? await reads
        .select()
        .from(certificateRequest)
        .where(and(eq(certificateRequest.certificateId, certificate.id), isNull(certificateRequest.closedOn)))
        .orderBy(desc(certificateRequest.filedOn))
        .limit(1)
    : [];
  const rule =
    certificate && certificate.kind !== 'project_office_legacy'
      ? await ruleNow(reads, termRules[certificate.kind])
      : null;
  const years = rule && /tối đa (\d+) năm/u.exec(rule.vi.normalize('NFC'))?.[1];
  return {
    term: years ? { years: Number(years), citation: rule.citation, verified: rule.verifiedAt !== null } : null,
    id: row.id,
    version: row.rowVersion,
    name: buttonName(row, 'vi'),
    nameEn: row.nameEn,
    nameVi: row.nameVi,
    aliases: [...row.aliases],
    fields: [...row.fields],
    formerDistricts: [...row.formerDistricts],
    communes: [...row.communes],
    tools: row.tools.map(({ name, vi, confirmed }) => ({ name, ...(vi ? { vi } : {}), confirmed })),
    address: row.address,
    website: row.website,
    officer: row.officer,
    certificate: certificate && {
      id: certificate.id,
      version: certificate.rowVersion,
      kind: certificate.kind,
      number: certificate.number,
      issuedOn: certificate.issuedOn?.toString() ?? null,
      expiresOn: certificate.expiresOn?.toString() ?? null,
      representative: certificate.representativeName,
      head: certificate.headName,
    },
    request: request ? { id: request.id, filedOn: request.filedOn.toString(), heldBy: request.heldBy } : null,
    grants: grants.map((grant) => ({
      id: grant.id,
      version: grant.rowVersion,
      code: grant.code,
      committed: grant.committed.toString(),
      disbursed: grant.disbursed?.toString() ?? null,
      currency: grant.currency,
      stage: grant.stage,
    })),
    officers: officers.slice(0, 40).map(({ person: one, name }) => ({ id: one, name })),
  };
}

/** Whose grant has this code. */
export async function partnerOfGrant(reads: Reads, code: string): Promise<Id<'partner'> | null> {
  const [row] = await reads.select({ of: aidGrant.partnerId }).from(aidGrant).where(eq(aidGrant.code, code));
  return row?.of ?? null;
}
