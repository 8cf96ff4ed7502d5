import { and, arrayOverlaps, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Money } from '../../../base/money/money.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Reads } from '../../../chat/work.ts';
import type { FieldOfWork } from '../../../language/index.ts';
import { need, needRevision } from '../../needs/schema.ts';
import { unit } from '../../people/schema.ts';
import { type Sight, seesAll } from '../access.ts';
import type { CertificateState } from '../rules/certificate.ts';
import type { Where } from '../rules/where.ts';
import { aidGrant, partner } from '../schema.ts';
import type { PartnerFacts } from '../types.ts';
import { facts, type Page, type Slot, visible } from './entries.ts';
import { registeredIn, rulingOn } from './ruling.ts';
import { ownProvince, worksIn } from './search.ts';

/** Needs that are accepted and that nobody has promised to fund. */
const unfunded = ['accepted', 'listed'] as const;

/** A need that fits a partner, and what it rests on. */
export interface NeedMatch {
  readonly id: Id<'need'>;
  readonly code: string;
  readonly title: string;
  readonly unitName: string;
  readonly field: FieldOfWork;
  readonly requested: Money;
  /** The commune of the need where the partner works; null: it is of the whole province, or only the field fits. */
  readonly place: string | null;
  readonly provinceWide: boolean;
}

/**
 * Needs of a partner's fields that are accepted and unfunded: in its communes first, then those of the whole province; the unit's own priority and
 * the older ones first. Where nobody knows its communes the field alone decides. Without fields nothing fits: a guess is no reason.
 */
export async function needsFor(
  reads: Reads,
  scope: Scope,
  of: { readonly fields: readonly FieldOfWork[]; readonly communes: readonly string[] },
  page: Slot,
): Promise<Page<NeedMatch>> {
  if (!seesAll(scope) || of.fields.length === 0) return { rows: [], total: 0 };
  const communes = `{${of.communes.join(',')}}`;
  const inPlace =
    of.communes.length > 0 ? sql<boolean>`${needRevision.places} ?| ${communes}::text[]` : sql<boolean>`false`;
  const rows = await reads
    .select({
      id: need.id,
      code: need.code,
      title: needRevision.title,
      unitName: unit.nameVi,
      field: needRevision.field,
      requested: needRevision.requestedAid,
      currency: needRevision.currency,
      places: needRevision.places,
      provinceWide: needRevision.provinceWide,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(need)
    .innerJoin(needRevision, and(eq(needRevision.needId, need.id), eq(needRevision.no, need.latest)))
    .innerJoin(unit, eq(unit.id, need.unitId))
    .where(
      and(
        inArray(need.state, [...unfunded]),
        inArray(needRevision.field, [...of.fields]),
        of.communes.length > 0 ? or(inPlace, eq(needRevision.provinceWide, true)) : undefined,
      ),
    )
    .orderBy(
      desc(inPlace),
      desc(needRevision.provinceWide),
      sql`${needRevision.priority} nulls last`,
      need.submittedAt,
      need.id,
    )
    .limit(page.most)
    .offset(page.from);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, requested, currency, places, ...row }) => ({
      ...row,
      requested: { minor: requested, currency },
      place: places.find((code) => of.communes.includes(code)) ?? null,
    })),
  };
}

/** An organisation that could fund something, and what that rests on. Nothing of it was agreed. */
export interface Candidate {
  readonly facts: PartnerFacts;
  readonly state: CertificateState | null;
  readonly worksThere: boolean;
  /** Grants of that field that it has, or had, here. */
  readonly grants: number;
}

/**
 * Who could fund a need of a field at a place: NGOs of that field whose certificate reaches this province, those that work there first, then those
 * with grants of the field; at last the missions with small grants.
 */
export async function candidatesFor(
  reads: Reads,
  sight: Sight,
  of: { readonly field: FieldOfWork; readonly where: Where },
  page: Slot,
  now: Temporal.Instant,
): Promise<Page<Candidate>> {
  if (!seesAll(sight.detail)) return { rows: [], total: 0 };
  const province = await ownProvince(reads);
  if (province === null) return { rows: [], total: 0 };
  const there: SQL = worksIn(of.where) ?? sql`false`;
  const grants = sql<number>`(select count(*)::int from ${aidGrant} where ${aidGrant.partnerId} = ${partner.id} and ${of.field} = any(${aidGrant.fields}))`;
  const rows = await reads
    .select({
      ...facts,
      state: sql<CertificateState | null>`ruling.state`,
      worksThere: sql<boolean>`coalesce(${there}, false)`,
      grants,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(partner)
    .leftJoin(rulingOn(localDay(now)), sql`ruling.partner_id = ${partner.id}`)
    .where(
      and(
        visible('all'),
        sql`${partner.relation} not in ('not_suitable', 'left')`,
        or(
          and(eq(partner.kind, 'ngo'), arrayOverlaps(partner.fields, [of.field]), registeredIn(province)),
          and(eq(partner.kind, 'mission'), sql`jsonb_array_length(${partner.tools}) > 0`),
        ),
      ),
    )
    .orderBy(
      sql`${partner.kind} = 'mission'`,
      desc(sql`coalesce(${there}, false)`),
      desc(grants),
      sql`coalesce(${partner.shortName}, ${partner.nameEn})`,
      partner.id,
    )
    .limit(page.most)
    .offset(page.from);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, state, worksThere, grants, ...of }) => ({ facts: of, state, worksThere, grants })),
  };
}
