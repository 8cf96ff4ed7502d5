import { foldKeep } from '../text/fold.ts';

/**
 * Sounds as a Vietnamese ear tells them apart, one letter each. Vowels: i e a y (â, ơ, ư and the English schwa) o u.
 * Consonants: p b f v m n (ng, nh too) t d s z c (ch, tr) j (English j) k g h l r w.
 */
type Rule = readonly [pattern: RegExp, sounds: string];
const rules = (table: string): readonly Rule[] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => line.trim().split(/ {2,}/))
    .filter(Boolean)
    .map((rule) => {
      const [pattern = '', sounds = ''] = rule.split(' ');
      return [new RegExp(pattern, 'y'), sounds === '-' ? '' : sounds] as const;
    });

/** What every language shares: one letter, one sound. */
const plain = `
  ph f  th t  ck k  qu kw  ch c  sh s  x s  c k  q k  ng(?![aeiou]) n
  b b  d d  f f  g g  h(?=[aeiouy]) h  h -  j j  k k  l l  m m  n n  p p  r r  s s  t t  v v  w w  z z
  a a  e e  i i  o o  u u  y i`;

const english = rules(`
  (?<![a-z])the$ ty  (?<![a-z])kn n  (?<![a-z])wr r  (?<![a-z])who hu  wh w  wor wy  war wo  women wimen  wo(?=l) wu
  tch c  dge(?![a-z]) j  dg j  tion syn  sion zyn  cian syn  ture cy  sure zy  gh(?=t|$) -  gh g
  ealth elt  ear(?=t) a  eigh ei  igh ai  ough o  augh o  ea i  ee i  ei ei  ie(?=s?$) i  ie i  oo u  ou au  ow(?=$|[lt]) o  ow au
  oa o  oi oi  oy oi  ai ei  ay ei  au o  aw o  eu iu  ew iu  ue$ u  ui u  ey i
  ([bcdfgkpstz])le(?=s?$) $1yl  i(?=ld$|nd$|gn) ai
  a(?=[bcdfgklmnprstvz]e[sd]?$|[bdgpt]le) ei  i(?=[bcdfgklmnprstvz]e[sd]?$) ai  u(?=[bcdfgklmnprstvz]e[sd]?$) iu  e(?=[sd]?$) -
  all ol  al(?=[kmt]) ol  ar a  er y  ir y  ur y  or(?=$) y  u(?=[^aeiou]{2}|[^aeiou]$) a
  c(?=[eiy]) s  g(?=[eiy]) j  (?<=[aeiou])x ks
  ${plain}`);
const french = rules(`
  eau o  au o  ou u  oi wa  oeu y  eu y  ain an  ein an  ai e  ei e  ill(?=e) i  tion sion  gn n  ch s  qu k
  en(?=s?$) en  [ae][nm](?![aeiouhnm]) an  [iu][nm](?![aeiouhnm]) an  o[nm](?![aeiouhnm]) on
  er(?=$) e  ez(?=$) e  es?(?=$) -  [stdxzp]+(?=$) -  h -  j z  g(?=[eiy]) z  c(?=[eiy]) s
  ${plain}`);
const german = rules(`
  sch s  tsch c  ei ai  ie i  eu oi  oe u  ij ai  aa a  ee e  oo o  h(?=j) -  w v  v f  z s  j i  er(?=$|[^aeiou]) y  ch k  d(?=$) t  b(?=$) p  g(?=$) k
  e(?=n?$) y
  ${plain}`);
const asWritten = rules(`
  ae e  oe e  eo y  eu y  ch(?=[ei]) k  gu(?=[ei]) g  ll l  c(?=[ei]) s
  ${plain}`);

const frenchSpeaking = new Set(['France', 'Belgium', 'Switzerland', 'Canada', 'Luxembourg']);
const germanic = new Set([
  'Germany',
  'Austria',
  'Switzerland',
  'Netherlands',
  'Belgium',
  'Norway',
  'Sweden',
  'Denmark',
  'Luxembourg',
]);

const known = new Map<readonly Rule[], Map<string, string>>();
const mostKnown = 20_000;
/** Reads a word, or finds it read before: registers have the same words over and over. */
function read(word: string, table: readonly Rule[]): string {
  let words = known.get(table);
  if (!words) {
    words = new Map();
    known.set(table, words);
  }
  const before = words.get(word);
  if (before !== undefined) return before;
  if (words.size >= mostKnown) words.clear();
  const sounds = readAnew(word, table);
  words.set(word, sounds);
  return sounds;
}
function readAnew(word: string, table: readonly Rule[]): string {
  let out = '';
  for (let at = 0; at < word.length; ) {
    const rule = table.find(([pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(word);
    });
    if (!rule) {
      at++;
      continue;
    }
    const [pattern, sounds] = rule;
    pattern.lastIndex = at;
    const found = pattern.exec(word)!;
    out += sounds.includes('$1') ? sounds.replace('$1', asOne(found[1]!)) : sounds;
    at += Math.max(1, found[0].length);
  }
  return out.replace(/([^aeiouy])\1+|([aeiouy])\2+/g, '$1$2');
}
const asOne = (letter: string) => (letter === 'c' ? 'k' : letter);

const inner = /(?<=\p{Ll})(?=\p{Lu})/u;

/**
 * How a foreign word of a name may sound: as written, as English, and as the language of `country`. "ChildFund" is read as two words.
 * All countries' readings where the country is not known.
 */
export function soundsOf(word: string, country: string | undefined): string[] {
  const parts = word.split(inner).map((part) => foldKeep(part.toLowerCase()).replace(/[^a-z]/g, ''));
  const tables = [
    english,
    asWritten,
    ...(!country || frenchSpeaking.has(country) ? [french] : []),
    ...(!country || germanic.has(country) ? [german] : []),
  ];
  return [...new Set(tables.map((table) => parts.map((part) => read(part, table)).join('')))].filter(Boolean);
}

const syllable =
  /^(ngh|ng|nh|ch|tr|th|ph|kh|gh|gi(?=[aăâeêioôơuưy])|qu|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy]+)(ng|nh|ch|[cmnpt])?$/;
const onsets: Readonly<Record<string, string>> = {
  ngh: 'n',
  ng: 'n',
  nh: 'n',
  ch: 'c',
  tr: 'c',
  th: 't',
  ph: 'f',
  kh: 'k',
  gh: 'g',
  gi: 'z',
  qu: 'kw',
  c: 'k',
  q: 'k',
  đ: 'd',
  x: 's',
};
const vowels: Readonly<Record<string, string>> = { ă: 'a', â: 'y', ê: 'e', y: 'i', ô: 'o', ơ: 'y', ư: 'y' };
const codas: Readonly<Record<string, string>> = { ng: 'n', nh: 'n', ch: 'k', c: 'k' };

/** Clusters and letters that Vietnamese has not, with which people write foreign syllables all the same: "brít", "xtôn", "zôn". */
const foreignOnset = /^(?:(ph|th|ch|[bckgdđptf])([rl])|([sx])(t|p|c|k|l|n|m|qu)|([fwzj]))(?=[aăâeêioôơuưy])/;

/** The sounds of a foreign syllable that is written in the Vietnamese way; null where it is none. */
export function foreignSyllable(key: string): string | null {
  const plain = key.replace(/\d/g, '');
  const found = foreignOnset.exec(plain);
  if (!found) return null;
  const [all, first, liquid, hiss, after, letter] = found;
  const rime = syllableSounds(plain.slice(all.length), true);
  if (rime === null || rime.startsWith('w')) return null;
  return (first ? (onsets[first] ?? first) + liquid! : hiss ? `s${onsets[after!] ?? after!}` : letter!) + rime;
}

/**
 * The sounds of a syllable of Vietnamese, `key` with the quality of its vowels ("lơn", "brit" is none: null). `marked`: the text has marks,
 * so that a d is no đ.
 */
export function syllableSounds(key: string, marked: boolean): string | null {
  const parts = syllable.exec(key.replace(/\d/g, ''));
  if (!parts) return null;
  const [, onset = '', nucleus = '', coda = ''] = parts;
  let rest = nucleus;
  let first = onset === 'd' && marked ? 'z' : (onsets[onset] ?? onset);
  // "guơn", "uôn", "oeo": an English w.
  if (/^[uo](?=[aăâeêiơy])|^u(?=ô)/.test(rest) && (onset === '' || onset === 'g' || onset === 'h')) {
    rest = rest === 'uô' ? 'ơ' : rest.slice(1);
    first = 'w';
  } else if (/^[uo](?=[aăâeêơy])/.test(rest) && onset !== 'qu') {
    rest = rest.slice(1);
    first += 'w';
  }
  const middle = [...rest].map((v) => vowels[v] ?? v).join('');
  const glided = coda === '' ? middle.replace(/(?<=[aey])o$/, 'u') : middle;
  return first + glided.replace(/(.)\1+/g, '$1') + (codas[coda] ?? coda);
}

/** How a word sounds that is no syllable of Vietnamese and that somebody typed: "Aktion", "brít". */
export const typedSounds = (flat: string): string => read(flat, english);
