import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Id } from '../../base/ids.ts';
import type { Reads } from '../../chat/work.ts';
import { fold } from '../../language/index.ts';
import { aidGrant, ngoCertificate, partner } from '../partners/schema.ts';
import { allOfficers } from '../people/store.ts';
import { type CertificateRow, type GrantRow, type Known, type KnownPartner, knownOf } from './known.ts';
import { registerImport } from './schema.ts';

export type RegisterImport = typeof registerImport.$inferSelect;

/** One import, or null. Whoever asks has asked for the right before. */
export async function importById(reads: Reads, id: Id<'register_import'>): Promise<RegisterImport | null> {
  const [row] = await reads.select().from(registerImport).where(eq(registerImport.id, id));
  return row ?? null;
}

/** Read in pieces of so many rows: a piece is short for the database, and between two of them others get their turn. */
const piece = 500;

async function inPieces<T extends { readonly id: string }>(
  next: (after: string, most: number) => Promise<readonly T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await next(after, piece);
    all.push(...rows);
    if (rows.length < piece) return all;
    after = rows.at(-1)!.id;
  }
}

/** The whole register as a file is compared with it, by `read` (Store.read), in pieces. */
export async function readKnown(read: <T>(look: (reads: Reads) => Promise<T>) => Promise<T>): Promise<Known> {
  // Before anything else: what comes while it is read makes the comparison out of date, never unnoticed.
  const seen = await read((reads) => reads.$count(partner));
  const partners = await inPieces((after, most) =>
    read((reads) =>
      reads
        .select({
          id: partner.id,
          key: partner.key,
          kind: partner.kind,
          nameEn: partner.nameEn,
          nameVi: partner.nameVi,
          shortName: partner.shortName,
          aliases: partner.aliases,
          formerNames: partner.formerNames,
          country: partner.country,
          countryVi: partner.countryVi,
          website: partner.website,
          address: partner.address,
          fields: partner.fields,
          formerDistricts: partner.formerDistricts,
          communes: partner.communes,
          officerId: partner.officerId,
          relation: partner.relation,
          rowVersion: partner.rowVersion,
        })
        .from(partner)
        .where(and(isNull(partner.mergedInto), gt(partner.id, after as Id<'partner'>)))
        .orderBy(asc(partner.id))
        .limit(most),
    ),
  );
  const certificates = await inPieces((after, most) =>
    read((reads) =>
      reads
        .select()
        .from(ngoCertificate)
        .where(gt(ngoCertificate.id, after as Id<'ngo_certificate'>))
        .orderBy(asc(ngoCertificate.id))
        .limit(most),
    ),
  );
  const grants = await inPieces((after, most) =>
    read((reads) =>
      reads
        .select()
        .from(aidGrant)
        .where(gt(aidGrant.id, after as Id<'aid_grant'>))
        .orderBy(asc(aidGrant.id))
        .limit(most),
    ),
  );
  return knownOf(
    partners satisfies readonly KnownPartner[],
    certificates.map(
      (of): CertificateRow => ({
        id: of.id,
        partnerId: of.partnerId,
        kind: of.kind,
        number: of.number,
        issuedOn: of.issuedOn?.toString() ?? null,
        expiresOn: of.expiresOn?.toString() ?? null,
        areas: of.areas,
        nationwide: of.nationwide,
        representativeName: of.representativeName,
        headName: of.headName,
        officeCity: of.officeCity,
        fields: of.fields,
        version: of.rowVersion,
      }),
    ),
    grants.map(
      (of): GrantRow => ({
        id: of.id,
        partnerId: of.partnerId,
        titleVi: of.titleVi,
        titleEn: of.titleEn,
        aidKind: of.aidKind,
        stage: of.stage,
        committed: of.committed.toString(),
        disbursed: of.disbursed?.toString() ?? null,
        currency: of.currency,
        startsOn: of.startsOn?.toString() ?? null,
        endsOn: of.endsOn?.toString() ?? null,
        ownerName: of.ownerName,
        fields: of.fields,
        formerDistricts: of.formerDistricts,
        version: of.rowVersion,
      }),
    ),
    seen,
  );
}

/** The people of the Sở by their folded name, for the column of officers. Two of one name: neither is meant. */
export async function officersByName(reads: Reads, now: Temporal.Instant): Promise<ReadonlyMap<string, Id<'person'>>> {
  const all = await allOfficers(reads, now);
  const groups = Map.groupBy(all, (one) => fold(one.name));
  return new Map([...groups].flatMap(([name, people]) => (people.length === 1 ? [[name, people[0]!.person]] : [])));
}
