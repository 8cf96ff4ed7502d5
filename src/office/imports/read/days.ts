import type { Cell } from '../../../documents/sheet.ts';
import { fold } from '../../../language/index.ts';
import type { ProblemCode } from '../types.ts';

/** A day, or why what stands there is none. `remark`: what to look at although it was read. */
export type DayRead = { readonly day: string; readonly remark?: ProblemCode } | { readonly fault: ProblemCode };

const earliest = 1950;
const latest = 2100;
/** 1/1/1950 and 31/12/2099 as Excel counts days: a number outside is no date. */
const serials = { from: 18_264, to: 73_050 } as const;
/** Excel's day 0, with which its mistaken 29/2/1900 comes out right for every day after it. */
const dayZero = Temporal.PlainDate.from('1899-12-30');

/** Day, month and year as they are written in papers here; ISO; the words of a letterhead. Never month before day. */
const written = [
  /^(?<d>\d{1,2}) ?[/.-] ?(?<m>\d{1,2}) ?[/.-] ?(?<y>\d{4}|\d{2})$/,
  /^(?<y>\d{4})[/.-](?<m>\d{1,2})[/.-](?<d>\d{1,2})(?:[t ].*)?$/,
  /^(?:\p{L}[\p{L} ]*, ?)?(?:ngay )?(?<d>\d{1,2}) thang (?<m>\d{1,2}) nam (?<y>\d{4})$/u,
  /^(?<d>\d{1,2})(?:st|nd|rd|th)? (?<name>[a-z]{3,9})\.?,? (?<y>\d{4})$/,
  /^(?<name>[a-z]{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})$/,
];
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const partOfDay =
  /^(?:(?:thang |quy |nam )?\d{1,2} ?[/.-] ?\d{4}|(?:nam )?\d{4}|thang \d{1,2} nam \d{4}|\d{1,2} ?[/.-] ?\d{1,2})$/;

/**
 * Reads a day: a date cell, text as people write it ("31/12/2026", "31.12.26", "2026-12-31", "ngày 5 tháng 3 năm 2026", "5 March 2026"), or a
 * number that is Excel's count of days, said as a remark. A month or a year alone is no day: a certificate's last day is not guessed.
 */
export function readDayCell(cell: Cell): DayRead {
  if (cell !== null && typeof cell === 'object' && 'day' in cell) return inRange(Temporal.PlainDate.from(cell.day));
  if (typeof cell === 'number') return ofSerial(cell);
  if (typeof cell !== 'string') return { fault: 'day_wrong' };
  const text = fold(cell).replace(/^(?:tu|den|het|het ngay|ngay) (?=\d)/, '');
  if (/^\d{5}$/.test(text)) return ofSerial(Number(text));
  if (partOfDay.test(text)) return { fault: 'day_not_whole' };
  for (const pattern of written) {
    const found = pattern.exec(text)?.groups;
    if (!found) continue;
    const month = found['name'] ? monthNames.indexOf(found['name'].slice(0, 3)) + 1 : Number(found['m']);
    if (month === 0) return { fault: 'day_wrong' };
    const year = found['y']!.length === 2 ? 2000 + Number(found['y']) : Number(found['y']);
    try {
      return inRange(Temporal.PlainDate.from({ year, month, day: Number(found['d']) }, { overflow: 'reject' }));
    } catch {
      return { fault: 'day_not_there' };
    }
  }
  return { fault: 'day_wrong' };
}

function ofSerial(number: number): DayRead {
  if (number >= earliest && number <= latest && Number.isInteger(number)) return { fault: 'day_not_whole' };
  if (!(number >= serials.from && number <= serials.to)) return { fault: 'day_wrong' };
  return { day: dayZero.add({ days: Math.floor(number) }).toString(), remark: 'day_from_number' };
}

const inRange = (day: Temporal.PlainDate): DayRead =>
  day.year >= earliest && day.year <= latest ? { day: day.toString() } : { fault: 'day_not_there' };
