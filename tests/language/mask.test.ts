import { expect, test } from 'vitest';
import { maskPersonal, understand } from '../../src/language/index.ts';
import { fc, test as property } from './property.ts';
import { names, now } from './support.ts';

test.each([
  [
    'liên hệ anh Lò Văn Minh 0912 000 018, minh.lo@sonla.gov.vn',
    'liên hệ anh Nguyễn Văn A 0900000000, ten@example.org',
  ],
  ['goi anh lo van minh nhe', 'goi anh Nguyễn Văn A nhe'],
  ['chị Hà ơi xem giúp', 'chị Nguyễn Văn A ơi xem giúp'],
  ['Nguyen Thi Thu Ha phong HTQT', 'Nguyễn Văn A phong HTQT'],
  ['+84 912.000.111', '0900000000'],
  ['cccd 014095001234', 'cccd 000000000000'],
  ['mã của em là 482913', 'mã của em là 000000'],
  ['em có mã K7M4-PX9R', 'em có mã AAAA-AAAA'],
  ['xem https://example.com/a?token=abc', 'xem https://example.org'],
])('%s', (text, masked) => {
  expect(maskPersonal(text, names)).toBe(masked);
});

test.each([
  'xã Co Mạ cần nước sạch cho 3 bản, 120 hộ, tổng 800000000 đồng',
  'Mường La có gì mới',
  'sở y tế gửi Save the Children',
  'em cam on anh',
  'ba ban o xa Chieng La',
  'NC-2026-0042 den dau roi',
  'hạn 27/11/2026 lúc 16h',
  'tổng 2.400.000.000 đồng',
])('stays as it is: %s', (text) => {
  expect(maskPersonal(text, names)).toBe(text);
});

test('a name that is known goes in any spelling', () => {
  expect(maskPersonal('toi la thao a senh day', names, ['Thào A Sếnh'])).not.toMatch(/senh/);
});

test('what is masked reads as before', () => {
  const c = { vocabulary: names, now, asker: 'department' as const };
  const text = 'em muốn đề xuất nước sạch cho xã Co Mạ, liên hệ anh Lò Văn Minh 0912 000 018';
  const masked = maskPersonal(text, names);
  expect(masked).not.toMatch(/0912|Minh/);
  expect(understand(masked, c)).toMatchObject({ intent: understand(text, c).intent });
});

property(
  'no telephone number and no mail address is left, and masking again changes nothing',
  fc.tuple(
    fc.constantFrom('gọi ', 'sđt: ', 'zalo ', ''),
    fc.constantFrom('09', '03', '08', '+849'),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }),
    fc.constantFrom('', ' ', '.', '-'),
  ),
  ([before, prefix, digits, between]) => {
    const phone = `${prefix}${digits.map((d, i) => (i % 3 === 2 ? `${between}${d}` : d)).join('')}`;
    const masked = maskPersonal(`${before}${phone} hoặc a.b@c.vn nhé`, names);
    expect(masked.replaceAll(/\D/g, '')).toBe('0900000000');
    expect(masked).toContain('ten@example.org');
    expect(maskPersonal(masked, names)).toBe(masked);
  },
);
