import type { Cell, Sheet, SheetRow } from '../../../documents/sheet.ts';
import type { ColumnKey } from '../types.ts';
import { columnOf } from './columns.ts';

/** Where a sheet's columns are. */
export interface Heading {
  /** Rows up to this one are title and heading. */
  readonly lastRow: number;
  /** Index of each column that is ours, with the words that stand over it. */
  readonly columns: ReadonlyMap<ColumnKey, { readonly at: number; readonly said: string }>;
  /** Headings that are none of ours: passed over, and said so. */
  readonly unread: readonly string[];
  /** Two columns with one meaning: which of them counts must be said. */
  readonly twice: readonly { readonly key: ColumnKey; readonly said: readonly [string, string] }[];
}

/** A register's title and letterhead may take this many rows. */
const lookAt = 30;
/** With fewer columns than this a row that names an organisation is a sentence, not a heading. */
const fewest = 2;

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '');

/**
 * Finds the heading: the row, or the two rows one over the other ("Giấy đăng ký" merged over "Số", "Ngày cấp"), that names most of our
 * columns, a name among them. Null when there is none: the sheet is no register.
 */
export function findHeading(sheet: Sheet): Heading | null {
  const rows = sheet.rows.slice(0, lookAt);
  let best: Heading | null = null;
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const single = headingFrom(sheet, row, undefined);
    const double = above && above.n === row.n - 1 ? headingFrom(sheet, row, above) : null;
    for (const found of [single, double]) {
      if (found && (!best || found.columns.size > best.columns.size)) best = found;
    }
  });
  return best;
}

function headingFrom(sheet: Sheet, row: SheetRow, above: SheetRow | undefined): Heading | null {
  const columns = new Map<ColumnKey, { at: number; said: string }>();
  const unread: string[] = [];
  const twice: { key: ColumnKey; said: readonly [string, string] }[] = [];
  const width = Math.max(row.cells.length, above?.cells.length ?? 0);
  for (let at = 0; at < width; at++) {
    const over = textOf(above?.cells[at]);
    // A heading merged downwards stands in both rows; one that only the upper row has is a column's too, unless it heads several.
    const own = textOf(row.cells[at]) || (headsSeveral(sheet, above, at) ? '' : over);
    if (own === '') continue;
    const key = columnOf(own, own === over ? '' : over);
    const said = over !== '' && over !== own ? `${over} – ${own}` : own;
    if (key === null) unread.push(said);
    else if (key !== 'unused') {
      const before = columns.get(key);
      if (before) twice.push({ key, said: [before.said, said] });
      else columns.set(key, { at, said });
    }
  }
  const named = columns.has('nameEn') || columns.has('nameVi');
  return named && columns.size >= fewest ? { lastRow: row.n, columns, unread, twice } : null;
}

const headsSeveral = (sheet: Sheet, above: SheetRow | undefined, at: number): boolean =>
  above !== undefined &&
  sheet.merges.some(
    ({ top, bottom, left, right }) =>
      top <= above.n && above.n <= bottom && left <= at + 1 && at + 1 <= right && right > left,
  );
