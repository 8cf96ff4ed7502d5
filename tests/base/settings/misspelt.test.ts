import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slips } from '../../../src/base/settings/misspelt.ts';

test.each([
  ['ABC', 'ABC', 0],
  ['ABC', 'ABD', 1],
  ['ABC', 'ACB', 1],
  ['ABC', 'AB', 1],
  ['TELEGRAM', 'TELGARM', 2],
  ['ABC', 'XYZ', 3],
  ['A', 'ABCDEF', 3],
])('%s → %s: %i slips (3 means more than 2)', (a, b, count) => {
  expect(slips(a, b, 2)).toBe(count);
});

test('is the same both ways, and zero only for the same name', () => {
  const name = fc.string({ unit: fc.constantFrom('A', 'B', '_'), maxLength: 8 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(slips(a, b, 9)).toBe(slips(b, a, 9));
      expect(slips(a, b, 9) === 0).toBe(a === b);
    }),
  );
});
