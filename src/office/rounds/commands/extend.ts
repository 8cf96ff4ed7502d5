import { and, eq, sql } from 'drizzle-orm';
import type { Verdict } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { allowed } from '../../people/access.ts';
import { dueFor } from '../rules.ts';
import { round, roundTarget } from '../schema.ts';
import { roundByCode, roundById, targetOf } from '../store.ts';
import type { TargetKey } from '../targets.ts';
import { tellUnits } from './tell.ts';

/** The two ends of a round, as they were. */
export interface Ends {
  readonly dueAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
}

export type ExtendResult =
  | { readonly ok: true; readonly code: string; readonly before: Ends; readonly told: number }
  | Extract<Verdict, { ok: false }>
  | { readonly ok: false; readonly why: 'no_round' | 'not_later' | 'changed' };

/**
 * Moves a round's due time to a later one; its closing moves along where it would come first. Everybody who answers for a unit of the
 * round is told when the time for an undo is over. `expected`: the due time that the decision was made on.
 */
export async function extendRound(
  work: Work,
  code: string,
  to: Temporal.Instant,
  reason: string,
  expected?: Temporal.Instant,
): Promise<ExtendResult> {
  const verdict = allowed(work, 'round.extend');
  if (!verdict.ok) return verdict;
  const found = await roundByCode(work.tx, code);
  if (found?.decided !== 'none') return { ok: false, why: 'no_round' };
  if (expected && !expected.equals(found.dueAt)) return { ok: false, why: 'changed' };
  if (Temporal.Instant.compare(to, found.dueAt) <= 0 || Temporal.Instant.compare(to, work.now) <= 0)
    return { ok: false, why: 'not_later' };
  const closesAt = Temporal.Instant.compare(found.closesAt, to) < 0 ? to : found.closesAt;
  const done = await work.tx
    .update(round)
    .set({ dueAt: to, closesAt, reason, updatedAt: work.now, rowVersion: sql`${round.rowVersion} + 1` })
    .where(and(eq(round.id, found.id), eq(round.dueAt, found.dueAt), eq(round.decided, 'none')))
    .returning({ id: round.id });
  if (done.length === 0) return { ok: false, why: 'changed' };
  work.audit({
    action: 'round.extend',
    on: { kind: 'round', id: found.id },
    before: { due: found.dueAt.toString() },
    after: { due: to.toString(), reason },
  });
  const told = await tellUnits(work, found.id, 'round.extended', { code, due: to.toString(), reason });
  return { ok: true, code, before: { dueAt: found.dueAt, closesAt: found.closesAt }, told };
}

/** Takes an extension back; false where the due time is no longer the one it gave. */
export async function undoExtendRound(work: Work, code: string, to: Temporal.Instant, before: Ends): Promise<boolean> {
  if (!allowed(work, 'round.extend').ok) return false;
  const done = await work.tx
    .update(round)
    .set({ ...before, reason: null, updatedAt: work.now, rowVersion: sql`${round.rowVersion} + 1` })
    .where(and(eq(round.code, code), eq(round.dueAt, to), eq(round.decided, 'none')))
    .returning({ id: round.id });
  if (done.length === 0) return false;
  work.recall({ kind: 'round', id: done[0]!.id });
  work.audit({
    action: 'round.extend.undo',
    on: { kind: 'round', id: done[0]!.id },
    before: { due: to.toString() },
    after: { due: before.dueAt.toString() },
  });
  return true;
}

export type ExtendUnitResult =
  | { readonly ok: true; readonly before: Temporal.Instant | null }
  | Extract<Verdict, { ok: false }>
  | { readonly ok: false; readonly why: 'no_round' | 'not_later' };

/** Gives one unit more time; its people are told when the time for an undo is over. `not_later`: the new time is not after its present one. */
export async function extendUnit(work: Work, of: TargetKey, to: Temporal.Instant): Promise<ExtendUnitResult> {
  const verdict = allowed(work, 'round.extend');
  if (!verdict.ok) return verdict;
  const call = await roundById(work.tx, of.round);
  const target = await targetOf(work.tx, of.round, of.unit);
  if (!call || !target || call.decided !== 'none') return { ok: false, why: 'no_round' };
  const due = dueFor(call, target.extendedTo);
  if (Temporal.Instant.compare(to, due) <= 0 || Temporal.Instant.compare(to, work.now) <= 0)
    return { ok: false, why: 'not_later' };
  await setExtended(work, of, to);
  work.audit({
    action: 'round.extend_unit',
    on: { kind: 'round_target', id: target.id, unit: of.unit },
    before: { due: due.toString() },
    after: { due: to.toString() },
  });
  await tellUnits(
    work,
    of.round,
    'round.extended_unit',
    { code: call.code, due: to.toString(), reason: null },
    { only: of.unit },
  );
  return { ok: true, before: target.extendedTo };
}

const setExtended = (work: Work, of: TargetKey, to: Temporal.Instant | null) =>
  work.tx
    .update(roundTarget)
    .set({ extendedTo: to, updatedAt: work.now, rowVersion: sql`${roundTarget.rowVersion} + 1` })
    .where(and(eq(roundTarget.roundId, of.round), eq(roundTarget.unitId, of.unit)));

/** Takes one unit's extension back; false where it was changed since. */
export async function undoExtendUnit(
  work: Work,
  of: TargetKey,
  to: Temporal.Instant,
  before: Temporal.Instant | null,
): Promise<boolean> {
  if (!allowed(work, 'round.extend').ok) return false;
  const target = await targetOf(work.tx, of.round, of.unit);
  if (!target?.extendedTo?.equals(to)) return false;
  await setExtended(work, of, before);
  work.recall({ kind: 'round', id: of.round });
  work.audit({
    action: 'round.extend_unit.undo',
    on: { kind: 'round_target', id: target.id, unit: of.unit as Id<'unit'> },
    before: { due: to.toString() },
  });
  return true;
}
