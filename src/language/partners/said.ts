import type { Scan } from '../text/words.ts';
import { additions, losses, soundsAlike } from './alike.ts';
import { type CountryAmong, countriesAmong } from './countries.ts';
import { foreignSyllable, soundsOf, syllableSounds, typedSounds } from './sound.ts';
import { isEveryday, isFiller, isOrdinary } from './weight.ts';

/** A word of what was said. */
export interface Said {
  readonly flat: string;
  readonly key: string | null;
  readonly sounds: string;
  readonly syllable: boolean;
  /** A word that means something by itself, so that it is heard as nothing else. */
  readonly ordinary: boolean;
  /** "WTO", "PACT": letters that stand for a name are those letters or others. */
  readonly letters: boolean;
  readonly weight: number;
}
/** What was said, word by word, and the countries in it. */
export interface Heard {
  readonly words: readonly Said[];
  readonly countries: readonly CountryAmong[];
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  tg: ['the', 'gioi'],
  qt: ['quoc', 'te'],
  qte: ['quoc', 'te'],
  intl: ['international'],
  int: ['international'],
  ko: ['khong'],
  k: ['khong'],
  vn: ['vietnam'],
  '2': ['to'],
  '4': ['for'],
};

const genericSounds = ['International', 'Foundation', 'Organisation'].flatMap((w) =>
  soundsOf(w, 'United States').map((sounds) => ({ sounds, lost: losses(sounds) })),
);
/** "in tơ nát sừn nồ" is "International", and so no more than that. */
function heardGeneric(said: readonly Said[]): { from: number; to: number } | null {
  for (let from = 0; from + 3 <= said.length; from++) {
    for (let to = Math.min(said.length, from + 5); to >= from + 3; to--) {
      const words = said.slice(from, to);
      if (!words.every((w) => w.syllable && !isEveryday(w.key ?? w.flat))) continue;
      const sounds = words.map((w) => w.sounds).join('');
      const added = additions(sounds);
      if (genericSounds.some((g) => soundsAlike(g.sounds, g.lost, sounds, added, 0.8) > 0)) return { from, to };
    }
  }
  return null;
}

/** The words of a text, abbreviations written out. */
export function saidWords(s: Scan): Heard {
  const out: Said[] = [];
  const lows: string[] = [];
  const alone = s.words.filter((w) => !isFiller(w, s.marks)).length === 1;
  for (const [i, w] of s.words.entries()) {
    const written = s.raw.slice(w.start, w.end);
    const lettered =
      w.flat.length <= 4 &&
      (alone || !/[aeiouy]/.test(w.flat) || (written === written.toUpperCase() && s.raw !== s.raw.toUpperCase()));
    // "nụ cười Việt" is not "nụ cười".
    const half = w.flat === 'viet' && s.words[i + 1]?.flat !== 'nam';
    for (const flat of swaps[w.flat] ?? [w.flat]) {
      const key = w.marked ? w.key.replace(/\d/g, '') : null;
      const heard =
        syllableSounds(key ?? flat, s.marks > 0) ??
        (s.marks > 0 && s.words.length > 1 && !isOrdinary(flat) ? foreignSyllable(key ?? flat) : null);
      lows.push(w.marked ? written.toLowerCase() : flat);
      out.push({
        flat: flat.replaceAll('æ', 'ae'),
        key: w.marked ? w.key : null,
        sounds: heard ?? typedSounds(flat),
        syllable: heard !== null,
        ordinary: heard === null && isOrdinary(flat),
        letters: heard === null && lettered,
        weight: half
          ? 4
          : flat === 'hoi'
            ? 4
            : isFiller(flat === w.flat ? w : { flat, key: flat }, flat === w.flat ? s.marks : 0)
              ? 0
              : Math.max(2, Math.min(8, flat.length)),
      });
    }
  }
  const whole = heardGeneric(out);
  for (let i = whole?.from ?? 0; whole && i < whole.to; i++) out[i] = { ...out[i]!, weight: 0 };
  return {
    words: out,
    countries: countriesAmong(
      out.map((w) => w.flat),
      lows,
    ),
  };
}
