import { type Id, newId } from '../../base/ids.ts';
import { fold } from '../../language/index.ts';
import type { CertificateRow, GrantRow, KnownPartner, PartnerRow } from './known.ts';
import { nameKey } from './read/names.ts';
import type { ColumnKey, ReadCertificate, ReadEntry, ReadFacts, ReadGrant } from './types.ts';

/** One value that the file changes. `before` null: it was empty, or the record is new. */
export interface Change {
  readonly column: ColumnKey;
  readonly before: string | null;
  readonly after: string;
}

/** The columns of a partner that a file can change, by the column that says them. */
const compared: readonly (readonly [keyof PartnerRow, ColumnKey])[] = [
  ['kind', 'kind'],
  ['nameEn', 'nameEn'],
  ['nameVi', 'nameVi'],
  ['shortName', 'shortName'],
  ['aliases', 'otherNames'],
  ['formerNames', 'formerNames'],
  ['country', 'country'],
  ['website', 'website'],
  ['address', 'address'],
  ['fields', 'fields'],
  ['formerDistricts', 'places'],
  ['communes', 'places'],
  ['officerId', 'officer'],
];

const shown = (value: unknown): string | null =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)
    ? null
    : Array.isArray(value)
      ? value.join('; ')
      : String(value);

/** Names are added, never taken away by a list that does not know them; a name that becomes another one stays as a former name. */
export function merged(before: KnownPartner, facts: ReadFacts): PartnerRow {
  const { rowVersion: _, ...row } = before;
  const union = (old: readonly string[], more: readonly string[]) => {
    const known = new Set(old.map(nameKey));
    return [...old, ...more.filter((name) => !known.has(nameKey(name)))];
  };
  const renamed = facts.nameEn !== undefined && nameKey(facts.nameEn) !== nameKey(before.nameEn);
  // A row that was found by an alias names it so; only a key says that the name itself has changed.
  const rename = renamed && facts.key !== undefined;
  const alias = renamed && !rename ? [facts.nameEn!] : [];
  const sameSet = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && a.every((one) => b.includes(one));
  const set = <T extends string>(old: readonly T[], now: readonly T[] | undefined) =>
    now && !sameSet(old, now) ? now : old;
  return {
    ...row,
    kind: facts.kind ?? row.kind,
    nameEn: rename ? facts.nameEn! : row.nameEn,
    nameVi: facts.nameVi ?? row.nameVi,
    shortName: row.shortName ?? facts.shortName ?? null,
    aliases: union(
      row.aliases,
      [...(facts.abbreviations ?? []), ...alias, ...(facts.aliases ?? [])].filter(
        (name) =>
          ![row.nameEn, row.nameVi, row.shortName, ...row.formerNames].some(
            (one) => one !== null && nameKey(one) === nameKey(name),
          ),
      ),
    ),
    formerNames: union(row.formerNames, [...(rename ? [row.nameEn] : []), ...(facts.formerNames ?? [])]),
    country: facts.country ?? row.country,
    countryVi: facts.country !== undefined && facts.country !== row.country ? facts.countryVi! : row.countryVi,
    website: facts.website ?? row.website,
    address: facts.address ?? row.address,
    fields: set(row.fields, facts.fields),
    formerDistricts: set(row.formerDistricts, facts.formerDistricts),
    communes: set(row.communes, facts.communes),
    officerId: facts.officerId ?? row.officerId,
  };
}

/** What differs between the register and what it would become. */
export const changesOf = (before: KnownPartner, after: PartnerRow): Change[] =>
  compared.flatMap(([name, column]) => {
    const [was, is] = [shown(before[name]), shown(after[name])];
    return was === is || is === null ? [] : [{ column, before: was, after: is }];
  });

/** A partner that the register does not have yet. Its key is made of its abbreviation or name and differs from all in `keys`. */
export function plannedNew(
  id: Id<'partner'>,
  { facts, certificates, grants }: ReadEntry,
  keys: Set<string>,
): PartnerRow {
  const nameEn = facts.nameEn ?? facts.nameVi!;
  return {
    id,
    key: freeKey(facts.abbreviations?.[0] ?? nameEn, keys),
    kind: facts.kind ?? 'ngo',
    nameEn,
    nameVi: facts.nameVi ?? null,
    shortName: facts.shortName ?? null,
    aliases: [...(facts.abbreviations ?? []), ...(facts.aliases ?? [])],
    formerNames: facts.formerNames ?? [],
    country: facts.country ?? null,
    countryVi: facts.countryVi ?? null,
    website: facts.website ?? null,
    address: facts.address ?? null,
    fields: facts.fields ?? [],
    formerDistricts: facts.formerDistricts ?? [],
    communes: facts.communes ?? [],
    officerId: facts.officerId ?? null,
    relation: grants.some((one) => one.stage === 'implementing')
      ? 'partner'
      : certificates.length > 0
        ? 'contacted'
        : 'prospect',
  };
}

function freeKey(name: string, keys: Set<string>): string {
  const short = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const base = short === '' ? 'to-chuc' : short;
  let key = base;
  for (let n = 2; keys.has(key); n++) key = `${base}-${n}`;
  keys.add(key);
  return key;
}

interface Planned<T> {
  readonly plan: T;
  readonly changes: readonly Change[];
}

const certificateColumns: readonly (readonly [keyof CertificateRow, ColumnKey])[] = [
  ['kind', 'certificateKind'],
  ['number', 'certificateNumber'],
  ['issuedOn', 'issuedOn'],
  ['expiresOn', 'expiresOn'],
  ['areas', 'areas'],
  ['nationwide', 'areas'],
  ['representativeName', 'representative'],
  ['headName', 'head'],
  ['officeCity', 'officeCity'],
];

/** The certificate of the register that is meant: of the same number, else of the same kind where one of them has none. */
export function planCertificate(
  of: ReadCertificate,
  partnerId: Id<'partner'>,
  known: readonly CertificateRow[],
  fields: readonly string[],
  now: Temporal.Instant,
): Planned<CertificateRow> {
  const same =
    known.find((one) => of.number !== undefined && one.number !== null && fold(one.number) === fold(of.number)) ??
    known.find(
      (one) =>
        one.kind === of.kind &&
        (of.number === undefined || one.number === null) &&
        (of.issuedOn === undefined || one.issuedOn === null || one.issuedOn === of.issuedOn),
    );
  const row: CertificateRow = {
    id: same?.id ?? newId<'ngo_certificate'>(now.epochMilliseconds),
    partnerId,
    kind: of.kind,
    number: of.number ?? same?.number ?? null,
    issuedOn: of.issuedOn ?? same?.issuedOn ?? null,
    expiresOn: of.expiresOn ?? same?.expiresOn ?? null,
    areas: of.areas ?? same?.areas ?? [],
    nationwide: of.nationwide ?? same?.nationwide ?? false,
    representativeName: of.representative ?? same?.representativeName ?? null,
    headName: of.head ?? same?.headName ?? null,
    officeCity: of.officeCity ?? same?.officeCity ?? null,
    fields: same?.fields ?? fields,
    version: same?.version ?? null,
  };
  return { plan: row, changes: differences(certificateColumns, same, row) };
}

const grantColumns: readonly (readonly [keyof GrantRow, ColumnKey])[] = [
  ['titleVi', 'project'],
  ['titleEn', 'projectEn'],
  ['aidKind', 'aidKind'],
  ['stage', 'stage'],
  ['committed', 'committed'],
  ['currency', 'currency'],
  ['disbursed', 'disbursed'],
  ['startsOn', 'startsOn'],
  ['endsOn', 'endsOn'],
  ['ownerName', 'owner'],
];

/** The grant of the register with the same title, or a new one. */
export function planGrant(
  of: ReadGrant,
  partnerId: Id<'partner'>,
  known: readonly GrantRow[],
  partner: PartnerRow,
  now: Temporal.Instant,
): Planned<GrantRow> {
  const same = known.find((one) => nameKey(one.titleVi) === nameKey(of.title));
  const row: GrantRow = {
    id: same?.id ?? newId<'aid_grant'>(now.epochMilliseconds),
    partnerId,
    titleVi: same?.titleVi ?? of.title,
    titleEn: of.titleEn ?? same?.titleEn ?? null,
    aidKind: of.aidKind ?? same?.aidKind ?? 'project',
    stage: of.stage ?? same?.stage ?? 'pledged',
    committed: of.committed ?? same?.committed ?? '0',
    disbursed: of.disbursed ?? same?.disbursed ?? null,
    currency: of.currency ?? same?.currency ?? 'VND',
    startsOn: of.startsOn ?? same?.startsOn ?? null,
    endsOn: of.endsOn ?? same?.endsOn ?? null,
    ownerName: of.owner ?? same?.ownerName ?? null,
    fields: same?.fields ?? partner.fields,
    formerDistricts: same?.formerDistricts ?? partner.formerDistricts,
    version: same?.version ?? null,
  };
  return { plan: row, changes: differences(grantColumns, same, row) };
}

function differences<T>(names: readonly (readonly [keyof T, ColumnKey])[], before: T | undefined, after: T): Change[] {
  return names.flatMap(([name, column]) => {
    const [was, is] = [before ? shown(before[name]) : null, shown(after[name])];
    return was === is || is === null || (!before && is === 'false') ? [] : [{ column, before: was, after: is }];
  });
}
