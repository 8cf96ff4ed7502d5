import { differing, lettersOf, slips } from '../text/distance.ts';
import { type Hit, longest } from '../text/phrases.ts';
import { type Scan, scan } from '../text/words.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { byWords } from './by-words.ts';
import { notPartners } from './known-names.ts';
import { type PartnerIndex, type PartnerName, pairsOf, pointing, shapeOf, soundOf } from './names.ts';

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
const introduces = /(?:to chuc|ben|tc|ngo|quy|cua|gap|voi|organisation|org) $/;

/** The partners that a text names. `context`: the message is about NGOs, so ordinary words that are names count. */
export function partnersIn(s: Scan, v: Vocabulary, context: boolean): PartnerHit[] {
  const hits = longest(
    v.partners.phrases.find(s).filter((h) => {
      // Marks typed that contradict the whole name: "lao động" is not Lào.
      if (h.clashes > 0 && h.agrees === 0 && h.to - h.from < 3) return false;
      return true;
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

const nameless = /^(?:to chuc|ben|quy|ngo|ingo|hoi|org|tc|the)$/;

/** How alike two shapes are, 0 to 1; by letters, and by sound at a small discount. */
function likeness(shape: string, sound: string, other: { shape: string; sound: string }): number {
  if (shape === other.shape) return 1;
  const one = (a: string, b: string) => {
    const n = Math.max(a.length, b.length);
    const limit = n <= 3 ? 0 : n <= 6 ? 1 : n <= 10 ? 2 : 3;
    const k = slips(a, b, limit);
    return k > limit ? 0 : 1 - k / n;
  };
  return Math.max(
    one(shape, other.shape),
    sound === other.sound && sound.length > 3 ? 0.95 : 0.97 * one(sound, other.sound),
  );
}

const never = new Set(notPartners.map(shapeOf));

/**
 * Names that share enough pairs of letters with a sound to be within the slips that `likeness` forgives: one slip spoils two pairs.
 * With 15,000 names this looks at some dozens instead of all.
 */
function near(sound: string, v: Vocabulary): PartnerIndex['shapes'] {
  const { shapes, pairs } = v.partners;
  const shared = new Uint8Array(shapes.length);
  const said = pairsOf(sound);
  for (const pair of said) for (const i of pairs.get(pair) ?? []) shared[i]!++;
  const slack = sound.length <= 6 ? 2 : sound.length <= 10 ? 3 : 4;
  const least = Math.max(1, said.size - 2 * slack);
  return shapes.filter((_, i) => shared[i]! >= least);
}

/** Partners by likeness of the whole text to a name. */
function byLikeness(text: string, v: Vocabulary): { id: string; score: number }[] {
  const shape = shapeOf(text);
  if (shape.length < 4 || never.has(shape)) return [];
  const sound = soundOf(shape);
  const letters = lettersOf(sound);
  const best = new Map<string, number>();
  for (const n of near(sound, v)) {
    if (Math.abs(n.shape.length - shape.length) > 3 || differing(letters, n.letters) > 5) continue;
    const k = likeness(shape, sound, n);
    if (k >= 0.7 && k > (best.get(n.partner.id) ?? 0)) best.set(n.partner.id, k);
  }
  return [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}

/** Long words that names share, so that a slip in them ("Interational") says nothing of the name. */
const shared = [
  'international',
  'organisation',
  'organization',
  'foundation',
  'association',
  'vietnam',
  'project',
  'committee',
];
const isShared = (w: string) =>
  w.length > 5 && shared.some((x) => Math.abs(x.length - w.length) <= 2 && slips(w, x, 2) <= 2);

/** "quỹ mắt fred", "Adventist relief": a word that only one partner has, and nothing beside it that this partner's names lack. */
function byPointer(s: Scan, v: Vocabulary): string | null {
  const said = s.words.map((w) => w.flat).filter((w) => !filler.test(w) && !isShared(w));
  if (said.length === 0) return null;
  for (const w of said) {
    const ids = v.partners.pointers.get(w);
    if (ids?.size !== 1) continue;
    const [id] = ids;
    const own = v.partners.wordsOf.get(id!)!;
    if (said.every((x) => own.has(x))) return id!;
  }
  return null;
}

/** Words around a name that may stand there without making it another name. */
const filler =
  /^(?:to|chuc|quy|ben|cua|hoi|cai|the|of|and|for|in|tai|vn|viet|nam|vietnam|ngo|ingo|phi|chinh|phu|nuoc|ngoai|quoc|te|international|foundation|van|phong|dai|dien|vpdd|ten|la|con|het|han|chua|khong|ko|k|bao|gio|khi|nao|dang|ky|giay|thong|tin|ve|cho|xem|tinh|trang|a|ad|em|anh|chi|oi|voi|nhe|hoi|ay|do|nay|kia|org|tc|o|thuoc|office|organisation|organization|duoc|hoat|dong|dn|tnhh|lien|he|so|du|an|inc|project|country|my|uc|duc|phap|bi|thuy|si|sy|dien|ha|lan|na|uy|nhat|han|loan|tay|ban|nha|usa|us|uk|han|status|registration|when|does|expire|is|registered)$/;
const restCountry = /^(?:my|uc|duc|phap|bi|thuy|si|sy|ha|lan|na|uy|nhat|han|dai|loan|tay|ban|nha|hoa|ky|usa|uk)$/;

/**
 * The partner that a text names, by id: any spelling, abbreviation, translation or former name. `sure` only where no other fits nearly as well;
 * otherwise 2 to 4 candidates, or none. Bodies that are not NGOs and missions are found too: look at their `kind`.
 */
export function findPartner(text: string, vocabulary: Vocabulary): { sure: string | null; candidates: string[] } {
  const s = scan(text);
  const found = partnersIn(s, vocabulary, true);
  const rest = s.words.filter(
    (w) => !found.some((f) => w.start >= f.start && w.end <= f.end) && !filler.test(w.flat) && !isShared(w.flat),
  );
  if (found.length > 0) {
    // A name inside a longer unknown name is another organisation: "Plan B Foundation", "Save the Children Bhutan Fund".
    const covered = found.reduce((n, f) => n + f.end - f.start, 0);
    const left = rest.reduce((n, w) => n + w.end - w.start, 0);
    const ids = [...new Set(found.flatMap((f) => f.ids))];
    // "green peace" is no "Green Ridge": one word of a name does not carry a word that the name lacks.
    const foreign =
      found.every((f) => f.part) &&
      rest.some((w) => !ids.some((id) => ownsWord(vocabulary.partners.wordsOf.get(id), w.flat)));
    if (left <= covered && !foreign && !(found.every((f) => f.word) && left > 0)) {
      if (ids.length === 1) return { sure: ids[0]!, candidates: [] };
      const narrowed = narrow(ids, s, vocabulary);
      if (narrowed.length === 1) return { sure: narrowed[0]!, candidates: [] };
      if (narrowed.length > 1) return { sure: null, candidates: narrowed.slice(0, 4) };
    }
  }
  const pointed = byPointer(s, vocabulary);
  if (pointed) return { sure: pointed, candidates: [] };
  const said = s.words.map((w) => w.flat).filter((w) => !filler.test(w) && !isShared(w));
  const worded = byWords(said, vocabulary.partners.words, pointing);
  if (worded.length === 1) return { sure: worded[0]!, candidates: [] };
  // "Plan B": a name with a word of its own behind it is another organisation, not a slip.
  if (found.length > 0 && rest.some((w) => w.flat.length === 1 && !w.digits)) return { sure: null, candidates: [] };
  const like = byLikeness(text, vocabulary);
  const trimmed = like.length
    ? like
    : byLikeness(
        s.words
          .filter((w) => !restCountry.test(w.flat) && !nameless.test(w.flat))
          .map((w) => w.flat)
          .join(' '),
        vocabulary,
      );
  const [first, second] = trimmed;
  if (first && first.score >= 0.74 && (!second || first.score - second.score >= 0.08))
    return { sure: first.id, candidates: [] };
  if (first && second && first.score >= 0.74) return { sure: null, candidates: trimmed.slice(0, 4).map((x) => x.id) };
  return { sure: null, candidates: [] };
}

const ownsWord = (own: ReadonlySet<string> | undefined, w: string): boolean =>
  own !== undefined && (own.has(w) || (w.length > 4 && [...own].some((x) => slips(w, x, 1) <= 1)));

/** Of several partners those whose country is named beside: "caritas bên Đức". */
function narrow(ids: readonly string[], s: Scan, v: Vocabulary): string[] {
  const countries: Readonly<Record<string, RegExp>> = {
    Germany: /\bduc\b|german/,
    Switzerland: /thuy si|thuy sy|swiss|switzerland/,
    Norway: /na uy|norw/,
    'United States': /\bmy\b|hoa ky|american/,
    Australia: /\buc\b|austral/,
    Netherlands: /ha lan|dutch|netherl/,
  };
  const kept = ids.filter((id) => countries[v.partners.byId.get(id)?.country ?? '']?.test(s.flat));
  return kept.length > 0 ? kept : [...ids];
}
