import { z } from 'zod';
import type { Id } from '../../../base/ids.ts';
import { givenField } from '../../../chat/dialogue/form/given-field.ts';
import { textField } from '../../../chat/dialogue/form/text-field.ts';
import { type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { access } from '../../people/access.ts';
import { answerQuestion, askUnit } from '../commands/ask.ts';
import * as t from '../texts/ask.ts';
import * as say from '../texts/say.ts';
import { about } from './fields/about.ts';
import { refusal } from './refusal.ts';

export const askForm = 'ask-need';
export const answerForm = 'answer-question';

/** An officer's question to the unit, read back before it goes. */
export const askNeedForm: FormSpec = form(askForm, {
  title: t.askTitle,
  may: (actor, draft) => access.can(actor, 'need.ask', { unit: draft.unit }).ok,
  fields: {
    about,
    question: textField({
      label: t.question,
      ask: t.what,
      min: 5,
      max: 1000,
      example: '120 hộ là của 3 bản hay của cả xã?',
    }),
  },
  review: ({ about: of, question }, c) => t.askBack(c.lang, of?.code ?? '', of?.title ?? '', question ?? '…'),
  submitLabel: t.send,
  async submit(turn, draft, { question }) {
    const done = await askUnit(turn, draft.subject?.id as Id<'need'>, question ?? '');
    if (!done.ok) return { refused: refusal(done, turn.lang, 'office', 0) };
    return { receipt: { text: t.asked(turn.lang, done.code) } };
  },
});

const shape = z.object({ code: z.string(), text: z.string() });
/** Never asked: the question that is answered, as it was when the form was opened. */
const asked = givenField<z.output<typeof shape>>({
  label: t.question,
  show: (value) => value.text,
  store: (value) => value,
  load: (stored) => shape.safeParse(stored).data,
});

/** The unit's answer. */
export const answerQuestionForm: FormSpec = form(answerForm, {
  title: t.answerTitle,
  may: (actor, draft) => access.can(actor, 'need.answer', { unit: draft.unit }).ok,
  fields: {
    asked,
    answer: { ...textField({ label: t.answerName, ask: t.whatAnswer, min: 2, max: 2000, example: 'của 3 bản' }) },
  },
  review: ({ asked: of, answer }, c) => t.answerBack(c.lang, of?.code ?? '', of?.text ?? '', answer ?? '…'),
  submitLabel: t.sendAnswer,
  async submit(turn, draft, { answer }) {
    const done = await answerQuestion(turn, draft.subject?.id as Id<'need_question'>, answer ?? '');
    if (done.ok) return { receipt: { text: t.answered(turn.lang, done.code) } };
    if (done.why === 'answered') return { refused: { text: t.already(turn.lang, done.answer) } };
    return { refused: { text: done.why === 'gone' ? say.gone(turn.lang) : say.mayNot(turn.lang) } };
  },
});
