import { differing, lettersOf, slips } from '../text/distance.ts';
import { isSyllable } from '../text/typing.ts';
import { additions, soundsAlike } from './alike.ts';
import { kindOf, longestJoin, type Resemblances, type Unit } from './name-index.ts';
import type { Said } from './said.ts';
import { isEveryday, isOrdinary } from './weight.ts';

/** Kinds of first sounds that are taken for one another. */
const kindsLike: Readonly<Record<string, string>> = {
  v: 'PW',
  w: 'WPVK',
  z: 'SLT',
  c: 'ST',
  j: 'ST',
  t: 'TS',
  d: 'TS',
  r: 'LS',
  h: 'KV',
  u: 'VW',
  o: 'VW',
  g: 'KW',
};

/** A stretch of what was said that is like words of names. */
export interface Likeness {
  readonly from: number;
  readonly to: number;
  readonly unit: Unit;
  readonly by: number;
  readonly heard: boolean;
  /** Every word is a syllable of Vietnamese. */
  readonly syllables: boolean;
}

const leastTyped = 0.7;
const leastHeard = 0.76;
const longestSpan = 6;

function typedLike(
  text: string,
  syllable: boolean,
  index: Resemblances,
  found: (unit: Unit, by: number) => void,
): void {
  if (text.length < 4) return;
  const limit = text.length < 8 ? 1 : text.length < 13 ? 2 : 3;
  const letters = lettersOf(text);
  for (let n = text.length - limit; n <= text.length + limit; n++) {
    for (const unit of index.typed.get(text[0]! + n) ?? []) {
      if (unit.text === text || differing(letters, unit.letters) > 2 * limit) continue;
      if (syllable && !unit.foreign && isSyllable(unit.text)) continue;
      const k = slips(text, unit.text, limit);
      if (k > limit) continue;
      const plural = `${text}s` === unit.text || text === `${unit.text}s` || text.replace('our', 'or') === unit.text;
      const by = plural ? 0.94 : 1 - k / Math.max(text.length, 6) - (isOrdinary(text) ? 0.05 : 0);
      if (by >= leastTyped) found(unit, by);
    }
  }
}

function heardLike(sounds: string, index: Resemblances, found: (unit: Unit, by: number) => void): void {
  const added = additions(sounds);
  // More of a name is left out than is added to it.
  const [fewer, more] = [Math.max(1, Math.round(sounds.length * 0.35)), Math.max(2, Math.round(sounds.length * 0.4))];
  for (const kind of sounds.startsWith('kw') ? 'KW' : (kindsLike[sounds[0]!] ?? kindOf(sounds[0]!))) {
    for (let n = Math.max(2, sounds.length - fewer); n <= sounds.length + more; n++) {
      for (const one of index.heard.get(kind + n) ?? []) {
        const by = soundsAlike(one.sounds, one.lost, sounds, added, leastHeard);
        if (by > 0) found(one.unit, by);
      }
    }
  }
}

/** Some words are syllables of Vietnamese: "phrét hô lô". */
const mixed = (text: string, said: readonly Said[], from: number, to: number) =>
  2 * said.slice(from, to).reduce((n, w) => n + (w.syllable ? w.flat.length : 0), 0) >= text.length;

/** Everything in what was said that is like words of names. */
export function likenesses(said: readonly Said[], index: Resemblances): Likeness[] {
  const out: Likeness[] = [];
  for (let from = 0; from < said.length; from++) {
    let text = '';
    let sounds = '';
    let syllables = true;
    let foreign = false;
    let everyday = true;
    for (let to = from + 1; to <= Math.min(said.length, from + longestSpan); to++) {
      const w = said[to - 1]!;
      if (to > from + 1 && w.weight === 0 && !w.syllable && w.flat.length > 4) break;
      text += w.flat;
      sounds += w.sounds;
      syllables &&= w.syllable;
      everyday &&= w.key !== null && isEveryday(w.key);
      foreign ||= w.ordinary || (!w.syllable && w.flat.length < 3);
      if (text.length > longestJoin) break;
      const best = new Map<Unit, { by: number; heard: boolean }>();
      const take = (heard: boolean) => (unit: Unit, by: number) => {
        if (by > (best.get(unit)?.by ?? 0)) best.set(unit, { by, heard });
      };
      const same = index.units.get(text);
      if (same) best.set(same, { by: 1, heard: false });
      const one = to === from + 1;
      if (!(one && ((same && w.weight === 0) || w.letters))) {
        typedLike(text, syllables && one, index, take(false));
        // "Sao Mai còn" is not how a name sounds: words of the question begin and end none.
        const asked = [said[from]!, w].some((x) => x.weight === 0 && x.key !== null);
        if (sounds.length >= 3 && !foreign && !everyday && !(asked && !one) && !(one && same))
          heardLike(sounds, index, (unit, by) => {
            // What is written as another language writes it is heard only where it is written nearly so too: "orkid", not "Zhang" for "Zhi-Shan".
            if (syllables) take(true)(unit, by);
            else if (mixed(text, said, from, to) || slips(text, unit.text, text.length * 0.35) <= text.length * 0.35)
              take(true)(unit, by - 0.04);
          });
      }
      for (const [unit, how] of best) out.push({ from, to, unit, syllables, ...how });
    }
  }
  return out;
}
