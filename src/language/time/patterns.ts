import type { Scan } from '../text/words.ts';
import type { Span } from '../types.ts';
import {
  date,
  days,
  dayWithoutYear,
  type Lean,
  monthSpan,
  quarterSpan,
  tetDay,
  weekSpan,
  yearSpan,
} from './calendar.ts';

/** A time said in a text. */
export interface TimeMention extends Span {
  readonly start: number;
  readonly end: number;
  /** Which part of the span was meant by "đầu", "giữa", "cuối"; for one day of it. */
  readonly part?: 'first' | 'mid' | 'last';
  /** From today on, or up to today: "3 tháng tới", "7 ngày qua". */
  readonly rolling?: true;
  /** Said without a year, so the year was chosen. */
  readonly yearless?: true;
  /** Only a weekday; a date beside it says which. */
  readonly weekday?: true;
  /** From the first to the last of two said together: "4-11/2027". */
  readonly range?: true;
  /** A wall-clock time without a day; `from` is then today at that time. */
  readonly clock?: true;
}

/** What the readers of the table are given beside their match. */
export interface Now {
  readonly today: Temporal.PlainDate;
  readonly lean: Lean;
  readonly s: Scan;
}
type Reader = (m: RegExpExecArray, c: Now) => (Span & Partial<TimeMention>) | null;

const num = (t: string | undefined) => (t === undefined ? Number.NaN : Number(t));
const year = (t: string | undefined) =>
  t === undefined ? Number.NaN : t.length === 2 ? (Number(t) < 70 ? 2000 : 1900) + Number(t) : Number(t);
const wordNumbers: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
  gieng: 1,
  chap: 12,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  a: 1,
};
const small = (t: string | undefined) =>
  t === undefined ? Number.NaN : /^\d/.test(t) ? Number(t) : (wordNumbers[t] ?? Number.NaN);
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = (t: string) => monthNames.indexOf(t.slice(0, 3)) + 1;
const oneDay = (d: Temporal.PlainDate | null, extra: Partial<TimeMention> = {}) =>
  d ? { ...days(d, d), ...extra } : null;
/** A month without a year: this one or the next to come; up to two months back where the text looks back. */
function monthNear(c: Now, m: number): number {
  const { today, lean } = c;
  if (lean === 'past') return m <= today.month ? today.year : today.year - 1;
  return m >= today.month || (lean === 'near' && today.month - m <= 2) ? today.year : today.year + 1;
}
const relative = (t: string | undefined) =>
  !t ? 0 : /^(?:sau|toi|next|den|ke|tiep)/.test(t) ? 1 : /^(?:truoc|qua|last|ngoai|roi|vua)/.test(t) ? -1 : 0;

const num12 = '(\\d{1,2}|mot|hai|ba|bon|tu|nam(?! \\d)|sau|bay|tam|chin|muoi mot|muoi hai|muoi|gieng|chap)';
const dayWords =
  '(?:hai muoi|hai|ba muoi|ba) ?(?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)|hai muoi|ba muoi|muoi (?:mot|hai|ba|bon|lam|nam|sau|bay|tam|chin)|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi';
/** A day of the month in digits or words: "mười lăm", "hai mươi hai", "hai lăm". */
function dayNumber(t: string): number {
  if (/^\d/.test(t)) return Number(t);
  const words = t.split(' ').filter((w) => w !== 'muoi');
  const ones = (w: string) => (w === 'lam' ? 5 : small(w));
  if (!t.includes('muoi')) return words.length === 2 ? small(words[0]!) * 10 + ones(words[1]!) : small(t);
  if (t.startsWith('muoi')) return 10 + (words[0] ? ones(words[0]) : 0);
  return small(words[0]!) * 10 + (words[1] ? ones(words[1]) : 0);
}
const named: Readonly<Record<string, readonly [month: number, day: number]>> = {
  noel: [12, 25],
  'giang sinh': [12, 25],
  christmas: [12, 25],
  'quoc khanh': [9, 2],
  'tet duong lich': [1, 1],
  'tet tay': [1, 1],
  'nam moi': [1, 1],
  'new year': [1, 1],
  'giai phong mien nam': [4, 30],
  'quoc te lao dong': [5, 1],
  'nha giao viet nam': [11, 20],
  'le tinh nhan': [2, 14],
  valentine: [2, 14],
  halloween: [10, 31],
  'quoc te phu nu': [3, 8],
};
const nextWord = '(nay|sau|toi|truoc|qua|roi|vua roi|vua qua|ke tiep)';
const weekday = '(?:thu ?([2-7]|hai|ba|tu|bon|nam|sau|bay)|(chu nhat|cn)|t([2-7])(?![\\d/]))';
const enDay = '(mon|tues|wednes|thurs|fri|satur|sun)day';
const enMonth =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const L = '(?<![\\p{L}\\d])';
const R = '(?![\\p{L}\\d])';

function weekdayOf(a?: string, sunday?: string, t?: string): number {
  if (sunday) return 7;
  const n = small(a ?? t);
  return n - 1;
}
function onWeekday(c: Now, wd: number, rel: string | undefined): Temporal.PlainDate | null {
  if (!(wd >= 1 && wd <= 7)) return null;
  const monday = c.today.subtract({ days: c.today.dayOfWeek - 1 });
  const here = monday.add({ days: wd - 1 });
  if (rel) return here.add({ weeks: relative(rel) });
  if (c.lean === 'past') return wd < c.today.dayOfWeek ? here : here.subtract({ weeks: 1 });
  return wd > c.today.dayOfWeek ? here : here.add({ weeks: 1 });
}

/** Part of a span by "đầu", "giữa", "cuối". */
function part(of: Span, word: string): Span & Partial<TimeMention> {
  const first = of.from.toPlainDate();
  const last = of.to.toPlainDate().subtract({ days: 1 });
  const n = first.until(last, { largestUnit: 'days' }).days + 1;
  const which = /^(?:dau|early|start|beginning)/.test(word) ? 'first' : /^(?:giua|mid)/.test(word) ? 'mid' : 'last';
  const third = n > 300 ? 92 : n > 80 ? 30 : n > 7 ? 10 : n === 7 ? 2 : 1;
  const span =
    which === 'first'
      ? days(first, first.add({ days: third - 1 }))
      : which === 'last'
        ? days(last.subtract({ days: third - (n > 7 && n < 32 ? 0 : 1) }), last)
        : days(
            first.add({ days: n > 7 && n < 32 ? 10 : third }),
            last.subtract({ days: n > 7 && n < 32 ? 10 : third }),
          );
  return { ...span, part: which };
}

/** How times are said, on folded text. Order is of no account: where two overlap, the longer wins. */
const table: readonly (readonly [string, Reader])[] = [
  // Dates in digits
  [
    `${L}(?:ngay |mung |mong |hom )?(\\d{1,2}) ?([/.-]) ?(\\d{1,2}) ?\\2 ?((?:19|20)\\d\\d|\\d\\d)${R}`,
    (m) => oneDay(date(year(m[4]), num(m[3]), num(m[1]))),
  ],
  // "1-5/12", "từ 3 đến 5 tháng 12": days of one month
  [
    `(?<!dot |quy |ky |so |round |[/.-])${L}(?:ngay |mung |mong )?(\\d{1,2}) ?(?:-|den|toi|to) ?(?:het )?(?:ngay |mung |mong )?(\\d{1,2})(?:/| ?thang )(\\d{1,2})(?:(?:/| nam )(20\\d\\d))?${R}`,
    (m, c) => {
      const [a, b, mo] = [num(m[1]), num(m[2]), num(m[3])];
      const last = m[4] ? date(num(m[4]), mo, b) : dayWithoutYear(c.today, mo, b, c.lean);
      const first = last && a < b ? date(last.year, last.month, a) : null;
      return first && last ? { ...days(first, last), range: true, ...(m[4] ? {} : { yearless: true as const }) } : null;
    },
  ],
  [`${L}(20\\d\\d)-(\\d\\d)-(\\d\\d)${R}`, (m) => oneDay(date(num(m[1]), num(m[2]), num(m[3])))],
  [
    `${L}(?:ngay |mung |mong |hom )?(\\d{1,2})/(\\d{1,2})(?![/\\d\\p{L}]|[.,]\\d)`,
    (m, c) => oneDay(dayWithoutYear(c.today, num(m[2]), num(m[1]), c.lean), { yearless: true }),
  ],
  [
    `${L}(?:ngay|mung|mong|hom) (\\d{1,2})-(\\d{1,2})(?![/\\d-])`,
    (m, c) => oneDay(dayWithoutYear(c.today, num(m[2]), num(m[1]), c.lean), { yearless: true }),
  ],
  [
    `${L}(?:(?:ngay|mung|mong|hom) )?(\\d{1,2}|${dayWords}) ?thang ?${num12}(?:(?: nam |[/ -])(20\\d\\d)| nam (nay|sau|toi|ngoai|truoc))?${R}`,
    (m, c) => {
      const mo = small(m[2]);
      // Months of the lunar year: below.
      if (/^(?:gieng|chap)$/.test(m[2]!)) return null;
      const day = dayNumber(m[1]!);
      // "cuối tháng", "mười tháng": words count only beside "ngày" or "mùng".
      if (!/^\d/.test(m[1]!) && !/^(?:ngay|mung|mong|hom) /.test(m[0])) return null;
      if (m[3]) return oneDay(date(num(m[3]), mo, day));
      if (m[4]) return oneDay(date(c.today.year + relative(m[4]), mo, day));
      return oneDay(dayWithoutYear(c.today, mo, day, c.lean), { yearless: true });
    },
  ],
  [
    `${L}(?:ngay|mung|mong|hom) (\\d{1,2}|mot|hai|ba|bon|nam|sau|bay(?! gio)|tam|chin|muoi)(?: thang ${nextWord})?(?! ?(?:/|thang|tet|nua|truoc|cong|lam viec|ngay|-\\d))${R}`,
    (m, c) => {
      const day = small(m[1]);
      if (!(day >= 1 && day <= 31)) return null;
      const first = c.today.with({ day: 1 });
      if (m[2])
        return oneDay(
          date(first.add({ months: relative(m[2]) }).year, first.add({ months: relative(m[2]) }).month, day),
        );
      const shift = c.lean === 'past' ? (day > c.today.day ? -1 : 0) : day < c.today.day ? 1 : 0;
      const d = first.add({ months: shift });
      return oneDay(date(d.year, d.month, day));
    },
  ],
  [
    `${L}(\\d{1,2}) thang ${nextWord}${R}`,
    (m, c) => {
      if (num(m[1]) > 12 || /ngay $/.test(c.s.flat.slice(0, m.index))) {
        const d = c.today.with({ day: 1 }).add({ months: relative(m[2]) });
        return oneDay(date(d.year, d.month, num(m[1])));
      }
      return null;
    },
  ],
  [
    `${L}(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${enMonth},?(?: (20\\d\\d))?${R}`,
    (m, c) =>
      m[3]
        ? oneDay(date(num(m[3]), month(m[2]!), num(m[1])))
        : oneDay(dayWithoutYear(c.today, month(m[2]!), num(m[1]), c.lean), { yearless: true }),
  ],
  [
    `${L}${enMonth} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d\\d))?${R}`,
    (m, c) =>
      m[3]
        ? oneDay(date(num(m[3]), month(m[1]!), num(m[2])))
        : oneDay(dayWithoutYear(c.today, month(m[1]!), num(m[2]), c.lean), { yearless: true }),
  ],
  // Months, quarters, years
  [
    `${L}(?<!between )${enMonth} ?(?:-|to|until|through) ?${enMonth},? (20\\d\\d)${R}|(?<=between )${enMonth} and ${enMonth},? (20\\d\\d)${R}`,
    (m) => {
      const [a, b, y] = [month((m[1] ?? m[4])!), month((m[2] ?? m[5])!), num(m[3] ?? m[6])];
      return { from: monthSpan(a > b ? y - 1 : y, a).from, to: monthSpan(y, b).to, grain: 'month', range: true };
    },
  ],
  [
    `(?<!lien |quan |the )${L}(?:mua |dip |ky nghi )?he(?: nam)? (20\\d\\d|nay|toi|sau)${R}|${L}summer(?: of)? (20\\d\\d)${R}`,
    (m, c) => {
      const said = m[1] ?? m[2]!;
      const here = c.today.month > 8 ? c.today.year + 1 : c.today.year;
      const y = /^20/.test(said) ? num(said) : c.today.year + (said === 'nay' ? 0 : 1);
      const use = /^20/.test(said) ? y : Math.max(y, here);
      return { from: monthSpan(use, 6).from, to: monthSpan(use, 8).to, grain: 'quarter' };
    },
  ],
  [
    `${L}sang nam(?! ?(?:20)?\\d)${R}`,
    (m, c) => (/sáng/i.test(c.s.raw.slice(m.index, m.index + 4)) ? null : yearSpan(c.today.year + 1)),
  ],
  [
    `${L}(thang ?|t)?(\\d{1,2}) ?(?:-|den|toi|to) ?(?:het )?(?:thang ?|t)?(\\d{1,2})/(20\\d\\d|\\d\\d)${R}`,
    (m) => {
      const [a, b, y] = [num(m[2]), num(m[3]), year(m[4])];
      // "3-6/27" may be days of a month; "t3-t6/27" are months.
      if (m[4]!.length === 2 && (!m[1] || y < 2020 || y > 2049)) return null;
      if (a < 1 || b > 12 || a >= b) return null;
      return { from: monthSpan(y, a).from, to: monthSpan(y, b).to, grain: 'month', range: true };
    },
  ],
  [
    `${L}(?<!(?<!20\\d)\\d[/.-])(?:(?:thang|t) ?)?(0?[1-9]|1[0-2])[/.-](20\\d\\d)(?![\\d/])`,
    (m) => monthSpan(num(m[2]), num(m[1])),
  ],
  [`${L}(?:thang|thg|t) ?(0?[1-9]|1[0-2])/([2-4]\\d)(?![\\d/])`, (m) => monthSpan(year(m[2]), num(m[1]))],
  [
    `${L}(?:((?<!bat )dau|giua|cuoi|het) )?(?:thang|thg) ?${num12}(?:(?: nam |[/ -])(20\\d\\d)| nam (nay|sau|toi|ngoai|truoc))?${R}(?! ngay)`,
    (m, c) => {
      const mo = small(m[2]);
      if (!(mo >= 1 && mo <= 12)) return null;
      // "tháng sau" is next month; only "tháng sáu", typed with its mark, is June.
      if (m[2] === 'sau' && !/sáu/i.test(c.s.raw.slice(m.index, m.index + m[0].length))) return null;
      const y = m[3] ? num(m[3]) : m[4] ? c.today.year + relative(m[4]) : monthNear(c, mo);
      const span = monthSpan(y, mo);
      const extra = m[3] || m[4] ? {} : { yearless: true as const };
      if (m[1] && m[1] !== 'het') return { ...part(span, m[1]), ...extra };
      return { ...span, ...extra, ...(m[1] ? { part: 'last' as const } : {}) };
    },
  ],
  [
    `${L}t(1[0-2]|[189])(?:/(20\\d\\d))?${R}`,
    (m, c) => monthSpan(m[2] ? num(m[2]) : monthNear(c, num(m[1])), num(m[1])),
  ],
  [
    `${L}(?:(early|mid|late|end of|start of|beginning of)[- ])?${enMonth},? (20\\d\\d)${R}`,
    (m) => (m[1] ? part(monthSpan(num(m[3]), month(m[2]!)), m[1]) : monthSpan(num(m[3]), month(m[2]!))),
  ],
  [
    `${L}(?:in|from|to|until|by|of|since|before|after|end of) (?!may (?:i|we|be)${R})${enMonth}(?! \\d)${R}`,
    (m, c) => ({ ...monthSpan(monthNear(c, month(m[1]!)), month(m[1]!)), yearless: true }),
  ],
  [
    `${L}(?:((?<!bat )dau|giua|cuoi|het) )?thang ${nextWord}${R}`,
    (m, c) => {
      const d = c.today.with({ day: 1 }).add({ months: relative(m[2]) });
      const span = monthSpan(d.year, d.month);
      return m[1] && m[1] !== 'het' ? part(span, m[1]) : m[1] ? { ...span, part: 'last' } : span;
    },
  ],
  [
    `${L}(dau|giua|cuoi|het) thang(?! ?(?:\\d|nay|sau|toi|truoc|qua|gieng|chap|muoi|mot|hai|ba|tu|bon|nam|bay|tam|chin))${R}`,
    (m, c) => part(monthSpan(c.today.year, c.today.month), m[1] === 'het' ? 'cuoi' : m[1]!),
  ],
  [
    `${L}(?:(early|mid|late|end of|start of) )?(this|next|last) month${R}`,
    (m, c) => {
      const d = c.today.with({ day: 1 }).add({ months: relative(m[2]) });
      return m[1] ? part(monthSpan(d.year, d.month), m[1]) : monthSpan(d.year, d.month);
    },
  ],
  [
    `${L}(?:((?<!bat )dau|giua|cuoi|het) )?(?:quy|q) ?([1-4]|iii|ii|iv|i|mot|hai|ba|bon|tu)(?:(?: ?[/-] ?| cua nam | nam | )(20\\d\\d)| nam (nay|sau|toi|ngoai|truoc))?${R}`,
    (m, c) => {
      const q = small(m[2]);
      const now = Math.ceil(c.today.month / 3);
      const y = m[3]
        ? num(m[3])
        : m[4]
          ? c.today.year + relative(m[4])
          : q >= now || (c.lean !== 'future' && now - q <= 1)
            ? c.today.year
            : c.lean === 'past'
              ? c.today.year
              : c.today.year + 1;
      return m[1] && m[1] !== 'het' ? part(quarterSpan(y, q), m[1]) : quarterSpan(y, q);
    },
  ],
  [
    `${L}(?:quy|q) ?([1-4]|iii|ii|iv|i) ?(?:-|,|va|den|toi|to) ?(?:het )?(?:quy |q)?([1-4]|iii|ii|iv|i)(?: ?[/-] ?| nam | )(20\\d\\d)${R}`,
    (m) => {
      const [a, b, y] = [small(m[1]), small(m[2]), num(m[3])];
      return a < b ? { from: quarterSpan(y, a).from, to: quarterSpan(y, b).to, grain: 'quarter', range: true } : null;
    },
  ],
  [
    `${L}quy (nay|hien tai|sau|toi|tiep(?: theo)?|ke tiep|truoc|qua)${R}`,
    (m, c) => {
      const d = c.today
        .with({ day: 1, month: Math.ceil(c.today.month / 3) * 3 - 2 })
        .add({ months: 3 * relative(m[1]) });
      return quarterSpan(d.year, Math.ceil(d.month / 3));
    },
  ],
  [
    `${L}(?:first|second|third|fourth) quarter(?: of)?(?: (20\\d\\d))?${R}`,
    (m, c) =>
      quarterSpan(
        m[1] ? num(m[1]) : c.today.year,
        ['first', 'second', 'third', 'fourth'].indexOf(m[0].split(' ')[0]!) + 1,
      ),
  ],
  [
    `${L}(?:(\\d{1,2}|hai|ba|bon|sau|chin) thang|nua) (dau|cuoi)(?: cua)?(?: nam)?(?: (20\\d\\d)| (nay|sau|toi|ngoai))?${R}`,
    (m, c) => {
      const y = m[3] ? num(m[3]) : c.today.year + relative(m[4]);
      const n = m[1] ? small(m[1]) : 6;
      if (!(n >= 1 && n <= 11)) return null;
      return m[2] === 'dau'
        ? { from: monthSpan(y, 1).from, to: monthSpan(y, n).to, grain: 'quarter', range: true }
        : { from: monthSpan(y, 13 - n).from, to: monthSpan(y, 12).to, grain: 'quarter', range: true };
    },
  ],
  [
    `${L}(?:the )?(first|second) half(?: of)?(?: (20\\d\\d)| (this|next) year)?${R}|${L}h([12])[ /]?(20\\d\\d)${R}`,
    (m, c) => {
      const y = num(m[2] ?? m[5]) || c.today.year + relative(m[3]);
      const first = m[1] === 'first' || m[4] === '1';
      return {
        from: monthSpan(y, first ? 1 : 7).from,
        to: monthSpan(y, first ? 6 : 12).to,
        grain: 'quarter',
        range: true,
      };
    },
  ],
  [
    `${L}(?:((?<!bat )dau|giua|cuoi|het) )?nam (20\\d\\d)${R}`,
    (m) => (m[1] && m[1] !== 'het' ? part(yearSpan(num(m[2])), m[1]) : yearSpan(num(m[2]))),
  ],
  [
    `${L}(?:((?<!bat )dau|giua|cuoi|het) )?nam (nay|sau|toi|ngoai|truoc)${R}`,
    (m, c) => {
      const span = yearSpan(c.today.year + relative(m[2]));
      return m[1] && m[1] !== 'het' ? part(span, m[1]) : span;
    },
  ],
  // "5 năm tiếp theo", "các năm kế tiếp" are several.
  [
    `(?<!\\d ?|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|cac|nhung|may|vai) )${L}nam (?:tiep theo|ke tiep)${R}`,
    (_m, c) => yearSpan(c.today.year + 1),
  ],
  [
    `${L}(ngay|tuan) (dau tien|cuoi cung) (?:cua |trong )?thang ?(?:${num12}(?:(?: nam |[/ -])(20\\d\\d))?|${nextWord})${R}`,
    (m, c) => {
      const next =
        m[5] ?? (m[3] === 'sau' && !/sáu/i.test(c.s.raw.slice(m.index, m.index + m[0].length)) ? 'sau' : undefined);
      const turn = c.today.with({ day: 1 }).add({ months: relative(next) });
      const mo = next ? turn.month : small(m[3]);
      if (!(mo >= 1 && mo <= 12)) return null;
      const span = monthSpan(next ? turn.year : m[4] ? num(m[4]) : monthNear(c, mo), mo);
      const first = span.from.toPlainDate();
      const last = span.to.toPlainDate().subtract({ days: 1 });
      if (m[1] === 'ngay') return oneDay(m[2] === 'dau tien' ? first : last);
      // A week belongs to the month that its Monday lies in.
      return m[2] === 'dau tien' ? weekSpan(first.add({ days: (8 - first.dayOfWeek) % 7 }), 0) : weekSpan(last, 0);
    },
  ],
  [
    `${L}(dau|giua|cuoi|het) nam(?! (?:20\\d\\d|nay|sau|toi|ngoai|truoc))${R}`,
    (m, c) => ({ ...part(yearSpan(c.today.year), m[1] === 'het' ? 'cuoi' : m[1]!), yearless: true }),
  ],
  [
    `${L}(?:(?:end|start|beginning|middle) of )?(this|next|last) year${R}`,
    (m, c) => {
      const span = yearSpan(c.today.year + relative(m[1]));
      return m[0].includes(' of ') ? part(span, m[0]) : span;
    },
  ],
  [
    `${L}(20[2-4]\\d)(?![\\d/]|-(?!20\\d\\d(?!-))\\d|[.,]\\d| ?(?:ho|nguoi|hoc sinh|hs|trieu|ty|tr|usd|dong|em|bo|chiec|cai|km|m|ha)${R})`,
    (m, c) => (/(?:\p{L}|(?<!20\d)\d)-$|[/]$/u.test(c.s.flat.slice(0, m.index)) ? null : yearSpan(num(m[1]))),
  ],
  // Weeks and weekdays
  [
    `${L}(?:(dau|giua|cuoi) )?tuan ${nextWord}${R}`,
    (m, c) => (m[1] ? part(weekSpan(c.today, relative(m[2])), m[1]) : weekSpan(c.today, relative(m[2]))),
  ],
  [
    `${L}(dau|giua|cuoi) tuan(?! (?:nay|sau|toi|truoc|qua|roi))${R}`,
    (m, c) => part(weekSpan(c.today, m[1] === 'dau' ? 1 : 0), m[1]!),
  ],
  [`${L}(this|next|last) week${R}`, (m, c) => weekSpan(c.today, relative(m[1]))],
  [
    `(?<!lan |cai |dot |ban |lua chon |muc )${L}${weekday}(?: ngay)?(?: ?,? ?(?:cua )?tuan ${nextWord}| (nay|toi|sau(?! khi)|tuan|vua roi|vua qua))?${R}`,
    (m, c) => {
      const wd = weekdayOf(m[1], m[2], m[3]);
      if (m[5]?.startsWith('vua')) return oneDay(onWeekday({ ...c, lean: 'past' }, wd, undefined), { weekday: true });
      if (m[5] === 'sau' || m[5] === 'tuan')
        return oneDay(onWeekday(c, wd, m[5] === 'sau' ? 'sau' : undefined), { weekday: true });
      return oneDay(onWeekday(c, wd, m[4] ?? (m[5] === 'nay' ? 'nay' : undefined)), { weekday: true });
    },
  ],
  [
    `${L}(?:(this|next|last|coming) )?${enDay}(?: (?:of )?(next|this|last) week)?${R}`,
    (m, c) => {
      const wd = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'].indexOf(m[2]!) + 1;
      const rel =
        m[3] ??
        (m[1] === 'last'
          ? 'last'
          : m[1] === 'next' && wd <= c.today.dayOfWeek
            ? undefined
            : m[1] === 'next'
              ? 'next'
              : undefined);
      return oneDay(onWeekday(c, wd, rel), { weekday: true });
    },
  ],
  // Days from today
  [
    `${L}(?:hom nay|hnay|bua nay|ngay hom nay|sang nay|trua nay|chieu nay|toi nay|dem nay|today|tonight|this (?:morning|afternoon|evening)|cuoi ngay(?! \\d)|het ngay(?! \\d| mai| hom| thu)|trong ngay)${R}`,
    (_m, c) => oneDay(c.today),
  ],
  [
    `${L}(?:hom qua|hqua|ngay hom qua|(?:sang|trua|chieu|toi|dem) (?:hom )?qua|yesterday)${R}`,
    (_m, c) => oneDay(c.today.subtract({ days: 1 })),
  ],
  [`${L}(?:hom kia|hom truoc nua)${R}`, (_m, c) => oneDay(c.today.subtract({ days: 2 }))],
  [
    `${L}(?:(?:ngay|sang|trua|chieu|toi|hom|den|truoc|tu|den het|trong) )?mai(?! (?:son|huong|chau|lan|anh)${R})${R}|${L}tomorrow${R}`,
    (m, c) => (/\bMai$/.test(c.s.raw.slice(m.index, m.index + m[0].length)) ? null : oneDay(c.today.add({ days: 1 }))),
  ],
  [
    `${L}(?:ngay|sang|chieu|toi) (?:kia|mot)${R}|${L}(?:day )?after tomorrow${R}`,
    (_m, c) => oneDay(c.today.add({ days: 2 })),
  ],
  [
    `${L}(\\d{1,3}|mot|hai|ba|bon|nam|sau|bay|muoi|a|one|two|three) (ngay|hom|tuan|thang|nam|days?|weeks?|months?|years?) (nua|from now)${R}|${L}(?:sau|in) (\\d{1,3}|mot|hai|ba|muoi|a|one|two|three) (ngay|hom|tuan|thang|days?|weeks?|months?)(?: nua)?(?! tu| thuc| thi)${R}`,
    (m, c) => oneDay(shift(c.today, small(m[1] ?? m[4]), m[2] ?? m[5]!, 1)),
  ],
  [
    `${L}(?:cach day |truoc day )?(\\d{1,3}|mot|hai|ba|may) (ngay|hom|tuan|thang|nam|days?|weeks?|months?|years?) (?:truoc|ago)(?! khi)${R}|${L}cach day (\\d{1,3}|mot|hai|ba) (ngay|hom|tuan|thang|nam)${R}`,
    (m, c) => oneDay(shift(c.today, small(m[1] ?? m[3]), m[2] ?? m[4]!, -1)),
  ],
  [
    `${L}(?:trong |trong vong |vong )?(\\d{1,3}|mot|hai|ba|bon|nam|sau|bay|muoi) (ngay|tuan|thang|nam|quy) (?:sap )?(?:toi|sap toi|ke tiep)${R}|${L}(?:in |within )?(?:the )?next (\\d{1,3}|one|two|three|six) (days?|weeks?|months?|years?)${R}|${L}within (\\d{1,3}|one|two|three|six) (days?|weeks?|months?|years?)${R}|${L}(?:trong vong|trong) (\\d{1,3}|mot|hai|ba|sau) (ngay|tuan|thang)(?: nua)?${R}`,
    (m, c) => {
      const n = small(m[1] ?? m[3] ?? m[5] ?? m[7]);
      const unit = m[2] ?? m[4] ?? m[6] ?? m[8]!;
      const end = shift(c.today, n, unit, 1);
      return end ? { ...days(c.today, end), rolling: true } : null;
    },
  ],
  [
    `${L}(?:trong )?(\\d{1,3}|mot|hai|ba|bon|nam|sau|bay|muoi) (ngay|tuan|thang|nam) (?:vua qua|vua roi|qua|gan day|gan nhat|tro lai day|lien tiep vua qua)${R}|${L}(?:the )?(?:last|past) (\\d{1,3}|one|two|three|six) (days?|weeks?|months?|years?)${R}`,
    (m, c) => {
      const begin = shift(c.today, small(m[1] ?? m[3]), m[2] ?? m[4]!, -1);
      return begin ? { ...days(begin, c.today), rolling: true } : null;
    },
  ],
  [
    `${L}(?:ke )?tu (dau|hom|ngay)? ?(nam|thang|quy|tuan)(?: nay)? (?:den|toi) (?:nay|gio|hien tai|bay gio)${R}`,
    (m, c) => {
      const t = c.today;
      const from =
        m[2] === 'nam'
          ? t.with({ month: 1, day: 1 })
          : m[2] === 'thang'
            ? t.with({ day: 1 })
            : m[2] === 'quy'
              ? t.with({ day: 1, month: Math.ceil(t.month / 3) * 3 - 2 })
              : t.subtract({ days: t.dayOfWeek - 1 });
      return { ...days(from, t), rolling: true };
    },
  ],
  [`${L}nam kia${R}`, (_m, c) => yearSpan(c.today.year - 2)],
  // Days with a name
  [
    `${L}(?:ngay |le |dip |dem ){0,2}(noel|giang sinh|christmas|quoc khanh|tet duong lich|tet tay|nam moi|new year|giai phong mien nam|quoc te lao dong|nha giao viet nam|le tinh nhan|valentine|halloween|quoc te phu nu)(?:(?: nam)? (20\\d\\d))?${R}`,
    (m, c) => {
      const [mo, day] = named[m[1]!]!;
      return m[2]
        ? oneDay(date(num(m[2]), mo, day))
        : oneDay(dayWithoutYear(c.today, mo, day, c.lean), { yearless: true });
    },
  ],
  // Tết
  [
    `${L}(?:(?:ngay )?ram|(?:mung|mong|ngay) (\\d{1,2}|${dayWords})) thang gieng(?: am lich)?${R}`,
    (m, c) => oneDay(tetDay(c.today)?.add({ days: (m[1] ? dayNumber(m[1]) : 15) - 1 }) ?? null),
  ],
  [
    `${L}(?:(?:ngay )?ram|(?:ngay )?(?:mung |mong )?(\\d{1,2}|${dayWords})) thang chap(?: am lich)?${R}`,
    // The last month of the lunar year has 29 days from 2026 to 2029.
    (m, c) => oneDay(tetDay(c.today)?.subtract({ days: 30 - (m[1] ? dayNumber(m[1]) : 15) }) ?? null),
  ],
  [
    `${L}(?:dem )?(?:giao thua|30 tet|ba muoi tet)${R}`,
    (_m, c) => oneDay(tetDay(c.today)?.subtract({ days: 1 }) ?? null),
  ],
  [
    `${L}(?:mung|mong) (\\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|10|muoi) tet(?: nguyen dan)?(?: (?:nam )?(20\\d\\d))?${R}`,
    (m, c) => oneDay(tetDay(c.today, m[2] ? num(m[2]) : undefined)?.add({ days: small(m[1]) - 1 }) ?? null),
  ],
  [
    `${L}(\\d\\d) tet(?: (?:nam )?(20\\d\\d))?${R}`,
    (m, c) =>
      num(m[1]) >= 23 && num(m[1]) <= 30
        ? oneDay(tetDay(c.today, m[2] ? num(m[2]) : undefined)?.subtract({ days: 30 - num(m[1]) || 1 }) ?? null)
        : null,
  ],
  [
    `${L}tet(?: nguyen dan| am lich| ta| am)?(?: (?:nam )?(20\\d\\d)| nam (nay|sau|toi))?${R}`,
    (m, c) => oneDay(tetDay(c.today, m[1] ? num(m[1]) : undefined)),
  ],
];

function shift(d: Temporal.PlainDate, n: number, unit: string, sign: number): Temporal.PlainDate | null {
  if (Number.isNaN(n)) return null;
  const k = n * sign;
  if (/^(?:ngay|hom|day)/.test(unit)) return d.add({ days: k });
  if (/^(?:tuan|week)/.test(unit)) return d.add({ weeks: k });
  if (/^(?:thang|month)/.test(unit)) return d.add({ months: k });
  if (/^quy/.test(unit)) return d.add({ months: 3 * k });
  return d.add({ years: k });
}

/** The table, compiled. */
export const patterns = table.map(([shape, read]) => [new RegExp(shape, 'gu'), read] as const);
/** Nothing in the table matches a text without one of these. */
export const anyTime =
  /\d|nay|hom|mai|tuan|thang|nam|quy|thu|t[2-7]|cn|chu nhat|mung|mong|ngay|tet|day|month|week|year|tomorrow|quarter|qua|ja|fe|mar|ap|jun|jul|aug|sep|oct|nov|dec|q[1-4]|kia|morning|afternoon|evening|\bhe\b|gio|summer|half|h[12]|nua|noel|giang sinh|christmas|quoc|giao thua|nha giao|valentine|halloween|giai phong|ram|thg/;
