import { slips } from '../text/distance.ts';
import { type Hit, longest } from '../text/phrases.ts';
import { type Scan, scan, type Word } from '../text/words.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isOffered, isRival, isSure } from './certainty.ts';
import { countriesAmong } from './countries.ts';
import { notPartners } from './known-names.ts';
import { mayBeInitials, spelt } from './letters.ts';
import { type PartnerName, shapeOf } from './names.ts';
import { resembling } from './resemble.ts';
import { isFiller, isOrdinary } from './weight.ts';
/** A partner found in running text: words `from` to `to`, with all the partners that the words fit. */
export interface PartnerHit {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  /** The words are also an ordinary word or a short abbreviation; only a context of NGOs makes them a name. */
  readonly word: boolean;
  /** One distinctive word of a longer name. */
  readonly part: boolean;
}

/** Whether a name that is also a word is written as a name: "CARE", "Plan" inside a sentence, "WHO". */
function writtenAsName(s: Scan, h: Hit<PartnerName>): boolean {
  const raw = s.raw.slice(h.start, h.end);
  if (/^['’]s(?!\p{L})/u.test(s.raw.slice(h.end))) return true;
  if (raw.length <= 4) return raw === raw.toUpperCase() && s.raw !== s.raw.toUpperCase();
  return /^\p{Lu}/u.test(raw) && h.from > 0;
}
/** What another organisation is called that has a name of ours in its own: "Saemaul Bank". */
const otherBodies = new Set(
  'bank school hospital university college church company corporation corp hotel resort farm center centre club clinic museum library party magazine times watch'.split(
    ' ',
  ),
);
const namesAnother = (s: Scan, h: Hit<PartnerName>, v: Vocabulary): boolean => {
  const next = s.words.slice(h.to, h.to + 4);
  if (next.length === 0) return false;
  const { id, country } = h.value.partner;
  const own = v.partners.wordsOf.get(id);
  if (otherBodies.has(next[0]!.flat)) return !own?.has(next[0]!.flat);
  // "ChildFund Nhật" is not ChildFund Australia; "Rikolto Bỉ" is Rikolto, and "Save the Children Thụy Điển" was one of its names.
  const [of] = s.raw.slice(h.end, next[0]!.start) === ' ' ? countriesAmong(...flatAndWritten(s, next)) : [];
  if (of?.from !== 0 || of.weak || of.country === country) return false;
  return !next.slice(0, of.to).every((w) => own?.has(w.flat));
};
const flatAndWritten = (s: Scan, words: readonly Word[]): [string[], string[]] => [
  words.map((w) => w.flat),
  words.map((w) => s.raw.slice(w.start, w.end).toLowerCase()),
];
const introduces = /(?:to chuc|ben|tc|ngo|quy|cua|gap|voi|organisation|org) $/;

/** The partners that a text names. `context`: the message is about NGOs, so ordinary words that are names count. */
export function partnersIn(s: Scan, v: Vocabulary, context: boolean): PartnerHit[] {
  const hits = longest(
    v.partners.phrases.find(s).filter((h) => {
      // Marks typed that contradict the whole name: "lao động" is not Lào.
      if (h.clashes > 0 && h.agrees === 0 && h.to - h.from < 3) return false;
      return h.value.partner.kind !== 'ngo' || !namesAnother(s, h, v);
    }),
  );
  const out: PartnerHit[] = [];
  for (const h of hits) {
    const word =
      h.value.word && !writtenAsName(s, h) && !introduces.test(s.flat.slice(Math.max(0, h.start - 14), h.start));
    if (word && !context) continue;
    const last = out.at(-1);
    if (last && last.start === h.start && last.end === h.end) {
      if (!last.ids.includes(h.value.partner.id)) (last.ids as string[]).push(h.value.partner.id);
    } else
      out.push({ start: h.start, end: h.end, ids: [h.value.partner.id], word, part: h.value.part || h.value.word });
  }
  return out;
}

/** What a text may be taken for: one partner for certain, or else those that it may be, none to four. */
export interface Found {
  readonly sure: string | null;
  readonly candidates: string[];
}
const nobody: Found = { sure: null, candidates: [] };
const mostCandidates = 4;
const oneOf = (ids: readonly string[]): Found => {
  const each = [...new Set(ids)];
  return each.length === 1
    ? { sure: each[0]!, candidates: [] }
    : { sure: null, candidates: each.slice(0, mostCandidates) };
};

const never = new Set(notPartners.map(shapeOf));

/**
 * The partner that a text names, by id: any spelling, abbreviation, translation or former name, as heard or mistyped. `sure` only where no other
 * fits nearly as well and little of the text is left unexplained; otherwise up to 4 candidates to ask back with, or none. Bodies that are not NGOs
 * and missions are found too: look at their `kind`.
 */
export function findPartner(text: string, vocabulary: Vocabulary): Found {
  const s = scan(text);
  const named = byName(s, vocabulary);
  if (named?.sure) return named;
  const letters = byLetters(s, vocabulary);
  if (s.words.length > 2 && s.words.every((w) => w.flat.length === 1)) return letters ?? nobody;
  if (letters) return letters;
  const like = byResemblance(s, vocabulary);
  if (!named || like.sure) return like;
  // The name of one and words of another: who is named goes first.
  return { sure: null, candidates: [...new Set([...named.candidates, ...like.candidates])].slice(0, mostCandidates) };
}

/** Words that stand beside names in a text and that no name explains. */
function unexplained(s: Scan, found: readonly PartnerHit[], v: Vocabulary): { left: Word[]; foreign: boolean } {
  const ids = new Set(found.flatMap((f) => f.ids));
  const outside = (w: { start: number; end: number }) => !found.some((f) => w.start >= f.start && w.end <= f.end);
  const countries = countriesAmong(...flatAndWritten(s, s.words)).filter((c) => outside(s.words[c.from]!));
  const home = (country: string) => [...ids].some((id) => v.partners.byId.get(id)?.country === country);
  const ofCountry = new Set(countries.flatMap((c) => s.words.slice(c.from, c.to)));
  const left = s.words.filter(
    (w) =>
      outside(w) &&
      !ofCountry.has(w) &&
      (!isFiller(w, s.marks) || (w.flat === 'viet' && s.words[s.words.indexOf(w) + 1]?.flat !== 'nam')) &&
      ![...ids].some((id) => ownsWord(v.partners.wordsOf.get(id), w.flat)),
  );
  return { left, foreign: countries.some((c) => !c.weak && !home(c.country)) };
}

/** By names of the register, and those that are known beside, standing in the text as they are. Null: there is none. */
function byName(s: Scan, v: Vocabulary): Found | null {
  const found = partnersIn(s, v, true);
  if (found.length === 0) return null;
  const { left, foreign } = unexplained(s, found, v);
  const ids = narrow([...new Set(found.flatMap((f) => f.ids))], s, v);
  const covered = found.reduce((n, f) => n + f.end - f.start, 0);
  const more = left.reduce((n, w) => n + w.end - w.start, 0);
  // "Plan B Foundation", "Save the Children Bhutan Fund": a name inside a longer one that nobody knows is another organisation.
  const doubtful =
    foreign ||
    more > covered ||
    left.some((w) => strange(w) || w.flat === 'hoi') ||
    (left.length > 0 && found.every((f) => f.word || f.part));
  if (!doubtful) return oneOf(ids);
  return found.some((f) => !f.word) || left.length === 0
    ? { sure: null, candidates: ids.slice(0, mostCandidates) }
    : null;
}

/** A word that no Vietnamese sentence has by chance. */
const strange = (w: Word) =>
  !w.digits && (w.flat.length === 1 || isOrdinary(w.flat) || /[fjwz]|[^aeiouyhgnmcpt]$/.test(w.flat));

const ownsWord = (own: ReadonlySet<string> | undefined, w: string): boolean =>
  own !== undefined && ((own.has(w) && w !== 'viet') || (w.length > 4 && [...own].some((x) => slips(w, x, 1) <= 1)));

/** By letters: spelt out ("ca ép hát i", "V.S.O"), or the first ones of a name. */
function byLetters(s: Scan, v: Vocabulary): Found | null {
  const { initials } = v.partners;
  const words = s.words.filter((w) => !/^(?:to|chuc|tc|quy|ben|vn)$/.test(w.flat) || s.words.length === 1);
  const spoken = spelt(words.map((w) => w.flat)).filter((letters) => initials.has(letters));
  const longestSpelt = Math.max(0, ...spoken.map((letters) => letters.length));
  if (longestSpelt > 0)
    return oneOf(spoken.filter((l) => l.length === longestSpelt).flatMap((l) => [...initials.get(l)!]));
  const [only, ...rest] = words.filter((w) => !isFiller(w, s.marks));
  if (!only || rest.length > 0 || !mayBeInitials(only.flat, s.raw.slice(only.start, only.end))) return null;
  const ids = initials.get(only.flat);
  return ids && ids.size <= mostCandidates ? oneOf([...ids]) : null;
}

/** By what resembles the names: some of their words, slips of typing, as heard. */
function byResemblance(s: Scan, v: Vocabulary): Found {
  if (never.has(shapeOf(s.raw))) return nobody;
  const [first, ...others] = resembling(s, v.partners.resemblances);
  if (!first) return nobody;
  if (!isOffered(first)) return nobody;
  if (isSure(first) && !others.some((o) => isRival(first, o))) return { sure: first.partner.id, candidates: [] };
  const offered = [first, ...others.filter(isOffered)].slice(0, mostCandidates);
  return { sure: null, candidates: offered.map((e) => e.partner.id) };
}

/** Of several partners those whose country is named beside: "caritas bên Đức". */
function narrow(ids: readonly string[], s: Scan, v: Vocabulary): string[] {
  const said = new Set(countriesAmong(...flatAndWritten(s, s.words)).map((c) => c.country));
  const kept = ids.filter((id) => said.has(v.partners.byId.get(id)?.country ?? ''));
  return kept.length > 0 ? kept : [...ids];
}
