import { and, arrayOverlaps, asc, eq, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Reads } from '../../../chat/work.ts';
import type { FieldOfWork } from '../../../language/index.ts';
import { office } from '../../people/schema.ts';
import type { Sight } from '../access.ts';
import type { CertificateState } from '../rules/certificate.ts';
import { silentDays } from '../rules/plan.ts';
import type { Where } from '../rules/where.ts';
import { partner } from '../schema.ts';
import type { PartnerFacts, PartnerLine } from '../types.ts';
import { facts, type Page, reachOf, type Slot, visible } from './entries.ts';
import { registeredIn, rulingOn } from './ruling.ts';

/** Which entries are asked for. What is absent does not narrow. */
export interface PartnerFilter {
  readonly kind: 'ngo' | 'mission';
  readonly fields?: readonly FieldOfWork[];
  readonly where?: Where;
  /** English names. */
  readonly countries?: readonly string[];
  readonly notCountries?: readonly string[];
  readonly not?: readonly Id<'partner'>[];
  /** About the certificate: registered here, run out, suspended, none at all. */
  readonly registration?: 'active' | 'expired' | 'suspended' | 'none';
  /** About work on the ground: "active" is registered here with a grant being implemented. */
  readonly activity?: 'active' | 'none';
  /** The last day of the certificate lies in these days, both inclusive. */
  readonly expires?: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
  /** The certificate that counts was issued in these days, both inclusive: newest first. */
  readonly issued?: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
  /** Registered here, and nobody has spoken to it for long. */
  readonly silent?: true;
  /** The list was introduced to it in that year. */
  readonly introduced?: number;
  /** Missions with a way to give small grants. */
  readonly withTools?: true;
}

/** Whether a filter asks about certificates: only who may see the status may ask so. */
export const asksStatus = (f: PartnerFilter): boolean =>
  [f.registration, f.activity, f.expires, f.issued, f.silent, f.introduced].some((one) => one !== undefined);

/** Works there, by what its papers name. */
export const worksIn = ({ districts, communes }: Where): SQL | undefined =>
  or(
    districts.length > 0 ? arrayOverlaps(partner.formerDistricts, [...districts]) : undefined,
    communes.length > 0 ? arrayOverlaps(partner.communes, [...communes]) : undefined,
  );

const silentSince = (day: Temporal.PlainDate) => sql`not exists (
  select from contact_log l where l.partner_id = ${partner.id} and l.on_day >= ${day.toString()}::date)`;

const implementing = sql`exists (select from aid_grant g where g.partner_id = ${partner.id} and g.stage = 'implementing')`;

function conditions(f: PartnerFilter, province: string | null, today: Temporal.PlainDate): (SQL | undefined)[] {
  const here = province === null ? sql`false` : registeredIn(province);
  return [
    eq(partner.kind, f.kind),
    f.fields?.length ? arrayOverlaps(partner.fields, [...f.fields]) : undefined,
    f.where && worksIn(f.where),
    f.countries?.length ? inArray(partner.country, [...f.countries]) : undefined,
    f.notCountries?.length ? sql`coalesce(${notInArray(partner.country, [...f.notCountries])}, true)` : undefined,
    f.not?.length ? notInArray(partner.id, [...f.not]) : undefined,
    f.registration === 'active' ? here : undefined,
    f.registration === 'expired' ? sql`ruling.state = 'expired'` : undefined,
    f.registration === 'suspended' ? sql`ruling.state = 'suspended'` : undefined,
    f.registration === 'none' ? sql`(ruling.state is null or ruling.state = 'pending')` : undefined,
    f.activity === 'active' ? and(implementing, here) : undefined,
    f.activity === 'none' ? sql`not ${implementing}` : undefined,
    f.expires
      ? sql`ruling.state in ('valid', 'expiring', 'expired') and ruling.expires_on between ${f.expires.from.toString()}::date and ${f.expires.to.toString()}::date`
      : undefined,
    f.issued
      ? sql`ruling.issued_on between ${f.issued.from.toString()}::date and ${f.issued.to.toString()}::date`
      : undefined,
    f.silent ? and(here, silentSince(today.subtract({ days: silentDays }))) : undefined,
    f.introduced
      ? sql`exists (select from introduction i where i.partner_id = ${partner.id} and i.on_day between ${`${f.introduced}-01-01`}::date and ${`${f.introduced}-12-31`}::date)`
      : undefined,
    f.withTools ? sql`jsonb_array_length(${partner.tools}) > 0` : undefined,
  ];
}

/** The province of the office, as certificates name it: "Sơn La". Null before the office is set. */
export async function ownProvince(reads: Reads): Promise<string | null> {
  const [own] = await reads.select({ provinceVi: office.provinceVi }).from(office).limit(1);
  return own ? own.provinceVi.replace(/^(tỉnh|thành phố) /i, '') : null;
}

/**
 * A page of the entries that fit and that the reader may see: by the last or the first day of the certificate where that is asked for, else by name. The state stands
 * with each only for who may see it; a guest who asks about it gets nothing.
 */
export async function searchPartners(
  reads: Reads,
  sight: Sight,
  filter: PartnerFilter,
  page: Slot,
  now: Temporal.Instant,
): Promise<Page<PartnerLine>> {
  const reach = reachOf(sight.entries);
  if (reach === null || (reach === 'published' && asksStatus(filter))) return { rows: [], total: 0 };
  const today = localDay(now);
  const province = asksStatus(filter) ? await ownProvince(reads) : null;
  const columns = { ...facts, total: sql<number>`count(*) over ()::int` };
  const from = reads.select(columns).from(partner).$dynamic();
  if (asksStatus(filter)) from.leftJoin(rulingOn(today), sql`ruling.partner_id = ${partner.id}`);
  const rows = await from
    .where(and(visible(reach), ...conditions(filter, province, today)))
    .orderBy(
      ...(filter.expires ? [sql`ruling.expires_on`] : []),
      ...(filter.issued ? [sql`ruling.issued_on desc`] : []),
      asc(sql`coalesce(${partner.shortName}, ${partner.nameEn})`),
      asc(partner.id),
    )
    .limit(page.most)
    .offset(page.from);
  const states = reach === 'all' ? await statesOf(reads, rows, today) : null;
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, ...of }): PartnerLine => {
      const ruling = states?.get(of.id);
      return {
        facts: of,
        ...(states && of.kind === 'ngo' ? { state: ruling?.state ?? null, expiresOn: ruling?.expiresOn ?? null } : {}),
      };
    }),
  };
}

interface Ruled {
  readonly state: CertificateState;
  readonly expiresOn: Temporal.PlainDate | null;
}

/** What the certificates of these entries are worth on a day. */
export async function statesOf(
  reads: Reads,
  of: readonly Pick<PartnerFacts, 'id'>[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<Id<'partner'>, Ruled>> {
  if (of.length === 0) return new Map();
  const rows = await reads
    .select({
      id: sql<Id<'partner'>>`ruling.partner_id`,
      state: sql<CertificateState>`ruling.state`,
      expiresOn: sql<string | null>`ruling.expires_on::text`,
    })
    .from(
      rulingOn(
        today,
        of.map(({ id }) => id),
      ),
    );
  return new Map(
    rows.map(({ id, state, expiresOn }) => [
      id,
      { state, expiresOn: expiresOn === null ? null : Temporal.PlainDate.from(expiresOn) },
    ]),
  );
}

/** What the year's plan is measured by: who was introduced, who is registered, who runs something, whom nobody has spoken to for long. */
export interface PlanCounts {
  readonly introduced: { readonly without: number; readonly with: number; readonly missions: number };
  readonly registered: number;
  readonly active: number;
  readonly silent: number;
  /** Whether the figures are of a demonstration. */
  readonly demo: boolean;
}

/** The figures of a year. */
export async function planCounts(
  reads: Reads,
  scope: Scope,
  year: number,
  now: Temporal.Instant,
): Promise<PlanCounts | null> {
  if (scope.see !== 'all' || scope.detail !== 'full') return null;
  const today = localDay(now);
  const province = await ownProvince(reads);
  const here = province === null ? sql`false` : registeredIn(province);
  const introducedAs = (audience: string) =>
    sql<number>`(select count(distinct i.partner_id)::int from introduction i where i.audience = ${audience}
      and i.on_day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date)`;
  const [row] = await reads
    .select({
      without: introducedAs('ngo_without'),
      with: introducedAs('ngo_with'),
      missions: introducedAs('mission'),
      demo: sql<boolean>`coalesce(bool_or(${partner.demo}), false)`,
      registered: sql<number>`count(*) filter (where ${here})::int`,
      active: sql<number>`count(*) filter (where ${here} and ${implementing})::int`,
      silent: sql<number>`count(*) filter (where ${here} and ${silentSince(today.subtract({ days: silentDays }))})::int`,
    })
    .from(partner)
    .leftJoin(rulingOn(today), sql`ruling.partner_id = ${partner.id}`)
    .where(and(visible('all'), eq(partner.kind, 'ngo')));
  const { without, with: withProgramme, missions, ...rest } = row!;
  return { introduced: { without, with: withProgramme, missions }, ...rest };
}
