import { foldKeep } from './fold.ts';
import { type Scan, toneKey } from './words.ts';

/** A phrase found: words `from` up to, not including, `to`. */
export interface Hit<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
  /** Offsets in the scan's text. */
  readonly start: number;
  readonly end: number;
  /** How many words were typed with marks that contradict the phrase. */
  readonly clashes: number;
  /** How many words were typed with exactly the marks of the phrase, where it has some. */
  readonly agrees: number;
  /** Every word is typed exactly as in the phrase, marks or their absence included. */
  readonly exact: boolean;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly ends: { readonly value: T; readonly keys: readonly string[]; readonly loose: boolean }[];
}

const split = /\d+(?:[.,]\d+)*|\p{L}+/gu;

/** Phrases with what they stand for, found in one pass over the words of a text, whatever the number of phrases. */
export class Phrases<T> {
  readonly #root: Node<T> = { next: new Map(), ends: [] };

  /** `loose`: marks that differ do not stop a match (names, which people misspell); otherwise a typed mark must agree. */
  add(phrase: string, value: T, loose = false): this {
    const low = phrase.normalize('NFC').toLowerCase();
    const words = low.match(split);
    if (!words) return this;
    let node = this.#root;
    for (const w of words) {
      const key = foldKeep(w);
      let next = node.next.get(key);
      if (!next) {
        next = { next: new Map(), ends: [] };
        node.next.set(key, next);
      }
      node = next;
    }
    node.ends.push({ value, keys: words.map(toneKey), loose });
    return this;
  }

  /** All matches, also overlapping ones, in order of their first word. */
  find(s: Scan): Hit<T>[] {
    const hits: Hit<T>[] = [];
    const { words } = s;
    for (let from = 0; from < words.length; from++) {
      let node: Node<T> | undefined = this.#root;
      for (let i = from; i < words.length; i++) {
        node = node.next.get(words[i]!.flat);
        if (!node) break;
        for (const e of node.ends) {
          let clashes = 0;
          let agrees = 0;
          let exact = true;
          for (let k = 0; k <= i - from; k++) {
            const w = words[from + k]!;
            if (w.key !== e.keys[k]) exact = false;
            if (!w.marked) continue;
            if (w.key === e.keys[k]) agrees++;
            else clashes++;
          }
          // One slip of the marks is forgiven in phrases of three words and more.
          if (clashes && !e.loose && (clashes > 1 || i - from < 2)) continue;
          hits.push({
            value: e.value,
            from,
            to: i + 1,
            start: words[from]!.start,
            end: words[i]!.end,
            clashes,
            agrees,
            exact,
          });
        }
      }
    }
    return hits;
  }
}

/** Of overlapping hits the longest, then the one whose marks agree best; several with the same words stay together. */
export function longest<T>(hits: readonly Hit<T>[]): Hit<T>[] {
  const sorted = [...hits].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || a.clashes - b.clashes || b.agrees - a.agrees || a.from - b.from,
  );
  const taken: Hit<T>[] = [];
  /** For each word the hit that has it. */
  const holder: (Hit<T> | undefined)[] = [];
  for (const h of sorted) {
    let clash: Hit<T> | undefined;
    for (let i = h.from; i < h.to && !clash; i++) clash = holder[i];
    if (clash && !(clash.from === h.from && clash.to === h.to)) continue;
    for (let i = h.from; i < h.to; i++) holder[i] ??= h;
    taken.push(h);
  }
  return taken.sort((a, b) => a.from - b.from);
}
