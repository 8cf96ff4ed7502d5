import { and, eq, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { RecordRef, Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { Work } from '../../chat/work.ts';
import { accessTable, allowed } from '../people/access.ts';
import { holders } from '../people/store.ts';
import { mayDecide, mayUndo, stateAt } from './rules.ts';
import { proposal } from './schema.ts';
import { proposalById } from './store.ts';
import type { Actions, Proposal, ProposedAction, Ran } from './types.ts';

const refOf = (id: Id<'proposal'>): RecordRef => ({ kind: 'proposal', id });

/** The task that ends a proposal nobody decided. */
export const lapseTask = 'proposals.lapse';

/** Everybody who could confirm, the proposer left out. */
async function confirmers(work: Work, right: string): Promise<Id<'person'>[]> {
  const row = accessTable.find((rule) => rule.action === right);
  const roles = Object.keys(row?.allow ?? {}) as (keyof NonNullable<typeof row>['allow'])[];
  const all = await holders(work.tx, { roles }, work.now);
  return [...new Set(all.map((h) => h.person))].filter((id) => id !== work.actor.person);
}

export type ProposeResult =
  | { readonly ok: true; readonly proposal: Id<'proposal'>; readonly told: number; readonly lapsesAt: Temporal.Instant }
  | Extract<Verdict, { ok: false }>
  | { readonly ok: false; readonly why: 'already'; readonly proposal: Id<'proposal'> };

/**
 * Proposes an action: whoever may confirm it hears of it when the time for an undo is over. `told` 0: nobody could confirm it now.
 * `already`: one about the same thing is open.
 */
export async function propose<A>(
  work: Work,
  action: ProposedAction<A>,
  args: A,
  reason: string | null,
): Promise<ProposeResult> {
  const unit = action.unit?.(args);
  const verdict = allowed(work, action.rights.propose, unit && { unit });
  if (!verdict.ok) return verdict;
  const by = work.actor.person;
  if (!by) return { ok: false, why: 'guest' };
  const about = `${action.name}:${action.about(args)}`;
  const lapsesAt = work.now.add({ hours: action.hours });
  await work.tx
    .update(proposal)
    .set({ state: 'lapsed', rowVersion: sql`${proposal.rowVersion} + 1` })
    .where(and(eq(proposal.about, about), eq(proposal.state, 'open'), lte(proposal.lapsesAt, work.now)));
  const [made] = await work.tx
    .insert(proposal)
    .values({
      id: work.newId<'proposal'>(),
      action: action.name,
      args: z.encode(action.args, args) as Json,
      about,
      reason,
      state: 'open',
      proposedBy: by,
      lapsesAt,
      createdAt: work.now,
      rowVersion: 1,
    })
    .onConflictDoNothing({ target: proposal.about, where: sql`state = 'open'` })
    .returning({ id: proposal.id });
  if (!made) {
    const [open] = await work.tx
      .select({ id: proposal.id })
      .from(proposal)
      .where(and(eq(proposal.about, about), eq(proposal.state, 'open')));
    return { ok: false, why: 'already', proposal: open!.id };
  }
  const people = await confirmers(work, action.rights.confirm);
  for (const person of people) {
    work.notify(
      person,
      {
        template: 'proposal.waiting',
        values: {
          proposal: made.id,
          title: { vi: action.title(args, 'vi'), en: action.title(args, 'en') },
          by: work.actor.name ?? '',
          reason,
          lapses: lapsesAt.toString(),
        },
        topic: `proposal:${made.id}`,
        ifUnknown: 'resend',
      },
      { holdFor: refOf(made.id) },
    );
  }
  work.later({ kind: lapseTask, args: { proposal: made.id }, due: lapsesAt, once: `${lapseTask}:${made.id}` });
  work.audit({ action: 'proposal.make', on: refOf(made.id), after: { action: action.name, about, reason } });
  return { ok: true, proposal: made.id, told: people.length, lapsesAt };
}

/** Why a proposal was not decided. `decided`: somebody did before, or it has lapsed; `run`: its own command did nothing. */
export type NotDecided =
  | Extract<Verdict, { ok: false }>
  | { readonly ok: false; readonly why: 'gone' | 'own' | 'late' | 'not_yours' | 'cannot' }
  | { readonly ok: false; readonly why: 'decided'; readonly proposal: Proposal }
  | { readonly ok: false; readonly why: 'run'; readonly ran: Extract<Ran, { ok: false }> };
export type Decided = { readonly ok: true; readonly proposal: Proposal; readonly ran?: Ran } | NotDecided;

/** Reads a proposal and whether the actor may decide it now. */
async function decidable(
  work: Work,
  actions: Actions,
  id: Id<'proposal'>,
  // biome-ignore lint/suspicious/noExplicitAny: each action keeps its own arguments
): Promise<{ ok: true; found: Proposal; action: ProposedAction<any> } | NotDecided> {
  const found = await proposalById(work.tx, id);
  const action = found && actions.get(found.action);
  if (!found || !action) return { ok: false, why: 'gone' };
  const verdict = mayDecide(work.actor, action.rights.confirm, found.proposedBy);
  if (!verdict.ok) return verdict;
  const state = stateAt(found, work.now);
  if (state !== 'open') return { ok: false, why: 'decided', proposal: { ...found, state } };
  return { ok: true, found, action };
}

/** Moves an open proposal on; false where somebody else was first. */
async function end(
  work: Work,
  id: Id<'proposal'>,
  state: 'confirmed' | 'refused' | 'withdrawn' | 'lapsed',
  set: Partial<typeof proposal.$inferInsert> = {},
): Promise<boolean> {
  const done = await work.tx
    .update(proposal)
    .set({
      decidedBy: work.actor.person,
      decidedAt: work.now,
      ...set,
      state,
      rowVersion: sql`${proposal.rowVersion} + 1`,
    })
    .where(and(eq(proposal.id, id), eq(proposal.state, 'open')))
    .returning({ id: proposal.id });
  return done.length > 0;
}

/** Tells the proposer how it ended; what can be undone waits for that. */
function tellProposer(
  work: Work,
  // biome-ignore lint/suspicious/noExplicitAny: each action keeps its own arguments
  action: ProposedAction<any>,
  of: Proposal,
  end: 'confirmed' | 'refused' | 'lapsed' | 'undone',
  how: { readonly answer?: string; readonly hold: boolean },
): void {
  const args = action.args.safeParse(of.args);
  const title = (lang: 'vi' | 'en') => (args.success ? action.title(args.data, lang) : action.name);
  work.notify(
    of.proposedBy,
    {
      template: 'proposal.ended',
      values: {
        proposal: of.id,
        title: { vi: title('vi'), en: title('en') },
        end,
        by: work.actor.name,
        answer: how.answer ?? null,
      },
      topic: `proposal:${of.id}`,
      ifUnknown: 'resend',
    },
    how.hold ? { holdFor: refOf(of.id) } : {},
  );
}

/**
 * Confirms a proposal: its action's own command runs now, as the confirmer. Pressed twice, or by two people at once, it runs once:
 * the row is taken before. Where the command does nothing the proposal stays open.
 */
export async function confirmProposal(work: Work, actions: Actions, id: Id<'proposal'>): Promise<Decided> {
  const may = await decidable(work, actions, id);
  if (!may.ok) return may;
  const { found, action } = may;
  const args = action.args.safeParse(found.args);
  if (!args.success) return { ok: false, why: 'gone' };
  if (!(await end(work, id, 'confirmed'))) return afterAll(work, id);
  const ran = await action.run(work, args.data);
  if (!ran.ok) {
    await work.tx.update(proposal).set({ state: 'open', decidedBy: null, decidedAt: null }).where(eq(proposal.id, id));
    return { ok: false, why: 'run', ran };
  }
  if (ran.result !== undefined) {
    await work.tx.update(proposal).set({ result: ran.result }).where(eq(proposal.id, id));
  }
  work.recall(refOf(id));
  tellProposer(work, action, found, 'confirmed', { hold: action.undo !== undefined });
  work.audit({
    action: 'proposal.confirm',
    on: refOf(id),
    after: { action: found.action, proposedBy: found.proposedBy },
  });
  return { ok: true, proposal: found, ran };
}

/** Somebody else was first: what it is now. */
async function afterAll(work: Work, id: Id<'proposal'>): Promise<NotDecided> {
  const now = await proposalById(work.tx, id);
  return now ? { ok: false, why: 'decided', proposal: now } : { ok: false, why: 'gone' };
}

/** Refuses a proposal with a reason; the proposer is told. */
export async function refuseProposal(
  work: Work,
  actions: Actions,
  id: Id<'proposal'>,
  answer: string,
): Promise<Decided> {
  const may = await decidable(work, actions, id);
  if (!may.ok) return may;
  if (!(await end(work, id, 'refused', { answer }))) return afterAll(work, id);
  work.recall(refOf(id));
  tellProposer(work, may.action, may.found, 'refused', { answer, hold: false });
  work.audit({ action: 'proposal.refuse', on: refOf(id), after: { action: may.found.action, answer } });
  return { ok: true, proposal: may.found };
}

/** The proposer takes it back; who has not heard of it yet never does. */
export async function withdrawProposal(work: Work, id: Id<'proposal'>): Promise<Decided> {
  const found = await proposalById(work.tx, id);
  if (!found) return { ok: false, why: 'gone' };
  if (found.proposedBy !== work.actor.person) return { ok: false, why: 'not_yours' };
  const state = stateAt(found, work.now);
  if (state !== 'open') return { ok: false, why: 'decided', proposal: { ...found, state } };
  if (!(await end(work, id, 'withdrawn'))) return afterAll(work, id);
  work.recall(refOf(id));
  work.audit({ action: 'proposal.withdraw', on: refOf(id), after: { action: found.action } });
  return { ok: true, proposal: found };
}

/** Takes a confirmed proposal back, for who confirmed it and while the time is not over. It does not open again: it is proposed anew. */
export async function undoProposal(
  work: Work,
  actions: Actions,
  id: Id<'proposal'>,
  undoSeconds: number,
): Promise<Decided> {
  const found = await proposalById(work.tx, id);
  const action = found && actions.get(found.action);
  const args = action?.args.safeParse(found?.args);
  if (!found || !action || !args?.success) return { ok: false, why: 'gone' };
  const may = mayUndo(found, work.actor, undoSeconds, work.now);
  if (may === 'state') return { ok: false, why: 'decided', proposal: found };
  if (may !== 'yes') return { ok: false, why: may };
  if (!action.undo) return { ok: false, why: 'cannot' };
  const done = await work.tx
    .update(proposal)
    .set({ state: 'undone', rowVersion: sql`${proposal.rowVersion} + 1` })
    .where(and(eq(proposal.id, id), eq(proposal.state, 'confirmed')))
    .returning({ id: proposal.id });
  if (done.length === 0) return afterAll(work, id);
  if (!(await action.undo(work, args.data, found.result))) {
    await work.tx.update(proposal).set({ state: 'confirmed' }).where(eq(proposal.id, id));
    return { ok: false, why: 'cannot' };
  }
  work.recall(refOf(id));
  tellProposer(work, action, found, 'undone', { hold: false });
  work.audit({ action: 'proposal.undo', on: refOf(id), after: { action: found.action } });
  return { ok: true, proposal: found };
}

/** Ends a proposal that nobody decided in its time; the proposer is told. Called by the task of that time, perhaps more than once. */
export async function lapseProposal(work: Work, actions: Actions, id: Id<'proposal'>): Promise<boolean> {
  const found = await proposalById(work.tx, id);
  if (found?.state !== 'open' || stateAt(found, work.now) !== 'lapsed') return false;
  if (!(await end(work, id, 'lapsed'))) return false;
  work.recall(refOf(id));
  const action = actions.get(found.action);
  if (action) tellProposer(work, action, found, 'lapsed', { hold: false });
  work.audit({ action: 'proposal.lapse', on: refOf(id), after: { action: found.action } });
  return true;
}
