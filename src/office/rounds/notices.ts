import { z } from 'zod';
import type { Slice } from '../../chat/dialogue/types.ts';
import type { Button } from '../../chat/messaging/types.ts';
import type { Lang } from '../../chat/text.ts';
import * as t from './texts/notices.ts';

const both = z.object({ vi: z.string(), en: z.string() });
const common = z.object({ round: z.string(), unit: z.string(), to: both, unitName: both, code: z.string() });
const openedValues = common.extend({
  planYear: z.int(),
  docNo: z.string().nullable(),
  docDate: z.string().nullable(),
  due: z.string(),
});
const extendedValues = common.extend({ due: z.string(), reason: z.string().nullable() });
const endedValues = common.extend({ end: z.enum(['closed', 'cancelled']), reason: z.string().nullable() });

type Common = z.output<typeof common>;
const toOf = (v: Common, lang: Lang) => ({ name: v.to[lang], unit: v.unitName[lang] });
/** The three answers that a unit can give, each one press away. */
const answers = (v: Common, lang: Lang): Button[][] => [
  [
    { label: t.send(lang), call: { action: 'need.begin', args: null } },
    { label: t.noNeed(lang), call: { action: 'rounds.no-need', args: { unit: v.unit } } },
  ],
  [{ label: t.askMore(lang), call: { action: 'rounds.ask-extension', args: { unit: v.unit } } }],
];

/** What the units are told about rounds. */
export const notices: NonNullable<Slice['notices']> = {
  'round.opened': (values, lang) => {
    const v = openedValues.parse(values);
    const letter = v.docNo ? { no: v.docNo, date: v.docDate ? Temporal.PlainDate.from(v.docDate) : null } : null;
    return {
      text: t.opened(lang, toOf(v, lang), v.code, v.planYear, letter, Temporal.Instant.from(v.due)),
      buttons: answers(v, lang),
    };
  },
  'round.extended': (values, lang) => {
    const v = extendedValues.parse(values);
    const text = t.extended(lang, toOf(v, lang), v.code, Temporal.Instant.from(v.due), v.reason, false);
    return { text, buttons: answers(v, lang).slice(0, 1) };
  },
  'round.extended_unit': (values, lang) => {
    const v = extendedValues.parse(values);
    const text = t.extended(lang, toOf(v, lang), v.code, Temporal.Instant.from(v.due), v.reason, true);
    return { text, buttons: answers(v, lang).slice(0, 1) };
  },
  'round.ended': (values, lang) => {
    const v = endedValues.parse(values);
    return { text: t.ended(lang, toOf(v, lang), v.code, v.end, v.reason) };
  },
};
