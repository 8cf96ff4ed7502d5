import { expect, test } from 'vitest';
import { measured } from './measure.ts';

/** Floors a little below what docs/understanding.md reports. */
test('public corpora of Vietnamese numbers, sums and times are read', () => {
  const found = measured();
  const share = ([right, all]: readonly [number, number]) => right / all;
  expect(share(found.numbers)).toBeGreaterThanOrEqual(0.97);
  expect(share(found.money)).toBeGreaterThanOrEqual(0.97);
  expect(share(found.times)).toBeGreaterThanOrEqual(0.96);
});
