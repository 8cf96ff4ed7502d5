import { localDay, localTime } from '../../base/time/zone.ts';
import { type Scan, scan } from '../text/words.ts';
import type { Span } from '../types.ts';
import type { Lean } from './calendar.ts';
import { type TimeMention, timeMentions } from './mentions.ts';

/** The one day that a mention means as a date: the day itself, the last of "cuối tháng sau" or "hết tháng 11", the first of "đầu năm". */
export function dayOf(m: TimeMention): Temporal.PlainDate {
  const first = m.from.toPlainDate();
  const last = m.to.subtract({ nanoseconds: 1 }).toPlainDate();
  if (m.part === 'mid') {
    const middle = first.add({ days: Math.floor(first.until(last, { largestUnit: 'days' }).days / 2) });
    return first.month === last.month && first.day > 7 ? middle.with({ day: 15 }) : middle;
  }
  return m.part === 'first' || m.grain === 'day' || m.grain === 'minute' || m.grain === 'hour'
    ? m.part === 'last' || m.rolling
      ? last
      : first
    : last;
}

/**
 * The day that a text says: "27/11", "thứ sáu tuần này", "mùng 5", "cuối tháng sau" (its last day), "16h30 mai". Null when it says none.
 * Days without a year or week are the next to come.
 */
export function readDay(text: string, now: Temporal.Instant, lean: Lean = 'future'): Temporal.PlainDate | null {
  const first = timeMentions(scan(text), localDay(now), lean)[0];
  return first ? dayOf(first) : null;
}

const joiner = /^ ?(?:-|den|toi|to|until|till|through|~)(?: het| hết)? ?(?:ngay |thang )?$/;

/** From the first of two joined mentions to the end of the second. */
export function joinSpans(s: Scan, mentions: readonly TimeMention[]): TimeMention[] {
  const out: TimeMention[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const a = mentions[i]!;
    const b = mentions[i + 1];
    if (b && joiner.test(s.flat.slice(a.end, b.start)) && Temporal.PlainDateTime.compare(a.from, b.to) < 0) {
      out.push({ from: a.from, to: b.to, grain: b.grain, start: a.start, end: b.end });
      i++;
    } else out.push(a);
  }
  return out;
}

const hence =
  /(?<![\p{L}\d])(\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua) (phut|tieng|gio|minutes?|hours?)( ruoi)?(?: dong ho)? (?:nua|toi|from now)(?!\p{L})|(?<!\p{L})in (\d{1,3}|one|two|three) (minutes?|hours?)(?!\p{L})/u;
const presently = /(?<!\p{L})(?:bay gio|ngay luc nay|luc nay|hien gio|right now|ngay bay gio)(?!\p{L})/u;

/** "2 tiếng nữa", "30 phút nữa", "bây giờ": to the minute. */
function fromNow(s: Scan, now: Temporal.Instant): Span | null {
  const found = hence.exec(s.flat);
  // "8 giờ tối nay" is this evening.
  const m = found && /tối(?!\p{L})/iu.test(s.raw.slice(found.index, found.index + found[0].length)) ? null : found;
  if (!m && !presently.test(s.flat)) return null;
  const here = localTime(now).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  if (!m) return { from: here, to: here.add({ minutes: 1 }), grain: 'minute' };
  const said = m[1] ?? m[4]!;
  const words = ['nua', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi'].indexOf(said);
  const en = ['', 'one', 'two', 'three'].indexOf(said);
  const n = said === 'nua' ? 0.5 : words > 0 ? words : en > 0 ? en : Number(said);
  const minutes = /^(?:phut|minute)/.test(m[2] ?? m[5]!) ? n : n * 60 + (m[3] ? 30 : 0);
  const from = here.add({ minutes: Math.round(minutes) });
  return { from, to: from.add({ minutes: 1 }), grain: 'minute' };
}

/** "2:30", "hai giờ rưỡi" without a day or a part of it, once the night is over: the afternoon's, when people are at work. */
function atWork(s: Scan, m: TimeMention, here: Temporal.PlainDateTime): Span {
  const { from, to, grain } = m;
  const afternoon =
    m.clock &&
    from.hour >= 1 &&
    from.hour <= 5 &&
    Temporal.PlainDateTime.compare(to, here) <= 0 &&
    !/(?<!\d)0\d|sang|trua|chieu|toi|dem|am|pm/.test(s.flat.slice(m.start, m.end));
  return afternoon ? { from: from.add({ hours: 12 }), to: to.add({ hours: 12 }), grain } : { from, to, grain };
}

/** The stretch of time that a text says, local time of Asia/Ho_Chi_Minh: "quý 3/2026", "16h30 ngày 27/11", "từ 2026 đến 2028". Null when it says none. */
export function readSpan(text: string, now: Temporal.Instant): Span | null {
  const s = scan(text);
  const soon = fromNow(s, now);
  if (soon) return soon;
  const first = joinSpans(s, timeMentions(s, localDay(now)))[0];
  return first ? atWork(s, first, localTime(now)) : null;
}
