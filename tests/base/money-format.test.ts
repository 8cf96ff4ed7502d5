import { expect, test } from 'vitest';
import { moneyExact, moneyWords, numberWords, percentWords } from '../../src/base/money/format.ts';
import type { Currency } from '../../src/base/money/money.ts';

test.each([
  [2_400_000_000n, 'VND', '2,4 tỷ đồng', 'VND 2.4 billion', '2,4 tỷ đồng (2.400.000.000 đồng)'],
  [350_000_000n, 'VND', '350 triệu đồng', 'VND 350 million', '350 triệu đồng (350.000.000 đồng)'],
  [1_665_000_000n, 'VND', '1,665 tỷ đồng', 'VND 1.665 billion', '1,665 tỷ đồng (1.665.000.000 đồng)'],
  [1_234_567_890n, 'VND', '1.234.567.890 đồng', 'VND 1,234,567,890', '1.234.567.890 đồng'],
  [500_000n, 'VND', '500.000 đồng', 'VND 500,000', '500.000 đồng'],
  [0n, 'VND', '0 đồng', 'VND 0', '0 đồng'],
  [2_000_000n, 'USD', '20.000 USD', 'USD 20,000', '20.000 USD'],
  [2_000_050n, 'USD', '20.000,50 USD', 'USD 20,000.50', '20.000,50 USD'],
  [5_000_000n, 'JPY', '5.000.000 JPY', 'JPY 5,000,000', '5.000.000 JPY'],
] as const)('%s %s', (minor, currency, vi, en, exact) => {
  const m = { minor, currency: currency as Currency };
  expect(moneyWords(m, 'vi')).toBe(vi);
  expect(moneyWords(m, 'en')).toBe(en);
  expect(moneyExact(m, 'vi')).toBe(exact);
});

test('numbers and percentages', () => {
  expect(numberWords(1234567.8, 'vi')).toBe('1.234.567,8');
  expect(numberWords(1234567.8, 'en')).toBe('1,234,567.8');
  expect(numberWords(-1200n, 'vi')).toBe('-1.200');
  expect(numberWords(100, 'vi')).toBe('100');
  expect(percentWords(63, 'vi')).toBe('63%');
});
