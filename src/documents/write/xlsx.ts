import { Workbook } from '@cj-tech-master/excelts';
import type { NewSheet } from '../sheet.ts';
import { safeCell } from './safe-cell.ts';

/** A workbook with these pages: a bold heading that stays in view, texts that no spreadsheet takes for formulas. */
export async function writeXlsx(sheets: readonly NewSheet[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const sheet of sheets) {
    const page = workbook.addWorksheet(sheet.name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    page.columns = sheet.head.map((header, i) => ({ header, width: sheet.widths?.[i] ?? 18 }));
    const head = page.getRow(1);
    head.font = { bold: true };
    head.alignment = { wrapText: true, vertical: 'top' };
    sheet.notes?.forEach((note, i) => {
      if (note) head.getCell(i + 1).note = note;
    });
    for (const row of sheet.rows) {
      const added = page.addRow(row.map((value) => (typeof value === 'string' ? safeCell(value) : value)));
      added.alignment = { wrapText: true, vertical: 'top' };
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
