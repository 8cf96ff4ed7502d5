import { expect, test } from 'vitest';
import {
  fold,
  looksLikeQuestion,
  pickedNumber,
  readContact,
  readPeriod,
  readPlaces,
  reservedWord,
} from '../../src/language/index.ts';
import { names, now } from './support.ts';

const typed = (name: string) => [name, fold(name), name.toUpperCase(), name.toLowerCase()];
const nameless = (text: string) =>
  reservedWord(text) === null && pickedNumber(text) === null && !looksLikeQuestion(text);

test('no name of a place is a command, a choice or a question', () => {
  const all = [...names.lists.places, ...names.lists.districts, ...names.lists.oldPlaces].flatMap((p) => [
    p.name,
    `xã ${p.name}`,
    `${p.name} cũ`,
  ]);
  expect(all.flatMap(typed).filter((t) => !nameless(t))).toEqual([]);
});

test('no name of a unit or a partner is one', () => {
  const units = names.lists.units.flatMap((u) => [u.name, ...u.aliases]);
  const partners = names.lists.partners.flatMap((p) => [p.name, ...p.names]);
  expect([...units, ...partners].flatMap(typed).filter((t) => !nameless(t))).toEqual([]);
});

test.each([
  'y tế',
  'giáo dục',
  '120 hộ có nước sạch quanh năm, giảm bệnh đường ruột',
  'Trẻ em đến trường, không còn học sinh bỏ học',
  'chị Hà, 0912 000 111',
  'chị Dung',
  'Chị Nhi',
  'anh Thôi',
  'Khoa nhi bệnh viện tỉnh',
  'Lò Thị Hà',
  'khám bệnh cho khoa nhi',
  'Xóa đói giảm nghèo',
  'Bỏ thói quen phóng uế bừa bãi',
  'Dừng nạn phá rừng',
  'Bà con biết cách phòng bệnh, không còn ai mắc bệnh',
  'tháng 3/2027',
  '2 tỷ rưỡi',
  'không có vốn đối ứng',
])('%s is an answer', (text) => {
  for (const t of /^(?:chị|anh) \p{Lu}\p{Ll}+$/iu.test(text) ? [text] : [text, fold(text)])
    expect([t, reservedWord(t), looksLikeQuestion(t)]).toEqual([t, null, false]);
});

test.each([
  ['Lò Văn Minh, Phó Chủ tịch, 0912 000 018', { name: 'Lò Văn Minh', position: 'Phó Chủ tịch', phone: '0912000018' }],
  ['Lò Văn Minh Phó Chủ tịch 0912 000 018', { name: 'Lò Văn Minh', position: 'Phó Chủ tịch', phone: '0912000018' }],
  ['0912 000 018 Lò Văn Minh', { name: 'Lò Văn Minh', phone: '0912000018' }],
  ['0912 000 018 - anh Minh', { name: 'Minh', phone: '0912000018' }],
  ['số tôi 0912 000 018, Lường Văn Muôn', { name: 'Lường Văn Muôn', phone: '0912000018' }],
  ['lò văn minh, phó chủ tịch, 0912 000 018', { name: 'lò văn minh', position: 'phó chủ tịch', phone: '0912000018' }],
  ['lo van minh - pho chu tich - 0912000018', { name: 'lo van minh', position: 'pho chu tich', phone: '0912000018' }],
  ['Phó Chủ tịch Lò Văn Minh: 0912000018', { name: 'Lò Văn Minh', position: 'Phó Chủ tịch', phone: '0912000018' }],
  [
    'Tòng Văn Sương, phó chủ tịch xã, 0971000276',
    { name: 'Tòng Văn Sương', position: 'phó chủ tịch xã', phone: '0971000276' },
  ],
  ['BS. Nguyễn Thị Hồng, 0912000345', { name: 'Nguyễn Thị Hồng', phone: '0912000345' }],
  ['thầy Hà Minh Tuấn (0904 000 733)', { name: 'Hà Minh Tuấn', phone: '0904000733' }],
  ['cô Hiền hiệu trưởng 0981000432', { name: 'Hiền', position: 'hiệu trưởng', phone: '0981000432' }],
])('the name stays with its number: %s', (text, contact) => expect(readContact(text)).toEqual(contact));

test.each([
  ['120 tháng từ tháng 1/2027', { start: '2027-01-01', months: 120 }],
  ['120 tháng', { months: 120 }],
  ['10/2027-5/2028', { start: '2027-10-01', end: '2028-05-31', months: 8 }],
  ['July-November 2027', { start: '2027-07-01', end: '2027-11-30', months: 5 }],
  ['tháng 2 đến tháng 5/2027', { start: '2027-02-01', end: '2027-05-31', months: 4 }],
  ['hè 2027', { start: '2027-06-01', end: '2027-08-31', months: 3 }],
])('the period of %s', (text, want) => {
  expect(JSON.parse(JSON.stringify(readPeriod(text, now)))).toMatchObject(want);
});

test.each([
  'xây 2 nhà bán trú',
  'nhà bán trú cho trường Tà Hộc',
  'nuôi bò bán thịt',
  'lớp bán trú',
  'bạn bè',
  'bàn ghế',
])('%s names no village', (text) => {
  expect(readPlaces(text, names, true)?.village).toBeUndefined();
});
