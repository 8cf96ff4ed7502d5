import { expect, test } from 'vitest';
import { readSpan } from '../../src/language/index.ts';
import { now } from './support.ts';

const span = (text: string) => {
  const r = readSpan(text, now);
  return r && `${r.from.toString().slice(0, 16)} ${r.to.toString().slice(0, 16)} ${r.grain}`;
};
const day = (from: string, to: string) => `${from}T00:00 ${to}T00:00 day`;

/** Ways to say a time that public collections of such expressions hold for Vietnamese and English; now is Monday 23/11/2026, 09:00. */
test.each([
  ['bây giờ', '2026-11-23T09:00 2026-11-23T09:01 minute'],
  ['2 tiếng nữa', '2026-11-23T11:00 2026-11-23T11:01 minute'],
  ['30 phút nữa', '2026-11-23T09:30 2026-11-23T09:31 minute'],
  ['nửa tiếng nữa', '2026-11-23T09:30 2026-11-23T09:31 minute'],
  ['17 giờ 5 phút', '2026-11-23T17:05 2026-11-23T17:06 minute'],
  ['8 giờ rưỡi', '2026-11-23T08:30 2026-11-23T08:31 minute'],
  ['7 rưỡi sáng mai', '2026-11-24T07:30 2026-11-24T07:31 minute'],
  ['7 giờ kém 15', '2026-11-23T06:45 2026-11-23T06:46 minute'],
  ['từ 8h đến 10h sáng mai', '2026-11-24T08:00 2026-11-24T11:00 hour'],
  ['lúc 3h chiều ngày 28/11', '2026-11-28T15:00 2026-11-28T16:00 hour'],
  ['1-5/12', day('2026-12-01', '2026-12-06')],
  ['từ 3 đến 5 tháng 12', day('2026-12-03', '2026-12-06')],
  ['05.12.2026', day('2026-12-05', '2026-12-06')],
  ['mùng mười tháng mười hai', day('2026-12-10', '2026-12-11')],
  ['ngày hai mươi lăm tháng mười hai', day('2026-12-25', '2026-12-26')],
  ['rằm tháng giêng', day('2027-02-20', '2027-02-21')],
  ['mùng 1 tết', day('2027-02-06', '2027-02-07')],
  ['giao thừa', day('2027-02-05', '2027-02-06')],
  ['23 tháng chạp', day('2027-01-30', '2027-01-31')],
  ['noel', day('2026-12-25', '2026-12-26')],
  ['tết dương lịch', day('2027-01-01', '2027-01-02')],
  ['năm kia', '2024-01-01T00:00 2025-01-01T00:00 year'],
  ['T3-T6/2027', '2027-03-01T00:00 2027-07-01T00:00 month'],
  ['t3/27', '2027-03-01T00:00 2027-04-01T00:00 month'],
  ['9 tháng đầu năm 2027', '2027-01-01T00:00 2027-10-01T00:00 quarter'],
  ['ba giờ rưỡi chiều', '2026-11-23T15:30 2026-11-23T15:31 minute'],
  ['lúc hai giờ rưỡi', '2026-11-23T14:30 2026-11-23T14:31 minute'],
  ['thứ sáu vừa rồi', day('2026-11-20', '2026-11-21')],
  ['thứ sáu của tuần này', day('2026-11-27', '2026-11-28')],
  ['ngày cuối cùng của tháng sau', day('2026-12-31', '2027-01-01')],
  ['tuần đầu tiên của tháng 9/2027', '2027-09-06T00:00 2027-09-13T00:00 week'],
  ['năm tiếp theo', '2027-01-01T00:00 2028-01-01T00:00 year'],
  ['3/9/1991', day('1991-09-03', '1991-09-04')],
  ['first half of 2027', '2027-01-01T00:00 2027-07-01T00:00 quarter'],
])('%s', (text, expected) => expect(span(text)).toBe(expected));
