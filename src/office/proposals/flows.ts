import { type Id, isId } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { Action, Flow, Turn } from '../../chat/dialogue/types.ts';
import { plainWords } from '../../language/index.ts';
import { access } from '../people/access.ts';
import { cardOf, refusalSay, titleOf } from './card.ts';
import { confirmProposal, undoProposal, withdrawProposal } from './commands.ts';
import { refuseForm } from './refuse.ts';
import { maySee, ownOpen, proposalById, waitingFor } from './store.ts';
import * as t from './texts.ts';
import type { Actions, Proposal } from './types.ts';

/** The proposal that a button names, read at the border; null: no longer readable. */
function idOf(args: Json): Id<'proposal'> | null {
  const id = (args as { readonly proposal?: unknown } | null)?.proposal;
  return isId(id) ? (id as Id<'proposal'>) : null;
}

/** What the buttons of a proposal do. */
export function proposalActions(actions: Actions, undoSeconds: number): readonly Action[] {
  const on = (name: string, run: (turn: Turn, id: Id<'proposal'>) => Promise<void>): Action => ({
    name,
    run: (turn, args) => {
      const id = idOf(args);
      return id ? run(turn, id) : turn.reply({ text: t.gone(turn.lang) });
    },
  });
  return [
    on('proposal.open', async (turn, id) => {
      const found = await proposalById(turn.tx, id);
      if (!found || !maySee(turn.actor, found, actions)) return turn.reply({ text: t.gone(turn.lang) });
      turn.reply(cardOf(found, actions, turn));
    }),
    on('proposal.confirm', async (turn, id) => {
      const { lang } = turn;
      const done = await confirmProposal(turn, actions, id);
      if (!done.ok) return turn.reply(refusalSay(done, actions, turn, undoSeconds));
      const undo = actions.get(done.proposal.action)?.undo !== undefined;
      const said = done.ran?.said?.(lang) ?? [];
      turn.reply({
        text: t.confirmed(lang, titleOf(done.proposal, actions, lang), said, undo ? undoSeconds : null),
        ...(undo
          ? { buttons: [[{ label: t.undo(lang), call: { action: 'proposal.undo', args: { proposal: id } } }]] }
          : {}),
      });
    }),
    on('proposal.refuse', async (turn, id) => {
      const found = await proposalById(turn.tx, id);
      if (!found || !maySee(turn.actor, found, actions)) return turn.reply({ text: t.gone(turn.lang) });
      if (found.state !== 'open') return turn.reply(cardOf(found, actions, turn));
      await turn.open(refuseForm, {
        subject: { kind: 'proposal', id },
        answers: { title: titleOf(found, actions, turn.lang) },
      });
    }),
    on('proposal.withdraw', async (turn, id) => {
      const done = await withdrawProposal(turn, id);
      if (!done.ok) return turn.reply(refusalSay(done, actions, turn, undoSeconds));
      turn.reply({ text: t.withdrawn(turn.lang, titleOf(done.proposal, actions, turn.lang)) });
    }),
    on('proposal.undo', async (turn, id) => {
      const done = await undoProposal(turn, actions, id, undoSeconds);
      if (!done.ok) return turn.reply(refusalSay(done, actions, turn, undoSeconds));
      turn.reply({ text: t.undone(turn.lang, titleOf(done.proposal, actions, turn.lang)) });
    }),
  ];
}

interface Found {
  readonly waiting: readonly Proposal[];
  readonly own: readonly Proposal[];
}

const look =
  (actions: Actions): NonNullable<Flow<Found>['look']> =>
  async (reads, by) => ({ waiting: await waitingFor(reads, by, actions), own: await ownOpen(reads, by) });

/** One after the other, those that wait for this person first, then the own. */
function page(turn: Turn, found: Found, at: number, actions: Actions): void {
  const all = [...found.waiting, ...found.own];
  const one = all[at] ?? all[0];
  if (!one) return turn.reply({ text: t.none(turn.lang) });
  const say = cardOf(one, actions, turn);
  const on = all.length > 1 ? (all.indexOf(one) + 1) % all.length : null;
  turn.reply({
    ...say,
    buttons: [
      ...(say.buttons ?? []),
      ...(on === null ? [] : [[{ label: t.next(turn.lang), call: { action: 'proposals.show', args: on } }]]),
    ],
  });
}

/** "đề xuất chờ duyệt", "có đề xuất nào chờ tôi không"; folded. */
const asks =
  /^(?:(?:xem|mo|cho (?:toi|em) xem|danh sach|ds|cac|nhung|co|con) )*(?:de xuat|viec|yeu cau)(?: (?:nao|gi))?(?: (?:dang|can|cho|toi|em|lanh dao|truong phong))* ?(?:duyet|xac nhan|phe duyet|quyet dinh|cho toi|cho em)(?: (?:chua|khong|ko|a|nhe))*$|^(?:show |list |the )*proposals (?:to decide|waiting(?: for (?:me|my decision))?)$/u;

/** "/dexuat": what waits for this person's decision. */
export const proposalsFlow = (actions: Actions): Flow<Found> => ({
  name: 'proposals',
  intents: ['proposals'],
  command: 'dexuat',
  means: (text) => text.length <= 60 && asks.test(plainWords(text)),
  may: (actor) =>
    [...actions.values()].some(
      ({ rights }) => access.can(actor, rights.confirm).ok || access.can(actor, rights.propose).ok,
    ),
  look: look(actions),
  run: (turn, _ask, found) => page(turn, found, 0, actions),
});

/** [Đề xuất chờ duyệt], [Đề xuất kế tiếp]. */
export const showProposals = (actions: Actions): Action<Found> => ({
  name: 'proposals.show',
  look: (reads, by) => look(actions)(reads, by, { intent: '', confidence: 1, slots: {}, text: '' }),
  run: (turn, args, found) => page(turn, found, typeof args === 'number' ? args : 0, actions),
});
