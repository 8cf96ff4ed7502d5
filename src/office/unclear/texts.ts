import { dateWords } from '../../base/time/format.ts';
import { clip } from '../../chat/fit.ts';
import { label, text } from '../../chat/text.ts';
import type { Asker } from '../../language/index.ts';
import { keptDays } from './rules.ts';

export const more = label('Xem tiếp', 'More');
export const file = label('Tải danh sách', 'Get the list as a file');

const askers: Readonly<Record<Asker, { readonly vi: string; readonly en: string }>> = {
  guest: { vi: 'khách', en: 'guest' },
  department: { vi: 'đơn vị', en: 'unit' },
  officer: { vi: 'chuyên viên', en: 'officer' },
  leader: { vi: 'lãnh đạo', en: 'head' },
  admin: { vi: 'quản trị', en: 'administrator' },
};

/** One entry of the list, its words cut to a line and a half. */
export interface Entry {
  readonly text: string;
  readonly times: number;
  readonly asker: Asker;
  readonly why: 'unsure' | 'not_built' | 'answer';
  readonly last: Temporal.PlainDate;
}

const cut = (words: string, most: number): string => clip(words.replaceAll(/\s+/gu, ' ').trim(), most);

const why = {
  vi: { unsure: '', not_built: ', chưa làm được', answer: ', trong mẫu' },
  en: { unsure: '', not_built: ', not built', answer: ', in a form' },
} as const;

const day = Temporal.PlainDate.from('2026-11-24');
const entry: Entry = { text: 'x'.repeat(90), times: 128, asker: 'officer', why: 'answer', last: day };

export const list = text({
  samples: [[[entry, entry, entry, entry], 0, 1204]],
  vi: (entries: readonly Entry[], from: number, total: number) => [
    `Câu chưa hiểu trong ${keptDays} ngày: ${total}`,
    'Đã bỏ tên, số máy của người gửi.',
    ...entries.flatMap((one, i) => [
      `${from + i + 1}. “${cut(one.text, 31)}”`,
      `${one.times} lần, ${askers[one.asker].vi}${why.vi[one.why]}`,
    ]),
  ],
  en: (entries, from, total) => [
    `Not understood in ${keptDays} days: ${total}`,
    'Names and numbers are left out.',
    ...entries.flatMap((one, i) => [
      `${from + i + 1}. “${cut(one.text, 31)}”`,
      `${one.times} times, ${askers[one.asker].en}${why.en[one.why]}`,
    ]),
  ],
});

export const none = text({
  samples: [[]],
  vi: () => [`Trong ${keptDays} ngày qua không có câu nào chưa hiểu.`],
  en: () => [`In the last ${keptDays} days everything was understood.`],
});

export const exported = text({
  samples: [[2000, 3120, day]],
  vi: (lines: number, total: number, today: Temporal.PlainDate) => [
    `📎 ${lines} câu chưa hiểu, đến ngày ${dateWords(today, 'vi')}.`,
    ...(total > lines ? [`Có tất cả ${total} câu; tệp gồm những câu gặp nhiều nhất.`] : []),
    'Xem lại bằng: npm run understand -- --replay TỆP',
  ],
  en: (lines, total, today) => [
    `📎 ${lines} messages that were not understood, up to ${dateWords(today, 'en')}.`,
    ...(total > lines ? [`There are ${total} in all; the file holds the most frequent.`] : []),
    'Read them again with: npm run understand -- --replay FILE',
  ],
});

export const fileElsewhere = text({
  samples: [[]],
  vi: () => [
    'Zalo không nhận loại tệp này. Anh/chị lấy tệp ở trang web của Nhịp Cầu.',
    'Người vận hành lấy bằng lệnh: npm run cli -- unclear',
  ],
  en: () => [
    'Zalo takes no such files. Please get it on Nhịp Cầu’s web page.',
    'The operator gets it with: npm run cli -- unclear',
  ],
});

export const notYours = text({
  samples: [[]],
  vi: () => ['Danh sách này chỉ dành cho quản trị.'],
  en: () => ['This list is for the administrator only.'],
});
