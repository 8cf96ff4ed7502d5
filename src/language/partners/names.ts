import { lettersOf } from '../text/distance.ts';
import { fold, foldKeep } from '../text/fold.ts';
import { Phrases } from '../text/phrases.ts';
import { isSyllable } from '../text/typing.ts';
import type { PartnerEntry, VocabularyLists } from '../types.ts';
import { type WordIndex, wordIndex } from './by-words.ts';
import { missionNames } from './countries.ts';
import { knownNames } from './known-names.ts';
import { oneLetterASound } from './sound.ts';

/** A name of a partner. `word`: also an ordinary word or a short abbreviation, a name only when written so or when the context asks for one. */
export interface PartnerName {
  readonly partner: PartnerEntry;
  readonly name: string;
  readonly word: boolean;
  /** One distinctive word of a longer name: "caritas", "malteser". */
  readonly part: boolean;
}

/** Whether a word is no syllable of Vietnamese and no word that many names share, so that it can point to one partner. */
export const pointing = (w: string): boolean => w.length >= 4 && !common.has(w) && !isSyllable(w);

export interface PartnerIndex {
  readonly phrases: Phrases<PartnerName>;
  /** Every name as letters only, generic words left out; for slips of typing. */
  readonly shapes: readonly {
    readonly shape: string;
    readonly sound: string;
    readonly letters: number;
    readonly partner: PartnerEntry;
  }[];
  /** For each pair of letters the places in `shapes` whose sound has it. */
  readonly pairs: ReadonlyMap<string, readonly number[]>;
  readonly byId: ReadonlyMap<string, PartnerEntry>;
  /** Names of organisations by their words, for what is said in part, in another order, or as heard. */
  readonly words: WordIndex;
  /** Distinctive words of names, with the partners that have them. */
  readonly pointers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Spoken and former names beside those of the register. */
  known(name: string): readonly string[];
  /** All words of all names of a partner. */
  readonly wordsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Words that say "organisation" or where it works and tell no organisation from another. */
const generic = new Set(
  'to chuc quy ben cua hoi cai the of and for in tai vn viet nam vietnam org ngo ingo phi chinh phu van phong du an org. inc ltd tai o thuoc tc vpdd foundation international quoc te organisation organization'.split(
    ' ',
  ),
);
/** Without these a name is still the name; with "quốc tế" left out too, unless nothing else is left. */
export function shapeOf(name: string): string {
  const words = fold(name)
    .split(/[^a-z0-9\u0900-\uffff]+/)
    .filter(Boolean);
  const kept = words.filter((w) => !generic.has(w));
  return (kept.length ? kept : words).join('');
}

/** How a name sounds to an ear that spells it in Vietnamese: letters that are written for one another become one. */
export function soundOf(shape: string): string {
  return oneLetterASound(shape)
    .replace(/h(?=[^aeiou]|$)/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** The pairs of neighbouring letters of a sound, each once. */
export function pairsOf(sound: string): Set<string> {
  const out = new Set<string>();
  for (let i = 1; i < sound.length; i++) out.add(sound.slice(i - 1, i + 1));
  return out;
}

/** Names that are ordinary words too. */
const words = new Set([
  'care',
  'plan',
  'path',
  'who',
  'great',
  'mu',
  'os',
  'pi',
  'mi',
  'sc',
  'gn',
  'arc',
  'wb',
  'cfa',
  'manos',
  'thrive',
  'phong doc',
  'nhat',
  'uc',
  'lao',
  'han',
  'nu cuoi',
  'tam nhin',
  'lang moi',
  'phuc luc',
  'plen',
  'viet tro na uy',
  'phong de doc',
  'ben plan',
  'rtr',
  'cred',
  'eu',
  'gau truc',
  'y te ha lan',
  'red cross',
]);
/** Words of English names that many names share; they do not point to one. */
const common = new Set(
  'save the children child vision world people peoples action aid education health international development agency relief services service church catholic east west meets meet foundation fund nature wide room read good global civic sharing food hungry korea korean norwegian mission alliance medical committee netherlands vietnam organisation swiss american cross blue dragon voluntary overseas smile operation plan care path project projects literature switzerland germany australia taiwan embassy japan india finland denmark norway sweden ireland canada zealand republic hanoi people centre sustainable rural economy bank asian european union delegation agence organisation internationale francaise developpement gender responsive equitable agriculture tourism phases with snrm social forestry song world agroforestry afli gtz northwest habitat humanity sans for and fauna flora green bridge water rural hands hand helping light clear open silver golden girls women youth farmers forest mekong asia pacific highland upland partners network trust alliance society welfare community clinic school friends hope life heart peace river mountain earth climate animals solidarity humanitarian compassion stepping stones disability wildlife nations global learning support union center care eye vision fund change seeds bank market'.split(
    ' ',
  ),
);
const distinctive = ['caritas', 'habitat', 'fauna', 'norwegian'];

export function partnerIndex(lists: VocabularyLists): PartnerIndex {
  const phrases = new Phrases<PartnerName>();
  const shapes: { shape: string; sound: string; letters: number; partner: PartnerEntry }[] = [];
  const pointers = new Map<string, Set<string>>();
  const named: { name: string; partner: PartnerEntry }[] = [];
  const wordsOf = new Map<string, Set<string>>();
  for (const partner of lists.partners) {
    const names = new Set([partner.name, ...partner.names, ...(knownNames[partner.name] ?? [])]);
    // "Tổ chức Plan International": said without its first word.
    for (const n of [...names]) {
      const short = n.replace(/^(?:Tổ chức|Quỹ|Hội|Dự án|Trung tâm) /u, '').replace(/ ?\([^()]{0,80}\)/g, '');
      if (short !== n && short.length > 2) names.add(short);
    }
    if (partner.kind === 'mission') {
      for (const n of names)
        if (foldKeep(n).split(' ').length <= 2 && !/embassy|dai su/.test(foldKeep(n))) names.delete(n);
      for (const n of missionNames(partner.country ?? '')) names.add(n);
    }
    const own = new Set([...names].flatMap((n) => fold(n).split(/[^a-z0-9]+/)).filter(Boolean));
    if (partner.kind !== 'mission') {
      wordsOf.set(partner.id, own);
      for (const w of own) {
        if (!pointing(w)) continue;
        const has = pointers.get(w);
        if (has) has.add(partner.id);
        else pointers.set(w, new Set([partner.id]));
      }
    }
    const seen = new Set<string>();
    for (const name of names) {
      const flat = fold(name);
      if (seen.has(flat)) continue;
      seen.add(flat);
      const word = words.has(flat) || (/^[\p{Lu}\p{Ll}]{2}$/u.test(name) && flat.length === 2);
      phrases.add(name, { partner, name, word, part: false }, true);
      const compact = flat.replace(/[^a-z0-9]/g, '');
      if (compact !== flat && compact.length > 5)
        phrases.add(compact, { partner, name, word: false, part: false }, true);
      if (partner.kind !== 'mission') {
        named.push({ name, partner });
        const shape = shapeOf(name);
        if (shape.length > 2)
          shapes.push({ shape, sound: soundOf(shape), letters: lettersOf(soundOf(shape)), partner });
      }
    }
    if (partner.kind === 'ngo') {
      for (const w of fold(partner.name).split(/[^a-z]+/)) {
        if ((w.length >= 5 && !common.has(w)) || distinctive.includes(w)) {
          if (!seen.has(w)) phrases.add(w, { partner, name: w, word: false, part: true }, true);
          seen.add(w);
        }
      }
    }
  }
  const pairs = new Map<string, number[]>();
  for (const [i, { sound }] of shapes.entries()) {
    for (const pair of pairsOf(sound)) {
      const has = pairs.get(pair);
      if (has) has.push(i);
      else pairs.set(pair, [i]);
    }
  }
  return {
    pairs,
    known: (name) => knownNames[name] ?? [],
    words: wordIndex(named, generic),
    phrases,
    shapes,
    pointers,
    wordsOf,
    byId: new Map(lists.partners.map((p) => [p.id, p])),
  };
}
