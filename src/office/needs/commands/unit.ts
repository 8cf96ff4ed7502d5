import { and, eq, sql } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import { draft } from '../../../chat/dialogue/schema.ts';
import type { Work } from '../../../chat/work.ts';
import { canUndo } from '../rules/deadlines.ts';
import { leaveRound, type Moved, move, refOf } from './move.ts';
import { tell } from './notify.ts';

/**
 * Takes a submission back: the need is recalled and keeps its number, the draft is open again, what was held is never sent. Only who
 * submitted, only the submission that the button stands under (`no`), and only while nobody has acted on it and the time is not over.
 */
export async function undoSubmit(
  work: Work,
  of: { readonly need: Id<'need'>; readonly no: number },
  undoSeconds: number,
): Promise<Moved> {
  const done = await move(work, of.need, {
    action: 'undo_submit',
    right: 'need.undo',
    guard: (n) => {
      if (n.revisionBy !== work.actor.person) return { ok: false, why: 'not_yours' };
      if (n.no !== of.no || n.revisionDraftId !== n.draftId) {
        return { ok: false, why: 'state', code: n.code, state: n.state };
      }
      return canUndo(n.revisionAt, undoSeconds, work.now) ? null : { ok: false, why: 'late' };
    },
  });
  if (!done.ok) return done;
  if (done.need.draftId) {
    await work.tx
      .update(draft)
      .set({ state: 'open', version: sql`${draft.version} + 1`, updatedAt: work.now })
      .where(and(eq(draft.id, done.need.draftId), eq(draft.state, 'submitted')));
  }
  await leaveRound(work, done.need);
  work.recall(refOf(done.need));
  return done;
}

/** The unit takes a need back for good, with a reason; whoever reviews it is told. */
export async function withdrawNeed(work: Work, id: Id<'need'>, reason: string): Promise<Moved> {
  const done = await move(work, id, { action: 'withdraw', right: 'need.withdraw', reason });
  if (!done.ok) return done;
  await leaveRound(work, done.need);
  // Who has not heard of it yet hears only that it was withdrawn.
  work.recall(refOf(done.need));
  tell(work, done.need.reviewer ?? done.need.officer, done.need, 'need.withdrawn', { reason });
  return done;
}
