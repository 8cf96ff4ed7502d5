import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LeaseRow } from '../../../src/base/leases/store.ts';
import { watch } from '../../../src/base/leases/watch.ts';

const row = (beat: number, of: Partial<LeaseRow> = {}): LeaseRow => ({
  holder: 'a',
  beat: BigInt(beat),
  forMs: 1000,
  ...of,
});

test('what is free may be taken at once', () => {
  expect(watch(1000).mayTake(null, 5)).toBe(true);
  expect(watch(1000).mayTake(row(3, { holder: null }), 5)).toBe(true);
});

test('a silent holder only after the whole lease time of watching it', () => {
  const { mayTake } = watch(1000);
  // The process may have started long after the holder died: only what it has seen itself counts.
  expect(mayTake(row(7), 50_000)).toBe(false);
  expect(mayTake(row(7), 50_999)).toBe(false);
  expect(mayTake(row(7), 51_000)).toBe(true);
});

test('each beat, another holder, or a free moment between begin the watching anew', () => {
  const { mayTake } = watch(1000);
  mayTake(row(1), 0);
  expect(mayTake(row(2), 999)).toBe(false);
  expect(mayTake(row(2), 1998)).toBe(false);
  expect(mayTake(row(2, { holder: 'b' }), 1999)).toBe(false);
  expect(mayTake(row(2, { holder: 'b' }), 2998)).toBe(false);
  expect(mayTake(null, 2999)).toBe(true);
  expect(mayTake(row(2, { holder: 'b' }), 3000)).toBe(false);
});

test("the longer of the holder's lease time and ours counts", () => {
  const patient = watch(1000);
  patient.mayTake(row(1, { forMs: 5000 }), 0);
  expect(patient.mayTake(row(1, { forMs: 5000 }), 4999)).toBe(false);
  expect(patient.mayTake(row(1, { forMs: 5000 }), 5000)).toBe(true);
  const slow = watch(5000);
  slow.mayTake(row(1), 0);
  expect(slow.mayTake(row(1), 4999)).toBe(false);
});

test('a holder that beats in time is never robbed, however irregular the looks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 50 }), (steps) => {
      const { mayTake } = watch(1000);
      let at = 0;
      for (const step of steps) {
        at += step;
        // Beats every 900 ms.
        expect(mayTake(row(Math.floor(at / 900)), at)).toBe(false);
      }
    }),
  );
});
