import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import { access } from '../../people/access.ts';
import { about } from '../forms/fields/about.ts';
import { withdrawForm } from '../forms/withdraw-need.ts';
import { next } from '../rules/states.ts';
import * as say from '../texts/say.ts';
import { stateWord } from '../words/need.ts';
import { argsOf } from './args.ts';
import { type FoundNeed, lookNeed, noNeed, readerOf } from './card.ts';
import { keyOf, saidKey } from './key.ts';

async function withdraw(turn: Turn, { need }: FoundNeed, reason?: string): Promise<void> {
  const { lang } = turn;
  if (!need) return turn.reply({ text: say.gone(lang) });
  const state = stateWord(need.state, readerOf(turn.actor), lang);
  if (!next(need.state, 'withdraw')) return turn.reply({ text: say.notNow(lang, need.code, state) });
  await turn.open(withdrawForm, {
    unit: need.unit,
    subject: { kind: 'need', id: need.id, unit: need.unit },
    answers: { about: about.store({ code: need.code, title: need.title, state }), ...(reason ? { reason } : {}) },
  });
}

/** [Rút]. */
export const withdrawAction: Action<FoundNeed> = {
  name: 'need.withdraw',
  look: async (reads, by, args) => {
    const of = argsOf('need', args);
    return of ? lookNeed(reads, by, { id: of.need }) : noNeed;
  },
  run: (turn, _args, found) => withdraw(turn, found),
};

/** Why, behind "vì": read back before anything happens. */
const because = /(?:^|[\s,;.])(?:vì|vi|do|bởi vì|lý do:?|ly do:?|because)\s+(\p{L}.{4,998})$/iu;

/** "rút nhu cầu 31 vì đã có nguồn khác": the need named, else the last one; always read back before it happens. */
export const withdrawFlow: Flow<FoundNeed> = {
  name: 'withdraw-need',
  intents: ['withdraw_need'],
  may: (actor) => access.scope(actor, 'need.withdraw').see !== 'nothing',
  look: (reads, by, ask) => lookNeed(reads, by, keyOf(ask) ?? { last: true }),
  async run(turn, ask, found) {
    if (!found.need && keyOf(ask)) return turn.reply({ text: say.notFound(turn.lang, saidKey(ask, turn.lang)) });
    const reason = ask.slots['reason'] ?? because.exec(ask.text)?.[1];
    await withdraw(turn, found, typeof reason === 'string' ? reason.trim() : undefined);
  },
};
