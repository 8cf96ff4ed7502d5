import type { Json } from '../../base/json.ts';
import { instantOf, localTime } from '../../base/time/zone.ts';
import { fold, readDay, readSpan } from '../../language/index.ts';

/** What can be ordered of a round. */
export type Order = 'open' | 'extend' | 'close' | 'cancel';

const thing = '(?:dot|ky|round|dang ky|ra soat|dang ki)';
const orders: readonly (readonly [Order, RegExp])[] = [
  ['cancel', new RegExp(`(?<!\\p{L})(?:huy|cancel|call off|bo)(?: bo)?(?: the)? ${thing}(?!\\p{L})`, 'u')],
  [
    'close',
    new RegExp(
      `(?<!\\p{L})(?:dong|ket thuc|khoa|chot|close|end)(?: the)?(?: som)? ${thing}(?!\\p{L})|dung nhan|khoa so`,
      'u',
    ),
  ],
  [
    'extend',
    /(?<!\p{L})(?:gia han|lui han|keo dai|doi han|chuyen han|extend|lui deadline|doi deadline|them (?:\d+|mot|hai|ba) (?:ngay|tuan|thang))/u,
  ],
  [
    'open',
    new RegExp(
      `(?<!\\p{L})(?:mo|tao|bat dau|phat dong|khoi dong|lap|open|start|begin)(?: them| a| the)?(?: new)? ${thing}(?!\\p{L})`,
      'u',
    ),
  ],
];

/** Which order a message gives; null: none that is clear, so that it is asked. */
export function orderOf(text: string): Order | null {
  const said = fold(text);
  return orders.find(([, is]) => is.test(said))?.[0] ?? null;
}

const numbers: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5, one: 1, two: 2, three: 3 };
const units = { ngay: 'days', day: 'days', tuan: 'weeks', week: 'weeks', thang: 'months', month: 'months' } as const;

/** "thêm 1 tuần", "them ba ngay", "by two weeks": how much later, at the same hour. Null where it says none. */
export function laterBy(text: string, from: Temporal.Instant): Temporal.Instant | null {
  const m = /(?:them|by|for|another) (\d{1,2}|[a-z]+) (ngay|tuan|thang|day|week|month)s?(?!\p{L})/u.exec(fold(text));
  const n = m && (Number(m[1]) || numbers[m[1]!]);
  if (!m || !n) return null;
  return instantOf(localTime(from).add({ [units[m[2] as keyof typeof units]]: n }));
}

/** The hour that somebody means by a day alone: the office opens, or closes. */
export const opening = Temporal.PlainTime.from('07:30');
export const closing = Temporal.PlainTime.from('17:00');

/** "16h thứ sáu 4/12", "15/1": the moment that a text says; a day alone is `at` of that day. Null where it says no day. */
export function momentIn(text: string, now: Temporal.Instant, at: Temporal.PlainTime): Temporal.Instant | null {
  const day = readDay(text, now);
  if (!day) return null;
  const span = readSpan(text, now);
  const hour = span && (span.grain === 'hour' || span.grain === 'minute') ? span.from.toPlainTime() : at;
  return instantOf(day.toPlainDateTime(hour));
}

/** A weekday and no other word of a day: "thứ hai", "t2", "Monday". */
const weekdayAlone =
  /(?<!\p{L})(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![\p{L}\d])/u;
const otherDay =
  /\d{1,2} ?[/.-] ?\d|(?:ngay|mung|mong) \d|thang \d|(?<!\p{L})(?:mai|mot|kia|nay|sau|toi|hom nay|next|this)(?!\p{L})/u;

/**
 * The moment until which somebody asks for more time than `from`: "đến thứ hai" is the first Monday behind it, whatever Monday comes next.
 * May lie before `from` where a day is said that does. Null where the text says no day.
 */
export function momentBehind(text: string, now: Temporal.Instant, from: Temporal.Instant): Temporal.Instant | null {
  const later = laterBy(text, from);
  if (later) return later;
  const said = fold(text);
  const weekday = weekdayAlone.exec(said);
  const alone = weekday && !otherDay.test(said.replace(weekday[0], ' '));
  return momentIn(text, alone ? from : now, closing);
}

/** A slot of the understanding, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, as a moment. */
export function momentOf(slot: Json | undefined, at: Temporal.PlainTime): Temporal.Instant | null {
  if (typeof slot !== 'string') return null;
  const [day, hour] = slot.split('T');
  return instantOf(Temporal.PlainDate.from(day!).toPlainDateTime(hour ? Temporal.PlainTime.from(hour) : at));
}

const because =
  /(?:^|[\s,;.(])(?:với lý do|vì lý do|lý do(?: là)?|vì|do|ly do(?: la)?|vi|because of|because|due to)(?: ?:)?\s{1,4}(\p{L}.{2,298})$/iu;

/** Why, where a message says so: "… vì mưa lũ". */
export function reasonIn(text: string): string | null {
  return because.exec(text.trim())?.[1]?.trim() ?? null;
}

/** The year that stands with the number of the round: "đợt 2 năm 2027"; not the year of a date. */
export function yearOf(text: string): number | null {
  const m = /(?:dot|ky|round)(?: so)?(?: [a-z]+| \d{1,2})? (?:nam|of|in|year) (20\d\d)/u.exec(fold(text));
  return m ? Number(m[1]) : null;
}

/** Who is called. */
export const audiences = ['all', 'departments', 'communes'] as const;
export type Audience = (typeof audiences)[number];

/** "cho các xã": only they; everybody where nobody is named. */
export function audienceIn(text: string): Audience | null {
  const said = fold(text);
  const communes = /(?<!\p{L})(?:cac xa|xa,? phuong|xa phuong|communes?|wards?)(?!\p{L})/u.test(said);
  const departments = /(?<!\p{L})(?:cac so|so,? (?:ban,? )?nganh|so nganh|departments?)(?!\p{L})/u.test(said);
  if (/(?<!\p{L})(?:tat ca|toan tinh|moi don vi|cac don vi|everybody|all units)(?!\p{L})/u.test(said)) return 'all';
  if (communes && departments) return 'all';
  return communes ? 'communes' : departments ? 'departments' : null;
}
