import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip, fitted, height, pages, screen, wrapped } from '../../../src/chat/fit.ts';
import { numeralWords } from '../../../src/office/needs/words/numerals.ts';
import { beneficiariesWords, derivation, needPeriodWords } from '../../../src/office/needs/words/values.ts';

test.each([
  [0n, 'không'],
  [15n, 'mười lăm'],
  [21n, 'hai mươi mốt'],
  [105n, 'một trăm linh năm'],
  [1_000_000n, 'một triệu'],
  [25_000_000_000n, 'hai mươi lăm tỷ'],
  [26_500_000_000n, 'hai mươi sáu tỷ năm trăm triệu'],
  [1_000_005_000n, 'một tỷ không trăm linh năm nghìn'],
  [1_234_567_890n, 'một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi'],
])('%s is %s', (n, words) => {
  expect(numeralWords(n)).toBe(words.replace('mươi tư', 'mươi bốn'));
});

test('a line is counted as a phone breaks it', () => {
  expect(wrapped('')).toBe(1);
  expect(wrapped('a'.repeat(38))).toBe(1);
  expect(wrapped('a'.repeat(39))).toBe(2);
  expect(wrapped('Ghi họ tên, chức vụ, số điện thoại. Ví dụ: Thào A Sếnh')).toBe(2);
});

test('what is cut is cut at a word', () => {
  expect(clip('Xây nhà bán trú và bếp ăn', 16)).toBe('Xây nhà bán trú…');
  expect(clip('ngắn', 16)).toBe('ngắn');
});

test('a card loses what matters least', () => {
  const rows = [{ line: 'một' }, { line: 'hai', rank: 2 }, { line: 'ba', rank: 1 }];
  expect(fitted(rows, 2)).toEqual(['một', 'ba']);
});

test('pages hold everything and none is higher than a screen', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'ế', 'x'), minLength: 1, maxLength: 12 });
  const line = fc.array(word, { maxLength: 120 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const all = pages(lines);
      expect(all.flat().join(' ').replace(/ +/g, ' ').trim()).toBe(lines.join(' ').replace(/ +/g, ' ').trim());
      for (const page of all) expect(height(page)).toBeLessThan(screen.lines);
    }),
  );
});

test('villages beside households only say where', () => {
  expect(
    beneficiariesWords(
      [
        { count: 120, unit: 'households' },
        { count: 3, unit: 'villages' },
      ],
      'vi',
    ),
  ).toBe('120 hộ (3 bản)');
  expect(beneficiariesWords([{ count: 18, unit: 'villages' }], 'vi')).toBe('18 bản');
  expect(beneficiariesWords([{ count: 1, unit: 'children', group: 'khe hở môi' }], 'en')).toBe('1 child (khe hở môi)');
});

test('a figure that nobody said is shown with its sum', () => {
  const vnd = (millions: bigint) => ({ minor: millions * 1_000_000n, currency: 'VND' as const });
  const b = { budget: vnd(800n), requested_aid: vnd(700n), counterpart: vnd(100n) };
  expect(derivation({ ...b, derived: 'counterpart' }, 'vi')).toBe(' (= 800 − 700)');
  expect(derivation(b, 'vi')).toBe('');
  const large = { budget: vnd(2400n), requested_aid: vnd(2000n), counterpart: vnd(400n) };
  expect(derivation({ ...large, derived: 'requested_aid' }, 'vi')).toBe(' (= 2,4 tỷ − 400 triệu)');
});

test('half a period is half a sentence', () => {
  expect(needPeriodWords({ months: 9 }, 'vi')).toBe('9 tháng');
  expect(needPeriodWords({ start: Temporal.PlainDate.from('2027-03-01'), months: 9 }, 'vi')).toBe(
    '3/2027 – 11/2027 (9 tháng)',
  );
});
