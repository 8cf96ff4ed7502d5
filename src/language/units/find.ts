import { differing, lettersOf, slips } from '../text/distance.ts';
import { type Hit, longest } from '../text/phrases.ts';
import { type Scan, scan } from '../text/words.ts';
import type { SplitUnitEntry, UnitEntry } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** A unit found in running text, with all units that the words fit. */
export interface UnitHit {
  readonly start: number;
  readonly end: number;
  readonly units: readonly UnitEntry[];
  readonly split?: SplitUnitEntry;
  /** Only an abbreviation ("STC"), which may be an NGO's. */
  readonly short: boolean;
  /** A commune without "UBND": "xã Co Mạ", a place as much as a body. */
  readonly bare: boolean;
}

/** Of hits on the same words those typed exactly, when some are; names typed without marks keep them all. */
export function bestMarked<T>(s: Scan, hits: readonly Hit<T>[]): Hit<T>[] {
  const [first] = hits;
  if (!first || hits.length === 1) return [...hits];
  const typed = s.words.slice(first.from, first.to).some((w) => w.marked);
  if (!typed) return s.marks > 2 ? (hits.some((h) => h.exact) ? hits.filter((h) => h.exact) : [...hits]) : [...hits];
  const exact = hits.filter((h) => h.exact);
  if (exact.length) return exact;
  const least = Math.min(...hits.map((h) => h.clashes));
  const few = hits.filter((h) => h.clashes === least);
  const most = Math.max(...few.map((h) => h.agrees));
  return few.filter((h) => h.agrees === most);
}

/** Hits grouped by the words they cover. */
export function grouped<T>(hits: readonly Hit<T>[]): Hit<T>[][] {
  const out: Hit<T>[][] = [];
  for (const h of hits) {
    const last = out.at(-1);
    if (last && last[0]!.from === h.from && last[0]!.to === h.to) last.push(h);
    else out.push([h]);
  }
  return out;
}

/** A body below the province: "hội phụ nữ xã …" is not the provincial union. */
const below = /^ (?:xa|phuong|huyen|ban|thon|cap xa|co so|tieu khu|thi tran|x\.|cac xa)(?!\p{L})/u;

/** The units that a text names, left to right. */
export function unitsIn(s: Scan, v: Vocabulary): UnitHit[] {
  const out: UnitHit[] = [];
  const hits = longest(
    v.units.phrases.find(s).filter((h) => !(h.clashes > 0 && h.to - h.from < (h.agrees === 0 ? 3 : 2 + h.clashes))),
  );
  for (const group of grouped(hits)) {
    const best = bestMarked(s, group);
    const { start, end } = best[0]!;
    const split = best.find((h) => h.value.is === 'split');
    if (split && split.value.is === 'split') {
      out.push({
        start,
        end,
        units: split.value.split.successors
          .map((c) => v.units.byId.get(c) ?? v.units.byCode.get(c))
          .filter((u): u is UnitEntry => !!u),
        split: split.value.split,
        short: false,
        bare: false,
      });
      continue;
    }
    const names = best.map((h) => h.value).filter((n) => n.is === 'unit');
    const units = [...new Set(names.map((n) => n.unit))];
    const first = names[0]!;
    // "tỉnh đối ứng" without marks is no "tỉnh đội".
    if (/doi$/.test(s.flat.slice(start, end)) && /^ ung(?!\p{L})/u.test(s.flat.slice(end, end + 5))) continue;
    const abbreviation = first.short && !/^so /.test(s.flat.slice(start, end));
    if (
      abbreviation &&
      s.flat.slice(start, end).length <= 2 &&
      s.raw.slice(start, end) !== s.raw.slice(start, end).toUpperCase()
    )
      continue;
    if (units.every((u) => u.kind === 'mass_org') && below.test(s.flat.slice(end, end + 10))) continue;
    // "công an xã", "thanh tra giao thông", "mặt trận xã"
    if (
      units.length === 1 &&
      !/tinh|so /.test(s.flat.slice(start, end)) &&
      !abbreviation &&
      below.test(s.flat.slice(end, end + 10)) &&
      units[0]!.kind !== 'commune'
    )
      continue;
    out.push({ start, end, units, short: abbreviation, bare: first.bare });
  }
  return out;
}

/**
 * The unit that a text names, by id: full name, abbreviation, spoken form, with or without marks ("so gd", "xã Co Mạ", "UBND phường Tô Hiệu").
 * Several fit: `candidates`. The name of a unit that was divided gives its successors as candidates, and `split`.
 */
export function findUnit(
  text: string,
  vocabulary: Vocabulary,
): { sure: string | null; candidates: string[]; split?: SplitUnitEntry } {
  const s = scan(text);
  const [hit] = unitsIn(s, vocabulary);
  if (hit?.split) return { sure: null, candidates: hit.units.map((u) => u.id), split: hit.split };
  if (hit)
    return hit.units.length === 1
      ? { sure: hit.units[0]!.id, candidates: [] }
      : { sure: null, candidates: hit.units.slice(0, 4).map((u) => u.id) };
  // The bare name of a commune answers "which unit?".
  const communes = vocabulary.places.phrases.find(s).filter((h) => h.value.is === 'commune');
  const best = bestMarked(s, longest(communes));
  const ids = [
    ...new Set(
      best.map((h) => (h.value.is === 'commune' ? vocabulary.units.byCode.get(h.value.place.code)?.id : undefined)),
    ),
  ].filter((x): x is string => !!x);
  if (ids.length === 1) return { sure: ids[0]!, candidates: [] };
  if (ids.length > 1) return { sure: null, candidates: ids.slice(0, 4) };
  // A slip of typing.
  const flat = s.flat
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:ubnd|uy ban nhan dan|ub) /, '');
  if (flat.length < 5) return { sure: null, candidates: [] };
  const limit = flat.length > 12 ? 2 : 1;
  const near = new Map<string, number>();
  const letters = lettersOf(flat);
  for (const f of vocabulary.units.folded) {
    if (differing(letters, f.letters) > 4) continue;
    const k = slips(flat, f.flat, limit);
    if (k <= limit && k < (near.get(f.unit.id) ?? 9)) near.set(f.unit.id, k);
  }
  const sorted = [...near].sort((a, b) => a[1] - b[1]);
  const [a, b] = sorted;
  if (a && (!b || b[1] > a[1])) return { sure: a[0], candidates: [] };
  return { sure: null, candidates: sorted.slice(0, 4).map(([id]) => id) };
}
