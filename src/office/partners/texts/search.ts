import { clip } from '../../../chat/fit.ts';
import { type Label, label, text } from '../../../chat/text.ts';
import { candidateLine, partnerLine } from '../card/lists.ts';
import { longestView, missionView, sampleView } from '../card/sample.ts';
import { planTargets } from '../rules/plan.ts';
import type { Condition } from '../rules/query.ts';
import type { Candidate } from '../store/matches.ts';
import type { PlanCounts } from '../store/search.ts';
import type { PartnerLine } from '../types.ts';
import { range } from './card.ts';

const line: PartnerLine = {
  facts: { ...sampleView.facts, shortName: 'Vietnam Health, Education and Literature Projects' },
  state: 'expiring',
  expiresOn: Temporal.PlainDate.from('2027-01-08'),
};
const candidate: Candidate = { facts: longestView.facts, state: 'valid', worksThere: true, grants: 12 };

/** A page of organisations. `asked`: what was asked for, in words; empty where nothing narrowed it. */
export const partnerList = text<
  [asked: string, rows: readonly PartnerLine[], from: number, total: number, demo: boolean]
>({
  vi: (asked, rows, from, total, demo) => [
    { b: `Tổ chức PCPNN${asked ? `, ${clip(asked, 44)}` : ''} ${range(from, rows.length, total)}` },
    ...rows.map((row) => clip(partnerLine(row, 'vi'), 74)),
    ...(demo ? ['Dữ liệu minh họa'] : []),
  ],
  en: (asked, rows, from, total, demo) => [
    { b: `Foreign NGOs${asked ? `, ${clip(asked, 44)}` : ''} ${range(from, rows.length, total)}` },
    ...rows.map((row) => clip(partnerLine(row, 'en'), 74)),
    ...(demo ? ['Demonstration data'] : []),
  ],
  samples: [
    ['y tế; Mộc Châu; còn hiệu lực', [line, line, line, line], 5, 31, true],
    ['', [line], 0, 1, false],
  ],
});

/** Nothing fits. */
export const noPartner = text<[asked: string, wider: boolean]>({
  vi: (asked, wider) => [
    'Chưa có tổ chức nào trong sổ theo dõi phù hợp.',
    ...(asked ? [`Đã tìm: ${clip(asked, 100)}.`] : []),
    ...(wider ? ['Có thể bớt một điều kiện:'] : []),
  ],
  en: (asked, wider) => [
    'No organisation in the register fits.',
    ...(asked ? [`Looked for: ${clip(asked, 100)}.`] : []),
    ...(wider ? ['One condition can be left out:'] : []),
  ],
  samples: [
    ['y tế; Mộc Châu; còn hiệu lực', true],
    ['', false],
  ],
});

/** A live register begins empty. `mayImport`: this reader can fill it. */
export const emptyRegister = text<[mayImport: boolean]>({
  vi: (mayImport) => [
    { b: 'Sổ theo dõi tổ chức chưa có dữ liệu.' },
    ...(mayImport
      ? [
          '1. Chuẩn bị bảng Excel các tổ chức, giấy đăng ký, dự án.',
          '2. Gửi tệp vào đây, hoặc gõ “nhập danh sách tổ chức”.',
          '3. Kiểm tra bản xem trước, lãnh đạo phòng xác nhận.',
          'Thêm lẻ một tổ chức: “thêm tổ chức …”.',
        ]
      : ['Sở Ngoại vụ đang cập nhật.']),
  ],
  en: (mayImport) => [
    { b: 'The register of organisations is empty.' },
    ...(mayImport
      ? [
          '1. Prepare an Excel table of organisations, certificates, projects.',
          '2. Send the file here, or type “import organisations”.',
          '3. Check the preview; the head of the division confirms.',
          'To add a single one: “add the organisation …”.',
        ]
      : ['The Department of Foreign Affairs is filling it.']),
  ],
  samples: [[true], [false]],
});

/** Who could fund something, the likeliest first. Nothing of it was agreed. */
export const candidateList = text<
  [asked: string, rows: readonly Candidate[], from: number, total: number, demo: boolean]
>({
  vi: (asked, rows, from, total, demo) =>
    rows.length === 0
      ? [`Chưa thấy tổ chức nào phù hợp: ${clip(asked, 90)}.`]
      : [
          { b: `Có thể giới thiệu: ${clip(asked, 40)} ${range(from, rows.length, total)}` },
          ...rows.map((row) => candidateLine(row, 'vi')),
          `Chưa trao đổi với tổ chức nào.${demo ? ' Dữ liệu minh họa' : ''}`,
        ],
  en: (asked, rows, from, total, demo) =>
    rows.length === 0
      ? [`No organisation fits: ${clip(asked, 90)}.`]
      : [
          { b: `Could be asked: ${clip(asked, 40)} ${range(from, rows.length, total)}` },
          ...rows.map((row) => candidateLine(row, 'en')),
          `Nothing was agreed with any of them.${demo ? ' Demonstration data' : ''}`,
        ],
  samples: [
    ['nước sạch; xã Long Hẹ', [candidate, { ...candidate, grants: 1, worksThere: false }, candidate], 3, 14, true],
    ['NC-2026-0012', [{ facts: missionView.facts, state: null, worksThere: false, grants: 0 }], 0, 1, false],
    ['y tế', [], 0, 0, false],
  ],
});

/** How the year stands against its plan. */
export const planStands = text<[year: number, counts: PlanCounts]>({
  vi: (year, { introduced, registered, active, silent, demo }) => [
    { b: `Vận động PCPNN năm ${year} so với kế hoạch` },
    `Giới thiệu danh mục: ${introduced.without + introduced.with}/${planTargets.introduced.least}–${planTargets.introduced.most} tổ chức`,
    `– chưa có chương trình: ${introduced.without}`,
    `– đang có chương trình: ${introduced.with}`,
    `Cơ quan đại diện ngoại giao: ${introduced.missions}`,
    `Đăng ký tại tỉnh: ${registered}/${planTargets.registered}`,
    `Đang có dự án: ${active}/${planTargets.active}`,
    `Trên 180 ngày chưa liên hệ: ${silent}`,
    ...(demo ? ['Dữ liệu minh họa'] : []),
  ],
  en: (year, { introduced, registered, active, silent, demo }) => [
    { b: `NGO mobilisation ${year} against the plan` },
    `List introduced: ${introduced.without + introduced.with} of ${planTargets.introduced.least}–${planTargets.introduced.most} NGOs`,
    `– without a programme: ${introduced.without}`,
    `– with a programme: ${introduced.with}`,
    `Missions: ${introduced.missions}`,
    `Registered here: ${registered}/${planTargets.registered}`,
    `Running something: ${active}/${planTargets.active}`,
    `No contact for over 180 days: ${silent}`,
    ...(demo ? ['Demonstration data'] : []),
  ],
  samples: [
    [2026, { introduced: { without: 2, with: 1, missions: 3 }, registered: 31, active: 11, silent: 14, demo: true }],
  ],
});

/** What stands behind the figures. */
export const introducedTo = label('Đã giới thiệu cho ai', 'Introduced to');
export const longSilent = label('Lâu chưa liên hệ', 'Long without contact');
export const runningNow = label('Đang có dự án', 'Running something');

export const registrationWord = {
  active: label('còn hiệu lực', 'registered'),
  expired: label('hết hiệu lực', 'expired'),
  suspended: label('bị đình chỉ', 'suspended'),
  none: label('chưa đăng ký', 'not registered'),
} as const;
export const activityWord = {
  active: label('đang có dự án', 'running something'),
  none: label('chưa có dự án', 'without projects'),
} as const;

/** What a search says instead of a condition that it does without. */
export const anyWord: Readonly<Record<Condition, Label>> = {
  fields: label('mọi lĩnh vực', 'any field'),
  where: label('mọi địa bàn', 'any place'),
  countries: label('mọi nước', 'any country'),
  registration: label('mọi tình trạng', 'registered or not'),
  activity: label('có hay chưa có dự án', 'with or without projects'),
  expires: label('mọi thời hạn', 'any term'),
  issued: label('cấp giấy lúc nào cũng được', 'issued at any time'),
  silent: label('cả nơi vừa liên hệ', 'spoken to lately or not'),
  introduced: label('cả nơi chưa giới thiệu', 'introduced or not'),
};
