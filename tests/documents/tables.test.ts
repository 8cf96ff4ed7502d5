import { Workbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/documents/read/csv.ts';
import { type Cell, limits } from '../../src/documents/sheet.ts';
import { readTables, workbook } from '../../src/documents/tables.ts';
import { writeCsv } from '../../src/documents/write/csv.ts';
import { safeCell } from '../../src/documents/write/safe-cell.ts';
import { zip } from '../base/files/make.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (read: Awaited<ReturnType<typeof readTables>>): (readonly Cell[])[] => {
  if (!read.ok) throw new Error(read.why);
  return read.sheets[0]!.rows.map((row) => row.cells);
};

test.each([
  ['semicolons', 'Tên;Nước\nCARE;Mỹ\n'],
  ['commas', 'Tên,Nước\r\nCARE,Mỹ\r\n'],
  ['tabs', 'Tên\tNước\rCARE\tMỹ'],
  ['a byte order mark', '\ufeffTên;Nước\nCARE;Mỹ'],
  ['a line that names the separator', 'sep=;\nTên;Nước\nCARE;Mỹ'],
  ['quotes', '"Tên";"Nước"\n"CARE";"Mỹ"'],
])('a CSV with %s is read', (_, text) => {
  expect(rowsOf(readCsv(bytes(text)))).toEqual([
    ['Tên', 'Nước'],
    ['CARE', 'Mỹ'],
  ]);
});

test('quoted fields keep separators, quotes and line breaks; empty rows count but are not given', () => {
  const read = readCsv(bytes('a;"x;""y""\nz"\n;;\n\nb;2'));
  expect(read).toMatchObject({
    ok: true,
    sheets: [
      {
        rows: [
          { n: 1, cells: ['a', 'x;"y"\nz'] },
          { n: 4, cells: ['b', '2'] },
        ],
      },
    ],
  });
});

test('a CSV of another encoding is refused rather than read with wrong letters', () => {
  expect(readCsv(new Uint8Array([0x54, 0xea, 0x6e, 0x3b, 0x4e]))).toMatchObject({ ok: false, why: 'not_text' });
  expect(readCsv(bytes('a;"never closed'))).toMatchObject({ ok: false, why: 'damaged' });
  expect(readCsv(bytes('\n \n'))).toMatchObject({ ok: false, why: 'empty' });
});

test('UTF-16 with its mark, as Excel saves "Unicode text", is read', () => {
  const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Tên\tNước\nCARE\tMỹ', 'utf16le')]);
  expect(rowsOf(readCsv(text))[1]).toEqual(['CARE', 'Mỹ']);
});

test('tables beyond the limits are refused whole and say where', async () => {
  expect(readCsv(bytes(`${'a\n'.repeat(limits.rows + 1)}`))).toMatchObject({ ok: false, why: 'too_many_rows' });
  expect(readCsv(bytes(';'.repeat(200)))).toMatchObject({ ok: false, why: 'too_wide' });
  expect(readCsv(bytes(`a\nb;${'x'.repeat(limits.cell + 1)}`))).toMatchObject({
    ok: false,
    why: 'cell_too_long',
    where: '2',
  });
  expect(await readTables(new Uint8Array(limits.bytes + 1))).toMatchObject({ ok: false, why: 'too_big' });
});

test('a workbook gives days, numbers, results of formulas, words of links and rich text, and its merges', async () => {
  const made = new Workbook();
  const page = made.addWorksheet('Danh bạ');
  page.getCell('A1').value = 'Tên tổ chức';
  page.mergeCells('A1:B1');
  page.getCell('A3').value = { richText: [{ text: 'Save the ' }, { text: 'Children', font: { bold: true } }] };
  page.getCell('B3').value = new Date(Date.UTC(2026, 11, 31));
  page.getCell('C3').value = { formula: 'SUM(1,2)', result: 3 };
  page.getCell('D3').value = { text: 'sci.org', hyperlink: 'https://sci.org' };
  page.getCell('E3').value = { error: '#REF!' };
  page.getCell('F3').value = '  khoảng\u00a0trắng  ';
  page.getCell('G3').value = true;
  const read = await readTables(new Uint8Array(await made.xlsx.writeBuffer()));
  expect(read).toMatchObject({
    ok: true,
    sheets: [
      {
        name: 'Danh bạ',
        hidden: false,
        merges: [{ top: 1, left: 1, bottom: 1, right: 2 }],
        rows: [
          { n: 1, cells: ['Tên tổ chức', 'Tên tổ chức'] },
          {
            n: 3,
            cells: ['Save the Children', { day: '2026-12-31' }, 3, 'sci.org', { error: '#REF!' }, 'khoảng trắng', true],
          },
        ],
      },
    ],
  });
});

test('an archive that unpacks to more than it says, or is none, is refused before the library opens it', async () => {
  const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(limits.unpacked + 10), claims: 100 }]);
  expect(bomb.length).toBeLessThan(limits.bytes);
  expect(await readTables(bomb)).toMatchObject({ ok: false });
  const honest = zip([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(limits.unpacked + 10) }]);
  expect(await readTables(honest)).toEqual({ ok: false, why: 'too_big' });
  expect(await readTables(bytes('PK nothing'))).toEqual({ ok: false, why: 'damaged' });
});

const formulas = [
  '=1+1',
  '+84912',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  ' =1',
  '\u200b=1',
  '|cmd',
  '＝1',
  '=HYPERLINK("http://x")',
];

test.each(formulas)('%j would run in a spreadsheet and is written as text', (text) => {
  expect(safeCell(text)).toMatch(/^'/);
  expect(new TextDecoder().decode(writeCsv({ head: ['a'], rows: [[text]] }))).not.toMatch(/(?:^|[;"\n])[=+\-@\t|]/);
});

test('a workbook holds all of them as text', async () => {
  const rows = formulas.map((text) => [text]);
  const read = rowsOf(await readTables(await workbook([{ name: 'x', head: ['a'], rows }]))).slice(1);
  expect(read).toHaveLength(formulas.length);
  for (const [cell] of read) expect(cell).toMatch(/^'/);
});

test.each(['-5', '-1.200.000', 'CARE', '5%', '', 'a=b'])('%j stays as it is', (text) => {
  expect(safeCell(text)).toBe(text);
});

test('whatever is written as CSV is read back', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((text) => safeCell(text.replace(/\r/g, '').trim()).trim());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const plain = rows.map((row) => row.map((text) => text.normalize('NFC').replaceAll('\0', '')));
      const read = readCsv(writeCsv({ head: ['đầu', 'mục'], rows: plain }));
      const back = rowsOf(read).slice(1);
      const kept = plain
        .map((row) => row.map((text) => (safeCell(text).trim() === '' ? null : safeCell(text).trim())))
        .filter((row) => row.some((value) => value !== null));
      expect(back).toEqual(kept);
    }),
    { numRuns: 200 },
  );
});

test('bytes of any kind are answered, never thrown at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
      expect(typeof readCsv(content).ok).toBe('boolean');
    }),
    { numRuns: 300 },
  );
});
