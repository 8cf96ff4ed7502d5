import { choiceField } from '../../../chat/dialogue/form/choice-field.ts';
import { type TextOptions, textField } from '../../../chat/dialogue/form/text-field.ts';
import { type Field, type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { access } from '../../people/access.ts';
import { unitsOf } from '../../people/rules.ts';
import { submitNeed } from '../commands/submit.ts';
import { aidKinds, counterpartKinds, type NeedAnswers } from '../rules/content.ts';
import { needForm } from '../store/drafts.ts';
import * as asks from '../texts/asks.ts';
import { draftCard } from '../texts/cards.ts';
import * as errors from '../texts/errors.ts';
import * as labels from '../texts/labels.ts';
import * as say from '../texts/say.ts';
import { draftCardOf } from '../words/draft.ts';
import { correctNeed, questionNamed } from './correct.ts';
import { beneficiaries } from './fields/beneficiaries.ts';
import { budget } from './fields/budget.ts';
import { contact } from './fields/contact.ts';
import { emergency } from './fields/emergency.ts';
import { fieldOfWork } from './fields/field-of-work.ts';
import { period } from './fields/period.ts';
import { places } from './fields/places.ts';
import { receiptOf, refusedOf } from './receipt.ts';
import { besides, isCode, isLetter, plainAnswer, understandNeed } from './understand.ts';

/** A name stands in lists and letters: it begins with a capital, however it was typed. */
function capitalised(of: TextOptions): Field<string> {
  const plain = textField(of);
  return {
    ...plain,
    read(input, c) {
      const read = plain.read(input, c);
      return 'ok' in read ? { ...read, ok: read.ok.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) } : read;
    },
  };
}

const titleExample = 'Cấp nước sinh hoạt cho 3 bản, xã Co Mạ';
const { names } = asks;

/** Eight questions make a need; the rest is asked only behind "Bổ sung cho đầy đủ". With a subject it changes a submitted need. */
export const submitNeedForm: FormSpec = form(needForm, {
  title: say.formTitle,
  may: (actor, draft) =>
    draft.unit !== null && access.can(actor, draft.subject ? 'need.edit' : 'need.draft', { unit: draft.unit }).ok,
  fields: {
    title: capitalised({
      label: names.title,
      ask: asks.title,
      min: 10,
      max: 250,
      example: titleExample,
      refuse: (text, c) => (isLetter(text) || isCode(text) ? errors.notATitle(c.lang, titleExample) : null),
    }),
    field: fieldOfWork,
    objective: textField({
      label: names.objective,
      ask: asks.objective,
      min: 20,
      max: 2000,
      example: '120 hộ có nước sạch quanh năm',
    }),
    places,
    beneficiaries,
    budget,
    period,
    contact,
    emergency,
    activities: textField({
      label: names.activities,
      ask: asks.activities,
      min: 10,
      max: 3000,
      example: 'xây 2 bể lắng, lắp 4 km ống',
      later: true,
    }),
    rationale: textField({
      label: names.rationale,
      ask: asks.rationale,
      min: 50,
      max: 3000,
      example: 'ba bản lấy nước suối, mùa khô thiếu nước 4 tháng, trẻ hay đau bụng',
      later: true,
    }),
    expected_results: textField({
      label: names.expected_results,
      ask: asks.expectedResults,
      min: 10,
      max: 2000,
      example: '120 hộ có nước tại nhà',
      later: true,
    }),
    aid_kind: choiceField({
      label: names.aid_kind,
      ask: asks.aidKind,
      values: aidKinds,
      labels: labels.aidKinds,
      later: true,
    }),
    counterpart_kind: choiceField({
      label: names.counterpart_kind,
      ask: asks.counterpartKind,
      values: counterpartKinds,
      labels: labels.counterpartKinds,
      later: true,
    }),
    priority: choiceField<1 | 2 | 3>({
      label: names.priority,
      ask: asks.priority,
      values: [1, 2, 3],
      labels: labels.priorities,
      later: true,
    }),
    title_en: textField({
      label: names.title_en,
      ask: asks.titleEn,
      min: 5,
      max: 250,
      example: 'Drinking water for 3 villages',
      later: true,
    }),
  },
  understand: understandNeed,
  correct: (text, c) => correctNeed(text, submitNeedForm.fields, c),
  plainly: plainAnswer,
  named: questionNamed,
  intents: ['submit_need', 'edit_need'],
  besides,
  review: (answers, c) =>
    draftCard(
      c.lang,
      draftCardOf(answers as NeedAnswers, {
        lang: c.lang,
        missing: c.missing,
        filled: c.filled,
        ...(c.below === undefined ? {} : { below: c.below }),
        vocabulary: c.vocabulary,
        change: c.draft.subject !== null,
      }),
    ),
  submitLabel: say.buttons.send,
  async submit(turn, draft, answers) {
    const done = await submitNeed(turn, draft, answers as NeedAnswers, { emergency: answers.emergency === true });
    return done.ok
      ? { receipt: receiptOf(done, answers as NeedAnswers, turn.now, turn.lang) }
      : { refused: refusedOf(done, draft.id, turn.lang) };
  },
  // Which unit is asked by the flow that leads here; without one nobody but its people may go on.
  begin: (turn) => ({ unit: unitsOf(turn.actor)[0] ?? null }),
});
