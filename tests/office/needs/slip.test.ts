import { describe, expect, test } from 'vitest';
import { slipIn } from '../../../src/office/needs/rules/slip.ts';

const dong = (minor: bigint) => ({ minor, currency: 'VND' }) as const;
const bn = 1_000_000_000n;

describe('an amount that is likely a slip', () => {
  test('25 tỷ for a school’s kitchen, with or without its children', () => {
    expect(slipIn(dong(25n * bn), { field: 'education' })).toEqual({ is: 'large' });
    expect(slipIn(dong(18n * bn), { field: 'education', beneficiaries: [{ count: 180, unit: 'students' }] })).toEqual({
      is: 'each',
      each: dong(100_000_000n),
      of: { count: 180, unit: 'students' },
    });
  });
  test('triệu where tỷ was meant', () => {
    expect(slipIn(dong(2_400_000n), { field: 'education' })).toEqual({ is: 'small' });
  });
  // The fictitious needs of the demonstration: what such needs cost.
  test.each([
    ['education', 2_400n, 180, 'students'],
    ['water_sanitation', 800n, 120, 'households'],
    ['health', 3_100n, 9_500, 'people'],
    ['agriculture', 4_500n, 300, 'households'],
    ['vocational', 1_200n, 150, 'people'],
    ['disaster_response', 5_200n, 18, 'villages'],
    ['social', 900n, 2_000, 'students'],
    ['environment', 3_600n, 250, 'households'],
    ['health', 1_000n, 80, 'children'],
  ] as const)('%s, %i million for %i %s is as needs are', (field, million, count, unit) => {
    expect(slipIn(dong(million * 1_000_000n), { field, beneficiaries: [{ count, unit }] })).toBeNull();
  });
  test('dollars are measured too; a currency of which nothing is known is not doubted', () => {
    expect(slipIn({ minor: 100_000_000n, currency: 'USD' }, { field: 'education' })).toEqual({ is: 'large' });
    expect(slipIn({ minor: 5_000_000n, currency: 'USD' }, { field: 'education' })).toBeNull();
    expect(slipIn({ minor: 10n ** 15n, currency: 'LAK' }, {})).toBeNull();
  });
});
