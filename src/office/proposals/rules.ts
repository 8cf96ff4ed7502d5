import type { Actor, Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import { access } from '../people/access.ts';
import type { Proposal, StoredState } from './types.ts';

/** The state at a time: an open proposal past its end has lapsed, whether or not somebody has written it down. */
export function stateAt(of: Pick<Proposal, 'state' | 'lapsesAt'>, now: Temporal.Instant): StoredState {
  return of.state === 'open' && Temporal.Instant.compare(now, of.lapsesAt) >= 0 ? 'lapsed' : of.state;
}

/**
 * Whether somebody may confirm or refuse a proposal: with the right, and never one's own. Who only stands in for the proposer
 * would decide in the proposer's name, which is the same.
 */
export function mayDecide(
  actor: Actor,
  right: string,
  proposedBy: Id<'person'>,
): Verdict | { readonly ok: false; readonly why: 'own' } {
  if (actor.person === proposedBy) return { ok: false, why: 'own' };
  const verdict = access.can(actor, right);
  if (!verdict.ok) return verdict;
  const independent = { ...actor, grants: actor.grants.filter((g) => g.standsInFor !== proposedBy) };
  return access.can(independent, right).ok ? verdict : { ok: false, why: 'own' };
}

/** Whether a confirmed proposal can still be taken back: only by who confirmed it, only for `undoSeconds`. */
export function mayUndo(
  of: Pick<Proposal, 'state' | 'decidedBy' | 'decidedAt'>,
  actor: Actor,
  undoSeconds: number,
  now: Temporal.Instant,
): 'yes' | 'late' | 'not_yours' | 'state' {
  if (of.state !== 'confirmed' || !of.decidedAt) return 'state';
  if (of.decidedBy !== actor.person) return 'not_yours';
  return Temporal.Instant.compare(now, of.decidedAt.add({ seconds: undoSeconds })) <= 0 ? 'yes' : 'late';
}
