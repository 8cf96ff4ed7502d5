import { describe, expect, test } from 'vitest';
import { dayWords, momentWords, periodWords } from '../../src/base/time/format.ts';
import { instantOf } from '../../src/base/time/zone.ts';
import { readDay, readPeriod, readSpan } from '../../src/language/index.ts';
import { fc, test as prop } from './property.ts';
import { now } from './support.ts';

const short = (t: Temporal.PlainDateTime) => t.toString({ smallestUnit: 'minute' }).replace('T00:00', '');

describe('times; today is Monday 23/11/2026', () => {
  // from .. to (exclusive), grain
  test.each([
    ['hôm nay', '2026-11-23..2026-11-24 day'],
    ['hôm qua', '2026-11-22..2026-11-23 day'],
    ['ngày kia', '2026-11-25..2026-11-26 day'],
    ['8h sáng mai', '2026-11-24T08:00..2026-11-24T09:00 hour'],
    ['thứ sáu tuần này', '2026-11-27..2026-11-28 day'],
    ['thu 3 tuan sau', '2026-12-01..2026-12-02 day'],
    ['16h thứ sáu', '2026-11-27T16:00..2026-11-27T17:00 hour'],
    ['chủ nhật', '2026-11-29..2026-11-30 day'],
    ['thứ hai', '2026-11-30..2026-12-01 day'],
    ['T2', '2026-11-30..2026-12-01 day'],
    ['T2/2027', '2027-02-01..2027-03-01 month'],
    ['27/11', '2026-11-27..2026-11-28 day'],
    ['20/11', '2026-11-20..2026-11-21 day'],
    ['30/6/2029', '2029-06-30..2029-07-01 day'],
    ['ngày 27 tháng 11 năm 2026', '2026-11-27..2026-11-28 day'],
    ['mùng 5', '2026-12-05..2026-12-06 day'],
    ['mung 10/12', '2026-12-10..2026-12-11 day'],
    ['cuối tháng sau', '2026-12-21..2027-01-01 day'],
    ['tháng trước', '2026-10-01..2026-11-01 month'],
    ['tháng 3', '2027-03-01..2027-04-01 month'],
    ['tháng mười hai', '2026-12-01..2027-01-01 month'],
    ['tháng 3/2027', '2027-03-01..2027-04-01 month'],
    ['quý 3/2026', '2026-07-01..2026-10-01 quarter'],
    ['quý I/2027', '2027-01-01..2027-04-01 quarter'],
    ['năm nay', '2026-01-01..2027-01-01 year'],
    ['từ 2026 đến 2028', '2026-01-01..2029-01-01 year'],
    ['2027-2028', '2027-01-01..2029-01-01 year'],
    ['01/2027 - 10/2027', '2027-01-01..2027-11-01 month'],
    ['6 tháng đầu năm 2027', '2027-01-01..2027-07-01 quarter'],
    ['16h30', '2026-11-23T16:30..2026-11-23T16:31 minute'],
    ['chiều mai 4h', '2026-11-24T16:00..2026-11-24T17:00 hour'],
    ['9 giờ rưỡi ngày 1/12', '2026-12-01T09:30..2026-12-01T09:31 minute'],
    ['15h30 chiều thứ 5', '2026-11-26T15:30..2026-11-26T15:31 minute'],
    ['5pm tomorrow', '2026-11-24T17:00..2026-11-24T18:00 hour'],
    ['next Friday', '2026-12-04..2026-12-05 day'],
    ['1 February', '2027-02-01..2027-02-02 day'],
    ['tuần tới', '2026-11-30..2026-12-07 week'],
    ['3 tháng tới', '2026-11-23..2027-02-24 day'],
    ['2 tuần nữa', '2026-12-07..2026-12-08 day'],
    ['tết', '2027-02-06..2027-02-07 day'],
    ['mùng 5 tết', '2027-02-10..2027-02-11 day'],
    ['Mai Sơn', null],
    ['chị Mai', null],
    ['350 triệu', null],
    ['lần thứ hai', null],
    ['120 hộ', null],
    ['NC-2026-0031', null],
    ['167/KH-UBND', null],
    ['31/2/2027', null],
  ] as const)('%s', (text, expected) => {
    const r = readSpan(text, now);
    expect(r && `${short(r.from)}..${short(r.to)} ${r.grain}`).toBe(expected);
  });

  test.each([
    ['cuối tháng sau', '2026-12-31'],
    ['hết tháng 11', '2026-11-30'],
    ['16h30 mai', '2026-11-24'],
    ['giữa tháng 12', '2026-12-15'],
    ['mùng 5', '2026-12-05'],
    ['thứ sáu tuần này', '2026-11-27'],
    ['20/11', '2027-11-20'],
  ])('the day meant by %s', (text, day) => expect(readDay(text, now)?.toString()).toBe(day));
});

describe('periods of projects', () => {
  test.each([
    ['Làm trong 9 tháng từ tháng 3/2027', '2027-03-01..2027-11-30 9'],
    ['quý II/2027', '2027-04-01..2027-06-30 3'],
    ['01/2027 - 10/2027', '2027-01-01..2027-10-31 10'],
    ['2027-2028', '2027-01-01..2028-12-31 24'],
    ['năm 2027', '2027-01-01..2027-12-31 12'],
    ['12 tháng', '.. 12'],
    ['từ tháng 3 đến tháng 11 năm sau', '2027-03-01..2027-11-30 9'],
    ['từ tháng 3/2027 đến hết năm', '2027-03-01..2027-12-31 10'],
    ['quý II/2027 đến cuối năm', '2027-04-01..2027-12-31 9'],
    ['làm từ tháng 3 đến hết năm', '2027-03-01..2027-12-31 10'],
    ['tháng 3 đến tháng 12', '2027-03-01..2027-12-31 10'],
    ['From 1 February to 31 July 2027', '2027-02-01..2027-07-31 6'],
    ['trong 12 tháng từ tháng 3/2027', '2027-03-01..2028-02-29 12'],
    ['từ tháng 3 đến tháng 11/2027', '2027-03-01..2027-11-30 9'],
    ['18 tháng, bắt đầu tháng 1/2027', '2027-01-01..2028-06-30 18'],
    ['2 năm từ quý 1/2027', '2027-01-01..2028-12-31 24'],
    ['12 thang nam 2027', '2027-01-01..2027-12-31 12'],
    ['từ tháng 01/2027 đến hết tháng 12/2027', '2027-01-01..2027-12-31 12'],
    ['15/3/2027 đến 20/11/2027', '2027-03-15..2027-11-20 '],
    ['giai đoạn 2027 - 2029', '2027-01-01..2029-12-31 36'],
    ['T3/2027 - T11/2027', '2027-03-01..2027-11-30 9'],
    ['chín tháng từ tháng ba năm 2027', '2027-03-01..2027-11-30 9'],
    ['từ tháng 9 năm 2027 đến tháng 2 năm 2028', '2027-09-01..2028-02-29 6'],
    ['from January 2027 for 12 months', '2027-01-01..2027-12-31 12'],
    ['tháng 3-11/2027', '2027-03-01..2027-11-30 9'],
    ['từ quý I đến quý III/2027', '2027-01-01..2027-09-30 9'],
    ['hoàn thành trước 31/12/2027', '..2027-12-31 '],
    ['một năm rưỡi', '.. 18'],
    ['120 hộ', null],
    ['trẻ 5 tuổi', null],
  ])('%s', (text, expected) => {
    const r = readPeriod(text, now);
    expect(r && `${r.start ?? ''}..${r.end ?? ''} ${r.months ?? ''}`).toBe(expected);
  });
});

describe('what is written reads back as the same', () => {
  const days = fc.integer({ min: 0, max: 1500 }).map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }));
  for (const lang of ['vi', 'en'] as const) {
    prop(`a day in ${lang}`, days, (d) => {
      expect(readDay(dayWords(d, lang), now)).toEqual(d);
    });
    prop(
      `whole months in ${lang}`,
      fc.tuple(fc.integer({ min: 0, max: 36 }), fc.integer({ min: 1, max: 59 })),
      ([skip, months]) => {
        const start = Temporal.PlainDate.from('2027-01-01').add({ months: skip });
        const end = start.add({ months }).subtract({ days: 1 });
        expect(readPeriod(periodWords(start, end, lang), now)).toEqual({ start, end, months });
      },
    );
  }
  prop('a moment', fc.tuple(days, fc.integer({ min: 0, max: 1439 })), ([d, minutes]) => {
    const local = d.toPlainDateTime('00:00').add({ minutes });
    expect(readSpan(momentWords(instantOf(local)), now)?.from).toEqual(local);
  });
});
