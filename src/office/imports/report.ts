import type { Lang } from '../../chat/text.ts';
import type { NewSheet } from '../../documents/sheet.ts';
import type { Matched } from './match.ts';
import { columns } from './read/columns.ts';
import type { RegisterRead } from './read/register.ts';
import { columnWords, problemWords } from './texts/problems.ts';
import { type EntryVerdict, isFault } from './types.ts';

const verdicts: Readonly<Record<EntryVerdict | 'passed', readonly [vi: string, en: string]>> = {
  new: ['mới', 'new'],
  changed: ['đổi', 'changed'],
  same: ['giữ nguyên', 'unchanged'],
  wrong: ['sai', 'wrong'],
  passed: ['bỏ qua', 'passed over'],
};

/**
 * The dry run as a table, a line for each row of the file in its order: what would be done with it, what is wrong and what to do,
 * what was understood otherwise than written, and each value before and after.
 */
export function reportSheet(register: RegisterRead, matched: readonly Matched[], lang: Lang): NewSheet {
  const at = lang === 'vi' ? 0 : 1;
  const lines: { row: number; cells: readonly (string | number | null)[] }[] = [];
  for (const one of matched) {
    for (const row of one.rows) {
      const own = one.problems.filter((problem) => problem.row === row);
      const said = (faulty: boolean) =>
        own
          .filter((problem) => isFault(problem) === faulty)
          .map((problem) => problemWords(problem, lang))
          .join('\n');
      // Changes are of the organisation: they stand in its first row.
      const changes =
        row === one.row
          ? one.changes
              .map(({ column, before, after }) => `${columnWords(column, lang)}: ${before ?? '∅'} → ${after}`)
              .join('\n')
          : '';
      lines.push({ row, cells: [row, one.name, verdicts[one.verdict][at], said(true), said(false), changes] });
    }
  }
  for (const { row, said } of register.passed)
    lines.push({
      row,
      cells: [row, said, verdicts.passed[at], '', lang === 'vi' ? 'không phải tổ chức' : 'no organisation', ''],
    });
  const notes = [
    ...register.unreadColumns.map((said) => (lang === 'vi' ? `Cột không đọc: ${said}` : `Column not read: ${said}`)),
    ...register.unreadSheets.map((said) =>
      lang === 'vi' ? `Trang tính không đọc: ${said}` : `Page not read: ${said}`,
    ),
  ];
  return {
    name: lang === 'vi' ? 'Báo cáo' : 'Report',
    head:
      lang === 'vi'
        ? ['Dòng', 'Tổ chức', 'Kết quả', 'Sai ở đâu', 'Đã hiểu là', 'Thay đổi']
        : ['Row', 'Organisation', 'Result', 'What is wrong', 'Understood as', 'Changes'],
    widths: [7, 40, 12, 60, 45, 60],
    rows: [
      ...lines.toSorted((a, b) => a.row - b.row).map(({ cells }) => cells),
      ...notes.map((note) => [null, note, null, null, null, null]),
    ],
  };
}

/** The empty template: every column that is read, with what to write there as a comment, and an example on a page of its own. */
export function templateSheets(lang: Lang): readonly NewSheet[] {
  const vi = lang === 'vi';
  const head = columns.map((column) => column.head(lang));
  const example: Readonly<Partial<Record<(typeof columns)[number]['key'], readonly [string, string]>>> = {
    kind: ['NGO', 'NGO'],
    nameEn: ['Example Foundation', 'Example Foundation'],
    nameVi: ['Quỹ Ví dụ', 'Quỹ Ví dụ'],
    abbreviations: ['EF', 'EF'],
    country: ['Đan Mạch', 'Denmark'],
    website: ['https://example.org', 'https://example.org'],
    fields: ['y tế; nước sạch', 'health; water and sanitation'],
    places: ['xã Co Mạ; huyện Bắc Yên cũ', 'xã Co Mạ; huyện Bắc Yên cũ'],
    certificateKind: ['VPĐD', 'representative office'],
    certificateNumber: ['12/VPĐD-VD', '12/VPĐD-VD'],
    issuedOn: ['15/01/2024', '15/01/2024'],
    expiresOn: ['14/01/2029', '14/01/2029'],
    areas: ['Sơn La; Điện Biên', 'Sơn La; Điện Biên'],
    project: ['Nước sạch cho bản vùng cao', 'Nước sạch cho bản vùng cao'],
    stage: ['đang thực hiện', 'being implemented'],
    committed: ['2,4 tỷ đồng', '2,4 tỷ đồng'],
    disbursed: ['800 triệu đồng', '800 triệu đồng'],
    startsOn: ['01/03/2025', '01/03/2025'],
    endsOn: ['28/02/2027', '28/02/2027'],
  };
  return [
    { name: vi ? 'Danh bạ' : 'Register', head, notes: columns.map((column) => column.hint?.(lang)), rows: [] },
    {
      name: vi ? 'Ví dụ (không nhập)' : 'Example (not imported)',
      head: [vi ? 'Cột' : 'Column', vi ? 'Ví dụ' : 'Example', vi ? 'Cách ghi' : 'How to write it'],
      widths: [34, 34, 70],
      rows: columns.map((column) => [
        column.head(lang),
        example[column.key]?.[vi ? 0 : 1] ?? null,
        column.hint?.(lang) ?? null,
      ]),
    },
  ];
}
