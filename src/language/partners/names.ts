import { fold, foldKeep } from '../text/fold.ts';
import { Phrases } from '../text/phrases.ts';
import type { PartnerEntry, VocabularyLists } from '../types.ts';
import { missionNames } from './countries.ts';
import { knownNames } from './known-names.ts';
import { type Initials, initials } from './letters.ts';
import { type Resemblances, resemblances } from './name-index.ts';
import { isGeneric, rarity } from './weight.ts';

/** A name of a partner. `word`: also an ordinary word or a short abbreviation, a name only when written so or when the context asks for one. */
export interface PartnerName {
  readonly partner: PartnerEntry;
  readonly name: string;
  readonly word: boolean;
  /** One distinctive word of a longer name: "caritas", "malteser". */
  readonly part: boolean;
}

export interface PartnerIndex {
  readonly phrases: Phrases<PartnerName>;
  readonly byId: ReadonlyMap<string, PartnerEntry>;
  /** Names of organisations by what resembles them. */
  readonly resemblances: Resemblances;
  /** Letters that stand for names. */
  readonly initials: Initials;
  /** Spoken and former names beside those of the register. */
  known(name: string): readonly string[];
  /** All words of all names of a partner. */
  readonly wordsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Without these a name is still the name; with "quốc tế" left out too, unless nothing else is left. */
export function shapeOf(name: string): string {
  const words = fold(name)
    .split(/[^a-z0-9\u0900-\uffff]+/)
    .filter(Boolean);
  const kept = words.filter((w) => !isGeneric(w));
  return (kept.length ? kept : words).join('');
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
const distinctive = ['caritas', 'habitat', 'fauna', 'norwegian'];

export function partnerIndex(lists: VocabularyLists): PartnerIndex {
  const phrases = new Phrases<PartnerName>();
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
      }
    }
    if (partner.kind === 'ngo') {
      for (const w of fold(partner.name).split(/[^a-z]+/)) {
        if ((w.length >= 5 && rarity(w) >= 0.75) || distinctive.includes(w)) {
          if (!seen.has(w)) phrases.add(w, { partner, name: w, word: false, part: true }, true);
          seen.add(w);
        }
      }
    }
  }
  return {
    known: (name) => knownNames[name] ?? [],
    resemblances: resemblances(named.map((n) => ({ ...n, name: n.name.replace(/ ?\([^()]{0,80}\)/g, '') }))),
    initials: initials(named),
    phrases,
    wordsOf,
    byId: new Map(lists.partners.map((p) => [p.id, p])),
  };
}
