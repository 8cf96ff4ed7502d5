import { dateWords, daysLeftWords, momentWords, spanWords } from '../../../base/time/format.ts';
import { localDay, localZone } from '../../../base/time/zone.ts';
import { type Lang, label, text } from '../../../chat/text.ts';
import { codeParts } from '../rules.ts';
import type { Counts, TargetState } from '../types.ts';

const at = (iso: string) => Temporal.Instant.from(iso);
const moment = (of: Temporal.Instant, lang: Lang) => momentWords(of, localZone, lang);

/** "17 giờ 00 thứ Sáu, 27/11/2026 (còn 4 ngày)". */
export const dueWords = (due: Temporal.Instant, now: Temporal.Instant, lang: Lang): string =>
  `${moment(due, lang)} (${daysLeftWords(localDay(due), localDay(now), lang)})`;

/** "đợt 1 năm 2026". */
export function roundWords(code: string, lang: Lang): string {
  const { year, no } = codeParts(code);
  return lang === 'vi' ? `đợt ${no} năm ${year}` : `round ${no} of ${year}`;
}

/** A unit's part in a round, with its mark. */
export const targetName: Readonly<Record<TargetState | 'overdue', ReturnType<typeof label>>> = {
  not_started: label('⚪ chưa gửi', '⚪ nothing submitted'),
  in_progress: label('⚪ đang soạn, chưa gửi', '⚪ drafting, not submitted'),
  submitted: label('🟢 đã gửi', '🟢 submitted'),
  no_need: label('🟢 không có nhu cầu', '🟢 no need'),
  excused: label('⚪ được miễn đợt này', '⚪ excused this round'),
  overdue: label('🔴 quá hạn, chưa gửi', '🔴 overdue, nothing submitted'),
};

export const showList = label('Xem danh sách chưa gửi', 'Show who has not submitted');
export const more = label('Xem tiếp', 'Show more');

interface Call {
  readonly code: string;
  readonly planYear: number;
  readonly docNo: string | null;
  readonly docDate: Temporal.PlainDate | null;
}
const sampleCall: Call = {
  code: '2026-1',
  planYear: 2027,
  docNo: '412/SNgV-HTQT',
  docDate: Temporal.PlainDate.from('2026-11-02'),
};

const callLine = (call: Call, lang: Lang): readonly string[] => {
  if (!call.docNo) return [];
  const date = call.docDate ? `${lang === 'vi' ? ' ngày' : ' of'} ${dateWords(call.docDate, lang)}` : '';
  return [lang === 'vi' ? `Theo Công văn số ${call.docNo}${date}` : `Official letter ${call.docNo}${date}`];
};

/** The due time while a round is open. */
export const due = text<[call: Call, due: Temporal.Instant, now: Temporal.Instant]>({
  vi: (call, when, now) => [
    `⏰ Hạn gửi nhu cầu ${roundWords(call.code, 'vi')} (cho năm ${call.planYear}):`,
    { b: dueWords(when, now, 'vi') },
    ...callLine(call, 'vi'),
  ],
  en: (call, when, now) => [
    `⏰ Deadline for needs, ${roundWords(call.code, 'en')} (for ${call.planYear}):`,
    { b: dueWords(when, now, 'en') },
    ...callLine(call, 'en'),
  ],
  samples: [[sampleCall, at('2026-11-27T10:00:00Z'), at('2026-11-23T02:00:00Z')]],
});

/** The due time has passed; late submissions are accepted. */
export const duePassed = text<[call: Call, due: Temporal.Instant, closes: Temporal.Instant, now: Temporal.Instant]>({
  vi: (call, when, closes, now) => [
    `⏰ Hạn gửi nhu cầu ${roundWords(call.code, 'vi')} đã qua ${spanWords(when.until(now), 'vi')}:`,
    moment(when, 'vi'),
    `Vẫn tiếp nhận đến ${dueWords(closes, now, 'vi')}.`,
  ],
  en: (call, when, closes, now) => [
    `⏰ The deadline of ${roundWords(call.code, 'en')} passed ${spanWords(when.until(now), 'en')} ago:`,
    moment(when, 'en'),
    `Late needs are accepted until ${dueWords(closes, now, 'en')}.`,
  ],
  samples: [[sampleCall, at('2026-11-27T10:00:00Z'), at('2026-12-11T10:00:00Z'), at('2026-11-29T14:05:00Z')]],
});

/** Nothing is open. */
export const noRound = text<[next: { readonly code: string; readonly opensAt: Temporal.Instant } | null]>({
  vi: (next) => [
    'Hiện không có đợt gửi nhu cầu viện trợ nào đang mở.',
    next
      ? `⏰ ${roundWords(next.code, 'vi').replace('đợt', 'Đợt')} mở lúc ${moment(next.opensAt, 'vi')}.`
      : 'Khi có đợt mới, Sở Ngoại vụ sẽ thông báo.',
    'Nhu cầu khẩn cấp do thiên tai được tiếp nhận bất cứ lúc nào.',
  ],
  en: (next) => [
    'No call for needs is open now.',
    next
      ? `⏰ ${roundWords(next.code, 'en').replace('round', 'Round')} opens at ${moment(next.opensAt, 'en')}.`
      : 'The Department will announce the next one.',
    'Emergency needs after a disaster are accepted at any time.',
  ],
  samples: [[null], [{ code: '2027-1', opensAt: at('2027-03-01T00:30:00Z') }]],
});

/** The unit's own state, under the due time. */
export const ownTarget = text<[unit: string, state: TargetState | 'overdue', late: boolean]>({
  vi: (unit, state, late) => [`${unit}: ${targetName[state]('vi')}${late ? ' (sau hạn)' : ''}`],
  en: (unit, state, late) => [`${unit}: ${targetName[state]('en')}${late ? ' (late)' : ''}`],
  samples: [
    ['Trường Đại học Tây Bắc', 'in_progress', false],
    ['UBND phường Thảo Nguyên', 'submitted', true],
  ],
});

/** How far a round has come, for officers and leaders. `needs`: how many needs came in, where that is known. */
export const progress = text<[counts: Counts, needs: number | null]>({
  vi: (c, needs) => [
    `Đã trả lời: ${c.submitted + c.noNeed}/${c.units} đơn vị`,
    `– Đã gửi: ${c.submitted}${c.late ? ` (sau hạn ${c.late})` : ''}${needs === null ? '' : `, ${needs} nhu cầu`}`,
    `– Không có nhu cầu: ${c.noNeed}`,
    `– Đang soạn: ${c.inProgress}`,
    `– Chưa gửi: ${c.notStarted}`,
    ...(c.excused ? [`– Được miễn: ${c.excused}`] : []),
  ],
  en: (c, needs) => [
    `Answered: ${c.submitted + c.noNeed}/${c.units} units`,
    `– Submitted: ${c.submitted}${c.late ? ` (${c.late} late)` : ''}${needs === null ? '' : `, ${needs} needs`}`,
    `– No need: ${c.noNeed}`,
    `– Drafting: ${c.inProgress}`,
    `– Nothing yet: ${c.notStarted}`,
    ...(c.excused ? [`– Excused: ${c.excused}`] : []),
  ],
  samples: [
    [{ units: 101, submitted: 42, noNeed: 7, inProgress: 12, notStarted: 38, excused: 2, late: 3 }, 58],
    [{ units: 101, submitted: 0, noNeed: 0, inProgress: 0, notStarted: 101, excused: 0, late: 0 }, null],
  ],
});

/** Which units are listed. */
export type ListFilter = 'waiting' | 'submitted' | 'no_need' | 'late';
const heads: Readonly<
  Record<ListFilter, { readonly some: ReturnType<typeof label>; readonly none: ReturnType<typeof label> }>
> = {
  waiting: {
    some: label('Chưa gửi', 'Not submitted'),
    none: label('🟢 Tất cả các đơn vị đã trả lời.', '🟢 All units have answered.'),
  },
  submitted: {
    some: label('Đã gửi', 'Submitted'),
    none: label('Chưa có đơn vị nào gửi.', 'No unit has submitted yet.'),
  },
  no_need: {
    some: label('Không có nhu cầu', 'No need'),
    none: label('Chưa có đơn vị nào báo không có nhu cầu.', 'No unit has said that it has no need.'),
  },
  late: {
    some: label('Gửi sau hạn', 'Submitted late'),
    none: label('Chưa có đơn vị nào gửi sau hạn.', 'No unit was late.'),
  },
};

interface Listed {
  readonly filter: ListFilter;
  readonly total: number;
  readonly departments: number;
  readonly communes: number;
  readonly others: number;
  readonly names: readonly string[];
  readonly left: number;
}

/** One page of the units that fit. Units, never persons. */
export const listed = text<[of: Listed]>({
  vi: ({ filter, total, departments, communes, others, names, left }) => [
    total === 0
      ? heads[filter].none('vi')
      : `${heads[filter].some('vi')}: ${total} đơn vị (${[
          departments ? `${departments} sở, ngành` : '',
          communes ? `${communes} xã, phường` : '',
          others ? `${others} đơn vị khác` : '',
        ]
          .filter(Boolean)
          .join('; ')})`,
    ...names.map((name) => `– ${name}`),
    ...(left > 0 ? [`… còn ${left} đơn vị`] : []),
  ],
  en: ({ filter, total, departments, communes, others, names, left }) => [
    total === 0
      ? heads[filter].none('en')
      : `${heads[filter].some('en')}: ${total} units (${[
          departments ? `${departments} departments` : '',
          communes ? `${communes} communes and wards` : '',
          others ? `${others} others` : '',
        ]
          .filter(Boolean)
          .join('; ')})`,
    ...names.map((name) => `– ${name}`),
    ...(left > 0 ? [`… ${left} more`] : []),
  ],
  samples: [
    [
      {
        filter: 'waiting',
        total: 82,
        departments: 9,
        communes: 66,
        others: 7,
        names: [
          'Sở Văn hóa, Thể thao và Du lịch',
          'Sở Công Thương',
          'Thanh tra tỉnh',
          'UBND phường Tô Hiệu',
          'UBND xã Chiềng Khương',
          'UBND xã Mường Hung',
        ],
        left: 76,
      },
    ],
    [{ filter: 'no_need', total: 0, departments: 0, communes: 0, others: 0, names: [], left: 0 }],
  ],
});

/** "co ma gui chua": one unit, in a line. `state` null: the round does not call it. */
export const oneUnit = text<
  [
    unit: string,
    state: TargetState | 'overdue' | null,
    at: Temporal.Instant | null,
    late: boolean,
    needs: number | null,
    due: Temporal.Instant,
  ]
>({
  vi: (unit, state, when, late, needs, due) => [
    state === null
      ? `${unit}: ⚪ không thuộc đợt này.`
      : `${unit}: ${targetName[state]('vi')}${
          state === 'submitted'
            ? `${needs ? ` ${needs} nhu cầu` : ''}${when ? `, ${moment(when, 'vi')}` : ''}${late ? ' (sau hạn)' : ''}`
            : state === 'no_need' || state === 'excused'
              ? ''
              : `; hạn ${moment(due, 'vi')}`
        }.`,
  ],
  en: (unit, state, when, late, needs, due) => [
    state === null
      ? `${unit}: ⚪ not called in this round.`
      : `${unit}: ${targetName[state]('en')}${
          state === 'submitted'
            ? `${needs ? ` ${needs} need(s)` : ''}${when ? `, ${moment(when, 'en')}` : ''}${late ? ' (late)' : ''}`
            : state === 'no_need' || state === 'excused'
              ? ''
              : `; due ${moment(due, 'en')}`
        }.`,
  ],
  samples: [
    ['UBND xã Co Mạ', 'submitted', at('2026-12-05T07:05:00Z'), true, 2, at('2026-12-04T10:00:00Z')],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'not_started', null, false, 0, at('2026-12-04T10:00:00Z')],
    ['Sở Ngoại vụ', null, null, false, 0, at('2026-12-04T10:00:00Z')],
  ],
});

/** Ends every card with invented figures. */
export const demoLine = text({
  vi: () => ['Dữ liệu minh họa'],
  en: () => ['Demonstration data'],
  samples: [[]],
});

/** Only for officers and leaders. */
export const notForYou = text({
  vi: () => ['Tình hình của các đơn vị khác chỉ Sở Ngoại vụ xem được.'],
  en: () => ['Only the Department sees how other units are doing.'],
  samples: [[]],
});
