import { lettersOf } from '../text/distance.ts';
import { foldKeep } from '../text/fold.ts';
import { isSyllable } from '../text/typing.ts';
import { toneKey } from '../text/words.ts';
import type { PartnerEntry } from '../types.ts';
import { losses } from './alike.ts';
import { type CountryAmong, countriesAmong } from './countries.ts';
import { soundsOf } from './sound.ts';
import { isGeneric, rarity } from './weight.ts';

/** A name by its words. `weights`: how much of the name each word is. */
export interface Name {
  readonly partner: PartnerEntry;
  readonly words: readonly string[];
  readonly keys: readonly (string | null)[];
  readonly weights: readonly number[];
  readonly weight: number;
  readonly countries: readonly CountryAmong[];
  /** Which words hardly any other name has. */
  readonly rare: readonly boolean[];
}
/** Words of a name that stand side by side, as what somebody may type or say in one: "child" "fund". */
export interface Place {
  readonly name: number;
  readonly from: number;
  readonly to: number;
}
export interface Unit {
  readonly text: string;
  readonly letters: number;
  readonly places: Place[];
  /** Vietnamese words are written, not heard. */
  readonly foreign: boolean;
}
export interface Sounded {
  readonly unit: Unit;
  readonly sounds: string;
  readonly lost: readonly number[];
}

/** The names of a register, ready to be found by what resembles them. */
export interface Resemblances {
  readonly names: readonly Name[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly typed: ReadonlyMap<string, readonly Unit[]>;
  readonly heard: ReadonlyMap<string, readonly Sounded[]>;
}

/** Marks of Vietnamese only: French has none of them. */
const vietnameseMarks = /[ăđơưảãạẳẵặắằẩẫậấầẻẽẹểễệếềỉĩịỏõọổỗộốồởỡợớờủũụửữựứừỷỹỵỳ]/iu;
const splitter = /[^\p{L}\p{N}]+/u;
/** No longer join of words is looked for. */
export const longestJoin = 28;

/** A name that tells enough without the country in it: "Zhi-Shan Foundation Taiwan", not "American Red Cross". */
function withoutCountry({
  name,
  partner,
}: {
  name: string;
  partner: PartnerEntry;
}): { name: string; partner: PartnerEntry }[] {
  const words = name.normalize('NFC').split(splitter).filter(Boolean);
  const flat = words.map((w) => foldKeep(w.toLowerCase()));
  const countries = countriesAmong(
    flat,
    words.map((w) => w.toLowerCase()),
  );
  const rest = words.filter((_, i) => !countries.some((c) => i >= c.from && i < c.to));
  const weight = rest.reduce((n, w) => n + (rarity(foldKeep(w.toLowerCase())) > 0.5 ? w.length : 0), 0);
  return rest.length < words.length && weight >= 5 ? [{ name: rest.join(' '), partner }] : [];
}

/** Builds the index. The same name twice is one; `names` of all organisations, with parts that were put in brackets left out. */
export function resemblances(named: readonly { name: string; partner: PartnerEntry }[]): Resemblances {
  const names: Name[] = [];
  const units = new Map<string, Unit>();
  const typed = new Map<string, Unit[]>();
  const heard = new Map<string, Sounded[]>();
  const push = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const has = map.get(key);
    if (has) has.push(value);
    else map.set(key, [value]);
  };
  const add = (text: string, place: Place, foreign: string | null, country: string | undefined, heardToo: boolean) => {
    if (text.length < 2 || text.length > longestJoin) return;
    const known = units.get(text);
    if (known) {
      known.places.push(place);
      return;
    }
    const unit: Unit = { text, letters: lettersOf(text), places: [place], foreign: foreign !== null };
    units.set(text, unit);
    if (text.length >= 4) push(typed, text[0]! + text.length, unit);
    if (!foreign || !heardToo) return;
    for (const sounds of soundsOf(foreign, country)) {
      if (sounds.length < 2) continue;
      push(heard, kindOf(sounds[0]!) + sounds.length, { unit, sounds, lost: losses(sounds) });
    }
  };
  const each = new Map<string, { name: string; partner: PartnerEntry }>();
  for (const one of named.flatMap((n) => [n, ...withoutCountry(n)])) {
    const words = foldKeep(one.name.normalize('NFC').toLowerCase()).split(splitter);
    const key = `${one.partner.id} ${words.filter((w) => !isGeneric(w)).join(' ')}`;
    if (!each.has(key)) each.set(key, one);
  }
  for (const { name, partner } of each.values()) {
    const written = name
      .normalize('NFC')
      .replace(/['’](?=s\b)/g, '')
      .split(splitter)
      .filter(Boolean);
    const words = written.map((w) => foldKeep(w.toLowerCase()).replaceAll('æ', 'ae'));
    if (words.length === 0 || words.length > 14) continue;
    const vietnamese = vietnameseMarks.test(name) || words.every(isSyllable);
    const lows = written.map((w) => w.toLowerCase());
    const weights = words.map((w) => rarity(w) * Math.min(8, w.length));
    const countries = countriesAmong(words, lows).filter((c) => c.to - c.from < words.length);
    for (const c of countries) for (let i = c.from; i < c.to; i++) weights[i] = 0;
    const besides = words.some((w, i) => weights[i]! > 0 && rarity(w) > 0.5);
    // "Na Uy" is what tells one aid of the people from another, "Đài Loan" tells little beside "Zhi-Shan".
    for (const c of countries) for (let i = c.from; i < c.to; i++) weights[i] = (besides ? 2 : 5) / (c.to - c.from);
    const weight = weights.reduce((a, b) => a + b, 0);
    if (weight === 0) continue;
    const at = names.length;
    names.push({
      partner,
      words,
      keys: lows.map((w, i) => (words[i] === w ? null : toneKey(w))),
      weights,
      weight,
      countries,
      rare: words.map((w, i) => weights[i]! > 0 && rarity(w) >= 0.75),
    });
    const sounding = (from: number, to: number) => {
      const part = written.slice(from, to);
      if (vietnamese && words.slice(from, to).every(isSyllable)) return null;
      if (part.every((w) => w.length > 1 && w.length < 6 && w === w.toUpperCase() && !/[AEIOU]/.test(w))) return null;
      return part
        .map((w) => w[0]!.toUpperCase() + (w === w.toUpperCase() ? w.slice(1).toLowerCase() : w.slice(1)))
        .join('');
    };
    // Words are heard one by one, and short ones with what follows: "Zhi Shan".
    const join = (from: number, to: number) =>
      add(
        words.slice(from, to).join(''),
        { name: at, from, to },
        sounding(from, to),
        partner.country,
        to === from + 1 || (to === from + 2 && Math.min(words[from]!.length, words[from + 1]!.length) < 5),
      );
    for (let i = 0; i < words.length; i++) {
      if (!isGeneric(words[i]!)) join(i, i + 1);
      // "Foundation" is written as a word of its own.
      const plain = i + 2 <= words.length && !words.slice(i, i + 2).some((w) => w.length > 4 && isGeneric(w));
      if (plain && !(vietnamese && words.length > 3)) join(i, i + 2);
    }
    if (words.length > 2 && words.length <= (vietnamese ? 4 : 6)) join(0, words.length);
  }
  return { names, units, typed, heard };
}

const kinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'pbfv'].map((c) => [c, 'P'])),
  ...Object.fromEntries([...'td'].map((c) => [c, 'T'])),
  ...Object.fromEntries([...'szcj'].map((c) => [c, 'S'])),
  ...Object.fromEntries([...'kgh'].map((c) => [c, 'K'])),
  ...Object.fromEntries([...'lnr'].map((c) => [c, 'L'])),
  m: 'M',
  w: 'W',
};
/** The kind of a first sound: sounds of one kind are taken for one another. */
export const kindOf = (sound: string): string => kinds[sound] ?? 'V';
