import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { canUndo } from '../rules/deadlines.ts';
import { fieldOf } from '../rules/reasons.ts';
import type { NeedAction } from '../rules/states.ts';
import { copyRevision } from '../store/revision.ts';
import { type Moved, move, type Refused, refOf, type Standing } from './move.ts';
import { tell } from './notify.ts';

/** Nobody reviews what they submitted themselves, on a unit's behalf or not. */
const notOwn =
  (work: Work) =>
  (n: Standing): Refused | null =>
    n.author === work.actor.person || n.revisionBy === work.actor.person ? { ok: false, why: 'own' } : null;

/** An officer takes a need up; from now on it can't be undone, and who was to hear of it hears now. */
export async function takeNeed(work: Work, id: Id<'need'>): Promise<Moved> {
  const done = await move(work, id, {
    action: 'take',
    right: 'need.take',
    guard: notOwn(work),
    set: () => ({ reviewerId: work.actor.person }),
  });
  if (done.ok) work.release(refOf(done.need));
  return done;
}

/** The reviewer, or a leader, gives a need back to the others. */
export function releaseNeed(work: Work, id: Id<'need'>): Promise<Moved> {
  return move(work, id, { action: 'release', right: 'need.release', set: () => ({ reviewerId: null }) });
}

const decisions = {
  accept: { right: 'need.accept', template: 'need.accepted' },
  request_revision: { right: 'need.return', template: 'need.returned' },
  reject: { right: 'need.reject', template: 'need.rejected' },
} as const;

/** What a reviewer can decide. */
export type Decision = keyof typeof decisions;

/**
 * Accepts a need as complete, asks the unit to complete it, or leaves it out of the list. Takes effect at once; the author hears of it
 * when the time for an undo is over. A reason is required for all but accepting.
 */
export async function decideNeed(work: Work, id: Id<'need'>, decision: Decision, reason?: string): Promise<Moved> {
  const { right, template } = decisions[decision];
  const done = await move(work, id, {
    action: decision,
    right,
    guard: notOwn(work),
    set: (n) => (decision === 'accept' ? { accepted: n.no, pending: null } : {}),
    ...(reason ? { reason } : {}),
  });
  if (!done.ok) return done;
  work.release(refOf(done.need));
  const field = decision === 'request_revision' && reason ? fieldOf(reason) : null;
  tell(work, done.need.author, done.need, template, { reason: reason ?? null, field }, { hold: true });
  return done;
}

const undone: Readonly<Record<Decision, NeedAction>> = {
  accept: 'undo_accept',
  request_revision: 'undo_request_revision',
  reject: 'undo_reject',
};

/** Takes a decision back: only by the reviewer who made it, while its time is not over. */
export async function undoDecision(
  work: Work,
  id: Id<'need'>,
  decision: Decision,
  undoSeconds: number,
): Promise<Moved> {
  const done = await move(work, id, {
    action: undone[decision],
    right: 'need.undo',
    guard: (n) => {
      if (n.reviewer !== work.actor.person) return { ok: false, why: 'not_yours' };
      return canUndo(n.updatedAt, undoSeconds, work.now) ? null : { ok: false, why: 'late' };
    },
    set: () => (decision === 'accept' ? { accepted: null } : {}),
  });
  if (done.ok) work.recall(refOf(done.need));
  return done;
}

const pendingOnly = (n: Standing): Refused | null =>
  n.pending === null ? { ok: false, why: 'state', code: n.code, state: n.state } : null;

/** The unit's change of an accepted need becomes the accepted version. */
export async function validateRevision(work: Work, id: Id<'need'>): Promise<Moved> {
  const own = notOwn(work);
  const done = await move(work, id, {
    action: 'validate',
    right: 'need.validate',
    guard: (n) => own(n) ?? pendingOnly(n),
    set: (n) => ({ accepted: n.pending, pending: null }),
  });
  if (done.ok) tell(work, done.need.author, done.need, 'need.validated');
  return done;
}

/**
 * The change of an accepted need is not taken over. What was refused stays in the history; the accepted version comes back as a new
 * revision, so that the newest one is always what counts.
 */
export async function refuseRevision(work: Work, id: Id<'need'>): Promise<Moved> {
  const own = notOwn(work);
  const done = await move(work, id, {
    action: 'refuse',
    right: 'need.validate',
    guard: (n) => own(n) ?? pendingOnly(n),
    set: (n) => ({ latest: n.no + 1, accepted: n.no + 1, pending: null }),
  });
  if (!done.ok) return done;
  const { accepted, no } = done.need;
  await copyRevision(work.raw, {
    need: id,
    from: accepted ?? no,
    to: no + 1,
    at: work.now.toString(),
    by: work.actor.person!,
  });
  tell(work, done.need.author, done.need, 'need.refused');
  return done;
}
