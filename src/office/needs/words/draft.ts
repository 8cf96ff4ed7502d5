import { moneyWords } from '../../../base/money/format.ts';
import type { Lang } from '../../../chat/text.ts';
import { fieldNames, type Vocabulary } from '../../../language/index.ts';
import { completeness, type NeedAnswers } from '../rules/content.ts';
import { names } from '../texts/asks.ts';
import type { DraftCard } from '../texts/cards.ts';
import { beneficiariesWords, contactWords, derivation, needPeriodWords, placeName, placesWords } from './values.ts';

const nameOf = (field: string, lang: Lang): string =>
  (names as Readonly<Record<string, (lang: Lang) => string>>)[field]?.(lang).toLowerCase() ?? field;

/** "mục tiêu, người liên hệ": fields by the names that people read. */
export const fieldList = (fields: readonly string[], lang: Lang): string =>
  fields.map((field) => nameOf(field, lang)).join(', ');

/** The answers as the draft card says them. */
export function draftCardOf(
  a: NeedAnswers,
  of: {
    lang: Lang;
    missing: readonly string[];
    filled?: readonly string[];
    /** Lines of the question under the card. */
    below?: number;
    vocabulary: Vocabulary;
    change: boolean;
  },
): DraftCard {
  const { lang } = of;
  const { budget: b } = a;
  const sum = b ? derivation(b, lang) : '';
  // With its sum behind it a figure has to be short to stay on one line.
  const short = (part: string, words: string) =>
    b?.derived === part && sum ? `${words.replace(/ đồng$/u, '')}${sum}` : words;
  return {
    title: a.title,
    field: a.field && fieldNames[a.field][lang],
    objective: a.objective,
    places:
      a.places && (a.places.province || a.places.communes.length > 0)
        ? placesWords(
            a.places,
            a.places.communes.map((code) => placeName(code, of.vocabulary, lang)),
            lang,
          )
        : undefined,
    beneficiaries: a.beneficiaries && beneficiariesWords(a.beneficiaries, lang),
    total: b?.budget && short('budget', moneyWords(b.budget, lang)),
    aid: b?.requested_aid && short('requested_aid', moneyWords(b.requested_aid, lang)),
    own: b?.counterpart && short('counterpart', moneyWords(b.counterpart, lang)),
    other: b?.other && moneyWords(b.other, lang),
    period: a.period && needPeriodWords(a.period, lang),
    contact: a.contact && contactWords(a.contact),
    missing: of.missing.map((field) => nameOf(field, lang)),
    completeness: completeness(a),
    change: of.change,
    emergency: a.emergency === true,
    fresh: of.filled ?? [],
    ...(of.below === undefined ? {} : { below: of.below }),
  };
}
