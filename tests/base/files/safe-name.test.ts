import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName } from '../../../src/base/files/safe-name.ts';

test.each([
  ['Đề nghị hỗ trợ nước sạch.docx', 'docx', 'Đề nghị hỗ trợ nước sạch.docx'],
  ['Đề nghị.docx'.normalize('NFD'), 'docx', 'Đề nghị.docx'.normalize('NFC')],
  ['Báo cáo 24.11.2026', 'pdf', 'Báo cáo 24.11.2026.pdf'],
  ['a.JPEG', 'jpg', 'a.jpg'],
  ['anh.pdf.exe', 'png', 'anh.png'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['C:\\Viec\\tờ trình.xlsx', 'xlsx', 'tờ trình.xlsx'],
  ['.htaccess', 'pdf', 'htaccess.pdf'],
  ['...', 'pdf', 'tep.pdf'],
  ['', 'pdf', 'tep.pdf'],
  [undefined, 'pdf', 'tep.pdf'],
  ['CON.txt', 'pdf', 'tep.pdf'],
  ['lpt1', 'pdf', 'tep.pdf'],
  ['a<b>:"c|d?*.docx', 'docx', 'a_b___c_d__.docx'],
  ['tờ\u202Excod.exe', 'docx', 'tờxcod.docx'],
  ['a\0b\nc\u200b.pdf', 'pdf', 'abc.pdf'],
  ['  nhiều   khoảng   trắng  .pdf', 'pdf', 'nhiều khoảng trắng.pdf'],
])('%j as %s → %j', (name, extension, safe) => {
  expect(safeName(name, extension)).toBe(safe);
});

test('any name at all becomes one that fits everywhere, and stays itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeName(name, 'pdf');
      expect(safe).toMatch(/^[^\p{Cc}\p{Cf}<>:"|?*\\/]+\.pdf$/u);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(204);
      expect(safe).not.toMatch(/^[\s.]|[\s.]\.pdf$/);
      expect(safeName(safe, 'pdf')).toBe(safe);
    }),
    { numRuns: 500 },
  );
});
