import { dateWords, momentWords } from '../../../base/time/format.ts';
import { givenField } from '../../../chat/dialogue/form/given-field.ts';
import { line } from '../../../chat/dialogue/form/text-field.ts';
import type { Field } from '../../../chat/dialogue/form/types.ts';
import { clip } from '../../../chat/fit.ts';
import type { Label, Text } from '../../../chat/text.ts';
import { fold, readDay } from '../../../language/index.ts';
import { momentBehind, momentIn, yearOf } from '../order.ts';
import { codeParts } from '../rules.ts';
import * as t from '../texts/orders.ts';
import { roundWords } from '../texts/status.ts';

type Answers = Readonly<Record<string, unknown>>;

/** What an answer must come after, with its name: another answer, or the present. */
export interface After {
  readonly name: Label;
  readonly at: Temporal.Instant;
}

/** A moment: "16h thứ sáu 4/12"; a day alone means `hour` of it; "thêm 1 tuần" counts from `from`. */
export function momentField(of: {
  readonly label: Label;
  readonly ask: Text<[]>;
  readonly hour: Temporal.PlainTime;
  after(answers: Answers, now: Temporal.Instant): After | null;
  from?(answers: Answers): Temporal.Instant | null;
  /** "ngay bây giờ" is an answer. */
  readonly present?: true;
}): Field<Temporal.Instant> {
  return {
    label: of.label,
    ask: (c) => of.ask(c.lang),
    read(input, c) {
      const said = line(input, c.lang);
      if ('error' in said) return said;
      if (
        of.present &&
        /^(?:ngay|bay gio|ngay bay gio|luon|hom nay|now|right now|today)(?: a| nhe| luon)?$/.test(fold(said.text))
      )
        return { ok: c.now };
      const from = of.from?.(c.answers);
      const at = from ? momentBehind(said.text, c.now, from) : momentIn(said.text, c.now, of.hour);
      if (!at) return { error: t.errors.noMoment(c.lang, said.text) };
      const after = of.after(c.answers, c.now);
      if (after && Temporal.Instant.compare(at, after.at) <= 0)
        return { error: t.errors.notAfter(c.lang, after.name(c.lang), after.at) };
      return { ok: at };
    },
    show: (value, lang) => momentWords(value, undefined, lang),
    store: (value) => value.toString(),
    load(stored) {
      try {
        return typeof stored === 'string' ? Temporal.Instant.from(stored) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

const isCode = (stored: unknown): stored is string => typeof stored === 'string' && /^20\d\d-[1-9]\d?$/.test(stored);

/** `2027-2`, said "đợt 2 năm 2027". A number alone is of the year that stands there. */
export const codeField: Field<string> = {
  label: t.names.code,
  ask: (c) => t.asks.code(c.lang),
  read(input, c) {
    const said = line(input, c.lang);
    if ('error' in said) return said;
    if (isCode(said.text)) return { ok: said.text };
    const no = /(?<!\d)([1-9]\d?)(?!\d)/.exec(said.text)?.[1];
    const year = yearOf(said.text) ?? Number(/20\d\d/.exec(said.text)?.[0] ?? (c.value ? codeParts(c.value).year : 0));
    return no && year ? { ok: `${year}-${no}` } : { error: t.errors.noCode(c.lang, said.text) };
  },
  show: (value, lang) => roundWords(value, lang),
  store: (value) => value,
  load: (stored) => (isCode(stored) ? stored : undefined),
};

/** The year that needs are called for. */
export const yearField: Field<number> = {
  label: t.names.planYear,
  ask: (c) => t.asks.planYear(c.lang),
  read(input, c) {
    const said = line(input, c.lang);
    if ('error' in said) return said;
    const year = Number(/20\d\d/.exec(said.text)?.[0] ?? 0);
    return year ? { ok: year } : { error: t.errors.noYear(c.lang, said.text) };
  },
  show: (value) => String(value),
  store: (value) => value,
  load: (stored) => (typeof stored === 'number' ? stored : undefined),
};

/** Number and date of the official letter. */
export interface Letter {
  readonly no: string;
  readonly date: Temporal.PlainDate | null;
}

/** "412/SNgV-HTQT ngày 2/11/2026"; the date may be missing. */
export const letterField: Field<Letter> = {
  label: t.names.letter,
  optional: true,
  ask: (c) => t.asks.letter(c.lang),
  read(input, c) {
    const said = line(input, c.lang);
    if ('error' in said) return said;
    const no = /(?<![\p{L}\d])\d{1,5}[a-z]?(?:[-/.][\p{L}\d&]*\p{L}[\p{L}\d&]*)+/iu.exec(said.text)?.[0];
    if (!no) return { error: t.asks.letter(c.lang) };
    return { ok: { no, date: readDay(said.text.replace(no, ' '), c.now, 'past') } };
  },
  show: (value, lang) => letterWords(value, lang),
  store: ({ no, date }) => ({ no, date: date?.toString() ?? null }),
  load(stored) {
    const of = stored as { no?: unknown; date?: unknown } | null;
    if (typeof of?.no !== 'string') return undefined;
    return { no: of.no, date: typeof of.date === 'string' ? Temporal.PlainDate.from(of.date) : null };
  },
};

/** "412/SNgV-HTQT ngày 02/11/2026". */
export const letterWords = ({ no, date }: Letter, lang: 'vi' | 'en'): string =>
  clip(`${no}${date ? `${lang === 'vi' ? ' ngày' : ' of'} ${dateWords(date, lang)}` : ''}`, 54);

/** Never asked: put there by whoever opens the form, so that its read-back can name the round. */
export function hidden<A>(
  load: (stored: unknown) => A | undefined,
  store: (value: A) => import('../../../base/json.ts').Json,
): Field<A> {
  return givenField({ label: t.names.order, show: () => '', store, load });
}
