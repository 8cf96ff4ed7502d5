import { type Cell, limits, type SheetRow, type TableRead } from '../sheet.ts';

const separators = [';', ',', '\t'] as const;

/** The separator that splits the first lines most alike; in doubt the one that occurs most often outside quotes. */
function separatorOf(text: string): string {
  const [line = ''] = /^sep=(.)\r?\n/i.exec(text)?.slice(1) ?? [];
  if (line !== '') return line;
  const head = text.slice(0, 20_000);
  const counts = separators.map((separator) => {
    let quoted = false;
    let count = 0;
    for (const letter of head) {
      if (letter === '"') quoted = !quoted;
      else if (!quoted && letter === separator) count++;
    }
    return { separator, count };
  });
  return counts.toSorted((a, b) => b.count - a.count)[0]!.separator;
}

/**
 * Reads comma-separated values as spreadsheets write them: UTF-8 with or without a byte order mark (UTF-16 with one), separated by
 * semicolon, comma or tab (found by looking), quoted fields with line breaks and doubled quotes in them. Every cell is text.
 */
export function readCsv(bytes: Uint8Array): TableRead {
  if (bytes.length > limits.bytes) return { ok: false, why: 'too_big' };
  const text = decode(bytes);
  if (text === null) return { ok: false, why: 'not_text' };
  const separator = separatorOf(text);
  const start = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  const rows: SheetRow[] = [];
  // Rows are numbered as a spreadsheet that opens the file numbers them: a line break in quotes makes no row.
  let n = 1;
  let cells: Cell[] = [];
  let cell = '';
  let quoted = false;
  const fault = (why: 'too_many_rows' | 'too_wide' | 'cell_too_long'): TableRead => ({ ok: false, why, where: `${n}` });
  const endCell = () => {
    const value = cell.trim();
    cells.push(value === '' ? null : value);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((value) => value !== null)) rows.push({ n, cells });
    cells = [];
    n++;
  };
  for (let i = start; i < text.length; i++) {
    const letter = text[i]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (letter === separator) endCell();
    else if (letter === '\n') endRow();
    else if (letter === '\r') {
      if (text[i + 1] !== '\n') endRow();
    } else cell += letter;
    if (cell.length > limits.cell) return fault('cell_too_long');
    if (cells.length > limits.columns) return fault('too_wide');
    if (rows.length > limits.rows) return fault('too_many_rows');
  }
  if (quoted) return { ok: false, why: 'damaged', where: `${n}` };
  if (cell !== '' || cells.length > 0) endRow();
  if (rows.length > limits.rows) return fault('too_many_rows');
  return rows.length === 0
    ? { ok: false, why: 'empty' }
    : { ok: true, sheets: [{ name: 'CSV', hidden: false, rows, merges: [] }] };
}

/** The text, or null where it is none: bytes of another encoding would become wrong letters, which is worse than a refusal. */
function decode(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.normalize('NFC');
  } catch {
    return null;
  }
}
