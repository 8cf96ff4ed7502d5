import { expect, test } from 'vitest';
import {
  fold,
  needSlots,
  readBeneficiaries,
  readContact,
  readField,
  readNeed,
  readPhone,
} from '../../src/language/index.ts';
import { needTexts } from './needs.ts';
import { names, now } from './support.ts';

test.each(needTexts)('$text', ({ text, fields }) => {
  const read = needSlots(text, { vocabulary: names, now });
  for (const [field, value] of Object.entries(fields)) {
    if (value === null) expect(read[field], field).toBeUndefined();
    else if (field === 'title') expect(fold(String(read[field])), field).toBe(fold(String(value)));
    else expect(read[field], field).toEqual(value);
  }
});

test('nothing is invented from an empty wish', () => {
  expect(readNeed('xin hỗ trợ ạ', { vocabulary: names, now })).toEqual({});
});

test.each([
  [
    '120 hộ và 3 bản',
    [
      [120, 'households'],
      [3, 'villages'],
    ],
  ],
  ['phục vụ 5.600 người dân', [[5600, 'people']]],
  [
    '2 ban, 130 ho',
    [
      [130, 'households'],
      [2, 'villages'],
    ],
  ],
  ['900 học sinh', [[900, 'students']]],
  ['15 làng nghề', [[15, 'villages']]],
  ['một trăm hai mươi hộ', [[120, 'households']]],
  ['300 phụ nữ nghèo', [[300, 'people']]],
  ['80 trẻ', [[80, 'children']]],
  ['12 htx', [[12, 'cooperatives']]],
  ['5 triệu/hộ', null],
  ['năm 2027', null],
] as const)('beneficiaries: %s', (text, expected) => {
  expect(readBeneficiaries(text)?.map((b) => [b.count, b.unit]) ?? null).toEqual(expected);
});

test.each([
  ['Nguyễn Văn An, 0912 000 111', { name: 'Nguyễn Văn An', phone: '0912000111' }],
  ['lh Lo Van Binh 0988000222', { name: 'Lo Van Binh', phone: '0988000222' }],
  ['chị Hoa 0966 000 444', { name: 'Hoa', phone: '0966000444' }],
  ['Contact Ms. Quang Thi Mai 0915000555', { name: 'Quang Thi Mai', phone: '0915000555' }],
  ['lo van binh 0988.000.222', { name: 'lo van binh', phone: '0988000222' }],
  [
    'Ông Lò Văn Tâm - Chủ tịch UBND xã, ĐT: 0212 3852 111',
    { name: 'Lò Văn Tâm', position: 'Chủ tịch UBND xã', phone: '02123852111' },
  ],
  [
    'đầu mối: đ/c Giàng A Páo (chuyên viên) +84 912 345 678',
    { name: 'Giàng A Páo', position: 'chuyên viên', phone: '0912345678' },
  ],
  [
    'bà Hà, phó chủ tịch, email ha.lt@sonla.gov.vn',
    { name: 'Hà', position: 'phó chủ tịch', email: 'ha.lt@sonla.gov.vn' },
  ],
  ['0912000111', { phone: '0912000111' }],
  ['Lò Văn Minh, Phó Chủ tịch, 0912 000 018', { name: 'Lò Văn Minh', position: 'Phó Chủ tịch', phone: '0912000018' }],
  ['lo van minh, pho chu tich, 0912000018', { name: 'lo van minh', position: 'pho chu tich', phone: '0912000018' }],
  ['Trưởng bản Nong Vai, 0912 000 018', { position: 'Trưởng bản Nong Vai', phone: '0912000018' }],
  ['Thào A Sếnh, văn hóa xã, 0912000111', { name: 'Thào A Sếnh', position: 'văn hóa xã', phone: '0912000111' }],
  ['ha tien dung', { name: 'ha tien dung' }],
  ['giang a chua', { name: 'giang a chua' }],
  ['Lò văn bình', { name: 'Lò văn bình' }],
  ['lò thị hoa cb văn hóa', { name: 'lò thị hoa' }],
])('contact: %s', (text, contact) => expect(readContact(text)).toMatchObject(contact));

test.each([
  'xem lại',
  'Xem lại',
  'Kính gửi Sở Ngoại vụ, xã Long Hẹ cần nước sạch cho 5 bản',
  'co duoc khong',
  'số thì mai tôi báo',
  'để tôi hỏi đã',
  'mai tôi báo',
  'lai sai roi',
  'văn hóa xã',
])('nobody is named: %s', (text) => expect(readContact(text)?.name).toBeUndefined());

test.each(['we need clean water for 3 villages in Co Mạ commune, 120 households', 'Clean water in Co Ma commune'])(
  'a commune as English says it: %s',
  (text) => expect(readNeed(text, { vocabulary: names, now }).places?.communes).toEqual(['03781']),
);

test('phones', () => {
  expect(readPhone('+84 912.000.111')).toBe('0912000111');
  expect(readPhone('84912000111')).toBe('0912000111');
  expect(readPhone('2.400.000.000 đồng')).toBeNull();
  expect(readPhone('09120001')).toBeNull();
});

test.each([
  ['cấp nước sạch cho 3 bản', 'water_sanitation'],
  ['xây nhà bán trú', 'education'],
  ['sửa chữa trạm y tế', 'health'],
  ['tập huấn bình đẳng giới', 'social'],
  ['ho tro giong ngo', 'agriculture'],
  ['xay cau treo', 'infrastructure'],
  ['rà phá bom mìn', 'war_legacy'],
  ['bảo tồn vượn đen', 'environment'],
  ['lu quet cuon troi nha', 'disaster_response'],
  ['Dạy nghề du lịch cộng đồng', 'vocational'],
  ['sàn thương mại điện tử', 'economy'],
  ['nhu cầu', null],
  ['danh sách', null],
] as const)('field: %s', (text, field) => expect(readField(text)).toBe(field));
