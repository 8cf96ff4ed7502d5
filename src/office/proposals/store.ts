import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Reads } from '../../chat/work.ts';
import { access } from '../people/access.ts';
import { person } from '../people/schema.ts';
import { mayDecide } from './rules.ts';
import { proposal } from './schema.ts';
import type { Actions, Proposal } from './types.ts';

const maker = alias(person, 'maker');
const decider = alias(person, 'decider');

const rowsOf = (reads: Reads) =>
  reads
    .select({ p: proposal, maker: maker.fullName, decider: decider.fullName })
    .from(proposal)
    .innerJoin(maker, eq(maker.id, proposal.proposedBy))
    .leftJoin(decider, eq(decider.id, proposal.decidedBy));

const proposalOf = ({ p, ...names }: Awaited<ReturnType<typeof rowsOf>>[number]): Proposal => ({
  id: p.id,
  action: p.action,
  args: p.args,
  reason: p.reason,
  state: p.state,
  proposedBy: p.proposedBy,
  proposedByName: names.maker,
  decidedBy: p.decidedBy,
  decidedByName: names.decider,
  decidedAt: p.decidedAt,
  answer: p.answer,
  result: p.result ?? null,
  lapsesAt: p.lapsesAt,
  createdAt: p.createdAt,
});

/** One proposal, whoever asks: `mayDecide`, and `maySee` say what is done with it. */
export async function proposalById(reads: Reads, id: Id<'proposal'>): Promise<Proposal | null> {
  const [row] = await rowsOf(reads).where(eq(proposal.id, id));
  return row ? proposalOf(row) : null;
}

/** Who made it, who could have, and who may decide it. */
export function maySee(actor: Actor, of: Proposal, actions: Actions): boolean {
  const rights = actions.get(of.action)?.rights;
  if (!rights || !actor.person) return false;
  return of.proposedBy === actor.person || access.can(actor, rights.confirm).ok || access.can(actor, rights.propose).ok;
}

/** Open proposals that wait for this actor's decision, the one that lapses first before the others. */
export async function waitingFor(
  reads: Reads,
  by: { readonly actor: Actor; readonly now: Temporal.Instant },
  actions: Actions,
): Promise<Proposal[]> {
  const names = [...actions.values()].filter((a) => access.can(by.actor, a.rights.confirm).ok).map((a) => a.name);
  if (names.length === 0) return [];
  const rows = await rowsOf(reads)
    .where(and(eq(proposal.state, 'open'), inArray(proposal.action, names), gt(proposal.lapsesAt, by.now)))
    .orderBy(asc(proposal.lapsesAt), asc(proposal.id));
  return rows
    .map(proposalOf)
    .filter((p) => mayDecide(by.actor, actions.get(p.action)!.rights.confirm, p.proposedBy).ok);
}

/** One's own that nobody has decided yet. */
export async function ownOpen(
  reads: Reads,
  by: { readonly actor: Actor; readonly now: Temporal.Instant },
): Promise<Proposal[]> {
  if (!by.actor.person) return [];
  const rows = await rowsOf(reads)
    .where(and(eq(proposal.state, 'open'), eq(proposal.proposedBy, by.actor.person), gt(proposal.lapsesAt, by.now)))
    .orderBy(asc(proposal.createdAt));
  return rows.map(proposalOf);
}
