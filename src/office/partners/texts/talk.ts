import { dateWords, dayWords, withDaysLeft } from '../../../base/time/format.ts';
import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';
import { planTargets } from '../rules/plan.ts';

const friday = Temporal.PlainDate.from('2026-11-20');
const sunday = Temporal.PlainDate.from('2026-11-22');
const due = Temporal.PlainDate.from('2026-12-15');
const words =
  'hôm qua làm việc với ĐSQ Nhật, họ quan tâm bếp ăn bán trú, hẹn gửi đề xuất trước 15/12, sẽ có đoàn lên khảo sát';

export const talkTitle = label('Ghi lần làm việc', 'Record a talk');
export const dayLabel = label('Ngày', 'Day');
export const saveTalk = label('Ghi vào sổ', 'Save it');
export const undoTalk = label('Hoàn tác', 'Undo');

/** On which day; a Sunday is asked about. */
export const askDay = text<[day: Temporal.PlainDate | null]>({
  vi: (day) =>
    day
      ? [`${dateWords(day, 'vi')} là Chủ nhật. Làm việc đúng ngày này ạ?`]
      : ['Làm việc ngày nào ạ?', 'Ví dụ: hôm qua, 20/11'],
  en: (day) =>
    day
      ? [`${dateWords(day, 'en')} is a Sunday. Is that the right day?`]
      : ['On which day?', 'For example: yesterday, 20/11'],
  samples: [[sunday], [null]],
});

/** The read-back. */
export const talkBack = text<
  [name: string, day: Temporal.PlainDate | null, said: string, due: Temporal.PlainDate | null, introduced: boolean]
>({
  vi: (name, day, said, next, introduced) => [
    { b: introduced ? `Đã giới thiệu danh mục cho ${clip(name, 60)}` : `Ghi lần làm việc với ${clip(name, 60)}` },
    ...(day ? [`Ngày: ${dayWords(day, 'vi')}`] : []),
    `“${clip(said, 150)}”`,
    ...(next ? [`⏰ Việc tiếp theo, hạn ${dayWords(next, 'vi')}`] : []),
  ],
  en: (name, day, said, next, introduced) => [
    { b: introduced ? `The list was introduced to ${clip(name, 60)}` : `Talk with ${clip(name, 60)}` },
    ...(day ? [`Day: ${dayWords(day, 'en')}`] : []),
    `“${clip(said, 150)}”`,
    ...(next ? [`⏰ Next step, due ${dayWords(next, 'en')}`] : []),
  ],
  samples: [
    ['Đại sứ quán Nhật Bản', friday, words, due, false],
    ['Plan International', friday, 'đã gửi danh mục cho Plan hôm nay', null, true],
  ],
});

/** The receipt of a talk. */
export const talkSaved = text<[name: string, due: Temporal.PlainDate | null, today: Temporal.PlainDate]>({
  vi: (name, next, today) => [
    `✅ Đã ghi lần làm việc với ${clip(name, 70)}.`,
    ...(next ? [`⏰ Nhắc việc: ${withDaysLeft(next, today, 'vi')}`] : []),
  ],
  en: (name, next, today) => [
    `✅ The talk with ${clip(name, 70)} was saved.`,
    ...(next ? [`⏰ You are reminded: ${withDaysLeft(next, today, 'en')}`] : []),
  ],
  samples: [['Đại sứ quán Nhật Bản', due, friday]],
});

/** The receipt of an introduction, with how the year stands: NGOs without and with a programme here, missions. */
export const introducedSaved = text<[name: string, year: number, without: number, with_: number, missions: number]>({
  vi: (name, year, without, with_, missions) => [
    `✅ Đã ghi: giới thiệu danh mục cho ${clip(name, 60)}.`,
    `Năm ${year}: ${without + with_}/${planTargets.introduced.least}–${planTargets.introduced.most} tổ chức`,
    `(${without} chưa có chương trình, ${with_} đang có), ${missions} cơ quan đại diện.`,
  ],
  en: (name, year, without, with_, missions) => [
    `✅ Noted: the list was introduced to ${clip(name, 60)}.`,
    `${year}: ${without + with_} of ${planTargets.introduced.least}–${planTargets.introduced.most} NGOs`,
    `(${without} without a programme, ${with_} with one), ${missions} missions.`,
  ],
  samples: [['Plan International', 2026, 2, 1, 3]],
});

export const talkUndone = text({
  vi: () => ['Đã hoàn tác, chưa ghi gì vào sổ.'],
  en: () => ['Undone: nothing was saved.'],
  samples: [[]],
});

/** On the morning of its day. */
export const stepDue = text<[name: string, step: string, due: Temporal.PlainDate]>({
  vi: (name, step, day) => [`⏰ Đến hạn hôm nay, ${dayWords(day, 'vi')}:`, `${clip(name, 60)}: ${clip(step, 150)}`],
  en: (name, step, day) => [`⏰ Due today, ${dayWords(day, 'en')}:`, `${clip(name, 60)}: ${clip(step, 150)}`],
  samples: [['Đại sứ quán Nhật Bản', 'Gửi đề xuất bếp ăn bán trú', due]],
});
