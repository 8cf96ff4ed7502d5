import { beforeAll, expect, test } from 'vitest';
import { newId } from '../../../src/base/ids.ts';
import { type KnownPartner, knownOf } from '../../../src/office/imports/known.ts';
import { type Checked, checkFile, type FileFault } from '../../../src/office/imports/read/check.ts';
import { reportSheet } from '../../../src/office/imports/report.ts';
import { problemWords } from '../../../src/office/imports/texts/problems.ts';
import { names, now } from '../../language/support.ts';
import { messyWorkbook } from './messy.ts';

const sci: KnownPartner = {
  // The vocabulary of the tests names partners by their key.
  id: 'sci' as KnownPartner['id'],
  key: 'sci',
  kind: 'ngo',
  nameEn: 'Save the Children',
  nameVi: 'Tổ chức Cứu trợ Trẻ em Quốc tế',
  shortName: null,
  aliases: ['SCI'],
  formerNames: [],
  country: 'United Kingdom',
  countryVi: 'Anh',
  website: null,
  address: null,
  fields: ['education'],
  formerDistricts: [],
  communes: [],
  officerId: null,
  relation: 'partner',
  rowVersion: 3,
};
const known = knownOf([sci], [], []);

async function checked(bytes: Uint8Array): Promise<Checked> {
  const done: Checked | FileFault = await checkFile(bytes, {
    vocabulary: names,
    officers: new Map([['quang van minh', newId<'person'>(1)]]),
    known: async () => known,
    now,
  });
  if ('why' in done) throw new Error(done.why);
  return done;
}

let messy: Checked;
beforeAll(async () => {
  messy = await checked(await messyWorkbook());
});

/** Every problem of a row, as the report says it. */
const said = (row: number): string[] =>
  messy.matched.flatMap((one) => one.problems.filter((p) => p.row === row).map((p) => problemWords(p, 'vi')));
const entry = (row: number) => messy.matched.find((one) => one.row === row);

test('the heading of two merged rows is found under letterhead and title, on the visible page', () => {
  expect(messy.register.sheet).toBe('DS 2026');
  expect(messy.register.unreadColumns).toEqual(['Màu áo']);
  expect(messy.register.unreadSheets).toEqual(['Bìa', 'Cũ']);
});

test('what is no organisation is passed over and named', () => {
  expect(messy.register.passed.map((one) => one.row)).toEqual([7, 8, 21, 22]);
  expect(messy.register.passed[1]!.said).toBe('I. Các tổ chức Hoa Kỳ');
});

test('a name merged over two rows is one organisation with two projects; a repeated one is a mistake', () => {
  const one = entry(9)!;
  expect(one.rows).toEqual([9, 10, 14]);
  expect(said(14)).toEqual(['Quốc gia/vùng lãnh thổ: "Germany" khác với dòng 9 của cùng tổ chức']);
});

test('every problem is named by its row', () => {
  expect(said(9)).toEqual(['Địa bàn tại tỉnh: "xã Hua Păng" nay là xã Đoàn Kết']);
  expect(said(12)).toEqual([
    expect.stringMatching(
      /^Địa bàn tại tỉnh: "Chiềng Chung" có thể là: .*Đoàn Kết.*Mường Chanh|Mường Chanh.*Đoàn Kết/u,
    ),
    'Ngày cấp: không có ngày "31/02/2025"',
  ]);
  expect(said(13)).toEqual([
    'Quốc gia/vùng lãnh thổ: chưa rõ nước "Wakanda"',
    'Giá trị cam kết: "5000" chưa rõ đồng hay USD; ghi ở cột Loại tiền',
    expect.stringMatching(/^Giai đoạn: chưa rõ "rất tốt"; ghi: đã cam kết/u),
  ]);
  expect(said(15)).toEqual(['Tên tiếng Anh: chưa có tên tổ chức']);
  expect(said(16)).toEqual([
    'Ngày cấp: số 45000 hiểu là ngày 15/03/2023',
    'Ngày hết hạn: số 46000 hiểu là ngày 09/12/2025',
    'Loại giấy đăng ký: có giấy đăng ký ("55") nhưng chưa ghi loại: Đăng ký hoạt động; VPĐD; VPDA',
  ]);
  expect(said(18)).toEqual([
    'Tên tiếng Anh: "Save the Childrens" giống Save the Children (mã sci): ghi mã đó ở cột Mã nếu là một, ghi "mới" nếu khác',
  ]);
  expect(said(19)).toEqual([expect.stringMatching(/^Tên tiếng Anh: "JICA" không phải tổ chức PCPNN \(JICA: /u)]);
  expect(said(20)).toEqual([
    'Giá trị cam kết: "1.200.000.000" hiểu là 1200000000 VND',
    'Đã giải ngân: "1.500.000.000" lớn hơn hoặc khác loại tiền với cam kết "1.200.000.000"',
  ]);
});

test('one that is known under another name and says nothing new stays as it is', () => {
  expect(entry(17)).toMatchObject({ verdict: 'same', partner: sci.id, problems: [] });
});

test('the report has a line for each row of the file in its order', () => {
  const sheet = reportSheet(messy.register, messy.matched, 'vi');
  const rows = sheet.rows.filter(([n]) => n !== null).map(([n]) => n);
  expect(rows).toEqual([7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]);
  expect(sheet.rows.at(-1)![1]).toBe('Trang tính không đọc: Cũ');
});
