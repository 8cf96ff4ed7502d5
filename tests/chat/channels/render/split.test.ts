import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from '../../../../src/chat/channels/render/split.ts';

test('short texts stay whole, the empty one too', () => {
  expect(splitText('Đã nhận', 2000)).toEqual(['Đã nhận']);
  expect(splitText('', 2000)).toEqual(['']);
});

test('a cut falls between lines, else between words', () => {
  expect(splitText('một dòng\nhai dòng\nba dòng', 17)).toEqual(['một dòng\nhai dòng', 'ba dòng']);
  expect(splitText('cấp nước sinh hoạt', 10)).toEqual(['cấp nước', 'sinh hoạt']);
});

test('a letter is not torn from its marks', () => {
  const decomposed = 'ệ'.normalize('NFD').repeat(5);
  for (const part of splitText(decomposed, 4)) expect(part).toBe('ệ'.normalize('NFD'));
  expect(splitText('👨‍👩‍👧👨‍👩‍👧', 9)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
});

test('no part is too long and no letter is lost, whatever the text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'ệ', ' ', '\n', 'e\u0323\u0302', '🟢'), maxLength: 300 });
  fc.assert(
    fc.property(letters, fc.integer({ min: 8, max: 60 }), (text, max) => {
      const parts = splitText(text, max);
      expect(parts.length).toBeGreaterThan(0);
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(max);
      expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
