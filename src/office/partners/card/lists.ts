import { moneyWords } from '../../../base/money/format.ts';
import { dateWords, dayWords, periodWords } from '../../../base/time/format.ts';
import type { RichText } from '../../../chat/messaging/rich-text.ts';
import type { Lang } from '../../../chat/text.ts';
import type { ContactView, GrantView, PartnerFacts } from '../types.ts';
import { contactWord, stageWord } from '../words.ts';
import { type CardPart, capital, cut, pages } from './fit.ts';

/** How many grants or talks one screen takes. */
export const perScreen = 2;
/** How many missions. */
export const missionsPerScreen = 5;

/** "Nhật Bản: GGP / Kusanone …": a mission and how it gives small grants, at most two lines on a phone. */
export function missionLine(of: PartnerFacts, lang: Lang): string {
  const country = (lang === 'vi' ? of.countryVi : of.country) ?? of.nameEn;
  const tools = of.tools.map((tool) => tool.name.replace(/ \(.*\)$/, '')).join('; ');
  const unsure = of.tools.some((tool) => !tool.confirmed)
    ? lang === 'vi'
      ? ' (chưa xác minh)'
      : ' (not verified)'
    : '';
  const none = lang === 'vi' ? 'chưa có thông tin' : 'no information';
  return cut(`– ${country}: ${tools ? tools + unsure : none}`, 64);
}

/** A heading and two grants: code with stage, title, value with what was paid out; the period where there is room. */
export function grantScreen(heading: string, rows: readonly GrantView[], lang: Lang): RichText {
  const vi = lang === 'vi';
  const parts = rows.flatMap((of): CardPart[] => {
    const missing = vi ? 'chưa có số giải ngân' : 'disbursement not reported';
    const percent = vi ? `giải ngân ${of.percent}%` : `${of.percent}% disbursed`;
    const period = of.startsOn && of.endsOn && periodWords(of.startsOn, of.endsOn, lang);
    return [
      {
        rank: 0,
        lines: [
          [{ b: of.code }, ` ${stageWord[of.stage](lang)}`],
          cut((vi ? of.titleVi : of.titleEn) ?? of.titleVi, 60),
          `${moneyWords(of.committed, lang)}, ${of.percent === null ? missing : percent}`,
        ],
      },
      { rank: 1, lines: period ? [`${vi ? 'Thời gian' : 'Period'}: ${period}`] : [] },
    ];
  });
  return pages([{ rank: 0, lines: [{ b: heading }] }, ...parts])[0]!;
}

/** A heading and two talks: day, who, how and what was said; what is to follow where there is room. */
export function contactScreen(heading: string, rows: readonly ContactView[], lang: Lang): RichText {
  const parts = rows.flatMap((of): CardPart[] => {
    const next = of.nextStep && of.nextDue ? `${of.nextStep} (${dateWords(of.nextDue, lang)})` : of.nextStep;
    return [
      {
        rank: 0,
        lines: [
          [{ b: capital(dayWords(of.onDay, lang)) }, of.by ? `: ${cut(of.by, 17)}` : ''],
          cut(`${capital(contactWord[of.kind](lang))}: ${of.summary}`, 70),
        ],
      },
      { rank: 1, lines: next ? [cut(`→ ${next}`, 60)] : [] },
    ];
  });
  return pages([{ rank: 0, lines: [{ b: heading }] }, ...parts])[0]!;
}
