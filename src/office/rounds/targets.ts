import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Work } from '../../chat/work.ts';
import { allowed } from '../people/access.ts';
import { roundTarget } from './schema.ts';
import { targetOf } from './store.ts';
import type { Letter } from './types.ts';

/** A unit's part in a round, by its key. */
export interface TargetKey {
  readonly round: Id<'round'>;
  readonly unit: Id<'unit'>;
}

const where = (of: TargetKey) => and(eq(roundTarget.roundId, of.round), eq(roundTarget.unitId, of.unit));
const touched = (work: Work) => ({ updatedAt: work.now, rowVersion: sql`${roundTarget.rowVersion} + 1` });

/**
 * The unit has begun: called with its first draft in a round. Also makes the row of a unit that was not called but takes part.
 * The need's own command has asked for the right.
 */
export async function markInProgress(work: Work, of: TargetKey): Promise<void> {
  await work.tx
    .insert(roundTarget)
    .values({
      id: work.newId(),
      roundId: of.round,
      unitId: of.unit,
      state: 'in_progress',
      firstSeenAt: work.now,
      updatedAt: work.now,
      rowVersion: 1,
    })
    .onConflictDoUpdate({
      target: [roundTarget.roundId, roundTarget.unitId],
      set: {
        state: 'in_progress',
        firstSeenAt: sql`coalesce(${roundTarget.firstSeenAt}, excluded.first_seen_at)`,
        ...touched(work),
      },
      setWhere: inArray(roundTarget.state, ['not_started', 'excused']),
    });
}

/** The unit has a submitted need in the round. The first submission decides whether it was late. Raw: it is on the way of every submission. */
export async function markSubmitted(work: Work, of: TargetKey, late: boolean): Promise<void> {
  const at = work.now.toString();
  await work.raw`
    insert into round_target as t (id, round_id, unit_id, state, first_seen_at, submitted_at, late, updated_at, row_version)
    values (${work.newId()}, ${of.round}, ${of.unit}, 'submitted', ${at}, ${at}, ${late}, ${at}, 1)
    on conflict (round_id, unit_id) do update set state = 'submitted', before = null,
      submitted_at = coalesce(t.submitted_at, excluded.submitted_at), late = coalesce(t.late, excluded.late),
      updated_at = excluded.updated_at, row_version = t.row_version + 1`;
}

/** The unit's last need in the round was recalled or withdrawn: it is where it was before. */
export async function markNotSubmitted(work: Work, of: TargetKey): Promise<void> {
  await work.tx
    .update(roundTarget)
    .set({ state: 'in_progress', submittedAt: null, late: null, ...touched(work) })
    .where(and(where(of), eq(roundTarget.state, 'submitted')));
}

/** `has_needs`: needs of this unit are submitted; they must be withdrawn first. */
export type NoNeedResult = Verdict | { readonly ok: false; readonly why: 'no_round' | 'has_needs' | 'already' };

/** "Đơn vị không có nhu cầu đợt này." May be undone (`undoNoNeed`). */
export async function declareNoNeed(work: Work, of: TargetKey): Promise<NoNeedResult> {
  const verdict = allowed(work, 'need.no_need', { unit: of.unit });
  if (!verdict.ok) return verdict;
  const target = await targetOf(work.tx, of.round, of.unit);
  if (!target) return { ok: false, why: 'no_round' };
  if (target.state === 'submitted') return { ok: false, why: 'has_needs' };
  const done = await work.tx
    .update(roundTarget)
    .set({
      state: 'no_need',
      before: sql`${roundTarget.state}`,
      decidedBy: work.actor.person,
      decidedAt: work.now,
      ...touched(work),
    })
    .where(and(where(of), inArray(roundTarget.state, ['not_started', 'in_progress', 'excused'])))
    .returning({ id: roundTarget.id });
  if (done.length === 0) return { ok: false, why: 'already' };
  work.audit({
    action: 'round.no_need',
    on: { kind: 'round_target', id: target.id, unit: of.unit },
    before: { state: target.state },
    after: { state: 'no_need' },
  });
  return { ok: true };
}

/** Why "no need" was not taken back: `late`, the time is over; `not_yours`, somebody else said it; `state`, there is nothing to take back. */
export type UndoNoNeed = { readonly ok: true } | { readonly ok: false; readonly why: 'late' | 'not_yours' | 'state' };

/** Takes "no need" back, for who said it and while the time is not over: the target is what it was before. */
export async function undoNoNeed(work: Work, of: TargetKey, undoSeconds: number): Promise<UndoNoNeed> {
  const target = await targetOf(work.tx, of.round, of.unit);
  if (target?.state !== 'no_need' || !target.decidedAt) return { ok: false, why: 'state' };
  if (!allowed(work, 'need.no_need', { unit: of.unit }).ok || target.decidedBy !== work.actor.person)
    return { ok: false, why: 'not_yours' };
  if (Temporal.Instant.compare(work.now, target.decidedAt.add({ seconds: undoSeconds })) > 0)
    return { ok: false, why: 'late' };
  const done = await work.tx
    .update(roundTarget)
    .set({
      state: sql`coalesce(${roundTarget.before}, 'not_started')`,
      before: null,
      decidedBy: null,
      decidedAt: null,
      ...touched(work),
    })
    .where(and(where(of), eq(roundTarget.state, 'no_need')))
    .returning({ id: roundTarget.id, state: roundTarget.state });
  if (done.length === 0) return { ok: false, why: 'state' };
  work.audit({
    action: 'round.no_need.undo',
    on: { kind: 'round_target', id: done[0]!.id, unit: of.unit },
    after: { state: done[0]!.state },
  });
  return { ok: true };
}

/** Records the unit's signed công văn. */
export async function setLetter(work: Work, of: TargetKey, letter: Letter): Promise<Verdict> {
  const verdict = allowed(work, 'need.attach', { unit: of.unit });
  if (!verdict.ok) return verdict;
  const done = await work.tx
    .update(roundTarget)
    .set({
      letterNo: letter.no,
      letterDate: letter.date,
      letterSigner: letter.signer,
      letterFile: letter.file,
      letterVia: letter.via,
      ...touched(work),
    })
    .where(where(of))
    .returning({ id: roundTarget.id });
  if (done[0]) {
    work.audit({
      action: 'round.letter',
      on: { kind: 'round_target', id: done[0].id, unit: of.unit },
      after: { no: letter.no, via: letter.via, file: letter.file },
    });
  }
  return verdict;
}
