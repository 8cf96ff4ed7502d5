import { expect, test } from 'vitest';
import { median, percentile, table } from '../../bench/support/figures.ts';

test('the median is the middle one, or between the two middle ones', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 0.99)).toBe(99);
  expect(percentile([7], 0.99)).toBe(7);
});

test('columns of a table stand below each other', () => {
  expect(
    table([
      ['', 'ms'],
      ['ours', '1.5'],
    ]),
  ).toBe('       ms\nours  1.5');
});
