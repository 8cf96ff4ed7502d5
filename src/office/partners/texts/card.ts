import { dateWords } from '../../../base/time/format.ts';
import { localDay } from '../../../base/time/zone.ts';
import { label, text } from '../../../chat/text.ts';
import { cardPages } from '../card/card.ts';
import { cut } from '../card/fit.ts';
import { contactCardScreen, contactScreen, grantScreen, missionLine, needMatchScreen } from '../card/lists.ts';
import {
  longestView,
  missionView,
  publishedOnly,
  sampleContact,
  sampleContactCard,
  sampleGrant,
  sampleMatch,
  sampleNow,
  sampleView,
  statusOnly,
} from '../card/sample.ts';
import type { ContactCard } from '../store/contacts.ts';
import type { NeedMatch } from '../store/matches.ts';
import type { ContactView, GrantView, PartnerFacts, PartnerView } from '../types.ts';

/** The status card: what its reader may see of a partner, on one screen. */
export const statusCard = text<[view: PartnerView, now: Temporal.Instant]>({
  vi: (view, now) => cardPages(view, now, 'vi')[0]!,
  en: (view, now) => cardPages(view, now, 'en')[0]!,
  samples: [
    [sampleView, sampleNow],
    [statusOnly(sampleView), sampleNow],
    [publishedOnly(sampleView), sampleNow],
    [longestView, sampleNow],
    [publishedOnly(longestView), sampleNow],
    [missionView, sampleNow],
  ],
});

/** A further screen of the card, counted from 1: what found no room on the first. */
export const restOfCard = text<[view: PartnerView, now: Temporal.Instant, page: number]>({
  vi: (view, now, page) => cardPages(view, now, 'vi')[page] ?? ['Không còn mục nào khác.'],
  en: (view, now, page) => cardPages(view, now, 'en')[page] ?? ['There is nothing else.'],
  samples: [
    [sampleView, sampleNow, 1],
    [longestView, sampleNow, 1],
    [longestView, sampleNow, 2],
  ],
});

/** Several fit, or none was named. */
export const whichPartner = text({
  vi: () => ['Anh/chị hỏi tổ chức nào ạ?'],
  en: () => ['Which organisation do you mean?'],
  samples: [[]],
});

/** One fact of a card, with the day from which it is; not known is said. */
export const factLine = text<
  [
    name: string,
    fact: 'head' | 'website' | 'address' | 'officer',
    value: string | null,
    from: Temporal.Instant,
    demo: boolean,
  ]
>({
  vi: (name, fact, value, from, demo) => [
    `${cut(name, 40)}, ${factName[fact]('vi')}:`,
    value ? cut(value, 120) : 'Chưa có thông tin',
    `${demo ? 'Dữ liệu minh họa, cập nhật' : 'Cập nhật'} ${dateWords(localDay(from), 'vi')}`,
  ],
  en: (name, fact, value, from, demo) => [
    `${cut(name, 40)}, ${factName[fact]('en')}:`,
    value ? cut(value, 120) : 'No information',
    `${demo ? 'Demonstration data,' : 'Updated'} ${dateWords(localDay(from), 'en')}`,
  ],
  samples: [
    ['Save the Children', 'head', 'Nguyễn Thị Phương Thảo', sampleNow, true],
    ['Oxfam', 'website', null, sampleNow, false],
  ],
});
const factName = {
  head: label('người đứng đầu', 'head'),
  website: label('trang web', 'website'),
  address: label('địa chỉ', 'address'),
  officer: label('cán bộ phụ trách', 'officer in charge'),
} as const;

/** Nobody was named, and nothing offers itself. */
export const whichPartnerExample = text({
  vi: () => ['Anh/chị hỏi tổ chức nào ạ?', 'Ghi tên, tên viết tắt hoặc tên tiếng Anh,', 'ví dụ: SCI còn hạn không'],
  en: () => [
    'Which organisation do you mean?',
    'Write its name or abbreviation,',
    'for example: is SCI still registered',
  ],
  samples: [[]],
});

/** The name is not in the register (or not for this reader): the nearest names are buttons. */
export const notFound = text<[said: string, near: boolean]>({
  vi: (said, near) => [
    `Chưa tìm thấy “${cut(said, 60)}” trong sổ theo dõi của Sở Ngoại vụ.`,
    near ? 'Anh/chị có hỏi tổ chức nào dưới đây không ạ?' : 'Anh/chị thử tên viết tắt hoặc tên tiếng Anh, ví dụ: SCI.',
  ],
  en: (said, near) => [
    `“${cut(said, 60)}” is not in the register of the Department of Foreign Affairs.`,
    near ? 'Do you mean one of these?' : 'Try its abbreviation or its English name, for example: SCI.',
  ],
  samples: [
    ['tổ chức hỗ trợ phát triển cộng đồng miền núi phía Bắc và Tây Bắc', true],
    ['abc', false],
  ],
});

/** A body that people take for a foreign NGO. `nature` ends the sentence "… is". */
export const notNgo = text<[name: string, natureVi: string, natureEn: string]>({
  vi: (name, nature) => [`${name} không phải tổ chức PCPNN:`, `${nature}.`, 'Vì vậy không có giấy đăng ký để tra cứu.'],
  en: (name, _, nature) => [
    `${name} is not a foreign NGO:`,
    `it is ${nature}.`,
    'So there is no registration to look up.',
  ],
  samples: [
    ['JICA', 'cơ quan của Chính phủ Nhật Bản (ODA)', 'an agency of the Government of Japan (ODA)'],
    [
      'USAID',
      'cơ quan của Chính phủ Hoa Kỳ, đã ngừng hoạt động năm 2025',
      'an agency of the United States Government that closed in 2025',
    ],
  ],
});

/** A page of a partner's grants; `from` counts from 0. */
export const grantList = text<[name: string, rows: readonly GrantView[], from: number, total: number]>({
  vi: (name, rows, from, total) =>
    rows.length === 0
      ? [`${name}: chưa có thông tin về dự án.`]
      : grantScreen(`${name}: dự án ${range(from, rows.length, total)}`, rows, 'vi'),
  en: (name, rows, from, total) =>
    rows.length === 0
      ? [`${name}: no information on projects.`]
      : grantScreen(`${name}: projects ${range(from, rows.length, total)}`, rows, 'en'),
  samples: [
    ['Save the Children', [sampleGrant, { ...sampleGrant, percent: null, stage: 'preparing' }], 0, 3],
    ['SCI', [], 0, 0],
  ],
});

/** A page of the talks with a partner, the newest first. */
export const contactList = text<[name: string, rows: readonly ContactView[], from: number, total: number]>({
  vi: (name, rows, from, total) =>
    rows.length === 0
      ? [`${name}: chưa ghi lần làm việc nào.`]
      : contactScreen(`${name}: làm việc ${range(from, rows.length, total)}`, rows, 'vi'),
  en: (name, rows, from, total) =>
    rows.length === 0
      ? [`${name}: no talk has been recorded.`]
      : contactScreen(`${name}: talks ${range(from, rows.length, total)}`, rows, 'en'),
  samples: [
    ['Save the Children', [sampleContact, sampleContact], 0, 7],
    ['SCI', [], 0, 0],
  ],
});

/** A page of the missions in the register, each with its way of giving small grants. `field`: only those that give for it; empty: all. */
export const missionList = text<
  [rows: readonly PartnerFacts[], from: number, total: number, demo: boolean, field: string]
>({
  vi: (rows, from, total, demo, field) =>
    rows.length === 0
      ? field
        ? [`Chưa rõ đại sứ quán nào có viện trợ nhỏ cho ${field}.`]
        : ['Chưa có cơ quan đại diện nào trong sổ theo dõi của Sở Ngoại vụ.']
      : [
          {
            b: `${field ? `Viện trợ nhỏ, ${field}` : 'Đại sứ quán, viện trợ quy mô nhỏ'} ${range(from, rows.length, total)}`,
          },
          ...rows.map((row) => missionLine(row, 'vi')),
          ...(demo ? ['Dữ liệu minh họa'] : []),
        ],
  en: (rows, from, total, demo, field) =>
    rows.length === 0
      ? field
        ? [`No embassy is known to give small grants for ${field}.`]
        : ['There is no mission in the register of the Department of Foreign Affairs.']
      : [
          {
            b: `${field ? `Small grants, ${field}` : 'Embassies and small grants'} ${range(from, rows.length, total)}`,
          },
          ...rows.map((row) => missionLine(row, 'en')),
          ...(demo ? ['Demonstration data'] : []),
        ],
  samples: [
    [[missionView.facts, missionView.facts, missionView.facts, missionView.facts, missionView.facts], 5, 12, true, ''],
    [[missionView.facts], 0, 1, true, 'khắc phục hậu quả chiến tranh'],
    [[], 0, 0, false, ''],
    [[], 0, 0, false, 'giáo dục'],
  ],
});
export const buttonAllMissions = label('Tất cả đại sứ quán', 'All embassies');

/** A country was named whose mission is not in the register. */
export const noMission = text({
  vi: () => ['Chưa có đại sứ quán nước này trong sổ theo dõi của Sở Ngoại vụ.'],
  en: () => ['The embassy of this country is not in the register of the Department of Foreign Affairs.'],
  samples: [[]],
});

/** Projects were asked for, and of nobody in particular. */
export const whoseGrants = text({
  vi: () => ['Anh/chị hỏi dự án của tổ chức nào ạ?', 'Ví dụ: dự án của SCI'],
  en: () => ['The projects of which organisation?', 'For example: projects of SCI'],
  samples: [[]],
});

export const range = (from: number, count: number, total: number): string =>
  count === total ? `(${total})` : `${from + 1}–${from + count}/${total}`;

/** A button that was kept too long, or forwarded to somebody who may not see the entry. */
export const noLongerThere = text({
  vi: () => ['Không mở được mục này: không còn trong sổ theo dõi,', 'hoặc chỉ cán bộ Sở Ngoại vụ xem được.'],
  en: () => ['This can’t be shown: it is no longer in the register,', 'or only the Department may see it.'],
  samples: [[]],
});

/** Whom one knows at a partner. */
export const contactPeople = text<[name: string, rows: readonly ContactCard[], from: number, total: number]>({
  vi: (name, rows, from, total) =>
    rows.length === 0
      ? [
          `${cut(name, 60)}: chưa có người liên hệ.`,
          'Thêm bằng một câu, ví dụ: người liên hệ của SCI là chị Mai, 0912 000 000',
        ]
      : contactCardScreen(`${cut(name, 40)}: liên hệ ${range(from, rows.length, total)}`, rows, 'vi'),
  en: (name, rows, from, total) =>
    rows.length === 0
      ? [
          `${cut(name, 60)}: nobody to contact is recorded.`,
          'Add somebody in a sentence, for example: the contact of SCI is Ms Mai, 0912 000 000',
        ]
      : contactCardScreen(`${cut(name, 40)}: contacts ${range(from, rows.length, total)}`, rows, 'en'),
  samples: [
    ['Save the Children', [sampleContactCard, { ...sampleContactCard, phone: undefined, email: undefined }], 0, 3],
    ['SCI', [], 0, 0],
  ],
});

/** Needs that fit a partner, each with why. What was agreed with it is nothing. */
export const needMatches = text<
  [name: string, rows: readonly NeedMatch[], places: Readonly<Record<string, string>>, from: number, total: number]
>({
  vi: (name, rows, places, from, total) =>
    rows.length === 0
      ? [`${cut(name, 60)}: chưa có nhu cầu đã tiếp nhận nào đúng lĩnh vực và địa bàn của tổ chức.`]
      : needMatchScreen(`${cut(name, 36)}: nhu cầu phù hợp ${range(from, rows.length, total)}`, rows, places, 'vi'),
  en: (name, rows, places, from, total) =>
    rows.length === 0
      ? [`${cut(name, 60)}: no accepted need fits its fields and areas.`]
      : needMatchScreen(`${cut(name, 36)}: needs that fit ${range(from, rows.length, total)}`, rows, places, 'en'),
  samples: [
    ['Save the Children', [sampleMatch, { ...sampleMatch, place: null }], { '03781': 'xã Co Mạ' }, 0, 7],
    ['SCI', [], {}, 0, 0],
  ],
});

/** An officer has looked at the whole card. */
export const verified = text({
  vi: () => ['✅ Đã ghi: thẻ đã được kiểm tra hôm nay.'],
  en: () => ['✅ Noted: the card was checked today.'],
  samples: [[]],
});

export const buttonContacts = label('Liên hệ', 'Contacts');
export const buttonNeeds = label('Nhu cầu phù hợp', 'Needs that fit');
export const buttonWrong = label('Báo sai', 'Report a mistake');
export const buttonVerify = label('Đã kiểm tra, đúng', 'Checked, right');
export const buttonGrants = label('Dự án', 'Projects');
export const buttonHistory = label('Lịch sử làm việc', 'Contact history');
export const buttonRest = label('Xem đủ', 'Show all');
export const buttonMore = label('Xem tiếp', 'More');
export const buttonBoth = label('Cả hai', 'Both');
