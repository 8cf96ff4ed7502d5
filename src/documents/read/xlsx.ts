import { Workbook } from '@cj-tech-master/excelts';
import { readDirectory, readEntry } from '../../base/files/zip.ts';
import { type Cell, limits, type Sheet, type SheetRow, type TableRead } from '../sheet.ts';

/**
 * Reads a workbook: values only. Formulas give the result that was saved with them; links and rich text their words; dates their day.
 * Runs in a thread of its own (thread.ts): it takes a second for 5,000 rows. The archive was looked at for active content before (base/files).
 */
export async function readXlsx(bytes: Uint8Array): Promise<TableRead> {
  if (bytes.length > limits.bytes) return { ok: false, why: 'too_big' };
  const unpacked = unpacks(bytes);
  if (unpacked !== null) return { ok: false, why: unpacked };
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(bytes);
  } catch {
    return { ok: false, why: 'damaged' };
  }
  if (workbook.worksheets.length > limits.sheets) return { ok: false, why: 'too_wide' };
  const sheets: Sheet[] = [];
  for (const page of workbook.worksheets) {
    const rows: SheetRow[] = [];
    for (let n = 1; n <= page.rowCount; n++) {
      const row = page.findRow(n);
      if (!row?.hasValues) continue;
      const cells: Cell[] = [];
      row.eachCell((cell, column) => {
        cells[column - 1] = cellOf(cell.value);
      });
      const where = `${page.name}:${n}`;
      const filled = Array.from(cells, (cell) => cell ?? null);
      while (filled.length > 0 && filled.at(-1) === null) filled.pop();
      if (filled.length === 0) continue;
      if (filled.length > limits.columns) return { ok: false, why: 'too_wide', where };
      if (filled.some((cell) => typeof cell === 'string' && cell.length > limits.cell))
        return { ok: false, why: 'cell_too_long', where };
      rows.push({ n, cells: filled });
      if (rows.length > limits.rows) return { ok: false, why: 'too_many_rows', where };
    }
    if (rows.length > 0)
      sheets.push({
        name: page.name,
        hidden: page.state !== 'visible',
        rows,
        merges: page.mergedRegions.map(({ top, left, bottom, right }) => ({ top, left, bottom, right })),
      });
  }
  return sheets.length === 0 ? { ok: false, why: 'empty' } : { ok: true, sheets };
}

/** What an archive claims to unpack to may be a lie: each part is unpacked once with a limit before the library sees any. */
function unpacks(bytes: Uint8Array): 'too_big' | 'damaged' | null {
  const entries = readDirectory(bytes);
  if (!entries) return 'damaged';
  let left: number = limits.unpacked;
  for (const entry of entries) {
    if (entry.size > left) return 'too_big';
    const content = readEntry(bytes, entry, left + 1);
    if (content === null) return entry.size === 0 ? 'too_big' : 'damaged';
    left -= content.length;
    if (left < 0) return 'too_big';
  }
  return null;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return textOf(value);
  if (value instanceof Date) {
    // Excel keeps wall-clock days: the library gives them as midnight UTC.
    const day = Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
    return day === null ? { error: '#VALUE!' } : { day };
  }
  const of = value as Record<string, unknown>;
  if ('error' in of) return { error: String(of['error']) };
  if ('result' in of || 'formula' in of || 'sharedFormula' in of) return cellOf(of['result']);
  if (Array.isArray(of['richText']))
    return textOf((of['richText'] as { text?: unknown }[]).map((part) => String(part.text ?? '')).join(''));
  if ('text' in of) return cellOf(of['text']);
  return null;
}

/** Without what Excel leaves in cells (_x000D_, hard spaces, control characters); null when nothing is left. */
function textOf(text: string): string | null {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/_x000D_/gi, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+|\u00a0/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u200b-\u200f\ufeff]/gu, '')
    .trim();
  return plain === '' ? null : plain;
}
