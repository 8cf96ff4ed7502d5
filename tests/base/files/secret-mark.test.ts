import { describe, expect, test } from 'vitest';
import { secretMark } from '../../../src/base/files/secret-mark.ts';

const name = (text: string) => secretMark({ name: text })?.where ?? null;
const caption = (text: string) => secretMark({ caption: text })?.where ?? null;
const line = (text: string) => secretMark({ text })?.where ?? null;

describe('a name', () => {
  test.each([
    'De_xuat_MAT.docx',
    'De xuat MAT.pdf',
    'De_xuat_TOI_MAT.docx',
    'Bao-cao-MAT (1).docx',
    'De_xuat.MAT',
    'Tờ trình MAT.docx',
    'Đề xuất MẬT.docx',
    'ĐỀ_XUẤT_MẬT.docx',
    'MẬT.pdf',
    'TUYỆT MẬT - tờ trình.pdf',
    'To_trinh_TỐI_MẬT_2026.pdf',
    'Đề xuất MẬT.docx'.normalize('NFD'),
  ])('%s is refused', (text) => {
    expect(name(text)).toBe('name');
  });

  test.each([
    'Phau_thuat_mat.docx',
    'Phẫu thuật mắt.docx',
    'PHAU_THUAT_MAT.docx',
    'DE XUAT MAT.PDF',
    'MAT.docx',
    'Mat_ong.docx',
    'Mật ong.docx',
    'bí mật.docx',
    'Bao_mat_MATLAB.docx',
    'MAT_bang_sach.docx',
    'De_xuat_MAT_2026.docx',
    'MẶT BẰNG.docx',
    'Mau.mat',
    '',
  ])('%j is let in', (text) => {
    expect(name(text)).toBeNull();
  });
});

describe('a caption', () => {
  test.each([
    'Tài liệu MẬT',
    'MẬT',
    'Gửi anh, TỐI MẬT!',
    'công văn TUYỆT MẬT số 5',
    'tài liệu (MẬT)',
    'MẬT'.normalize('NFD'),
  ])('%s is refused', (text) => {
    expect(caption(text)).toBe('caption');
  });

  test.each(['mật ong Sơn La', 'bí mật', 'Mật độ dân số', 'de xuat MAT', 'MẶT TRẬN TỔ QUỐC', 'BẢO-MẬTX', 'mật'])(
    '%s is let in',
    (text) => {
      expect(caption(text)).toBeNull();
    },
  );
});

describe('a text', () => {
  test.each([
    'MẬT',
    'UBND XÃ CO MẠ\nMẬT\nĐề nghị',
    'x\r\n  TỐI  MẬT \r\ny',
    'x\n\tTUYỆT MẬT\n',
    '[MẬT]',
    '- TỐI MẬT -',
    'a\f MẬT \fb',
    'x\nMẬT\ny'.normalize('NFD'),
  ])('%j is refused', (text) => {
    expect(line(text)).toBe('text');
  });

  test.each([
    'Độ mật: không',
    'Tài liệu MẬT không gửi qua đây',
    'mật',
    'Mật',
    'MẬT ONG',
    'MẬT 1',
    'MAT',
    'BÍ MẬT',
    'RẤT TỐI MẬT',
    '',
  ])('%j is let in', (text) => {
    expect(line(text)).toBeNull();
  });
});

test('nothing given, nothing found; the mark itself is not handed on', () => {
  expect(secretMark({})).toBeNull();
  expect(secretMark({ name: 'a.pdf', caption: 'xin gửi', text: 'x\nMẬT' })).toEqual({ where: 'text' });
});
