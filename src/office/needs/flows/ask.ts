import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import { access } from '../../people/access.ts';
import { answerForm, askForm } from '../forms/ask-need.ts';
import { about } from '../forms/fields/about.ts';
import { questionById } from '../store/questions.ts';
import * as t from '../texts/ask.ts';
import * as say from '../texts/say.ts';
import { stateWord } from '../words/need.ts';
import { argsOf } from './args.ts';
import { type FoundNeed, lookNeed, noNeed } from './card.ts';
import { keyOf, saidKey } from './key.ts';

async function ask(turn: Turn, { need }: FoundNeed, question?: string): Promise<void> {
  if (!need) return turn.reply({ text: say.gone(turn.lang) });
  await turn.open(askForm, {
    unit: need.unit,
    subject: { kind: 'need', id: need.id, unit: need.unit },
    answers: {
      about: about.store({ code: need.code, title: need.title, state: stateWord(need.state, 'office', turn.lang) }),
      ...(question ? { question } : {}),
    },
  });
}

/** [Hỏi đơn vị] on the card of a need. */
export const askAction: Action<FoundNeed> = {
  name: 'need.ask',
  look: async (reads, by, args) => {
    const of = argsOf('need', args);
    return of ? lookNeed(reads, by, { id: of.need }) : noNeed;
  },
  run: (turn, _args, found) => ask(turn, found),
};

/** "/hoi nc12 120 hộ là của 3 bản hay cả xã?" */
const behindNumber = /(?:nc[\s-]*)?(?:20\d\d-)?\d{1,6}[\s,:;.–-]+(\p{L}?.{4,998})$/iu;

/** "/hoi nc12 …": what stands behind the number is the question. */
export const askFlow: Flow<FoundNeed> = {
  name: 'need-ask',
  intents: ['need_ask'],
  command: 'hoi',
  may: (actor) => access.can(actor, 'need.ask').ok,
  look: async (reads, by, of) => {
    const key = keyOf(of);
    return key ? lookNeed(reads, by, key) : noNeed;
  },
  run(turn, of, found) {
    if (!found.need) return turn.reply({ text: say.notFound(turn.lang, saidKey(of, turn.lang)) });
    return ask(turn, found, behindNumber.exec(of.text)?.[1]?.trim());
  },
};

/** [Trả lời] under a question. */
export const answerAction: Action = {
  name: 'need.answer',
  async run(turn, args) {
    const of = argsOf('question', args);
    const asked = of && (await questionById(turn.tx, of.question));
    if (!asked || !access.can(turn.actor, 'need.answer', { unit: asked.unit }).ok)
      return turn.reply({ text: say.gone(turn.lang) });
    if (asked.answer !== null) return turn.reply({ text: t.already(turn.lang, asked.answer) });
    await turn.open(answerForm, {
      unit: asked.unit,
      subject: { kind: 'need_question', id: asked.id, unit: asked.unit },
      answers: { asked: { code: asked.code, text: asked.text } },
    });
  },
};
