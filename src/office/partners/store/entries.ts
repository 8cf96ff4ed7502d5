import { and, arrayOverlaps, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Reads } from '../../../chat/work.ts';
import type { FieldOfWork } from '../../../language/index.ts';
import { office, person } from '../../people/schema.ts';
import { type Sight, seesAll } from '../access.ts';
import { certificateState, registeredHere, ruling } from '../rules/certificate.ts';
import { running } from '../rules/partner.ts';
import {
  aidGrant,
  certificateEvent,
  certificateRequest,
  contactLog,
  introduction,
  ngoCertificate,
  partner,
} from '../schema.ts';
import type {
  CertificateView,
  ContactView,
  Detail,
  FileView,
  GrantView,
  PartnerFacts,
  PartnerView,
  RequestView,
} from '../types.ts';

/** Published entries only, all of them, or none. */
export const reachOf = (scope: Scope): 'all' | 'published' | null => {
  if (scope.see === 'all') return 'all';
  return scope.see === 'published' || (scope.see === 'units' && scope.published) ? 'published' : null;
};

/** What a reach leaves of the register. Entries that were merged into another are nobody's. */
export const visible = (reach: 'all' | 'published') =>
  and(isNull(partner.mergedInto), reach === 'published' ? eq(partner.published, true) : undefined);

/** The columns of a `PartnerFacts`: nothing more is read, so that nothing more can leak. */
export const facts = {
  id: partner.id,
  kind: partner.kind,
  nameEn: partner.nameEn,
  nameVi: partner.nameVi,
  shortName: partner.shortName,
  aliases: partner.aliases,
  country: partner.country,
  countryVi: partner.countryVi,
  website: partner.website,
  address: partner.address,
  fields: partner.fields,
  formerDistricts: partner.formerDistricts,
  communes: partner.communes,
  tools: partner.tools,
  natureVi: partner.natureVi,
  natureEn: partner.natureEn,
  verifiedAt: partner.verifiedAt,
  updatedAt: partner.updatedAt,
  demo: partner.demo,
  rowVersion: partner.rowVersion,
};

/** The entries of these ids that the reader may see, in the order of the ids. */
export async function partnersById(
  reads: Reads,
  scope: Scope,
  ids: readonly Id<'partner'>[],
): Promise<readonly PartnerFacts[]> {
  const reach = reachOf(scope);
  if (reach === null || ids.length === 0) return [];
  const rows = await reads
    .select(facts)
    .from(partner)
    .where(and(inArray(partner.id, [...ids]), visible(reach)));
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** All of an entry that the reader may see, as it stands at `now`. Null: there is none, or not for this reader. */
export async function partnerView(
  reads: Reads,
  sight: Sight,
  id: Id<'partner'>,
  now: Temporal.Instant,
): Promise<PartnerView | null> {
  const [of] = await partnersById(reads, sight.entries, [id]);
  if (!of) return null;
  if (reachOf(sight.entries) === 'published') return { detail: 'published', facts: of };
  const detail: Detail = seesAll(sight.detail) ? 'full' : 'status';
  const full = detail === 'full';
  const [status, grants, contacts, file] = await Promise.all([
    of.kind === 'ngo' ? certificateOf(reads, id, now) : null,
    seesAll(sight.detail) ? grantRows(reads, id) : undefined,
    seesAll(sight.contacts) ? contactsOf(reads, sight.contacts, id, { from: 0, most: 1 }) : undefined,
    full ? fileOf(reads, id) : undefined,
  ]);
  return {
    detail,
    facts: of,
    ...(of.kind === 'ngo' ? { certificate: status?.certificate ?? null, here: status?.here ?? null } : {}),
    ...(detail === 'full' && of.kind === 'ngo' ? { request: status?.request ?? null } : {}),
    ...(grants ? { running: running(grants), grants: grants.length } : {}),
    ...(contacts ? { lastContact: contacts.rows[0] ?? null } : {}),
    ...(file ? { file: { ...file, grantsAt: newest(grants ?? []) } } : {}),
  };
}

const newest = (rows: readonly { readonly updatedAt: Temporal.Instant }[]): Temporal.Instant | null =>
  rows
    .map((row) => row.updatedAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1) ?? null;

/** Who looks after it, how far the relation has come, what was found about it, and when the list was last introduced. */
async function fileOf(reads: Reads, id: Id<'partner'>): Promise<Omit<FileView, 'grantsAt'>> {
  const [[row], [introduced]] = await Promise.all([
    reads
      .select({
        relation: partner.relation,
        relationReason: partner.relationReason,
        criteria: partner.criteria,
        name: person.fullName,
        address: person.address,
      })
      .from(partner)
      .leftJoin(person, eq(person.id, partner.officerId))
      .where(eq(partner.id, id)),
    reads
      .select({ onDay: introduction.onDay })
      .from(introduction)
      .where(eq(introduction.partnerId, id))
      .orderBy(desc(introduction.onDay))
      .limit(1),
  ]);
  const { relation, relationReason, criteria, name, address } = row!;
  return {
    officer: name && knownAs(name, address),
    relation,
    relationReason,
    criteria: Object.fromEntries(Object.entries(criteria).map(([key, found]) => [key, found.state])),
    criteriaAt:
      Object.values(criteria)
        .map(({ at }) => Temporal.Instant.from(at))
        .toSorted(Temporal.Instant.compare)
        .at(-1) ?? null,
    introducedOn: introduced?.onDay ?? null,
  };
}

/** The certificate by which an NGO is judged, and the request about it that is open. */
async function certificateOf(
  reads: Reads,
  id: Id<'partner'>,
  now: Temporal.Instant,
): Promise<{ certificate: CertificateView; request: RequestView | null; here: boolean | null } | null> {
  const today = localDay(now);
  const ofPartner = eq(ngoCertificate.partnerId, id);
  const [rows, events, requests, [own]] = await Promise.all([
    reads.select().from(ngoCertificate).where(ofPartner),
    reads
      .select({
        certificateId: certificateEvent.certificateId,
        kind: certificateEvent.kind,
        onDay: certificateEvent.onDay,
      })
      .from(certificateEvent)
      .innerJoin(ngoCertificate, eq(ngoCertificate.id, certificateEvent.certificateId))
      .where(ofPartner)
      .orderBy(asc(certificateEvent.onDay), asc(certificateEvent.id)),
    reads
      .select({
        id: certificateRequest.id,
        certificateId: certificateRequest.certificateId,
        kind: certificateRequest.kind,
        filedOn: certificateRequest.filedOn,
        heldBy: certificateRequest.heldBy,
      })
      .from(certificateRequest)
      .innerJoin(ngoCertificate, eq(ngoCertificate.id, certificateRequest.certificateId))
      .where(and(ofPartner, isNull(certificateRequest.closedOn)))
      .orderBy(desc(certificateRequest.filedOn)),
    reads.select({ provinceVi: office.provinceVi }).from(office).limit(1),
  ]);
  const all = rows.map((row) => ({
    ...row,
    state: certificateState(
      row,
      events.filter((event) => event.certificateId === row.id),
      today,
    ),
  }));
  const certificate = ruling(all);
  if (!certificate) return null;
  const request = requests.find((r) => r.certificateId === certificate.id) ?? null;
  const past = { suspended: 'suspend', terminated: 'terminate', revoked: 'revoke', converted: 'convert' } as const;
  const cause = certificate.state in past ? past[certificate.state as keyof typeof past] : null;
  const since = events.findLast((event) => event.certificateId === certificate.id && event.kind === cause)?.onDay;
  // An office that has not been set yet has no province: whether the certificate reaches it is then not known.
  const province = own?.provinceVi.replace(/^(tỉnh|thành phố) /i, '');
  const reach = { ...certificate, renewing: request?.kind === 'renew' };
  return {
    certificate: { ...certificate, since: since ?? null },
    request,
    here: province === undefined ? null : registeredHere(reach, province),
  };
}

const grantRows = (reads: Reads, id: Id<'partner'>) =>
  reads.select().from(aidGrant).where(eq(aidGrant.partnerId, id)).orderBy(desc(aidGrant.startsOn), desc(aidGrant.code));

/** Part of a list, and how long the whole list is. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}
export interface Slot {
  readonly from: number;
  readonly most: number;
}

/** The grants of a partner, running ones first, then the newest. */
export async function grantsOf(reads: Reads, scope: Scope, id: Id<'partner'>, page: Slot): Promise<Page<GrantView>> {
  if (!seesAll(scope)) return { rows: [], total: 0 };
  const rows = await grantRows(reads, id);
  const sorted = rows.toSorted((a, b) => Number(b.stage === 'implementing') - Number(a.stage === 'implementing'));
  return {
    total: rows.length,
    rows: sorted.slice(page.from, page.from + page.most).map((row): GrantView => {
      const { currency, committed, disbursed } = row;
      return {
        id: row.id,
        code: row.code,
        titleVi: row.titleVi,
        titleEn: row.titleEn,
        stage: row.stage,
        committed: { minor: committed, currency },
        disbursed: disbursed === null ? null : { minor: disbursed, currency },
        percent: disbursed === null || committed === 0n ? null : Number((disbursed * 100n) / committed),
        startsOn: row.startsOn,
        endsOn: row.endsOn,
      };
    }),
  };
}

/** The missions that the reader may see, by country: the ones with a way to give small grants first. `field`: only those that give them for it. */
export async function missionsOf(
  reads: Reads,
  scope: Scope,
  page: Slot,
  field?: FieldOfWork,
): Promise<Page<PartnerFacts>> {
  const reach = reachOf(scope);
  if (reach === null) return { rows: [], total: 0 };
  const rows = await reads
    .select(facts)
    .from(partner)
    .where(
      and(
        eq(partner.kind, 'mission'),
        visible(reach),
        field ? and(arrayOverlaps(partner.fields, [field]), sql`jsonb_array_length(${partner.tools}) > 0`) : undefined,
      ),
    );
  const names = new Intl.Collator('vi');
  const sorted = rows.toSorted(
    (a, b) =>
      Number(b.tools.length > 0) - Number(a.tools.length > 0) ||
      names.compare(a.countryVi ?? a.nameEn, b.countryVi ?? b.nameEn),
  );
  return { rows: sorted.slice(page.from, page.from + page.most), total: rows.length };
}

/** "chị Hà"; the full name where nobody knows how they are called. */
const knownAs = (name: string, address: keyof typeof addressed | null): string =>
  address ? `${addressed[address]} ${name.split(' ').at(-1)}` : name;

const addressed = { anh: 'anh', chi: 'chị', dong_chi: 'đồng chí' } as const;

/** The talks with a partner, the newest first. */
export async function contactsOf(
  reads: Reads,
  scope: Scope,
  id: Id<'partner'>,
  page: Slot,
): Promise<Page<ContactView>> {
  if (!seesAll(scope)) return { rows: [], total: 0 };
  const [rows, [all]] = await Promise.all([
    reads
      .select({ log: contactLog, name: person.fullName, address: person.address })
      .from(contactLog)
      .leftJoin(person, eq(person.id, contactLog.officerId))
      .where(eq(contactLog.partnerId, id))
      .orderBy(desc(contactLog.onDay), desc(contactLog.id))
      .limit(page.most)
      .offset(page.from),
    reads.select({ n: count() }).from(contactLog).where(eq(contactLog.partnerId, id)),
  ]);
  return {
    total: all?.n ?? 0,
    rows: rows.map(({ log, name, address }): ContactView => {
      const known = name && knownAs(name, address);
      const { onDay, kind, summary, nextStep, nextDue } = log;
      return { onDay, kind, by: known ?? log.officerName, summary, nextStep, nextDue };
    }),
  };
}
