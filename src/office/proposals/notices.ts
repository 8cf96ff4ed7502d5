import { z } from 'zod';
import type { Slice } from '../../chat/dialogue/types.ts';
import type { Say } from '../../chat/messaging/types.ts';
import type { Lang } from '../../chat/text.ts';
import * as t from './texts.ts';

const title = z.object({ vi: z.string(), en: z.string() });
const waitingValues = z.object({
  proposal: z.string(),
  title,
  by: z.string(),
  reason: z.string().nullable(),
  lapses: z.string(),
});
const endedValues = z.object({
  proposal: z.string(),
  title,
  end: z.enum(['confirmed', 'refused', 'lapsed', 'undone']),
  by: z.string().nullable(),
  answer: z.string().nullable(),
});

const openButton = (proposal: string, lang: Lang): NonNullable<Say['buttons']> => [
  [{ label: t.open(lang), call: { action: 'proposal.open', args: { proposal } } }],
];

/** What others are told about proposals. */
export const notices: NonNullable<Slice['notices']> = {
  'proposal.waiting': (values, lang) => {
    const v = waitingValues.parse(values);
    return {
      text: t.waiting(lang, v.title[lang], v.by, v.reason, Temporal.Instant.from(v.lapses)),
      buttons: openButton(v.proposal, lang),
    };
  },
  'proposal.ended': (values, lang) => {
    const v = endedValues.parse(values);
    return { text: t.ended(lang, v.title[lang], v.end, v.by, v.answer), buttons: openButton(v.proposal, lang) };
  },
};
