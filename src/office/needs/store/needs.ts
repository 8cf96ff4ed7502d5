import { and, asc, desc, eq, gte, ilike, inArray, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Scope } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Money } from '../../../base/money/money.ts';
import type { Reads } from '../../../chat/work.ts';
import type { FieldOfWork } from '../../../language/index.ts';
import { person, unit } from '../../people/schema.ts';
import { roundTarget } from '../../rounds/schema.ts';
import type { NeedState } from '../rules/states.ts';
import { need, needAttachment, needRevision } from '../schema.ts';
import type { Need, NeedLine } from '../types.ts';
import { own, visible } from './scope.ts';

const author = alias(person, 'author');
const reviewer = alias(person, 'reviewer');
const officer = alias(person, 'officer');
const latest = and(eq(needRevision.needId, need.id), eq(needRevision.no, need.latest));

const lineColumns = {
  id: need.id,
  code: need.code,
  state: need.state,
  title: needRevision.title,
  field: needRevision.field,
  unit: need.unitId,
  unitName: unit.nameVi,
  budget: needRevision.budget,
  requestedAid: needRevision.requestedAid,
  currency: needRevision.currency,
  submittedAt: need.submittedAt,
};
type LineRow = Omit<NeedLine, 'budget' | 'requestedAid'> & {
  readonly budget: bigint;
  readonly requestedAid: bigint;
  readonly currency: Money['currency'];
};

const lineOf = ({ currency, budget, requestedAid, ...row }: LineRow): NeedLine => ({
  ...row,
  budget: { minor: budget, currency },
  requestedAid: { minor: requestedAid, currency },
});

/** Which needs are asked for. Amounts are compared in their own currency. */
export interface NeedFilter {
  readonly id?: Id<'need'>;
  readonly field?: FieldOfWork;
  readonly states?: readonly NeedState[];
  /** In one of these communes; needs of the whole province count everywhere. */
  readonly places?: readonly string[];
  readonly unit?: Id<'unit'>;
  readonly atLeast?: Money;
  readonly atMost?: Money;
  readonly words?: string;
}

function conditions(f: NeedFilter): (SQL | undefined)[] {
  return [
    f.id && eq(need.id, f.id),
    f.field && eq(needRevision.field, f.field),
    f.states && inArray(need.state, [...f.states]),
    f.places &&
      or(
        eq(needRevision.provinceWide, true),
        ...f.places.map((code) => sql`${needRevision.places} @> ${JSON.stringify([code])}::jsonb`),
      ),
    f.unit && eq(need.unitId, f.unit),
    f.atLeast && and(gte(needRevision.budget, f.atLeast.minor), eq(needRevision.currency, f.atLeast.currency)),
    f.atMost && and(lte(needRevision.budget, f.atMost.minor), eq(needRevision.currency, f.atMost.currency)),
    f.words && ilike(needRevision.title, `%${f.words.replace(/[%_\\]/gu, '\\$&')}%`),
  ].map((condition) => (condition ? condition : undefined));
}

/** One page of needs, the newest change first, with how many there are in all. `mine`: without what others have published. */
export async function listNeeds(
  reads: Reads,
  scope: Scope,
  page: { readonly offset: number; readonly limit: number; readonly mine?: boolean; readonly filter?: NeedFilter },
): Promise<{ readonly needs: NeedLine[]; readonly total: number }> {
  const where = and(page.mine ? own(scope) : visible(scope), ...conditions(page.filter ?? {}));
  const rows = await reads
    .select({ ...lineColumns, total: sql<number>`count(*) over ()::int` })
    .from(need)
    .innerJoin(needRevision, latest)
    .innerJoin(unit, eq(unit.id, need.unitId))
    .where(where)
    .orderBy(desc(need.updatedAt), desc(need.id))
    .limit(page.limit)
    .offset(page.offset);
  return { needs: rows.map(({ total: _, ...row }) => lineOf(row)), total: rows[0]?.total ?? 0 };
}

/** What the needs of a filter ask for together, by currency: sums of different currencies are never added. */
export async function sumNeeds(
  reads: Reads,
  scope: Scope,
  filter: NeedFilter,
): Promise<{ readonly budget: Money; readonly requestedAid: Money; readonly count: number }[]> {
  const rows = await reads
    .select({
      currency: needRevision.currency,
      budget: sql<string>`sum(${needRevision.budget})::text`,
      requestedAid: sql<string>`sum(${needRevision.requestedAid})::text`,
      count: sql<number>`count(*)::int`,
    })
    .from(need)
    .innerJoin(needRevision, latest)
    .where(and(visible(scope), ...conditions(filter)))
    .groupBy(needRevision.currency)
    .orderBy(asc(needRevision.currency));
  return rows.map((r) => ({
    budget: { minor: BigInt(r.budget), currency: r.currency },
    requestedAid: { minor: BigInt(r.requestedAid), currency: r.currency },
    count: r.count,
  }));
}

/** How a need is named: by id, by code, by the number in its code (the newest year that has it), or the last one submitted. */
export type NeedKey =
  | { readonly id: Id<'need'> }
  | { readonly code: string }
  | { readonly number: number }
  | { readonly last: true };

function keyOf(key: NeedKey): SQL | undefined {
  if ('id' in key) return eq(need.id, key.id);
  if ('code' in key) return eq(need.code, key.code);
  if ('number' in key) return sql`split_part(${need.code}, '-', 3)::int = ${key.number}`;
  return undefined;
}

/** One need with its newest revision, if the scope shows it; null: there is none, or it is somebody else's. */
export async function findNeed(reads: Reads, scope: Scope, key: NeedKey): Promise<Need | null> {
  const [row] = await reads
    .select({
      need,
      revision: needRevision,
      unitName: unit.nameVi,
      authorName: author.fullName,
      reviewerName: reviewer.fullName,
      officerName: officer.fullName,
      files: sql<number>`(select count(*)::int from ${needAttachment} where ${needAttachment.needId} = ${need.id})`,
      letter: sql<
        boolean | null
      >`case when ${need.roundId} is null then null else ${roundTarget.letterVia} is not null end`,
    })
    .from(need)
    .innerJoin(needRevision, latest)
    .innerJoin(unit, eq(unit.id, need.unitId))
    .leftJoin(author, eq(author.id, need.authorId))
    .leftJoin(reviewer, eq(reviewer.id, need.reviewerId))
    .leftJoin(officer, eq(officer.id, unit.officerId))
    .leftJoin(roundTarget, and(eq(roundTarget.roundId, need.roundId), eq(roundTarget.unitId, need.unitId)))
    .where(and('last' in key ? own(scope) : visible(scope), keyOf(key)))
    .orderBy(desc(need.submittedAt))
    .limit(1);
  if (!row) return null;
  const { need: n, revision: r, ...names } = row;
  const money = (minor: bigint): Money => ({ minor, currency: r.currency });
  return {
    ...names,
    id: n.id,
    code: n.code,
    state: n.state,
    title: r.title,
    field: r.field,
    unit: n.unitId,
    budget: money(r.budget),
    requestedAid: money(r.requestedAid),
    counterpart: money(r.counterpart),
    other: money(r.otherFunding),
    submittedAt: n.submittedAt,
    no: r.no,
    rowVersion: n.rowVersion,
    roundId: n.roundId,
    planYear: n.planYear,
    stateReason: n.stateReason,
    author: n.authorId,
    reviewer: n.reviewerId,
    draftId: n.draftId,
    revisionDraftId: r.draftId,
    revisionAt: r.at,
    revisionBy: r.byId,
    lateMinutes: n.submittedLateMinutes,
    pending: n.pending !== null,
    isEmergency: n.isEmergency,
    objective: r.objective,
    places: { communes: r.places, province: r.provinceWide, ...(r.village ? { village: r.village } : {}) },
    beneficiaries: r.beneficiaries as Need['beneficiaries'],
    period: { start: r.start, end: r.end, months: r.durationMonths },
    contact: r.contact,
    aidKind: r.aidKind,
    counterpartKind: r.counterpartKind,
    activities: r.activities,
    rationale: r.rationale,
    expectedResults: r.expectedResults,
    priority: r.priority,
    titleEn: r.titleEn,
    objectiveEn: r.objectiveEn,
    completeness: r.completeness,
  };
}

/** The files of a need, the oldest first. Ask for the need by its scope before. */
export function filesOf(reads: Reads, of: Id<'need'>) {
  return reads
    .select({
      id: needAttachment.id,
      file: needAttachment.fileId,
      name: needAttachment.name,
      kind: needAttachment.kind,
      at: needAttachment.at,
    })
    .from(needAttachment)
    .where(eq(needAttachment.needId, of))
    .orderBy(asc(needAttachment.at));
}

/** How many needs were submitted in a round and stand: neither recalled nor withdrawn; of one unit, or of all. A number, no content. */
export async function needsIn(reads: Reads, round: Id<'round'>, of?: Id<'unit'>): Promise<number> {
  const [row] = await reads
    .select({ n: sql<number>`count(*)::int` })
    .from(need)
    .where(
      and(
        eq(need.roundId, round),
        of ? eq(need.unitId, of) : undefined,
        notInArray(need.state, ['recalled', 'withdrawn']),
      ),
    );
  return row?.n ?? 0;
}

/** The state of a need by its id alone, for a command that asks for the right itself. */
export async function stateOf(reads: Reads, id: Id<'need'>): Promise<NeedState | null> {
  const [row] = await reads.select({ state: need.state }).from(need).where(eq(need.id, id));
  return row?.state ?? null;
}
