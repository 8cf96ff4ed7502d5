import { foldKeep } from '../text/fold.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { unflatten } from './flat-table.ts';
import { labelOf } from './labels.ts';

const count = /^(?:stt|tt|no\.?|#)$/;
const cells = (line: string): string[] =>
  (line.includes('\t') ? line.split('\t') : line.includes('|') ? line.split('|') : line.split(/ {3,}/))
    .map((c) => c.trim())
    .filter((c, i, all) => c !== '' || (i > 0 && i < all.length - 1));
const isHead = (cell: string) => {
  const flat = foldKeep(cell.normalize('NFC')).trim();
  return count.test(flat) || labelOf(flat) !== null;
};
const isHeadRow = (row: readonly string[]) =>
  row.length >= 3 && row.filter(isHead).length >= Math.max(2, row.length - 1);

function pairs(head: readonly string[], row: readonly string[]): string[] {
  return head.flatMap((label, i) =>
    row[i] && !count.test(foldKeep(label.normalize('NFC'))) ? [`${label}: ${row[i]}`] : [],
  );
}

/** "1 | Đơn vị | Sở Y tế", or a label on one line and its value on the next ("Nội dung 1. Tên dự án"): a form laid out as a table of two columns. */
function rowsOfPairs(text: string): string {
  const lines = text.split('\n');
  const asked = lines.map((line) => {
    const row = cells(line);
    const at = row.length >= 2 && row.length <= 3 ? row.length - 2 : -1;
    return at >= 0 && isHead(row[at]!) && !isHead(row[at + 1]!) && row.slice(0, at).every((c) => /^[\d.)]*$/.test(c))
      ? `${row[at]}: ${row[at + 1]}`
      : null;
  });
  if (asked.filter(Boolean).length >= 3) return lines.map((line, i) => asked[i] ?? line).join('\n');
  const labels = lines.map((line) => {
    const label = line.trim().replace(numbering, '');
    return label !== '' && isHead(label) && !count.test(foldKeep(label.normalize('NFC'))) ? label : null;
  });
  const valued = labels.map(
    (l, i) => l !== null && i + 1 < lines.length && labels[i + 1] === null && lines[i + 1]!.trim() !== '',
  );
  if (valued.filter(Boolean).length < 3) return text;
  return lines
    .flatMap((line, i) =>
      valued[i] ? [`${labels[i]}: ${lines[i + 1]!.trim()}`] : i > 0 && valued[i - 1] ? [] : [line],
    )
    .join('\n');
}
/** "1.", "Nội dung 2.", "Mục 3:", "a)", "- " in front of a label. */
const numbering = /^(?:(?:nội dung|mục|phần|noi dung|muc|phan) ?)?(?:\d{1,2}|[a-h]|[ivx]{1,4})?[.):/-]?\s*[-+*•]?\s*/iu;

/** A text of which a table was made lines "label: value", and how many rows the table had. */
export interface Untabled {
  readonly text: string;
  readonly rows: number;
}

/**
 * A pasted table as lines "label: value", its first row only; other text comes back as it is, with no rows. Cells are apart by tabs or bars,
 * by single spaces, or each stands on a line of its own, as a table pasted from a word processor into a chat does.
 */
export function untable(pasted: string, v: Vocabulary): Untabled {
  if (!pasted.includes('\n')) return { text: pasted, rows: 0 };
  const text = rowsOfPairs(pasted);
  const lines = text.split('\n');
  for (let i = 0; i + 1 < lines.length; i++) {
    const head = cells(lines[i]!);
    if (isHeadRow(head)) {
      let at = i + 1;
      while (at < lines.length && /^[\s|:+-]*$/.test(lines[at]!)) at++;
      const row = at < lines.length ? cells(lines[at]!) : [];
      if (row.length < 2) continue;
      let end = at + 1;
      while (end < lines.length && cells(lines[end]!).length >= Math.max(3, row.length - 1)) end++;
      return { text: [...lines.slice(0, i), ...pairs(head, row), ...lines.slice(end)].join('\n'), rows: end - at };
    }
    let n = 0;
    while (i + n < lines.length && lines[i + n]!.trim() !== '' && isHead(lines[i + n]!.trim())) n++;
    if (n < 3 || i + 2 * n > lines.length) continue;
    const labels = lines.slice(i, i + n).map((l) => l.trim());
    const values = lines.slice(i + n, i + 2 * n).map((l) => l.trim());
    const counted = count.test(foldKeep(labels[0]!.normalize('NFC')));
    if (counted && !/^\d{1,2}\.?$/.test(values[0]!)) continue;
    let rows = 1;
    while (
      counted &&
      i + (rows + 2) * n <= lines.length &&
      new RegExp(`^${rows + 1}[.]?$`).test(lines[i + (rows + 1) * n]!.trim())
    )
      rows++;
    return {
      text: [...lines.slice(0, i), ...pairs(labels, values), ...lines.slice(i + (rows + 1) * n)].join('\n'),
      rows,
    };
  }
  const flat = unflatten(lines, v);
  return flat ? { text: flat.lines.join('\n'), rows: flat.rows } : { text, rows: 0 };
}
