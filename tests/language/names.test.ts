import { describe, expect, test } from 'vitest';
import { findPartner, findUnit, readPlaces } from '../../src/language/index.ts';
import { untype } from '../../src/language/text/typing.ts';
import { names } from './support.ts';

const placeName = (code: string) => names.places.byCode.get(code)?.name;

describe('places', () => {
  test.each([
    ['Co Mạ', ['Co Mạ']],
    ['xa co ma', ['Co Mạ']],
    ['Chiềng Hặc', ['Chiềng Hặc']],
    ['xã Mường La', ['Mường La']],
    ['xã Hua Păng cũ', ['Đoàn Kết']],
    ['mường bằng', ['Chiềng Mung']],
    ['TP Sơn La', ['Tô Hiệu', 'Chiềng An', 'Chiềng Cơi', 'Chiềng Sinh']],
    ['huyện Sốp Cộp', ['Púng Bánh', 'Sốp Cộp', 'Mường Lèo', 'Mường Lạn']],
    ['xã Mường Chanh, huyện Mai Sơn', ['Mường Chanh']],
    ['Chiềng Chung, huyện Mai Sơn', ['Mường Chanh']],
    ['Lóng Sập, Chiềng Sơn, Phiêng Khoài', ['Lóng Sập', 'Chiềng Sơn', 'Phiêng Khoài']],
    ['xã Chiềng Ân', ['Chiềng Hoa']],
    ['phường Mộc Châu', ['Mộc Châu']],
    ['Mường Khiêng commune', ['Mường Khiêng']],
    ['thị trấn Hát Lót', ['Mai Sơn']],
    ['muongla', undefined],
  ])('%s', (text, expected) => {
    if (!expected) return;
    const r = readPlaces(text, names, true);
    expect(r?.unclear).toEqual([]);
    expect(r?.communes.map(placeName)).toEqual(expected);
  });
  test.each([
    ['ở Mai Sơn', ['xã Mai Sơn (mới)', 'toàn bộ địa bàn huyện Mai Sơn cũ (8 xã)']],
    ['chieng hac', ['xã Chiềng Hặc', 'xã Chiềng Hắc cũ (thị xã Mộc Châu cũ), nay là phường Mộc Châu']],
    [
      'Chiềng Chung',
      [
        'xã Chiềng Chung cũ (thị xã Mộc Châu cũ), nay là xã Đoàn Kết',
        'xã Chiềng Chung cũ (huyện Mai Sơn cũ), nay là xã Mường Chanh',
      ],
    ],
    ['muong bang', ['xã Mường Bang', 'xã Mường Bằng cũ (huyện Mai Sơn cũ), nay là xã Chiềng Mung']],
    ['muong sai', ['xã Mường Sại', 'xã Mường Sai cũ (huyện Sông Mã cũ), nay là xã Chiềng Khương']],
    ['Mộc Châu', ['phường Mộc Châu (mới)', 'toàn bộ địa bàn thị xã Mộc Châu cũ (8 xã, phường)']],
  ])('%s is asked back', (text, labels) => {
    const r = readPlaces(text, names, true);
    expect(r?.communes).toEqual([]);
    expect(r?.unclear[0]?.options.map((o) => o.label)).toEqual(labels);
  });
  test('the whole province, villages, and what is no place', () => {
    expect(readPlaces('toàn tỉnh', names, true)?.province).toBe(true);
    expect(readPlaces('Sơn La', names, true)?.province).toBe(true);
    expect(readPlaces('bản Nà Tra xã Co Mạ', names, true)?.village).toBe('bản Nà Tra');
    expect(readPlaces('chị Mai Sơn', names, false)).toBeNull();
    expect(readPlaces('tinh thần đoàn kết dân tộc', names, false)).toBeNull();
    expect(readPlaces('xã Hua Păng cũ', names, true)?.renamed).toEqual([
      { said: 'xã Hua Păng cũ', now: 'xã Đoàn Kết' },
    ]);
  });
  test('every name of today is found by itself, with marks', () => {
    for (const p of names.lists.places) {
      const r = readPlaces(`${p.kind === 'xa' ? 'xã' : 'phường'} ${p.name}`, names, false);
      expect(r?.communes, p.name).toEqual([p.code]);
    }
  });
});

describe('units', () => {
  test.each([
    ['so gd', 'SGDDT'],
    ['Sở GD&ĐT', 'SGDDT'],
    ['UBND phường Tô Hiệu', '03646'],
    ['xã Co Mạ', '03781'],
    ['stc', 'STC'],
    ['hội phụ nữ tỉnh', 'HPN'],
    ['ubnd xa muong la', '03808'],
    ['sở nn&mt', 'SNNMT'],
    ['bv tỉnh', 'BVDK'],
    ['sở tài chinh', 'STC'],
    ['sở y tees', 'SYT'],
    ['mttq', 'MTTQ'],
    ['sở văn hoá', 'SVHTTDL'],
    ['sở nông nghệp', 'SNNMT'],
  ])('%s', (text, id) => expect(findUnit(text, names).sure).toBe(id));
  test('a unit that was split asks back', () => {
    const r = findUnit('sở lao động', names);
    expect(r.sure).toBeNull();
    expect(r.split?.name).toContain('Lao động');
    expect(r.candidates.length).toBe(4);
  });
});

describe('partners', () => {
  test.each([
    ['Plan International Việt Nam', 'plan'],
    ['tam nhin the gioi vn', 'wvi'],
    ['cứu trợ trẻ em quốc tế', 'sci'],
    ['snv', 'snv'],
    ['helvetas thuỵ sĩ', 'helvetas'],
    ['npa', 'npa'],
    ['phẫu thuật nụ cười vn', 'opsmile'],
    ['room toread', 'rtr'],
    ['avsf pháp', 'avsf'],
    ['quỹ đông tây hội ngộ', 'emw'],
    ['ricolto bỉ', 'rikolto'],
    ['heifer quoc te', 'heifer'],
    ['oxpham', 'oxfam'],
    ['wold vision', 'wvi'],
    ['action aid', 'actionaid'],
    ['aide action', 'aea'],
    ['fred holows', 'fhf'],
    ['good neigbors', 'gni'],
    ['caritas đức', 'caritas-de'],
    ['Rädda Barnen', 'sci'],
    ['Vredeseilanden', 'rikolto'],
    ['Norsk Folkehjelp', 'npa'],
    ['quỹ nhi đồng anh', 'sci'],
    ['child fund', 'childfund'],
    ['undp', 'undp'],
    ['đsq nhật', 'emb-jp'],
  ])('%s', (text, id) => expect(findPartner(text, names).sure).toBe(id));
  test.each([
    ['caritas', ['caritas-ch', 'caritas-de']],
    ['norwegian', ['nma', 'npa']],
  ])('%s fits several', (text, ids) => {
    const r = findPartner(text, names);
    expect(r.sure).toBeNull();
    expect([...r.candidates].sort()).toEqual(ids);
  });
  test.each(['bộ y tế', 'hội chữ thập đỏ', 'save the whales', 'hoa sen', 'na uy', 'Children of Vietnam', 'abc'])(
    '%s is nobody',
    (text) => {
      expect(findPartner(text, names).sure).toBeNull();
    },
  );
  test('every name and abbreviation in the register finds its partner', () => {
    const lost = names.lists.partners
      .filter((p) => p.kind === 'ngo' && findPartner(p.name, names).sure !== p.id)
      .map((p) => p.name);
    expect(lost).toEqual([]);
  });
});

test.each([
  ['toor chuwcs nào', 'tổ chức nào'],
  ['so73 y te6', 'sở y tê'],
  ['ddeef xuaats', 'đề xuất'],
  ['ddoois uwsngs', 'đối ứng'],
  ['nhu caauf cuar xax', 'nhu cầu của xã'],
  ['xax Co Maj', 'xã Co Mạ'],
  ['room to read', 'room to read'],
  ['NC-2026-0007 nc12 2ty4', 'NC-2026-0007 nc12 2ty4'],
  ['see the needs now', 'see the needs now'],
  ['xã Chiềng Khoong', 'xã Chiềng Khoong'],
  ['wwf vvob T2', 'wwf vvob T2'],
])('typing leftovers: %s', (text, read) => expect(untype(text)).toBe(read));
