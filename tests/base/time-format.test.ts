import { expect, test } from 'vitest';
import {
  dayWords,
  hourWords,
  momentWords,
  monthWords,
  periodWords,
  spanWords,
  withDaysLeft,
} from '../../src/base/time/format.ts';
import { localDay } from '../../src/base/time/zone.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const today = day('2026-11-23');

test.each([
  ['2026-11-27', 'thứ Sáu, 27/11/2026 (còn 4 ngày)', 'Friday, 27 November 2026 (4 days left)'],
  ['2026-11-23', 'thứ Hai, 23/11/2026 (hôm nay)', 'Monday, 23 November 2026 (today)'],
  ['2026-11-20', 'thứ Sáu, 20/11/2026 (quá 3 ngày)', 'Friday, 20 November 2026 (3 days ago)'],
  ['2026-11-24', 'thứ Ba, 24/11/2026 (còn 1 ngày)', 'Tuesday, 24 November 2026 (1 day left)'],
  ['2026-11-29', 'Chủ nhật, 29/11/2026 (còn 6 ngày)', 'Sunday, 29 November 2026 (6 days left)'],
])('%s', (iso, vi, en) => {
  expect(withDaysLeft(day(iso), today, 'vi')).toBe(vi);
  expect(withDaysLeft(day(iso), today, 'en')).toBe(en);
  expect(vi.startsWith(dayWords(day(iso), 'vi'))).toBe(true);
});

test('hours, moments, months, periods', () => {
  expect(hourWords(Temporal.PlainTime.from('16:00'), 'vi')).toBe('16 giờ 00');
  const at = Temporal.Instant.from('2026-11-23T07:05:00Z');
  expect(momentWords(at, 'Asia/Ho_Chi_Minh', 'vi')).toBe('14 giờ 05 thứ Hai, 23/11/2026');
  expect(momentWords(at, 'Asia/Ho_Chi_Minh', 'en')).toBe('14:05 Monday, 23 November 2026');
  expect(monthWords(day('2027-03-01'), 'vi')).toBe('3/2027');
  expect(monthWords(day('2027-03-01'), 'en')).toBe('March 2027');
  expect(periodWords(day('2027-03-01'), day('2027-11-30'), 'vi')).toBe('3/2027 – 11/2027');
  expect(periodWords(day('2027-03-15'), day('2027-11-20'), 'vi')).toBe('15/03/2027 – 20/11/2027');
  expect(localDay(Temporal.Instant.from('2026-11-23T20:00:00Z')).toString()).toBe('2026-11-24');
});

test.each([
  ['PT2H5M', '2 giờ 05 phút', '2 hours 5 minutes'],
  ['PT45M', '45 phút', '45 minutes'],
  ['P3D', '3 ngày', '3 days'],
  ['P1DT4H30M', '1 ngày 4 giờ', '1 day 4 hours'],
  ['PT20S', 'dưới 1 phút', 'less than a minute'],
  ['PT1H', '1 giờ', '1 hour'],
])('%s', (iso, vi, en) => {
  expect(spanWords(Temporal.Duration.from(iso), 'vi')).toBe(vi);
  expect(spanWords(Temporal.Duration.from(iso), 'en')).toBe(en);
});
