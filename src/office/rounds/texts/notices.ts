import { dateWords, momentWords } from '../../../base/time/format.ts';
import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';
import { roundWords } from './status.ts';

const at = (iso: string) => Temporal.Instant.from(iso);

export const send = label('Gửi nhu cầu', 'Send a need');
export const noNeed = label('Không có nhu cầu', 'No need');
export const askMore = label('Xin lùi hạn', 'Ask for more time');

interface To {
  readonly name: string;
  readonly unit: string;
}
const dearVi = (to: To) => `Kính gửi ${clip(to.name, 40)} (${clip(to.unit, 50)}).`;
const dearEn = (to: To) => `Dear ${clip(to.name, 40)} (${clip(to.unit, 50)}),`;
const sample: To = { name: 'đồng chí Nguyễn Thị Phương Thảo', unit: 'UBND phường Thảo Nguyên' };

/** To everybody who answers for a unit: a round is open. */
export const opened = text<
  [
    to: To,
    code: string,
    planYear: number,
    letter: { readonly no: string; readonly date: Temporal.PlainDate | null } | null,
    due: Temporal.Instant,
  ]
>({
  vi: (to, code, planYear, letter, due) => [
    dearVi(to),
    `Sở Ngoại vụ mở ${roundWords(code, 'vi')} nhận nhu cầu viện trợ cho năm ${planYear}${
      letter
        ? `, theo Công văn số ${clip(letter.no, 30)}${letter.date ? ` ngày ${dateWords(letter.date, 'vi')}` : ''}`
        : ''
    }.`,
    `⏰ Hạn gửi: ${momentWords(due, undefined, 'vi')}.`,
  ],
  en: (to, code, planYear, letter, due) => [
    dearEn(to),
    `The Department opens ${roundWords(code, 'en')} for needs of ${planYear}${
      letter
        ? `, official letter ${clip(letter.no, 30)}${letter.date ? ` of ${dateWords(letter.date, 'en')}` : ''}`
        : ''
    }.`,
    `⏰ Due: ${momentWords(due, undefined, 'en')}.`,
  ],
  samples: [
    [
      sample,
      '2027-2',
      2027,
      { no: '412/SNgV-HTQT', date: Temporal.PlainDate.from('2026-11-02') },
      at('2027-01-15T10:00:00Z'),
    ],
    [sample, '2027-2', 2027, null, at('2027-01-15T10:00:00Z')],
  ],
});

/** More time; `own`: for this unit only. */
export const extended = text<[to: To, code: string, due: Temporal.Instant, reason: string | null, own: boolean]>({
  vi: (to, code, due, reason, own) => [
    dearVi(to),
    own
      ? `Sở Ngoại vụ đồng ý lùi hạn ${roundWords(code, 'vi')} cho đơn vị.`
      : `Sở Ngoại vụ gia hạn ${roundWords(code, 'vi')} nhận nhu cầu viện trợ.`,
    ...(reason ? [`Lý do: ${clip(reason, 100)}`] : []),
    `⏰ Hạn mới: ${momentWords(due, undefined, 'vi')}.`,
  ],
  en: (to, code, due, reason, own) => [
    dearEn(to),
    own
      ? `Your unit has more time for ${roundWords(code, 'en')}.`
      : `${roundWords(code, 'en').replace('round', 'Round')} is extended.`,
    ...(reason ? [`Reason: ${clip(reason, 100)}`] : []),
    `⏰ New due time: ${momentWords(due, undefined, 'en')}.`,
  ],
  samples: [
    [sample, '2026-1', at('2026-12-11T09:00:00Z'), 'mưa lũ, nhiều xã chưa kịp họp', false],
    [sample, '2026-1', at('2026-12-11T09:00:00Z'), null, true],
  ],
});

/** It was closed before its time, or called off. */
export const ended = text<[to: To, code: string, end: 'closed' | 'cancelled', reason: string | null]>({
  vi: (to, code, end, reason) => [
    dearVi(to),
    end === 'closed'
      ? `Sở Ngoại vụ đã đóng ${roundWords(code, 'vi')} nhận nhu cầu viện trợ. Nhu cầu đã gửi vẫn được xem xét.`
      : `Sở Ngoại vụ hủy ${roundWords(code, 'vi')} nhận nhu cầu viện trợ. Nhu cầu đã gửi vẫn được giữ.`,
    ...(reason ? [`Lý do: ${clip(reason, 100)}`] : []),
    'Bản nháp chưa gửi vẫn được giữ cho đợt sau.',
  ],
  en: (to, code, end, reason) => [
    dearEn(to),
    end === 'closed'
      ? `${roundWords(code, 'en').replace('round', 'Round')} is closed. What was submitted is still reviewed.`
      : `${roundWords(code, 'en').replace('round', 'Round')} is called off. What was submitted is kept.`,
    ...(reason ? [`Reason: ${clip(reason, 100)}`] : []),
    'Drafts that were not submitted are kept for the next round.',
  ],
  samples: [
    [sample, '2026-1', 'closed', 'đã đủ nhu cầu để tổng hợp danh mục'],
    [sample, '2026-1', 'cancelled', null],
  ],
});
