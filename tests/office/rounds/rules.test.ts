import { describe, expect, test } from 'vitest';
import { dueDay } from '../../../src/demo/rounds.ts';
import { acceptsAt, lateMinutes, latenessOf, stateAt } from '../../../src/office/rounds/rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const round = {
  opensAt: at('2026-11-02T00:30:00Z'),
  dueAt: at('2026-11-27T10:00:00Z'),
  closesAt: at('2026-12-11T10:00:00Z'),
  decided: 'none' as const,
};

describe('what a round is at a time', () => {
  test.each([
    ['2026-11-02T00:29:59Z', 'scheduled'],
    ['2026-11-02T00:30:00Z', 'open'],
    ['2026-11-27T10:00:00Z', 'open'],
    ['2026-11-27T10:00:00.000001Z', 'due_passed'],
    ['2026-12-11T10:00:00Z', 'due_passed'],
    ['2026-12-11T10:00:01Z', 'closed'],
  ])('%s: %s', (now, state) => {
    expect(stateAt(round, at(now))).toBe(state);
  });

  test('what was decided comes before what the dates say', () => {
    expect(stateAt({ ...round, decided: 'cancelled' }, at('2026-11-10T00:00:00Z'))).toBe('cancelled');
    expect(acceptsAt({ ...round, decided: 'cancelled' }, null, at('2026-11-10T00:00:00Z'))).toBe(false);
  });
});

describe('how late', () => {
  test.each([
    ['2026-11-27T10:00:00Z', null],
    ['2026-11-27T10:00:59Z', 0],
    ['2026-11-27T12:05:59.999Z', 125],
    ['2026-11-29T10:00:00Z', 2880],
  ])('%s: %s minutes', (when, minutes) => {
    expect(lateMinutes(round, null, at(when))).toBe(minutes);
  });

  test('a unit’s own extension counts, but never shortens', () => {
    const until = at('2026-12-01T10:00:00Z');
    expect(latenessOf(round, until, at('2026-11-30T00:00:00Z'))).toBeNull();
    expect(lateMinutes(round, until, at('2026-12-01T10:01:00Z'))).toBe(1);
    expect(lateMinutes(round, at('2026-11-20T10:00:00Z'), at('2026-11-25T10:00:00Z'))).toBeNull();
  });

  test('an extension past the closing keeps the round open for that unit alone', () => {
    const until = at('2026-12-20T10:00:00Z');
    expect(acceptsAt(round, null, at('2026-12-15T00:00:00Z'))).toBe(false);
    expect(acceptsAt(round, until, at('2026-12-15T00:00:00Z'))).toBe(true);
  });
});

test('the demonstration’s round is due on a Friday about ten days away', () => {
  for (let n = 0; n < 40; n++) {
    const today = Temporal.PlainDate.from('2026-11-23').add({ days: n });
    const due = dueDay(today);
    expect(due.dayOfWeek).toBe(5);
    const away = today.until(due).days;
    expect(away).toBeGreaterThanOrEqual(7);
    expect(away).toBeLessThanOrEqual(13);
  }
});
