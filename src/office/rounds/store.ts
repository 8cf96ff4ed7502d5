import { and, asc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Scope } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Reads } from '../../chat/work.ts';
import { round, roundTarget } from './schema.ts';
import type { Counts, Round, Target } from './types.ts';

const roundColumns = {
  id: round.id,
  code: round.code,
  planYear: round.planYear,
  kind: round.kind,
  titleVi: round.titleVi,
  titleEn: round.titleEn,
  docNo: round.docNo,
  docDate: round.docDate,
  opensAt: round.opensAt,
  dueAt: round.dueAt,
  closesAt: round.closesAt,
  decided: round.decided,
  demo: round.demo,
};

/**
 * The call for needs that submissions go to now: open or past its due time, not closed; of several the one due first.
 * Null where none is: a draft is then kept for the next one.
 */
export async function currentRound(reads: Reads, now: Temporal.Instant): Promise<Round | null> {
  const [row] = await reads
    .select(roundColumns)
    .from(round)
    .where(
      and(eq(round.kind, 'needs_call'), eq(round.decided, 'none'), lte(round.opensAt, now), gte(round.closesAt, now)),
    )
    .orderBy(asc(round.dueAt))
    .limit(1);
  return row ?? null;
}

/** The next call that has not opened yet. */
export async function nextRound(reads: Reads, now: Temporal.Instant): Promise<Round | null> {
  const [row] = await reads
    .select(roundColumns)
    .from(round)
    .where(and(eq(round.kind, 'needs_call'), eq(round.decided, 'none'), gte(round.opensAt, now)))
    .orderBy(asc(round.opensAt))
    .limit(1);
  return row ?? null;
}

export async function roundById(reads: Reads, id: Id<'round'>): Promise<Round | null> {
  const [row] = await reads.select(roundColumns).from(round).where(eq(round.id, id));
  return row ?? null;
}

/** "2026-1". */
export async function roundByCode(reads: Reads, code: string): Promise<Round | null> {
  const [row] = await reads.select(roundColumns).from(round).where(eq(round.code, code));
  return row ?? null;
}

type TargetRow = typeof roundTarget.$inferSelect;

const targetOfRow = (row: TargetRow): Target => ({
  id: row.id,
  round: row.roundId,
  unit: row.unitId,
  state: row.state,
  submittedAt: row.submittedAt,
  late: row.late,
  letter: row.letterVia
    ? { no: row.letterNo, date: row.letterDate, signer: row.letterSigner, file: row.letterFile, via: row.letterVia }
    : null,
  promisedFor: row.promisedFor,
  extendedTo: row.extendedTo,
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt,
});

/** One unit's part in a round; null where it was not called. */
export async function targetOf(reads: Reads, of: Id<'round'>, unit: Id<'unit'>): Promise<Target | null> {
  const [row] = await reads
    .select()
    .from(roundTarget)
    .where(and(eq(roundTarget.roundId, of), eq(roundTarget.unitId, unit)));
  return row ? targetOfRow(row) : null;
}

/** The units' parts that somebody may see; of the given states, or all. */
export async function targetsOf(
  reads: Reads,
  scope: Scope,
  of: Id<'round'>,
  states?: readonly Target['state'][],
): Promise<Target[]> {
  if (scope.see === 'nothing' || scope.see === 'published') return [];
  const rows = await reads
    .select()
    .from(roundTarget)
    .where(
      and(
        eq(roundTarget.roundId, of),
        scope.see === 'units' ? inArray(roundTarget.unitId, [...scope.units]) : undefined,
        states ? inArray(roundTarget.state, [...states]) : undefined,
      ),
    );
  return rows.map(targetOfRow);
}

/** How far a round has come. Numbers of units, no names: who may see them is asked before (`round.counts`). */
export async function countsOf(reads: Reads, of: Id<'round'>): Promise<Counts> {
  const of_ = (state: Target['state']) => sql<number>`count(*) filter (where ${roundTarget.state} = ${state})::int`;
  const [row] = await reads
    .select({
      units: sql<number>`count(*)::int`,
      submitted: of_('submitted'),
      noNeed: of_('no_need'),
      inProgress: of_('in_progress'),
      notStarted: of_('not_started'),
      excused: of_('excused'),
      late: sql<number>`count(*) filter (where ${roundTarget.state} = 'submitted' and ${roundTarget.late})::int`,
    })
    .from(roundTarget)
    .where(eq(roundTarget.roundId, of));
  return row!;
}

/** The units that a round called. Ids alone: whom a notice goes to, never shown. */
export async function unitsOfRound(reads: Reads, of: Id<'round'>): Promise<Id<'unit'>[]> {
  const rows = await reads.select({ unit: roundTarget.unitId }).from(roundTarget).where(eq(roundTarget.roundId, of));
  return rows.map((row) => row.unit);
}

/** The next free number of a year: what a round is called where nobody says a number. */
export async function nextNumber(reads: Reads, year: number): Promise<number> {
  const [row] = await reads
    .select({ last: sql<number | null>`max(split_part(${round.code}, '-', 2)::int)` })
    .from(round)
    .where(sql`split_part(${round.code}, '-', 1) = ${String(year)}`);
  return (row?.last ?? 0) + 1;
}

/** Calls for needs that are neither over nor called off, the one due first before the others. */
export function livingRounds(reads: Reads, now: Temporal.Instant): Promise<Round[]> {
  return reads
    .select(roundColumns)
    .from(round)
    .where(and(eq(round.kind, 'needs_call'), eq(round.decided, 'none'), gte(round.closesAt, now)))
    .orderBy(asc(round.dueAt));
}
