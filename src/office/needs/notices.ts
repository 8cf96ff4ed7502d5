import { z } from 'zod';
import type { Slice } from '../../chat/dialogue/types.ts';
import type { Say } from '../../chat/messaging/types.ts';
import type { Lang } from '../../chat/text.ts';
import { submitNeedForm } from './forms/submit-need.ts';
import * as ask from './texts/ask.ts';
import * as t from './texts/notices.ts';
import * as say from './texts/say.ts';
import { unitWords } from './texts/states.ts';
import { lateWords } from './words/need.ts';

const needValues = z.object({
  need: z.string(),
  code: z.string(),
  title: z.string(),
  unit: z.string(),
  by: z.string().nullish(),
  reason: z.string().nullish(),
});
const newValues = needValues.extend({ kind: z.enum(['new', 'edited', 'emergency']), late: z.int().nullish() });
const alarmValues = z.object({ unit: z.string(), text: z.string(), by: z.string() });
const draftValues = z.object({ draft: z.string(), title: z.string(), by: z.string() });

const returnedValues = needValues.extend({ field: z.string().nullish() });
const questionValues = needValues.extend({ question: z.string(), text: z.string() });

const openButton = (need: string, lang: Lang): NonNullable<Say['buttons']> => [
  [{ label: say.buttons.open(lang), call: { action: 'need.open', args: { need } } }],
];

const decided =
  (word: keyof typeof unitWords) =>
  (values: unknown, lang: Lang): Say => {
    const v = needValues.parse(values);
    return {
      text: t.decided(lang, v.code, v.title, unitWords[word](lang), v.reason ?? null, v.by ?? null),
      buttons: openButton(v.need, lang),
    };
  };

const changed =
  (taken: boolean) =>
  (values: unknown, lang: Lang): Say => {
    const v = needValues.parse(values);
    return { text: t.changed(lang, v.code, v.title, taken), buttons: openButton(v.need, lang) };
  };

/** What others are told about needs. */
export const notices: NonNullable<Slice['notices']> = {
  'need.submitted': (values, lang) => {
    const v = newValues.parse(values);
    return {
      text: t.submitted(lang, v.kind, v.code, v.title, v.unit, lateWords(v.late ?? null, lang)),
      buttons: openButton(v.need, lang),
    };
  },
  'need.alarm': (values, lang) => {
    const v = alarmValues.parse(values);
    return { text: t.alarm(lang, v.unit, v.text, v.by) };
  },
  'need.approve': (values, lang) => {
    const v = draftValues.parse(values);
    const call = { action: 'form.resume', args: { draft: v.draft } };
    return { text: t.approve(lang, v.by, v.title), buttons: [[{ label: say.buttons.open(lang), call }]] };
  },
  'need.withdrawn': (values, lang) => {
    const v = needValues.parse(values);
    return { text: t.withdrawn(lang, v.code, v.title, v.unit, v.reason ?? ''), buttons: openButton(v.need, lang) };
  },
  'need.accepted': decided('accepted'),
  'need.returned': (values, lang) => {
    const { field, ...v } = returnedValues.parse(values);
    const said = decided('revise')(v, lang);
    const spec = field ? submitNeedForm.fields[field] : undefined;
    if (!field || !spec) return said;
    // Lands on the very field that the reviewer asked about.
    const call = { action: 'need.edit', args: { need: v.need, field } };
    return {
      ...said,
      buttons: [[{ label: ask.editField(spec.label(lang).toLowerCase(), lang), call }], ...said.buttons!],
    };
  },
  'need.asked': (values, lang) => {
    const v = questionValues.parse(values);
    const call = { action: 'need.answer', args: { question: v.question } };
    return {
      text: ask.noticeAsked(lang, v.code, v.title, v.by ?? '', v.text),
      buttons: [[{ label: ask.answer(lang), call }], ...openButton(v.need, lang)],
    };
  },
  'need.answered': (values, lang) => {
    const v = questionValues.parse(values);
    return {
      text: ask.noticeAnswered(lang, v.code, v.by ?? '', v.question, v.text),
      buttons: openButton(v.need, lang),
    };
  },
  'need.rejected': decided('not_listed'),
  'need.validated': changed(true),
  'need.refused': changed(false),
};
