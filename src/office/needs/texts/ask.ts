import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';

export const ask = label('Hỏi đơn vị', 'Ask the unit');
export const answer = label('Trả lời', 'Answer');
export const send = label('Gửi câu hỏi', 'Send the question');
export const sendAnswer = label('Gửi trả lời', 'Send the answer');
export const askTitle = label('Hỏi đơn vị', 'Asking the unit');
export const answerTitle = label('Trả lời câu hỏi', 'Answering a question');
export const question = label('Câu hỏi', 'Question');
export const answerName = label('Câu trả lời', 'Answer');

export const what = text({
  vi: () => ['Anh/chị hỏi đơn vị điều gì ạ?', 'Ví dụ: 120 hộ là của 3 bản hay của cả xã?'],
  en: () => ['What do you want to ask the unit?', 'For example: are the 120 households of three villages, or of all?'],
  samples: [[]],
});
export const whatAnswer = text({
  vi: () => ['Anh/chị trả lời thế nào ạ?'],
  en: () => ['What is your answer?'],
  samples: [[]],
});
export const askBack = text<[code: string, title: string, question: string]>({
  vi: (code, title, said) => [`Hỏi đơn vị về ${code}`, clip(title, 70), `“${clip(said, 180)}”`],
  en: (code, title, said) => [`Ask the unit about ${code}`, clip(title, 70), `“${clip(said, 180)}”`],
  samples: [['NC-2026-0042', 'Cấp nước sinh hoạt cho 3 bản, xã Co Mạ', '120 hộ là của 3 bản hay của cả xã?']],
});
export const answerBack = text<[code: string, question: string, answer: string]>({
  vi: (code, asked, said) => [`Trả lời về ${code}`, `Hỏi: “${clip(asked, 110)}”`, `Trả lời: “${clip(said, 150)}”`],
  en: (code, asked, said) => [`Answer about ${code}`, `Asked: “${clip(asked, 110)}”`, `Answer: “${clip(said, 150)}”`],
  samples: [['NC-2026-0042', '120 hộ là của 3 bản hay của cả xã?', 'của 3 bản, có danh sách kèm theo']],
});
export const asked = text<[code: string]>({
  vi: (code) => [`✅ Đã gửi câu hỏi về ${code} tới đơn vị.`, 'Có trả lời sẽ báo anh/chị ngay.'],
  en: (code) => [`✅ The question about ${code} went to the unit.`, 'You are told as soon as it answers.'],
  samples: [['NC-2026-0042']],
});
export const answered = text<[code: string]>({
  vi: (code) => [`✅ Đã gửi trả lời về ${code} tới chuyên viên.`],
  en: (code) => [`✅ Your answer about ${code} went to the officer.`],
  samples: [['NC-2026-0042']],
});
export const already = text<[answer: string]>({
  vi: (said) => ['Câu hỏi này đã được trả lời:', `“${clip(said, 180)}”`],
  en: (said) => ['This question has been answered:', `“${clip(said, 180)}”`],
  samples: [['của 3 bản, có danh sách kèm theo']],
});
/** To the author. */
export const noticeAsked = text<[code: string, title: string, by: string, question: string]>({
  vi: (code, title, by, said) => [`🟡 ${clip(by, 40)} hỏi về ${code}`, clip(title, 70), `“${clip(said, 180)}”`],
  en: (code, title, by, said) => [`🟡 ${clip(by, 40)} asks about ${code}`, clip(title, 70), `“${clip(said, 180)}”`],
  samples: [
    ['NC-2026-0042', 'Cấp nước sinh hoạt cho 3 bản, xã Co Mạ', 'Quàng Văn Minh', '120 hộ là của 3 bản hay của cả xã?'],
  ],
});
/** To who asked. */
export const noticeAnswered = text<[code: string, by: string, question: string, answer: string]>({
  vi: (code, by, askedFor, said) => [
    `✅ ${clip(by, 40)} trả lời về ${code}`,
    `Hỏi: “${clip(askedFor, 80)}”`,
    `Trả lời: “${clip(said, 180)}”`,
  ],
  en: (code, by, askedFor, said) => [
    `✅ ${clip(by, 40)} answers about ${code}`,
    `Asked: “${clip(askedFor, 80)}”`,
    `Answer: “${clip(said, 180)}”`,
  ],
  samples: [['NC-2026-0042', 'Thào A Sếnh', '120 hộ là của 3 bản hay của cả xã?', 'của 3 bản']],
});
/** Under a need that waits for answers. */
export const open = text<[count: number]>({
  vi: (count) => [`🟡 Còn ${count} câu hỏi chưa trả lời.`],
  en: (count) => [`🟡 ${count} question(s) still to answer.`],
  samples: [[2]],
});

/** Ready reasons of a return and of leaving a need out; whatever else is typed is taken too. */
export const ready = {
  request_revision: [
    label('Thiếu số người hưởng lợi', 'The number of beneficiaries is missing'),
    label('Kinh phí chưa rõ', 'The budget is not clear'),
    label('Chưa rõ địa điểm', 'The place is not clear'),
    label('Mục tiêu chưa rõ', 'The objective is not clear'),
    label('Thiếu thời gian thực hiện', 'The period is missing'),
    label('Thiếu người liên hệ', 'The contact is missing'),
  ],
  reject: [
    label('Trùng với nhu cầu đã có', 'It repeats another need'),
    label('Đã có nguồn kinh phí khác', 'It is funded already'),
    label('Không thuộc lĩnh vực vận động', 'Its field is not among those called for'),
    label('Chưa đủ điều kiện thực hiện', 'It cannot be carried out yet'),
  ],
} as const;

/** [Sửa: Kinh phí] under what a reviewer asked for. */
export const editField = (field: string, lang: 'vi' | 'en'): string =>
  lang === 'vi' ? `Sửa: ${field}` : `Change: ${field}`;
