import type { Span } from '../types.ts';

type D = Temporal.PlainDate;
const midnight = Temporal.PlainTime.from('00:00');

/** A day as the first moment of it. */
export const at = (d: D): Temporal.PlainDateTime => d.toPlainDateTime(midnight);

/** Whole days from `first` up to and including `last`. */
export const days = (first: D, last: D, grain: Span['grain'] = 'day'): Span => ({
  from: at(first),
  to: at(last.add({ days: 1 })),
  grain,
});

/** A date that exists, or null ("31/2"). */
export function date(year: number, month: number, day: number): D | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2200) return null;
  const first = new Temporal.PlainDate(year, month, 1);
  return day <= first.daysInMonth ? new Temporal.PlainDate(year, month, day) : null;
}

/** Which side of today a day without a year or week lies on. */
export type Lean = 'past' | 'future' | 'near';

/** "15/12" without a year: the nearest such day; by `lean` the next or the last one. Up to three months back counts as near. */
export function dayWithoutYear(today: D, month: number, day: number, lean: Lean): D | null {
  const back = lean === 'past' ? 366 : lean === 'near' ? 92 : 0;
  for (let y = today.year - 1; y <= today.year + 4; y++) {
    const d = date(y, month, day);
    if (!d) continue;
    const ahead = today.until(d, { largestUnit: 'days' }).days;
    if (ahead >= -back && (lean !== 'past' || ahead <= 0)) return d;
    if (lean === 'past' && ahead > 0) break;
  }
  return date(today.year, month, day);
}

export const monthSpan = (year: number, month: number): Span => {
  const first = new Temporal.PlainDate(year, month, 1);
  return days(first, first.with({ day: first.daysInMonth }), 'month');
};
export const quarterSpan = (year: number, quarter: number): Span => {
  const first = new Temporal.PlainDate(year, quarter * 3 - 2, 1);
  const last = first.add({ months: 2 });
  return days(first, last.with({ day: last.daysInMonth }), 'quarter');
};
export const yearSpan = (year: number): Span =>
  days(new Temporal.PlainDate(year, 1, 1), new Temporal.PlainDate(year, 12, 31), 'year');
/** Monday to Sunday, `weeks` away from the week of `today`. */
export const weekSpan = (today: D, weeks: number): Span => {
  const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks });
  return days(monday, monday.add({ days: 6 }), 'week');
};

/** First day of the lunar year in Viet Nam (UTC+7; differs from China in some years). */
const tet: Readonly<Record<number, readonly [number, number]>> = {
  2023: [1, 22],
  2024: [2, 10],
  2025: [1, 29],
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 2],
  2031: [1, 23],
  2032: [2, 11],
  2033: [1, 31],
  2034: [2, 19],
  2035: [2, 8],
};

/** Tết of a year, or the next one after `today`. */
export function tetDay(today: D, year?: number): D | null {
  for (const y of year ? [year] : [today.year, today.year + 1]) {
    const t = tet[y];
    const d = t ? date(y, t[0], t[1]) : null;
    if (d && (year || Temporal.PlainDate.compare(d, today) >= 0)) return d;
  }
  return null;
}
