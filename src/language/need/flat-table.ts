import { placesIn } from '../places/find.ts';
import { foldKeep } from '../text/fold.ts';
import { scan } from '../text/words.ts';
import { unitsIn } from '../units/find.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { labelOf, type Part } from './labels.ts';

/** A column of a flattened table: what it holds, its label as typed, and the unit of money in its head. */
interface Column {
  readonly part: Part | 'count';
  readonly label: string;
  readonly unit: string;
}

const flatOf = (text: string) => foldKeep(text.normalize('NFC')).trim();
const isCount = (text: string) => /^(?:stt|tt|no\.?|#)$/.test(flatOf(text));
const isMoney = (part: Column['part']) => part === 'budget' || part === 'requested_aid' || part === 'counterpart';
/** No label has more words, the unit in brackets with them. */
const longestLabel = 9;
const unitOf = (label: string): string => {
  const m = /[([](?:đvt:? ?)?(triệu|tr\.? ?đ?|trđ|nghìn|tỷ|usd|eur|trieu|nghin|ty|tr\.? ?d)[^)\]]*[)\]]/iu.exec(
    label,
  )?.[1];
  if (!m) return '';
  return /^t(?:r|ri)/i.test(m)
    ? 'triệu đồng'
    : /^ng/i.test(m)
      ? 'nghìn đồng'
      : /^t/i.test(m)
        ? 'tỷ đồng'
        : m.toUpperCase();
};

/** The columns that a line of labels and nothing else heads; null when it is no such line. Longest labels first. */
function columnsOf(line: string): Column[] | null {
  const words = line.trim().split(/\s+/);
  if (words.length < 5 || words.length > 60) return null;
  const out: Column[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let n = Math.min(longestLabel, words.length - at); n > 0 && taken === 0; n--) {
      const label = words.slice(at, at + n).join(' ');
      const part = n === 1 && isCount(label) ? 'count' : labelOf(flatOf(label));
      if (!part) continue;
      out.push({ part, label, unit: unitOf(label) });
      taken = n;
    }
    if (taken === 0) return null;
    at += taken;
  }
  const money = out.filter((c) => isMoney(c.part)).length;
  return out.length >= 4 && money >= 1 && out.some((c) => c.part === 'title') ? out : null;
}

const amount = '\\d[\\d.,]*(?: ?(?:tỷ|triệu|tr|đồng|đ|usd|eur|ty|trieu|dong)(?!\\p{L}))*';
const timeWord =
  /^(?:\d[\d/.–-]*|[-–]|đến|den|tháng|thang|quý|quy|năm|nam|từ|tu|t\d{1,2}(?:[/-].*)?|q[1-4].*|[ivx]+(?:\/\d+)?)$/iu;

/** The words of a row for each of its columns, as lines "label: value"; null when figures and columns do not agree. */
function rowOf(row: string, columns: readonly Column[], v: Vocabulary): string[] | null {
  const text = columns[0]!.part === 'count' ? row.trim().replace(/^\d{1,3}[.)]? /, '') : row.trim();
  const first = columns.findIndex((c) => isMoney(c.part));
  const run = columns.slice(first).findIndex((c) => !isMoney(c.part));
  const money = columns.slice(first, run < 0 ? undefined : first + run);
  const behind = columns.slice(first + money.length);
  // As many amounts on end as there are columns of money; the last such run, for a name may hold figures.
  const runs = [
    ...text.matchAll(
      new RegExp(`(?<![\\d/.,-])${Array(money.length).fill(`(${amount})`).join(' ')}(?![\\d/.,-])`, 'giu'),
    ),
  ].filter((m) => {
    const rest = text
      .slice(m.index + m[0].length)
      .trim()
      .split(' ')[0]!;
    return behind[0]?.part === 'period' ? timeWord.test(rest) : true;
  });
  const found = runs.at(-1);
  if (!found) return null;
  const lines: string[] = [];
  const put = (c: Column, value: string) => {
    if (value.trim() !== '') lines.push(`${c.label.split(/[([]/)[0]!.trim()}: ${value.trim()}`);
  };

  let before = text.slice(0, found.index).trim();
  const named = columns.slice(0, first).filter((c) => c.part !== 'count');
  const served = named.find((c) => c.part === 'beneficiaries');
  const counted = served && /(?<=^|\s)\d[\d.]*(?: \D+)?$/u.exec(before);
  if (served && counted) {
    put(served, counted[0]);
    before = before.slice(0, counted.index).trim();
  }
  const [org, place, title] = (['org', 'place', 'title'] as const).map((p) => named.find((c) => c.part === p));
  // Who and where are known by name; what is left of the words is what the need is called.
  let rest = before;
  const unit = org && unitsIn(scan(rest), v)[0];
  if (org && unit) {
    put(org, rest.slice(unit.start, unit.end));
    rest = `${rest.slice(0, unit.start)}\n${rest.slice(unit.end)}`;
  }
  const hits = place ? placesIn(scan(rest), v, false) : [];
  const last = hits.at(-1);
  const from =
    last &&
    hits.find((_, i) =>
      hits
        .slice(i + 1)
        .every((x, k) =>
          /^[\s,;]*(?:và |va |các xã |cac xa )?$/iu.test(rest.slice(hits[i + k]!.outerEnd, x.outerStart)),
        ),
    );
  if (place && last && from) {
    put(place, rest.slice(from.outerStart, last.outerEnd));
    rest = `${rest.slice(0, from.outerStart).replace(/(?:UBND|ubnd) ?$/, '')}\n${rest.slice(last.outerEnd)}`;
  }
  const name = rest.split('\n').find((x) => x.trim().split(/\s+/).length >= 2);
  if (title && name) put(title, name);
  for (const [i, c] of money.entries()) {
    const value = found[i + 1]!;
    put(c, /\p{L}/u.test(value) ? value : `${value} ${c.unit || money[0]!.unit}`);
  }

  const words = text
    .slice(found.index + found[0].length)
    .trim()
    .split(/\s+/);
  const when = behind.find((c) => c.part === 'period');
  const whom = behind.find((c) => c.part === 'contact');
  const spoken = words.findIndex((w) => !timeWord.test(w));
  const times = when ? (spoken < 0 ? words.length : spoken) : 0;
  if (when) put(when, words.slice(0, times).join(' '));
  if (whom) put(whom, words.slice(times).join(' '));
  return lines;
}

/**
 * A table whose cells are apart by single spaces only, as a chat flattens it: a line of labels, a line of values. Its first row as lines
 * "label: value", and how many rows there are; null when there is no such table.
 */
export function unflatten(
  lines: readonly string[],
  v: Vocabulary,
): { readonly lines: readonly string[]; readonly rows: number } | null {
  for (let i = 0; i + 1 < lines.length; i++) {
    const columns = columnsOf(lines[i]!);
    if (!columns) continue;
    const row = rowOf(lines[i + 1]!, columns, v);
    if (!row) continue;
    let at = i + 2;
    while (at < lines.length && rowOf(lines[at]!, columns, v)) at++;
    return { lines: [...lines.slice(0, i), ...row, ...lines.slice(at)], rows: at - i - 1 };
  }
  return null;
}
