import { z } from 'zod';
import { monthWords } from '../../../../base/time/format.ts';
import { line } from '../../../../chat/dialogue/form/text-field.ts';
import type { Field } from '../../../../chat/dialogue/form/types.ts';
import { clip } from '../../../../chat/fit.ts';
import type { Lang } from '../../../../chat/text.ts';
import { type ProjectPeriod, readNumber, readPeriod } from '../../../../language/index.ts';
import { fullPeriod, periodFault, periodIsComplete } from '../../rules/period.ts';
import * as asks from '../../texts/asks.ts';
import * as errors from '../../texts/errors.ts';
import { needPeriodWords } from '../../words/values.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const shape = z.object({ start: day.exactOptional(), end: day.exactOptional(), months: z.int().exactOptional() });

function fault(p: ProjectPeriod, lang: Lang) {
  switch (periodFault(p)) {
    case 'backwards':
      return errors.periodBackwards(lang, monthWords(p.start!, lang), monthWords(p.end!, lang));
    case 'too_long':
      return errors.periodTooLong(lang, p.months ?? fullPeriod(p).months);
    case 'length':
      return errors.periodLength(lang, needPeriodWords(fullPeriod({ start: p.start!, end: p.end! }), lang), p.months!);
    default:
      return null;
  }
}

/**
 * An answer to the half that was missing. "tháng 3/2027" alone is a month long; it means the first month where the length is
 * known, and the last one where the start is.
 */
function joined(known: ProjectPeriod, read: ProjectPeriod): ProjectPeriod {
  if (known.months !== undefined && read.start) return { months: known.months, start: read.start };
  if (known.start && read.end && (!read.start || Temporal.PlainDate.compare(read.start, known.start) > 0)) {
    return { start: known.start, end: read.end };
  }
  return { ...known, ...read };
}

/** Start and length, start and end: what is said of it now completes what was there. */
export const period: Field<ProjectPeriod> = {
  label: asks.names.period,
  ask(c) {
    const known = c.value && needPeriodWords(c.value, c.lang);
    if (!known) return asks.period(c.lang);
    return c.value?.start ? asks.periodLength(c.lang, known) : asks.periodStart(c.lang, known);
  },
  read(input, c) {
    const said = line(input, c.lang);
    if ('error' in said) return said;
    const partial = c.value && !periodIsComplete(c.value) ? c.value : undefined;
    let read = readPeriod(said.text, c.now);
    // "9" answers "how many months?", and nothing else does.
    const months = partial?.start && !read ? readNumber(said.text) : null;
    if (months !== null && Number.isInteger(months)) read = { months };
    if (!read) return { error: errors.noPeriod(c.lang, clip(said.text, 40)) };
    const whole = partial ? joined(partial, read) : read;
    const wrong = fault(whole, c.lang);
    if (wrong) return { error: wrong };
    return { ok: periodIsComplete(whole) ? fullPeriod(whole) : whole };
  },
  complete: periodIsComplete,
  show: needPeriodWords,
  store: (p) => ({
    ...(p.start ? { start: p.start.toString() } : {}),
    ...(p.end ? { end: p.end.toString() } : {}),
    ...(p.months === undefined ? {} : { months: p.months }),
  }),
  load(stored) {
    const read = shape.safeParse(stored).data;
    if (!read) return undefined;
    const value: ProjectPeriod = {
      ...(read.start ? { start: Temporal.PlainDate.from(read.start) } : {}),
      ...(read.end ? { end: Temporal.PlainDate.from(read.end) } : {}),
      ...(read.months === undefined ? {} : { months: read.months }),
    };
    return periodFault(value) ? undefined : value;
  },
};
