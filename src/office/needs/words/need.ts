import { moneyExact, moneyWords } from '../../../base/money/format.ts';
import { dayWords, momentWords, spanWords, withDaysLeft } from '../../../base/time/format.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Lang } from '../../../chat/text.ts';
import { fieldNames, type Vocabulary } from '../../../language/index.ts';
import { unitWord } from '../rules/states.ts';
import { names } from '../texts/asks.ts';
import type { NeedCard } from '../texts/cards.ts';
import { aidKinds, counterpartKinds, priorities } from '../texts/labels.ts';
import { officerWords, unitWords } from '../texts/states.ts';
import type { Need, NeedLine } from '../types.ts';
import { beneficiariesWords, contactWords, needPeriodWords, placeName, placesWords } from './values.ts';

/** Whom the words are for: a unit knows six states, the Sở all of them. */
export type Reader = 'unit' | 'office';

export const stateWord = (state: NeedLine['state'], reader: Reader, lang: Lang): string =>
  reader === 'unit' ? unitWords[unitWord(state)](lang) : officerWords[state](lang);

/** The mark alone, for lists. */
export const stateMark = (state: NeedLine['state']): string => unitWords[unitWord(state)]('vi').split(' ')[0]!;

const placesOf = (n: Need, vocabulary: Vocabulary, lang: Lang): string =>
  placesWords(
    n.places,
    n.places.communes.map((code) => placeName(code, vocabulary, lang)),
    lang,
  );

/** Lateness in words; null: in time. */
export const lateWords = (minutes: number | null, lang: Lang): string | null =>
  minutes === null ? null : spanWords(Temporal.Duration.from({ minutes }), lang);

/** Who has to do what until when, where somebody has to. */
function nextStep(n: Need, by: Temporal.PlainDate, now: Temporal.Instant, lang: Lang): string | null {
  const vi = lang === 'vi';
  const when = withDaysLeft(by, localDay(now), lang);
  if (n.state === 'submitted' || n.state === 'under_review') {
    const name = n.reviewerName ?? n.officerName;
    const who = name ? (vi ? `Chuyên viên ${name}` : `Officer ${name}`) : vi ? 'Sở Ngoại vụ' : 'The Department';
    return vi ? `${who} trả lời trước ${when}.` : `${who} answers by ${when}.`;
  }
  if (n.pending) {
    return vi
      ? 'Bản sửa đang chờ chuyên viên xem; bản đã tiếp nhận vẫn có hiệu lực.'
      : 'A change waits to be looked at; the accepted version counts until then.';
  }
  if (n.state === 'revision_requested')
    return vi ? 'Đơn vị bổ sung rồi gửi lại.' : 'Your unit completes it and sends it again.';
  return null;
}

/** A need as its card says it. `by`: the day until which it is answered. */
export function needCardOf(
  n: Need,
  of: {
    lang: Lang;
    reader: Reader;
    vocabulary: Vocabulary;
    now: Temporal.Instant;
    by: Temporal.PlainDate;
    demo: boolean;
  },
): NeedCard {
  const { lang, reader } = of;
  const vi = lang === 'vi';
  return {
    state: stateWord(n.state, reader, lang),
    code: n.code,
    title: n.title,
    unit: reader === 'office' ? n.unitName : null,
    field: fieldNames[n.field][lang],
    places: placesOf(n, of.vocabulary, lang),
    beneficiaries: beneficiariesWords(n.beneficiaries, lang),
    budget: `${vi ? 'Tổng' : 'Total'} ${moneyWords(n.budget, lang)}, ${vi ? 'đề nghị viện trợ' : 'requested'} ${moneyWords(n.requestedAid, lang)}`,
    period: needPeriodWords(n.period, lang),
    sent: momentWords(n.submittedAt, undefined, lang),
    late: lateWords(n.lateMinutes, lang),
    reason: n.stateReason,
    next: nextStep(n, of.by, of.now, lang),
    files: n.files,
    letter: n.letter,
    demo: of.demo,
  };
}

/** Everything that a need says, a line each, for the paged full text. */
export function fullLines(
  n: Need,
  of: { lang: Lang; reader: Reader; vocabulary: Vocabulary; demo: boolean },
): string[] {
  const { lang, reader, vocabulary } = of;
  const value: readonly (readonly [string, string | null | undefined])[] = [
    [names.title(lang), n.title],
    [names.title_en(lang), n.titleEn],
    [names.field(lang), fieldNames[n.field][lang]],
    [names.objective(lang), n.objective],
    [names.places(lang), placesOf(n, vocabulary, lang)],
    [names.beneficiaries(lang), beneficiariesWords(n.beneficiaries, lang)],
    [lang === 'vi' ? 'Tổng kinh phí' : 'Total budget', moneyExact(n.budget, lang)],
    [lang === 'vi' ? 'Đề nghị viện trợ' : 'Requested aid', moneyExact(n.requestedAid, lang)],
    [
      lang === 'vi' ? 'Vốn đối ứng' : 'Counterpart',
      n.counterpart.minor === 0n ? (lang === 'vi' ? 'không có' : 'none') : moneyExact(n.counterpart, lang),
    ],
    [lang === 'vi' ? 'Nguồn khác' : 'Other sources', n.other.minor === 0n ? null : moneyExact(n.other, lang)],
    [names.counterpart_kind(lang), n.counterpartKind && counterpartKinds[n.counterpartKind](lang)],
    [names.period(lang), needPeriodWords(n.period, lang)],
    [names.contact(lang), contactWords(n.contact)],
    [names.aid_kind(lang), n.aidKind && aidKinds[n.aidKind](lang)],
    [names.activities(lang), n.activities],
    [names.rationale(lang), n.rationale],
    [names.expected_results(lang), n.expectedResults],
    [names.priority(lang), n.priority === null ? null : priorities[n.priority as 1 | 2 | 3](lang)],
  ];
  return [
    `${stateWord(n.state, reader, lang)} – ${n.code}`,
    n.unitName,
    ...value.flatMap(([name, words]) => (words ? [`${name}: ${words.replace(/\n+/gu, ' ')}`] : [])),
    lang === 'vi'
      ? `Bản ${n.no}, ${dayWords(localDay(n.revisionAt), lang)}; mức đầy đủ ${n.completeness}%.`
      : `Version ${n.no}, ${dayWords(localDay(n.revisionAt), lang)}; ${n.completeness}% complete.`,
    ...(of.demo ? [lang === 'vi' ? 'Dữ liệu minh họa' : 'Demonstration data'] : []),
  ];
}
