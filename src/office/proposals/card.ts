import type { Turn } from '../../chat/dialogue/types.ts';
import type { Button, Say } from '../../chat/messaging/types.ts';
import type { Lang } from '../../chat/text.ts';
import { access } from '../people/access.ts';
import type { NotDecided, ProposeResult } from './commands.ts';
import { mayDecide, stateAt } from './rules.ts';
import * as t from './texts.ts';
import type { Actions, Proposal, ProposedAction } from './types.ts';

/** What it is about in words; the bare name of an action that an older version knew. */
export function titleOf(of: Proposal, actions: Actions, lang: Lang): string {
  const action = actions.get(of.action);
  const args = action?.args.safeParse(of.args);
  return action && args?.success ? action.title(args.data, lang) : of.action;
}

const call = (action: string, of: Proposal) => ({ action, args: { proposal: of.id } });

/** The card of a proposal with what this person can do with it. The commands ask again. */
export function cardOf(of: Proposal, actions: Actions, turn: Pick<Turn, 'actor' | 'lang' | 'now'>): Say {
  const { lang, actor, now } = turn;
  const action = actions.get(of.action);
  const args = action?.args.safeParse(of.args);
  const state = stateAt(of, now);
  const text = t.card(lang, {
    title: titleOf(of, actions, lang),
    shown: action && args?.success ? action.show(args.data, lang, now) : [],
    by: of.proposedByName,
    reason: of.reason,
    state,
    lapses: of.lapsesAt,
    decidedBy: of.decidedByName,
    answer: of.answer,
  });
  const buttons: Button[] =
    state !== 'open' || !action
      ? []
      : of.proposedBy === actor.person
        ? [{ label: t.withdraw(lang), call: call('proposal.withdraw', of) }]
        : mayDecide(actor, action.rights.confirm, of.proposedBy).ok
          ? [
              { label: action.yes(lang), call: call('proposal.confirm', of), means: 'agree' },
              { label: t.no(lang), call: call('proposal.refuse', of) },
            ]
          : [];
  return { text, ...(buttons.length > 0 ? { buttons: [buttons] } : {}) };
}

/** What the proposer reads after `propose`. */
export function proposedSay<A>(
  done: ProposeResult,
  action: ProposedAction<A>,
  args: A,
  turn: Pick<Turn, 'actor' | 'lang'>,
): Say {
  const { lang } = turn;
  if (!done.ok && done.why === 'already') {
    const mine = access.can(turn.actor, action.rights.propose).ok;
    const call = { action: 'proposal.open', args: { proposal: done.proposal } };
    return { text: t.already(lang), ...(mine ? { buttons: [[{ label: t.open(lang), call }]] } : {}) };
  }
  if (!done.ok) return { text: t.mayNot(lang) };
  const to = { proposal: done.proposal };
  return {
    text: t.made(lang, action.title(args, lang), done.told, done.lapsesAt),
    buttons: [
      [
        { label: t.withdraw(lang), call: { action: 'proposal.withdraw', args: to } },
        { label: t.open(lang), call: { action: 'proposal.open', args: to } },
      ],
    ],
  };
}

/** Why nothing was decided, as a sentence; of one that is decided already its card. */
export function refusalSay(
  why: NotDecided,
  actions: Actions,
  turn: Pick<Turn, 'actor' | 'lang' | 'now'>,
  undoSeconds: number,
): Say {
  const { lang } = turn;
  switch (why.why) {
    case 'decided':
      return cardOf(why.proposal, actions, turn);
    case 'run':
      return { text: why.ran.said(lang) };
    case 'gone':
      return { text: t.gone(lang) };
    case 'own':
      return { text: t.own(lang) };
    case 'late':
      return { text: t.late(lang, undoSeconds) };
    case 'not_yours':
      return { text: t.notYours(lang) };
    case 'cannot':
      return { text: t.cannot(lang) };
    default:
      return { text: t.mayNot(lang) };
  }
}
