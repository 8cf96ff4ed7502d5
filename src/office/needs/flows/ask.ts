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

/** "hỏi đơn vị: đã có giấy phép chưa", of the need that was shown last or whose number stands behind it. */
const toUnit =
  /^\s*(?:(?:cho|xin|nhờ) )?(?:hỏi|hoi)(?: lại| lai)? (?:đơn vị|don vi|xã|xa|bên đó|ben do)(?= |[:,.]|$)(?: gửi| gui| này| nay)?(?:(?: về| ve)? nc[\s-]*(?:20\d\d-)?\d{1,6})?[\s,:;.–-]*(?:xem |là |la |rằng |rang )?(.{0,998})$/iu;

/** "/hoi nc12 …": what stands behind the number is the question. */
export const askFlow: Flow<FoundNeed> = {
  name: 'need-ask',
  intents: ['need_ask'],
  command: 'hoi',
  means: (text) => toUnit.test(text),
  may: (actor) => access.can(actor, 'need.ask').ok,
  look: async (reads, by, of) => {
    const key = keyOf(of);
    return key ? lookNeed(reads, by, key) : noNeed;
  },
  run(turn, of, found) {
    if (!found.need) {
      const { lang } = turn;
      return turn.reply({ text: keyOf(of) ? say.notFound(lang, saidKey(of, lang)) : say.whichNeed(lang) });
    }
    const question = (toUnit.exec(of.text) ?? behindNumber.exec(of.text))?.[1]?.trim();
    return ask(turn, found, question && question.length >= 5 ? question : undefined);
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
