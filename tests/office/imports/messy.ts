import { Workbook } from '@cj-tech-master/excelts';

/** A day as Excel keeps it. */
const day = (text: string) => new Date(`${text}T00:00:00Z`);

/**
 * A register as it lies in a drawer: a letterhead, a heading of two rows with merged cells, sections, blank rows, names merged over their
 * projects, dates as text and as numbers, amounts with dots, old names of places, doubles, a total, a hidden and a second page.
 */
export async function messyWorkbook(): Promise<Uint8Array> {
  const book = new Workbook();
  const cover = book.addWorksheet('Bìa');
  cover.addRow(['Danh sách tổ chức PCPNN']);
  const hidden = book.addWorksheet('Cũ', { state: 'hidden' });
  hidden.addRow(['Tên tổ chức', 'Quốc gia']);
  hidden.addRow(['Không được đọc', 'Mỹ']);
  const page = book.addWorksheet('DS 2026');
  page.getCell('A1').value = 'UBND TỈNH SƠN LA';
  page.mergeCells('A1:E1');
  page.getCell('A3').value = 'DANH SÁCH CÁC TỔ CHỨC PHI CHÍNH PHỦ NƯỚC NGOÀI';
  page.mergeCells('A3:L3');
  // Two rows of heading: 5 and 6.
  const heads: readonly (readonly [string, string, string?])[] = [
    ['A', 'TT'],
    ['B', 'Tên tổ chức'],
    ['C', 'Viết tắt'],
    ['D', 'Nước'],
    ['E', 'Lĩnh vực hoạt động'],
    ['F', 'Địa bàn'],
  ];
  for (const [column, text] of heads) {
    page.getCell(`${column}5`).value = text;
    page.mergeCells(`${column}5:${column}6`);
  }
  page.getCell('G5').value = 'Giấy đăng ký';
  page.mergeCells('G5:J5');
  for (const [cell, text] of Object.entries({ G6: 'Loại', H6: 'Số', I6: 'Ngày cấp', J6: 'Có giá trị đến' }))
    page.getCell(cell).value = text;
  page.getCell('K5').value = 'Dự án';
  page.mergeCells('K5:N5');
  for (const [cell, text] of Object.entries({ K6: 'Tên', L6: 'Kinh phí cam kết', M6: 'Giải ngân', N6: 'Tình trạng' }))
    page.getCell(cell).value = text;
  page.getCell('O5').value = 'Ghi chú';
  page.getCell('P5').value = 'Màu áo';
  page.getRow(7).values = [
    '(1)',
    '(2)',
    '(3)',
    '(4)',
    '(5)',
    '(6)',
    '(7)',
    '(8)',
    '(9)',
    '(10)',
    '(11)',
    '(12)',
    '(13)',
    '(14)',
  ];
  page.getCell('A8').value = 'I. Các tổ chức Hoa Kỳ';
  page.mergeCells('A8:N8');
  // 9, 10: one organisation with two projects, its name merged.
  page.getRow(9).values = [
    1,
    'Highland Clean Water Trust',
    'HCWT',
    'Hoa Kỳ',
    'nước sạch; y tế',
    'xã Co Mạ; xã Hua Păng',
    'VPĐD',
    '101/VPDD-BNG',
    day('2024-01-15'),
    '14/01/2029',
    'Nước sạch vùng cao',
    '2,4 tỷ đồng',
    '800.000.000',
    'đang thực hiện',
  ];
  page.getRow(10).values = [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    'Vệ sinh trường học',
    'USD 120.000',
    null,
    'Đã kết thúc',
  ];
  page.mergeCells('B9:B10');
  // 11 is blank. 12: a day that is not there, a place that fits two.
  page.getRow(12).values = [
    2,
    'Mountain Schools Fund',
    null,
    'Mỹ',
    'giáo dục',
    'Chiềng Chung',
    'hoạt động',
    '77/GDKHD',
    '31/02/2025',
    '31.12.2027',
  ];
  // 13: an amount without a currency, a stage that is none, an unknown country.
  page.getRow(13).values = [
    3,
    'Green Valley Society',
    null,
    'Wakanda',
    'môi trường',
    null,
    null,
    null,
    null,
    null,
    'Trồng rừng',
    5000,
    null,
    'rất tốt',
  ];
  // 14: the same organisation again; 15: no name; 16: dates as numbers, kind missing.
  page.getRow(14).values = [4, 'HIGHLAND CLEAN WATER TRUST', null, 'Đức'];
  page.getRow(15).values = [5, null, null, 'Pháp', 'y tế'];
  page.getRow(16).values = [
    6,
    'River Health Alliance',
    null,
    'Pháp',
    'y tế',
    'huyện Mai Sơn cũ',
    null,
    '55',
    45000,
    46000,
  ];
  // 17: known by another name; 18: like one that is known; 19: not a foreign NGO; 20: good and new.
  page.getRow(17).values = [7, 'Tổ chức Save the Children', 'SCI', 'Anh', null, null, null, null, null, null];
  page.getRow(18).values = [8, 'Save the Childrens', null, 'Anh'];
  page.getRow(19).values = [9, 'JICA', null, 'Nhật Bản'];
  page.getRow(20).values = [
    10,
    'Sunrise Livelihoods Network',
    'SLN',
    'Đan Mạch',
    'nông nghiệp',
    'huyện Bắc Yên',
    'Hoạt động',
    '88/GĐKHĐ-BNG',
    'ngày 5 tháng 3 năm 2025',
    { formula: 'DATE(2028,3,4)', result: day('2028-03-04') },
    'Bò sinh sản',
    '1.200.000.000',
    '1.500.000.000',
    'đang triển khai',
  ];
  page.getRow(21).values = [
    'Tổng cộng',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    { formula: 'SUM(L9:L20)', result: 1 },
  ];
  page.getRow(22).values = ['Ghi chú: số liệu đến 30/9/2026'];
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same heads in other words and another order. `rows` by head. */
export async function simpleWorkbook(
  heads: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<Uint8Array> {
  const book = new Workbook();
  const page = book.addWorksheet('Sheet1');
  page.addRow([...heads]);
  for (const row of rows) page.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
