import { describe, expect, test } from 'vitest';
import { officeHours, usualHours } from '../../../src/office/law/calendar.ts';
import { holidays } from '../../../src/office/law/calendar-holidays.ts';

const zone = 'Asia/Ho_Chi_Minh';
const calendar = officeHours({ hours: usualHours }, zone);
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const local = (of: Temporal.Instant) =>
  of.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
const day = (of: string) => Temporal.PlainDate.from(of);

describe('the hours of the office', () => {
  test.each([
    ['2026-11-23T07:29', false],
    ['2026-11-23T07:30', true],
    ['2026-11-23T11:29', true],
    ['2026-11-23T11:30', false],
    ['2026-11-23T13:30', true],
    ['2026-11-23T17:00', false],
    ['2026-11-22T09:00', false],
    ['2027-02-08T09:00', false],
  ])('%s: open %s', (when, open) => {
    expect(calendar.openAt(at(when))).toBe(open);
  });

  test.each([
    ['2026-11-23T09:00', '2026-11-23T09:00'],
    ['2026-11-23T06:00', '2026-11-23T07:30'],
    ['2026-11-23T12:00', '2026-11-23T13:30'],
    ['2026-11-23T18:00', '2026-11-24T07:30'],
    ['2026-11-27T17:00', '2026-11-30T07:30'],
    // New Year's Day is a Friday.
    ['2026-12-31T17:30', '2027-01-04T07:30'],
  ])('after %s somebody reads at %s', (when, opens) => {
    expect(local(calendar.nextOpening(at(when)))).toBe(opens);
  });

  test('the zone is the office’s, not the machine’s', () => {
    const tokyo = officeHours({ hours: usualHours }, 'Asia/Tokyo');
    const moment = Temporal.Instant.from('2026-11-23T23:00:00Z');
    expect(tokyo.openAt(moment)).toBe(true);
    expect(calendar.openAt(moment)).toBe(false);
  });
});

describe('working days', () => {
  test.each([
    ['2026-11-23', 10, '2026-12-07'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 0, '2026-11-30'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-30', -1, '2026-11-27'],
    // Tết: Friday 5 to Monday 8 February, Wednesday 10 in lieu; Tuesday 9 and Thursday 11 wait for the notice and count as working.
    ['2027-02-04', 1, '2027-02-09'],
    ['2027-02-09', 1, '2027-02-11'],
    // 1 May 2027 is a Saturday: Monday is off in its place.
    ['2027-04-29', 1, '2027-05-04'],
  ])('%s and %i working days is %s', (from, n, to) => {
    expect(calendar.addWorkingDays(day(from), n).toString()).toBe(to);
  });

  test('24 November 2026 counts as a working day until somebody decides, and is shown for that', () => {
    expect(calendar.isWorkingDay(day('2026-11-24'))).toBe(true);
    expect(calendar.undecided(day('2026-11-01'), day('2026-12-31')).map((h) => h.date)).toEqual(['2026-11-24']);
  });

  test('a Saturday that is worked in exchange is a working day', () => {
    const swapped = officeHours({ hours: usualHours }, zone, [
      { date: '2026-11-28', vi: 'Làm bù', en: 'Worked in exchange', working: true },
    ]);
    expect(swapped.addWorkingDays(day('2026-11-27'), 1).toString()).toBe('2026-11-28');
  });

  test('an office that is never open is refused', () => {
    expect(() => officeHours({ hours: { days: [], spans: usualHours.spans } }, zone)).toThrow(RangeError);
    expect(() => officeHours({ hours: { days: [1], spans: [{ from: '11:00', to: '07:00' }] } }, zone)).toThrow(
      RangeError,
    );
  });
});

test('the table names each day once, in order, as days that exist', () => {
  const dates = holidays.map((h) => h.date);
  expect(dates).toEqual([...new Set(dates)].sort());
  for (const date of dates) expect(day(date).toString()).toBe(date);
});
