import { slips } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { isSyllable } from '../text/typing.ts';
import type { PartnerEntry } from '../types.ts';
import { oneLetterASound } from './sound.ts';

/** A name as its words: those that tell it from others, and how many letters they have together. */
interface NameWords {
  readonly partner: PartnerEntry;
  readonly words: ReadonlySet<string>;
  readonly letters: number;
}

/** Names by their words, by the sound of their words, and by first letter and length for slips of typing. */
export interface WordIndex {
  readonly names: readonly NameWords[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byHeard: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byStart: ReadonlyMap<string, readonly string[]>;
}

/**
 * A foreign word as a Vietnamese ear writes it: letters that sound alike become one, l at the end of a syllable is n, r there is silent,
 * a syllable ends in one consonant. "polder" and "pôn đơ" give the same.
 */
export function heardOf(word: string): string {
  return oneLetterASound(word)
    .replace(/er(?=[^aeiou]|$)/g, 'o')
    .replace(/l(?=[^aeiou]|$)/g, 'n')
    .replace(/r(?=[^aeiou]|$)/g, '')
    .replace(/h(?=[^aeiou]|$)/g, '')
    .replace(/([nm])[dtgk](?=[^aeiou]|$)/g, '$1')
    .replace(/o|u/g, 'o')
    .replace(/e|i/g, 'e')
    .replace(/(.)\1+/g, '$1');
}

/** Builds the index over all names of organisations. `generic`: words that tell no name from another. */
export function wordIndex(
  names: readonly { readonly name: string; readonly partner: PartnerEntry }[],
  generic: ReadonlySet<string>,
): WordIndex {
  const rows: NameWords[] = [];
  const byWord = new Map<string, number[]>();
  for (const { name, partner } of names) {
    const words = new Set(wordsIn(name).filter((w) => w.length > 1 && !generic.has(w)));
    if (words.size < 2) continue;
    rows.push({ partner, words, letters: [...words].reduce((n, w) => n + w.length, 0) });
    for (const w of words) {
      const has = byWord.get(w);
      if (has) has.push(rows.length - 1);
      else byWord.set(w, [rows.length - 1]);
    }
  }
  const byHeard = new Map<string, Set<string>>();
  const byStart = new Map<string, string[]>();
  for (const w of byWord.keys()) {
    if (w.length < 4 || isSyllable(w)) continue;
    const heard = heardOf(w);
    if (w.length > 4) byHeard.set(heard, (byHeard.get(heard) ?? new Set()).add(w));
    const key = w[0]! + w.length;
    const has = byStart.get(key);
    if (has) has.push(w);
    else byStart.set(key, [w]);
  }
  return { names: rows, byWord, byHeard, byStart };
}

const wordsIn = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Names that have all the words said so far, and what was matched of each. */
type Reached = Map<number, { letters: number; points: boolean; exact: boolean; count: number }>;

interface Match {
  readonly words: readonly string[];
  readonly exact: boolean;
}

/** The words of names that one said word, or some said words run together, may be: the same, one slip away, or the same to the ear. */
function matchesOf(said: string, parts: number, index: WordIndex): Match | null {
  if (index.byWord.has(said)) return { words: [said], exact: true };
  if (said.length < 4) return null;
  const close = [said.length - 1, said.length, said.length + 1]
    .flatMap((n) => index.byStart.get(said[0]! + n) ?? [])
    .filter((w) => slips(said, w, 1) <= 1);
  if (close.length > 0) return { words: close, exact: false };
  const heard = said.length < 5 ? undefined : index.byHeard.get(heardOf(said));
  return heard && (parts > 1 || said.length > 5) ? { words: [...heard], exact: false } : null;
}

/**
 * Partners whose name has every one of the said words, in any order: "open plam health", "red wood clinic", "mạng lưới hoa hướng dương", "pôn đơ".
 * `pointing` says whether a word is rare enough to stand for a name by itself. Too little of a name, and it is not meant.
 */
export function byWords(said: readonly string[], index: WordIndex, pointing: (w: string) => boolean): string[] {
  if (said.length === 0 || said.length > 12) return [];
  // Offset of the first said word not yet matched, and the names that have all before it, with the words they were matched by.
  let open: Reached | null = null;
  for (let i = 0; i < said.length; ) {
    let step: Match | null = null;
    let n = Math.min(3, said.length - i);
    for (; n >= 1; n--) {
      const run = said.slice(i, i + n).join('');
      // One after the other as they stand counts before words run together, unless only the run is a word.
      if (n > 1 && said.slice(i, i + n).every((w) => index.byWord.has(w))) continue;
      step = matchesOf(run, n, index);
      if (step) break;
    }
    if (!step) return [];
    const now: Reached = new Map();
    const before: Reached | null = open;
    for (const w of step.words)
      for (const name of index.byWord.get(w)!) {
        const so = before?.get(name);
        if (before && !so) continue;
        const letters = (so?.letters ?? 0) + w.length;
        const best = now.get(name);
        if (best && best.letters >= letters) continue;
        now.set(name, {
          letters,
          points: (so?.points ?? false) || pointing(w),
          exact: (so?.exact ?? true) && step.exact,
          count: (so?.count ?? 0) + 1,
        });
      }
    if (now.size === 0) return [];
    open = now;
    i += n;
  }
  const ids = new Set<string>();
  for (const [name, m] of open ?? []) {
    const { letters, partner } = index.names[name]!;
    const share = m.letters / letters;
    // Syllables of Vietnamese are in many names that nobody listed ("chữ thập"): three of them at least.
    const enough = m.points
      ? m.count > 1 || m.exact || m.letters >= 6
      : m.count >= (said.every(isSyllable) ? 3 : 2) && m.letters >= 7 && share >= 0.5;
    if (enough) ids.add(partner.id);
  }
  return [...ids];
}
