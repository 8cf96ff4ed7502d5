import { foldKeep } from '../text/fold.ts';
import { isLabel } from './labels.ts';

const count = /^(?:stt|tt|no\.?|#)$/;
const cells = (line: string): string[] =>
  (line.includes('\t') ? line.split('\t') : line.split('|'))
    .map((c) => c.trim())
    .filter((c, i, all) => c !== '' || (i > 0 && i < all.length - 1));
const isHead = (cell: string) => {
  const flat = foldKeep(cell.normalize('NFC')).trim();
  return count.test(flat) || isLabel(flat);
};
const isHeadRow = (row: readonly string[]) =>
  row.length >= 3 && row.filter(isHead).length >= Math.max(2, row.length - 1);

function pairs(head: readonly string[], row: readonly string[]): string[] {
  return head.flatMap((label, i) =>
    row[i] && !count.test(foldKeep(label.normalize('NFC'))) ? [`${label}: ${row[i]}`] : [],
  );
}

/**
 * A pasted table as lines "label: value", its first row only; other text comes back as it is. Cells are apart by tabs or bars,
 * or each stands on a line of its own, as a table pasted from a word processor into a chat does.
 */
export function untable(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  for (let i = 0; i + 1 < lines.length; i++) {
    const head = cells(lines[i]!);
    if (isHeadRow(head)) {
      let at = i + 1;
      while (at < lines.length && /^[\s|:+-]*$/.test(lines[at]!)) at++;
      const row = at < lines.length ? cells(lines[at]!) : [];
      if (row.length < 2) continue;
      return [...lines.slice(0, i), ...pairs(head, row), ...lines.slice(at + 1)].join('\n');
    }
    let n = 0;
    while (i + n < lines.length && lines[i + n]!.trim() !== '' && isHead(lines[i + n]!.trim())) n++;
    if (n < 3 || i + 2 * n > lines.length) continue;
    const labels = lines.slice(i, i + n).map((l) => l.trim());
    const values = lines.slice(i + n, i + 2 * n).map((l) => l.trim());
    if (count.test(foldKeep(labels[0]!.normalize('NFC'))) && !/^\d{1,2}\.?$/.test(values[0]!)) continue;
    return [...lines.slice(0, i), ...pairs(labels, values), ...lines.slice(i + 2 * n)].join('\n');
  }
  return text;
}
