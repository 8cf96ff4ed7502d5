import { moneyWords } from '../../../base/money/format.ts';
import { dateWords, dayWords, periodWords } from '../../../base/time/format.ts';
import type { RichText } from '../../../chat/messaging/rich-text.ts';
import type { Lang } from '../../../chat/text.ts';
import type { ContactCard } from '../store/contacts.ts';
import type { Candidate, NeedMatch } from '../store/matches.ts';
import type { ContactView, GrantView, PartnerFacts, PartnerLine } from '../types.ts';
import { contactWord, fieldWord, stageWord, stateMark } from '../words.ts';
import { type CardPart, capital, cut, pages } from './fit.ts';
import { buttonName } from './name.ts';

/** How many grants or talks one screen takes. */
export const perScreen = 2;
/** How many missions. */
export const missionsPerScreen = 5;

/** "Nhật Bản: GGP, viện trợ không hoàn lại cấp cơ sở": a mission and how it gives small grants, at most two lines on a phone. */
export function missionLine(of: PartnerFacts, lang: Lang): string {
  const country = (lang === 'vi' ? of.countryVi : of.country) ?? of.nameEn;
  const tools = of.tools.map((tool) => (lang === 'vi' && tool.vi) || tool.name.replace(/ \(.*\)$/, '')).join('; ');
  const unsure = of.tools.some((tool) => !tool.confirmed)
    ? lang === 'vi'
      ? ' (chưa xác minh)'
      : ' (not verified)'
    : '';
  const none = lang === 'vi' ? 'chưa có thông tin' : 'no information';
  return `${cut(`– ${country}: ${tools || none}`, 74 - unsure.length)}${tools ? unsure : ''}`;
}

/** How many organisations one screen lists. */
export const linesPerScreen = 5;

/** "🟢 Plan International – Anh, đến 25/06/2027": an organisation in a list, at most two lines on a phone. */
export function partnerLine({ facts, state, expiresOn }: PartnerLine, lang: Lang): string {
  const vi = lang === 'vi';
  const mark = state === undefined ? '–' : state === null ? '⚪' : stateMark[state];
  const country = vi ? facts.countryVi : facts.country;
  const until =
    expiresOn &&
    `${state === 'expired' ? (vi ? 'hạn' : 'expired') : vi ? 'đến' : 'until'} ${dateWords(expiresOn, lang)}`;
  const name = cut(buttonName(facts, lang), 38);
  return `${mark} ${[name, ...(country && facts.kind === 'ngo' ? [cut(country, 14)] : [])].join(' – ')}${until ? `, ${until}` : ''}`;
}

/** Somebody of a partner: name and position, telephone, mail. */
export function contactCardScreen(heading: string, rows: readonly ContactCard[], lang: Lang): RichText {
  const vi = lang === 'vi';
  const parts = rows.map((of): CardPart => {
    const reach = [of.phone, of.email].filter((one) => one !== undefined).map((one) => cut(one, 60));
    return {
      rank: 0,
      lines: [
        [{ b: cut(of.name, 34) }, of.position ? `, ${cut(of.position, 30)}` : ''],
        ...(reach.length > 0 ? reach : [vi ? 'Chưa có số điện thoại, thư điện tử' : 'No telephone or e-mail']),
      ],
    };
  });
  return pages([{ rank: 0, lines: [{ b: heading }] }, ...parts])[0]!;
}

/** A heading and two needs that fit: code with what is asked for, title, and the reasons. `places` names communes by their codes. */
export function needMatchScreen(
  heading: string,
  rows: readonly NeedMatch[],
  places: Readonly<Record<string, string>>,
  lang: Lang,
): RichText {
  const vi = lang === 'vi';
  const parts = rows.map(
    (of): CardPart => ({
      rank: 0,
      lines: [
        [{ b: of.code }, ` – ${moneyWords(of.requested, lang)}`],
        cut(of.title, 54),
        cut(`${vi ? 'Vì' : 'Why'}: ${[fieldReason(of, lang), placeReason(of, places, lang)].join('; ')}`, 58),
      ],
    }),
  );
  return pages([{ rank: 0, lines: [{ b: heading }] }, ...parts])[0]!;
}

const fieldReason = (of: NeedMatch, lang: Lang): string =>
  `${lang === 'vi' ? 'lĩnh vực' : 'field'} ${fieldWord[of.field](lang)}`;

function placeReason(of: NeedMatch, places: Readonly<Record<string, string>>, lang: Lang): string {
  const vi = lang === 'vi';
  if (of.place) return `${vi ? 'tại' : 'in'} ${places[of.place] ?? of.place}`;
  if (of.provinceWide) return vi ? 'nhu cầu toàn tỉnh' : 'the whole province';
  return vi ? 'chưa rõ địa bàn của tổ chức' : 'where it works is not known';
}

/** "Plan International: làm y tế; tại huyện Sốp Cộp cũ; đã có 2 dự án": who could fund something, and why. */
export function candidateLine(of: Candidate, lang: Lang): string {
  const vi = lang === 'vi';
  const mark = of.facts.kind === 'mission' || of.state === null ? '–' : stateMark[of.state];
  const projects = vi
    ? `${of.grants} dự án cùng lĩnh vực`
    : `${of.grants} grant${of.grants === 1 ? '' : 's'} of this field`;
  const reasons =
    of.facts.kind === 'mission'
      ? [vi ? 'có viện trợ quy mô nhỏ' : 'gives small grants']
      : [
          vi ? 'đúng lĩnh vực' : 'its field',
          ...(of.worksThere ? [vi ? 'đúng địa bàn' : 'works there'] : []),
          ...(of.grants > 0 ? [projects] : []),
        ];
  return `${mark} ${cut(buttonName(of.facts, lang), 30)}: ${reasons.join(', ')}`;
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
