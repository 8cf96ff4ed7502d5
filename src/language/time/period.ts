import { localDay } from '../../base/time/zone.ts';
import { numerals } from '../amounts/numeral.ts';
import { type Scan, scan } from '../text/words.ts';
import type { ProjectPeriod } from '../types.ts';
import { monthSpan } from './calendar.ts';
import { type TimeMention, timeMentions } from './mentions.ts';
import { dayOf, joinSpans } from './span.ts';

const monthsAfter = /^ ?(thang|months?|mths?)(?!\p{L})(?! ?\d| ?\/)/u;
const yearsAfter = /^ ?(nam|years?)(?!\p{L})(?! (?:20\d\d|nay|sau|toi|ngoai|truoc|hoc))/u;

/** Longer than any project: said by mistake, so it is read, and who asked says what is allowed. */
const longest = 240;

/** A length in months: "9 tháng", "2 năm", "một năm rưỡi", "18 months". */
export function monthsIn(s: Scan): { months: number; start: number; end: number } | null {
  for (const n of numerals(s)) {
    if (n.scale > 1 || n.value <= 0) continue;
    // "không ba năm …": digits of a telephone number, said.
    if (
      !n.digits &&
      /(?:khong|mot|hai|ba|bon|nam|sau|bay|tam|chin) $/.test(s.flat.slice(Math.max(0, n.start - 6), n.start))
    )
      continue;
    const rest = s.flat.slice(n.end);
    const before = s.flat.slice(Math.max(0, n.start - 12), n.start);
    if (
      /(?:thang|quy|ngay|nam|tu|den|\/) ?$/.test(before) &&
      !/(?:trong|thoi gian|keo dai|la) ?$/.test(before) &&
      !n.digits
    )
      continue;
    if (/\/$/.test(before) || /(?:moi|hang|tre em|tre|tu|duoi|tren|hoc sinh) ?$/.test(before)) continue;
    const m = monthsAfter.exec(rest);
    if (m) {
      if (
        /^ (?:dau|cuoi|tuoi|nay|nua|truoc|qua|gan|toi|tuoi)(?!\p{L})/u.test(rest.slice(m[0].length)) ||
        /(?:ngay|mung) ?$/.test(before)
      )
        continue;
      return Number.isInteger(n.value) && n.value <= longest
        ? { months: n.value, start: n.start, end: n.end + m[0].length }
        : null;
    }
    const y = yearsAfter.exec(rest);
    if (y && n.value <= 10) {
      const tail = rest.slice(y[0].length);
      if (/^ (?:kinh nghiem|nay|qua|truoc|gan|nua|lien|tuoi|hoc)(?!\p{L})/u.test(tail)) continue;
      const half = /^ ruoi(?!\p{L})/u.test(tail);
      const months = n.value * 12 + (half ? 6 : 0);
      return Number.isInteger(months) && months <= longest
        ? { months, start: n.start, end: n.end + y[0].length + (half ? 5 : 0) }
        : null;
    }
  }
  return null;
}

/** Completes start, end and length from two of them, where the length comes out in whole months from 1 to 60. */
export function completePeriod(p: ProjectPeriod): ProjectPeriod {
  const { start, end, months } = p;
  if (start && months && !end) return { ...p, end: start.add({ months }).subtract({ days: 1 }) };
  if (end && months && !start) return { ...p, start: end.add({ days: 1 }).subtract({ months }) };
  if (start && end && !months) {
    const d = start.until(end.add({ days: 1 }), { largestUnit: 'months' });
    if (d.months >= 1 && d.months <= 60 && d.days === 0) return { ...p, months: d.months };
  }
  return p;
}

const opening =
  /(?:tu|bat dau|bdau|b\.dau|bd|khoi cong|khoi dong|trien khai|start(?:s|ing)?|begin(?:s|ning)?|from|since)(?: (?:tu|thuc hien|du kien|vao|lam|in|on|khoang|dau|ngay|thang|from))*[ :]*$/;
const closing =
  /(?:den|toi|ket thuc|hoan thanh|ban giao|nghiem thu|xong|truoc|until|till|to|by|end(?:s|ing)?|finish(?:es)?|complete[ds]?)(?: (?:het|vao|truoc|in|on|by|cuoi|ngay|thang))*[ :]*$/;

/** "cuối năm 2028 xong", "đầu năm 2027 bắt tay làm": the word stands behind the time. */
const closingBehind = /^ ?(?:la|thi|se|phai)? ?(?:xong|hoan thanh|ket thuc|nghiem thu|ban giao)(?!\p{L})/u;
const openingBehind = /^ ?(?:la|thi|se)? ?(?:bat dau|bat tay|khoi cong|khoi dong)(?!\p{L})/u;

function monthsOf(s: Scan, m: TimeMention, today: Temporal.PlainDate): TimeMention[] {
  const short = /^t([2-7])$/.exec(s.flat.slice(m.start, m.end));
  if (!short) return [];
  const month = Number(short[1]);
  const { start, end } = m;
  return [{ ...monthSpan(month < today.month ? today.year + 1 : today.year, month), start, end, yearless: true }];
}

const forRound = /(?:nhu cau|dang ky|danh muc|vien tro|van dong|ke hoach) ?(?:cua |cho )?$/;

const firstDay = (m: TimeMention) => m.from.toPlainDate();
const lastDay = (m: TimeMention) => m.to.subtract({ nanoseconds: 1 }).toPlainDate();

/**
 * The period that a scanned text says. `running`: the text says more than the period, so days of the past and days on their own
 * ("họp ngày 20/12") are not of it.
 */
export function periodIn(s: Scan, today: Temporal.PlainDate, running = false): ProjectPeriod | null {
  const length = monthsIn(s);
  const clear = (m: TimeMention) => !m.clock && !(length && m.start < length.end && length.start < m.end);
  // No project begins on "thứ ba": a weekday is of the story, and "t3" is March.
  let mentions = timeMentions(s, today, 'future')
    .filter(clear)
    .flatMap((m) => (m.weekday ? monthsOf(s, m, today) : [m]));
  if (running) {
    mentions = mentions.filter((m, i, all) => {
      if (Temporal.PlainDate.compare(lastDay(m), today) < 0 || m.rolling) return false;
      if (m.grain !== 'day' || m.part) return true;
      const before = s.flat.slice(Math.max(0, m.start - 30), m.start);
      const next = all[i + 1];
      return (
        opening.test(before) ||
        closing.test(before) ||
        (m.start > 0 && i > 0 && /^ ?(?:-|den|toi|to) ?$/.test(s.flat.slice(all[i - 1]!.end, m.start))) ||
        (next !== undefined && /^ ?(?:-|den|toi|to) ?/.test(s.flat.slice(m.end, next.start)))
      );
    });
  }
  if (!length && mentions.length === 0) return null;
  // "năm học 2027-2028 (từ tháng 9/2027 đến tháng 6/2028)": the school year only names it.
  const named = mentions.filter((m) => !/nam hoc ?$/.test(s.flat.slice(Math.max(0, m.start - 9), m.start)));
  const unschooled = named.filter(
    (m, i) => !(i === 0 && /nam hoc ?[\d ]*- ?$/.test(s.flat.slice(Math.max(0, m.start - 18), m.start))),
  );
  if (unschooled.length > 0) mentions = unschooled;
  if (mentions.length > 1) {
    // A time that a word makes the beginning or the end counts before one that only dates the story ("mùa khô năm nay").
    const anchored = mentions.findIndex((m, i) => {
      const next = mentions[i + 1];
      return (
        opening.test(s.flat.slice(Math.max(0, m.start - 30), m.start)) ||
        (next !== undefined && /^ ?(?:-|den|toi|to|until) ?/.test(s.flat.slice(m.end, next.start)))
      );
    });
    if (anchored > 0) mentions = mentions.slice(anchored);
    else if (running && anchored < 0) {
      const planned = mentions.filter(
        (m) =>
          !/(?:nay|hien tai)$/.test(s.flat.slice(m.start, m.end)) &&
          // "đăng ký nhu cầu năm 2027: …" is the round that it is meant for.
          !(m.grain === 'year' && forRound.test(s.flat.slice(Math.max(0, m.start - 20), m.start))),
      );
      if (planned.length) mentions = planned;
    }
  }
  // "tháng 3 đến tháng 11 năm sau": the year said last is the year of both.
  mentions = mentions.map((m, i) => {
    const next = mentions[i + 1];
    if (
      !m.yearless ||
      !next ||
      next.yearless ||
      !/^ ?(?:-|den|toi|to|until|va|and|,)/.test(s.flat.slice(m.end, next.start))
    )
      return m;
    let from = m.from.with({ year: next.from.year });
    if (Temporal.PlainDateTime.compare(from, next.to) > 0) from = from.subtract({ years: 1 });
    const to = from.add(m.from.until(m.to, { largestUnit: 'months' }));
    return { ...m, from, to };
  });
  // "tháng 3/2027 đến tháng 11": the year said first carries on.
  mentions = mentions.map((m, i) => {
    const prior = mentions[i - 1];
    if (!m.yearless || !prior || !/(?:-|den|toi|to|until)(?: het)? ?$/.test(s.flat.slice(prior.end, m.start))) return m;
    // "tháng 3 đến hết năm", said in November: both are of the year to come.
    if (prior.yearless && Temporal.PlainDateTime.compare(m.to, prior.from) > 0) return m;
    let from = m.from.with({ year: prior.from.year });
    if (Temporal.PlainDateTime.compare(from, prior.from) < 0) from = from.add({ years: 1 });
    return { ...m, from, to: from.add(m.from.until(m.to, { largestUnit: 'months' })) };
  });
  const spans = joinSpans(s, mentions);
  const months = length ? { months: length.months } : {};
  if (spans.length === 0) return completePeriod(months);
  let start: Temporal.PlainDate | undefined;
  let end: Temporal.PlainDate | undefined;
  for (const m of spans) {
    const before = s.flat.slice(Math.max(0, m.start - 30), m.start);
    const joined = m.range || !mentions.includes(m);
    if (joined) {
      start ??= firstDay(m);
      end ??= lastDay(m);
    } else if (closingBehind.test(s.flat.slice(m.end, m.end + 24)) && !opening.test(before)) end ??= lastDay(m);
    else if (opening.test(before) || (!start && openingBehind.test(s.flat.slice(m.end, m.end + 24))))
      start ??= m.part === 'mid' ? dayOf(m) : firstDay(m);
    else if (closing.test(before)) end ??= lastDay(m);
    else if (
      start &&
      end &&
      !length &&
      /(?:^| )(?:va|and) ?$|\d, ?$/.test(s.flat.slice(0, m.start)) &&
      (m.grain === 'month' || m.grain === 'year')
    )
      end = lastDay(m);
    else if (length && !start) start = firstDay(m);
    else if (!start && !end) {
      start = firstDay(m);
      end = lastDay(m);
    }
  }
  if (start && end && Temporal.PlainDate.compare(start, end) > 0) return null;
  // "12 tháng, năm 2027": both say the same; a length shorter than the span has its start only when that was said.
  const whole = completePeriod({ ...(start ? { start } : {}), ...(end ? { end } : {}) });
  if (length && start && end && whole.months !== length.months) return { start, end };
  return completePeriod({ ...whole, ...months });
}

/**
 * The period of a project: "Làm trong 9 tháng từ tháng 3/2027" is 1/3/2027 to 30/11/2027, "quý II/2027", "2027-2028", "12 tháng".
 * A month as a start is its first day, as an end its last. The third of start, end and months follows from two (whole months, 1 to 60).
 * Months without a year are the next to come. Null when the text says no time.
 */
export function readPeriod(text: string, now: Temporal.Instant): ProjectPeriod | null {
  return periodIn(scan(text), localDay(now));
}
