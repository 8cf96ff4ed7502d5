import type { Id } from '../../../base/ids.ts';
import type { Cell, Sheet, SheetRow } from '../../../documents/sheet.ts';
import { fold, type Vocabulary } from '../../../language/index.ts';
import type { ColumnKey, Problem, ReadEntry, ReadFacts, ReadRow } from '../types.ts';
import { breathing } from './breath.ts';
import { findHeading, type Heading } from './heading.ts';
import { nameKey } from './names.ts';
import { readRow } from './row.ts';

/** At most so many rows of organisations in one file. */
export const mostRows = 5_000;

/** Why a file is no register. `columns_twice`: two columns mean the same. */
export type RegisterFault =
  | { readonly why: 'no_heading' }
  | { readonly why: 'columns_twice'; readonly said: readonly [string, string] }
  | { readonly why: 'no_rows' }
  | { readonly why: 'too_many' };

/** A file read as a register. */
export interface RegisterRead {
  readonly sheet: string;
  readonly entries: readonly ReadEntry[];
  /** Rows that are no organisations (a total, the name of a section), with what stands in them. */
  readonly passed: readonly { readonly row: number; readonly said: string }[];
  /** Headings and sheets that were not read. */
  readonly unreadColumns: readonly string[];
  readonly unreadSheets: readonly string[];
}

/** Finds the register in a workbook and reads it, in slices that give the event loop back. */
export async function readRegister(
  sheets: readonly Sheet[],
  of: { readonly vocabulary: Vocabulary; readonly officers: ReadonlyMap<string, Id<'person'>> },
  stop?: AbortSignal,
): Promise<RegisterRead | RegisterFault> {
  const found = sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => {
      const heading = findHeading(sheet);
      return heading ? [{ sheet, heading }] : [];
    })
    .toSorted((a, b) => b.heading.columns.size - a.heading.columns.size)[0];
  if (!found) return { why: 'no_heading' };
  const { sheet, heading } = found;
  const [twice] = heading.twice;
  if (twice) return { why: 'columns_twice', said: twice.said };
  const body = sheet.rows.filter((row) => row.n > heading.lastRow);
  if (body.length > mostRows) return { why: 'too_many' };

  const breath = breathing(stop);
  const nameAt = [...['nameEn', 'nameVi']].flatMap((key) => heading.columns.get(key as ColumnKey)?.at ?? []);
  const merged = mergedNames(sheet, nameAt);
  const passed: { row: number; said: string }[] = [];
  const groups: { rows: ReadRow[]; merged: boolean }[] = [];
  const byName = new Map<string, { rows: ReadRow[] }>();
  for (const row of body) {
    await breath();
    const said = passedOver(row, sheet, heading, nameAt);
    if (said !== null) {
      if (said !== '') passed.push({ row: row.n, said });
      continue;
    }
    const read = readRow(row, { ...of, heading });
    const last = groups.at(-1);
    if (last && merged.get(row.n) !== undefined && merged.get(row.n) === last.rows[0]!.row) {
      last.rows.push(read);
      continue;
    }
    const name = read.facts.nameEn ?? read.facts.nameVi;
    const before = name === undefined ? undefined : byName.get(nameKey(name));
    if (before) before.rows.push(read);
    else {
      const group = { rows: [read], merged: merged.has(row.n) };
      groups.push(group);
      if (name !== undefined) byName.set(nameKey(name), group);
    }
  }
  if (groups.length === 0) return { why: 'no_rows' };
  return {
    sheet: sheet.name,
    entries: groups.map(({ rows }) => entryOf(rows)),
    passed,
    unreadColumns: heading.unread,
    unreadSheets: sheets.filter((one) => one !== sheet).map((one) => one.name),
  };
}

/** For each row inside a name that is merged downwards: the row where that name begins. */
function mergedNames(sheet: Sheet, columns: readonly number[]): Map<number, number> {
  const begins = new Map<number, number>();
  for (const { top, bottom, left, right } of sheet.merges) {
    if (bottom === top || !columns.some((at) => left <= at + 1 && at + 1 <= right)) continue;
    for (let row = top; row <= bottom; row++) begins.set(row, top);
  }
  return begins;
}

const total = /^(?:tong(?: cong| so)?|cong|total|sum|grand total)\b/;
const text = (cell: Cell | undefined): string =>
  cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell).trim();

/**
 * What stands in a row that is no organisation: a total, a section's name across the table, a repeated heading, a numbering of the columns;
 * '' for one that says nothing at all. Null: it is one.
 */
function passedOver(row: SheetRow, sheet: Sheet, heading: Heading, nameAt: readonly number[]): string | null {
  const filled = row.cells.map(text).filter((said) => said !== '');
  const different = [...new Set(filled)];
  const object = row.cells.some((cell) => typeof cell === 'object' && cell !== null);
  if (filled.length === 0 && !object) return '';
  if (total.test(fold(filled[0] ?? ''))) return different.slice(0, 3).join(' ');
  const ours = [...heading.columns.values()].filter(
    ({ at }) => text(row.cells[at]) !== '' || (typeof row.cells[at] === 'object' && row.cells[at] !== null),
  );
  if (ours.length === 0) return different.join(' ').slice(0, 80);
  // (1) (2) (3) under the heading.
  if (filled.length > 2 && filled.every((said) => /^\(?\d{1,2}\)?$/.test(said))) return different.slice(0, 4).join(' ');
  if (nameAt.some((at) => text(row.cells[at]) !== '' && fold(text(row.cells[at])) === fold(headText(heading, at))))
    return different.slice(0, 3).join(' ');
  const across = sheet.merges.some(
    ({ top, bottom, left, right }) => top <= row.n && row.n <= bottom && right - left >= 2,
  );
  if (across && different.length <= 2) return different.join(' ').slice(0, 80);
  // "I. Các tổ chức Hoa Kỳ", "Ghi chú: …": a numbered title or a note alone in its row.
  if (
    different.length <= 2 &&
    /^(?:[IVX]+[.)]?|[A-H][.)]?|ghi chú|chú thích|nguồn|note|người lập|sơn la, ngày)(?:$|[\s:])/iu.test(
      different[0] ?? '',
    )
  )
    return different.join(' ').slice(0, 80);
  return null;
}

const headText = (heading: Heading, at: number): string =>
  [...heading.columns.values()].find((column) => column.at === at)?.said ?? '';

const columnOfFact: Readonly<Record<string, ColumnKey>> = {
  isNew: 'key',
  aliases: 'otherNames',
  countryVi: 'country',
  formerDistricts: 'places',
  communes: 'places',
  officerId: 'officer',
};

/** Brings the rows of one organisation together. What a later row says anew of the organisation itself is a contradiction, not an addition. */
function entryOf(rows: readonly ReadRow[]): ReadEntry {
  const [first, ...more] = rows as [ReadRow, ...ReadRow[]];
  const problems: Problem[] = rows.flatMap((row) => row.problems);
  const { nameEn, nameVi } = first.facts;
  if (nameEn === undefined && nameVi === undefined)
    problems.push({ row: first.row, code: 'no_name', column: 'nameEn' });
  else if (nameEn === undefined)
    problems.push({ row: first.row, code: 'name_vi_only', column: 'nameVi', said: nameVi! });
  const certificates = first.certificate ? [first.certificate] : [];
  const grants = first.grant ? [first.grant] : [];
  for (const row of more) {
    const differs = Object.entries(row.facts).find(([name, value]) => !saysTheSame(name, value, first.facts));
    const certificate =
      row.certificate && !certificates.some((one) => sameCertificate(one, row.certificate!)) ? row.certificate : null;
    const grant =
      row.grant && !grants.some((one) => nameKey(one.title) === nameKey(row.grant!.title)) ? row.grant : null;
    if (differs)
      problems.push({
        row: row.row,
        code: 'twice_differs',
        column: columnOfFact[differs[0]] ?? (differs[0] as ColumnKey),
        said: String(differs[1]),
        beside: [String(first.row)],
      });
    else if (!certificate && !grant)
      problems.push({ row: row.row, code: 'twice', column: 'nameEn', beside: [String(first.row)] });
    if (certificate) certificates.push(certificate);
    if (grant) grants.push(grant);
  }
  for (const grant of grants) {
    if (grant.committed === undefined && !problems.some((p) => p.row === grant.row && p.column === 'committed'))
      problems.push({ row: grant.row, code: 'committed_missing', column: 'committed', said: grant.title });
    if (grant.stage === undefined && !problems.some((p) => p.row === grant.row && p.column === 'stage'))
      problems.push({ row: grant.row, code: 'stage_assumed', column: 'stage', said: grant.title });
  }
  return { row: first.row, rows: rows.map((row) => row.row), facts: first.facts, certificates, grants, problems };
}

/** Names are the same in any spelling; everything else to the letter. */
function saysTheSame(name: string, value: unknown, before: ReadFacts): boolean {
  if ((name === 'nameEn' || name === 'nameVi') && typeof value === 'string') {
    return [before.nameEn, before.nameVi].some((one) => one !== undefined && nameKey(one) === nameKey(value));
  }
  return JSON.stringify(value) === JSON.stringify(before[name as keyof ReadFacts]);
}

const sameCertificate = (a: { number?: string; kind: string; issuedOn?: string }, b: typeof a): boolean =>
  JSON.stringify([a.kind, a.number ?? null, a.issuedOn ?? null]) ===
  JSON.stringify([b.kind, b.number ?? null, b.issuedOn ?? null]);
