import { dateWords } from '../../../base/time/format.ts';
import type { LookContext } from '../../../chat/dialogue/types.ts';
import { countryNames, type Vocabulary } from '../../../language/index.ts';
import type { Query } from '../rules/query.ts';
import * as t from '../texts/search.ts';
import { districtWord, fieldWord } from '../words.ts';

/** "y tế; huyện Mộc Châu cũ; còn hiệu lực": what was asked for, in words. */
export function words(q: Omit<Query, 'from'>, v: Vocabulary, by: Pick<LookContext, 'lang'>): string {
  const { lang } = by;
  const place = q.where && placeWords(q.where, v);
  const countries = q.countries?.map((country) => countryWord(country, lang));
  const expires = q.expires && {
    from: dateWords(Temporal.PlainDate.from(q.expires.from), lang),
    to: dateWords(Temporal.PlainDate.from(q.expires.to), lang),
  };
  const issued = q.issued && dateWords(Temporal.PlainDate.from(q.issued.from), lang);
  return [
    q.fields?.map((field) => fieldWord[field](lang)).join(', '),
    place,
    countries?.join(', '),
    q.registration && t.registrationWord[q.registration](lang),
    q.activity && t.activityWord[q.activity](lang),
    issued && (lang === 'vi' ? `cấp giấy từ ${issued}` : `issued since ${issued}`),
    q.silent && t.longSilent(lang).toLowerCase(),
    q.introduced && (lang === 'vi' ? `đã giới thiệu năm ${q.introduced}` : `introduced in ${q.introduced}`),
    expires && (lang === 'vi' ? `hết hạn ${expires.from} – ${expires.to}` : `expiring ${expires.from} – ${expires.to}`),
  ]
    .filter(Boolean)
    .join('; ');
}

/** A district where it was named whole, else the communes. */
function placeWords(where: NonNullable<Query['where']>, v: Vocabulary): string {
  const whole = v.lists.districts.filter(({ units }) => units.every((code) => where.communes.includes(code)));
  if (whole.length > 0) return whole.map(({ name }) => districtWord(name)).join(', ');
  return v.lists.places
    .filter(({ code }) => where.communes.includes(code))
    .slice(0, 2)
    .map(({ kind, name }) => `${kind === 'xa' ? 'xã' : 'phường'} ${name}`)
    .join(', ');
}

const countryWord = (country: string, lang: 'vi' | 'en'): string =>
  (lang === 'vi' && countryNames[country]?.[0]) || country;
