import type { Scan } from '../text/words.ts';
import type { PartnerEntry } from '../types.ts';
import { weighed } from './certainty.ts';
import type { CountryAmong } from './countries.ts';
import { type Likeness, likenesses } from './likenesses.ts';
import type { Name, Place, Resemblances } from './name-index.ts';
import { type Heard, saidWords } from './said.ts';

/** What speaks for an organisation. All but `bits` from 0 to 1. */
export interface Evidence {
  readonly partner: PartnerEntry;
  /** How much of what was said the name explains. */
  readonly said: number;
  /** Whether a whole word was said that the name does not explain. */
  readonly stranger: boolean;
  /** How much of the name was said. */
  readonly name: number;
  /** How much was said that tells this name from others, in letters. */
  readonly bits: number;
  /** The least likeness of a word of weight. */
  readonly worst: number;
  /** Letters of words that hardly any other name has. */
  readonly rare: number;
  /** What was said is how the name begins. */
  readonly begins: boolean;
  /** What was said stands together in the name. */
  readonly together: boolean;
  /** The words stand in the order of the name. */
  readonly ordered: boolean;
  /** Found by ear. */
  readonly heard: boolean;
  /** How much all this speaks for the organisation: the logarithm of the odds. */
  readonly score: number;
}

const leastSaid = 0.5;
const mostWords = 14;
const [manyPlaces, fewPlaces] = [100, 25];

/** How much a likeness says: nothing at all below two thirds. */
const worth = (by: number) => Math.max(0, (by - 0.6) / 0.4);

/** The organisations that resemble what was said, the likeliest first. */
export function resembling(s: Scan, index: Resemblances): Evidence[] {
  if (s.words.length > mostWords) return [];
  const heard = saidWords(s);
  const said = heard.words;
  if (said.length > mostWords || said.every((w) => w.weight === 0)) return [];
  const byName = new Map<number, { mask: number; all: { like: Likeness; place: Place }[] }>();
  // A word that many names have leads to none of them when it is only faintly like: it counts where something else led there.
  const likes = likenesses(said, index).sort((a, b) => b.by - a.by);
  for (const like of likes) {
    const leads = like.by === 1 || like.unit.places.length <= (like.by >= 0.9 ? manyPlaces : fewPlaces);
    const mask = (1 << like.to) - (1 << like.from);
    for (const place of like.unit.places) {
      const has = byName.get(place.name);
      if (has) {
        has.mask |= mask;
        has.all.push({ like, place });
      } else if (leads) byName.set(place.name, { mask, all: [{ like, place }] });
    }
  }
  const whole = said.reduce((n, w) => n + w.weight, 0);
  const countries = heard.countries.reduce((n, c) => n | ((1 << c.to) - (1 << c.from)), 0);
  const best = new Map<string, Evidence>();
  for (const [at, { mask, all }] of byName) {
    // What leaves half of it unsaid is not weighed.
    let reached = 0;
    for (let i = 0; i < said.length; i++) if ((mask | countries) & (1 << i)) reached += said[i]!.weight;
    if (reached < whole * leastSaid) continue;
    const found = weigh(index.names[at]!, all, heard);
    if (found && found.score > (best.get(found.partner.id)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(found.partner.id, found);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** The better of two readings of what was said as this name: what says most first, what is most alike first. */
function weigh(name: Name, all: { like: Likeness; place: Place }[], heard: Heard): Evidence | null {
  const byWeight = weighBy(name, all, heard, false);
  const byLikeness = all.length < 3 ? null : weighBy(name, all, heard, true);
  return byLikeness && byLikeness.score > (byWeight?.score ?? Number.NEGATIVE_INFINITY) ? byLikeness : byWeight;
}
function weighBy(name: Name, all: { like: Likeness; place: Place }[], heard: Heard, alike: boolean): Evidence | null {
  const said = heard.words;
  const gain = ({ like, place }: { like: Likeness; place: Place }) => {
    let letters = 0;
    for (let i = place.from; i < place.to; i++) letters += name.weights[i]! + 0.5;
    return (alike ? Math.min(letters, 4) : letters) * worth(like.by) ** (alike ? 3 : 1.5);
  };
  const gains = new Map(all.map((one) => [one, gain(one)]));
  const sorted = all.length === 1 ? all : all.sort((a, b) => gains.get(b)! - gains.get(a)!);
  const saidTaken = new Set<number>();
  const nameTaken = new Set<number>();
  let [matched, heardLetters, bits, worst, rare] = [0, 0, 0, 1, 0];
  let explained = 0;
  const order: { said: number; name: number }[] = [];
  for (const { like, place } of sorted) {
    // Words that stand for words are compared one by one: "mains vertes" is no "mains ouvertes".
    const span = like.to - like.from;
    if (span > 1 && !like.syllables && like.by < 1 && place.to - place.from === span) continue;
    let free = true;
    for (let i = like.from; free && i < like.to; i++) free = !saidTaken.has(i);
    for (let i = place.from; free && i < place.to; i++) free = !nameTaken.has(i);
    if (!free) continue;
    let { by } = like;
    const only = said[like.from]!;
    const key = name.keys[place.from];
    // "hoa sen" is no "hòa".
    if (like.to === like.from + 1 && place.to === place.from + 1 && key && only.key && key !== only.key) by -= 0.12;
    order.push({ said: like.from, name: place.from });
    let weight = 0;
    for (let i = place.from; i < place.to; i++) {
      nameTaken.add(i);
      weight += name.weights[i]!;
      if (name.rare[i]) rare += name.weights[i]! * worth(by);
    }
    for (let i = like.from; i < like.to; i++) {
      saidTaken.add(i);
      explained += Math.max(said[i]!.weight, 1) * Math.min(1, worth(by) + 0.3);
    }
    matched += weight * by;
    bits += weight * worth(by);
    if (like.heard) heardLetters += weight;
    if (weight > 1 && by < worst) worst = by;
  }
  // A country is the same in whatever language it is said: "Norwegian", "Na Uy", "nauy".
  for (const one of name.countries) {
    const said = heard.countries.find((c) => c.country === one.country && !saidTaken.has(c.from));
    if (!said || nameTaken.has(one.from)) continue;
    for (let i = said.from; i < said.to; i++) {
      saidTaken.add(i);
      explained += Math.max(heard.words[i]!.weight, 1);
    }
    for (let i = one.from; i < one.to; i++) {
      nameTaken.add(i);
      matched += name.weights[i]!;
      bits += name.weights[i]!;
    }
  }
  if (bits <= 0) return null;
  let whole = 0;
  let stranger = false;
  const ofCountry = new Map<number, number>();
  const elsewhere = (c: CountryAmong) => !c.weak && c.country !== name.partner.country && !saidTaken.has(c.from);
  if (heard.countries.some(elsewhere)) stranger = true;
  for (const c of heard.countries) {
    for (let i = c.from; i < c.to; i++)
      ofCountry.set(i, c.country === name.partner.country ? 0 : c.weak ? 1.5 : 6 / (c.to - c.from));
  }
  for (const [i, w] of said.entries()) {
    if (saidTaken.has(i)) whole += Math.max(w.weight, 1);
    else {
      const more = ofCountry.get(i) ?? w.weight;
      whole += more;
      if (more >= 3) stranger = true;
    }
  }
  const ofSaid = whole === 0 ? 0 : Math.min(1, explained / whole);
  const ofName = matched / name.weight;
  order.sort((a, b) => a.said - b.said);
  const ordered = order.every((o, i) => i === 0 || o.name > order[i - 1]!.name);
  const heavy = name.weights.flatMap((w, i) => (w > 0 ? i : []));
  const first = heavy.findIndex((i) => nameTaken.has(i));
  const took = heavy.filter((i) => nameTaken.has(i)).length;
  const evidence = {
    partner: name.partner,
    said: ofSaid,
    stranger,
    name: ofName,
    bits,
    rare,
    begins: heavy.slice(0, took).every((i) => nameTaken.has(i)),
    together: heavy.slice(first, first + took).every((i) => nameTaken.has(i)),
    ordered,
    worst,
    heard: heardLetters > matched / 2,
  };
  return { ...evidence, score: weighed(evidence) };
}
