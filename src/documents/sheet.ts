/** A cell as it is told to the rest of the house. A date carries no time of day; an error is Excel's word for it ("#REF!"). */
export type Cell = string | number | boolean | { readonly day: string } | { readonly error: string } | null;

/** A row with anything in it. `n`: its number in the file, from 1, as a spreadsheet shows it. */
export interface SheetRow {
  readonly n: number;
  readonly cells: readonly Cell[];
}

/** A rectangle of cells that were merged into one; numbers from 1, both ends inclusive. Each of its cells has the value of the first. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One page of a workbook, or a whole CSV file. `hidden`: nobody sees it when the file is opened. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

/** How much of a table is read: beyond it the file is refused whole, never cut. */
export const limits = {
  bytes: 10 * 1024 * 1024,
  /** What the parts of a workbook may unpack to, in all. */
  unpacked: 80 * 1024 * 1024,
  rows: 5_200,
  columns: 120,
  cell: 4_000,
  sheets: 40,
} as const;

/**
 * Why a table can't be read. `too_big`: bytes, or what they unpack to; `too_many_rows`, `too_wide`, `cell_too_long`: the limits above;
 * `not_text`: a CSV that is not UTF-8; `slow`: it took longer than a table of this size takes; `damaged`, `empty`.
 */
export type TableFault =
  | 'too_big'
  | 'too_many_rows'
  | 'too_wide'
  | 'cell_too_long'
  | 'not_text'
  | 'damaged'
  | 'empty'
  | 'slow';

/** A file read as tables. */
export type TableRead =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly why: TableFault; readonly where?: string };

/** A page to be written. Widths in characters; `notes` stand under the heading of their column as a comment. */
export interface NewSheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly widths?: readonly number[];
  readonly notes?: readonly (string | undefined)[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
