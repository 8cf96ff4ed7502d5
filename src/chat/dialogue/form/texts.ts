import { label, text } from '../../text.ts';

// The form engine's own sentences; what a form asks stands in its slice.

export const back = label('Quay lại', 'Back');
export const skip = label('Bỏ qua', 'Skip');
export const answerLater = label('Trả lời sau', 'Answer later');
export const pause = label('Để sau – đã lưu', 'Later – saved');
export const editOther = label('Sửa mục khác', 'Change another item');
export const discard = label('Bỏ bản nháp', 'Discard the draft');
export const restore = label('Lấy lại bản nháp', 'Restore the draft');
export const goOn = label('Tiếp tục soạn', 'Continue');
export const goOnHere = label('Tiếp tục ở đây', 'Continue here');
export const fillMore = label('Bổ sung cho đầy đủ', 'Fill in more');
export const others = label('Khác', 'Others');
export const pageBack = label('Trang trước', 'Previous page');
export const pageOn = label('Trang sau', 'Next page');
export const review = label('Xem bản nháp', 'See the draft');
export const use = label('Dùng', 'Use it');
export const dontUse = label('Không dùng', 'Do not use it');

const short = (of: string) =>
  of.length > 60 ? `${of.slice(0, of.lastIndexOf(' ', 57) > 20 ? of.lastIndexOf(' ', 57) : 57)}…` : of;

export const paused = text({
  samples: [
    ['Nhu cầu viện trợ', 3],
    ['Nhu cầu viện trợ', 0],
  ],
  vi: (title: string, missing: number) => [
    `⚪ Bản nháp “${title}” đã lưu, chưa gửi.`,
    missing > 0 ? `Còn ${missing} mục cần trả lời.` : 'Đã đủ các mục để gửi.',
    'Khi nào tiếp tục, anh/chị bấm nút dưới đây hoặc gõ “tiếp tục”.',
  ],
  en: (title, missing) => [
    `⚪ The draft “${title}” is saved, not submitted.`,
    missing > 0 ? `${missing} item(s) still to answer.` : 'Nothing is missing for submission.',
    'To go on, press the button below or type “continue”.',
  ],
});

export const stopAsk = text({
  samples: [['Nhu cầu viện trợ']],
  vi: (title: string) => [`Anh/chị muốn dừng soạn “${title}”?`, 'Những gì đã trả lời vẫn được lưu.'],
  en: (title) => [`Stop working on “${title}”?`, 'What you have answered is saved.'],
});

export const discarded = text({
  samples: [['Nhu cầu viện trợ']],
  vi: (title: string) => [`Đã bỏ bản nháp “${title}”. Chưa có gì được gửi đi.`],
  en: (title) => [`The draft “${title}” was discarded. Nothing was submitted.`],
});

export const cantSend = text({
  samples: [[['mục tiêu', 'địa điểm', 'kinh phí', 'thời gian', 'người liên hệ']]],
  vi: (missing: readonly string[]) => [`Chưa gửi được: còn thiếu ${missing.join(', ')}.`],
  en: (missing) => [`Not submitted yet: still missing ${missing.join(', ')}.`],
});

export const notAnAnswer = text({
  samples: [
    ['không biết', 'Đối tượng hưởng lợi', true],
    ['ok', 'Tên dự án', false],
  ],
  vi: (word: string, field: string, unknown: boolean) =>
    unknown
      ? [`Chưa có thông tin thì anh/chị để mục “${field}” trả lời sau (cần có trước khi gửi).`]
      : [`“${word}” chưa rõ là câu trả lời cho mục “${field}”.`],
  en: (word, field, unknown) =>
    unknown
      ? [`If you do not have it yet, leave “${field}” for later (needed before submission).`]
      : [`“${word}” does not look like an answer to “${field}”.`],
});

export const takeLetter = label('Thay theo nội dung vừa dán', 'Take what was pasted');
export const keepDraft = label('Giữ như bản nháp', 'Keep the draft as it is');

/** A letter was pasted whose contents the draft has already. */
export const letterSame = text({
  samples: [[]],
  vi: () => ['Bản nháp đã có các mục mà nội dung vừa dán nêu.'],
  en: () => ['The draft already has what was just pasted.'],
});

/** A letter was pasted that says otherwise than the draft. */
export const letterOther = text({
  samples: [[['tên đề xuất', 'địa điểm', 'đối tượng hưởng lợi', 'kinh phí', 'thời gian']]],
  vi: (fields: readonly string[]) => [
    `Nội dung vừa dán khác bản nháp ở: ${fields.join(', ')}.`,
    'Anh/chị thay theo nội dung vừa dán hay giữ như bản nháp ạ?',
  ],
  en: (fields) => [
    `What was pasted differs from the draft in: ${fields.join(', ')}.`,
    'Should it replace them, or does the draft stay as it is?',
  ],
});

/** What was typed answers a question that has its answer: the open one is asked again below. */
export const answeredBefore = text({
  samples: [['Kinh phí', 'tổng 800 triệu đồng, đề nghị viện trợ 700 triệu đồng, đối ứng 100 triệu đồng']],
  vi: (field: string, value: string) => [
    `Mục “${field}” đã ghi: ${value}.`,
    `Muốn đổi, xin gõ “sửa ${field.toLowerCase()} …”.`,
  ],
  en: (field, value) => [
    `“${field}” already reads: ${value}.`,
    `To change it, type “change ${field.toLowerCase()} …”.`,
  ],
});

export const confirmBySending = text({
  samples: [['Gửi Sở Ngoại vụ']],
  vi: (send: string) => [`Bản nháp chưa gửi. Để gửi, anh/chị bấm “${send}” hoặc gõ “gửi”.`],
  en: (send) => [`The draft is not submitted. To submit, press “${send}” or type “send”.`],
});

/** Somebody asks for a person: said at once, whatever question is open. */
export const person = text({
  samples: [['chị Nguyễn Thị Thu Hà', '0212 3xxx xxx']],
  vi: (name: string, phone: string) => [`Anh/chị gọi ${name}, ${phone} trong giờ hành chính.`],
  en: (name, phone) => [`Please call ${name}, ${phone}, during office hours.`],
});

export const wayOut = text({
  samples: [['chị Nguyễn Thị Thu Hà', '0212 3xxx xxx']],
  vi: (name: string, phone: string) => [
    'Vẫn chưa đọc được câu trả lời này.',
    `Anh/chị để mục này trả lời sau, hoặc gọi ${name}, ${phone} để được hỗ trợ. Bản nháp vẫn được lưu.`,
  ],
  en: (name, phone) => [
    'This answer still could not be read.',
    `Leave it for later, or call ${name}, ${phone} for help. The draft is saved.`,
  ],
});

export const staleQuestion = text({
  samples: [
    ['Lĩnh vực', 'nước sạch và vệ sinh'],
    ['Mục tiêu', null],
  ],
  vi: (field: string, answer: string | null) =>
    answer === null
      ? [`Nút này thuộc câu hỏi cũ (mục “${field}”).`]
      : [`Nút này thuộc câu hỏi cũ. Mục “${field}” đang là: ${short(answer)}`],
  en: (field, answer) =>
    answer === null
      ? [`That button belongs to an earlier question (“${field}”).`]
      : [`That button belongs to an earlier question. “${field}” now reads: ${short(answer)}`],
});

export const draftClosed = text({
  samples: [
    ['submitted', 'Nhu cầu viện trợ'],
    ['dropped', 'Nhu cầu viện trợ'],
  ],
  vi: (state: 'submitted' | 'dropped' | 'abandoned' | 'gone', title: string) => [
    state === 'submitted'
      ? `Bản nháp “${title}” này đã gửi rồi, nút cũ không còn tác dụng.`
      : `Bản nháp “${title}” này không còn mở, nút cũ không còn tác dụng.`,
  ],
  en: (state, title) => [
    state === 'submitted'
      ? `This draft “${title}” was submitted; the old button does nothing.`
      : `This draft “${title}” is no longer open; the old button does nothing.`,
  ],
});

export const notYours = text({
  samples: [['Nhu cầu viện trợ']],
  vi: (title: string) => [`Anh/chị không có quyền soạn “${title}” của đơn vị này. Bản nháp vẫn được giữ cho đơn vị.`],
  en: (title) => [`You may not work on “${title}” of this unit. The draft is kept for the unit.`],
});

export const askAgain = text({
  samples: [[['Kinh phí', 'Thời gian thực hiện']]],
  vi: (fields: readonly string[]) => [
    `Biểu mẫu đã thay đổi: xin trả lời lại mục ${fields.join(', ')}. Nội dung cũ vẫn được giữ.`,
  ],
  en: (fields) => [`The form has changed: please answer again: ${fields.join(', ')}. What you had written is kept.`],
});

export const editWhich = text({
  samples: [[]],
  vi: () => ['Anh/chị muốn sửa mục nào ạ?'],
  en: () => ['Which item do you want to change?'],
});

export const nowReads = text({
  samples: [['Cấp nước sinh hoạt cho 3 bản, xã Co Mạ']],
  vi: (value: string) => [`Hiện là: ${short(value)}`],
  en: (value) => [`Now: ${short(value)}`],
});

export const searchHint = text({
  samples: [[]],
  vi: () => ['Chọn một mục, hoặc gõ vài chữ để tìm.'],
  en: () => ['Pick one, or type a few letters to search.'],
});

export const openElsewhere = text({
  samples: [['Nhu cầu viện trợ', 'Mục tiêu']],
  vi: (title: string, field: string) => [
    `Anh/chị đang soạn “${title}” ở một cuộc trò chuyện khác, đến mục “${field}”.`,
  ],
  en: (title, field) => [`You are working on “${title}” in another chat, at “${field}”.`],
});

export const isAnswer = label('Là câu trả lời', 'It is the answer');
export const isWish = label('Làm việc này', 'Do this instead');

/** Words that could be the answer to an open question and could be an order. */
export const answerOrWish = text({
  samples: [['gia hạn đợt này thêm một tuần cho các xã', 'Lý do']],
  vi: (said: string, field: string) => [`“${short(said)}” là câu trả lời cho mục “${field}”, hay là việc khác ạ?`],
  en: (said, field) => [`Is “${short(said)}” the answer to “${field}”, or something else that you want done?`],
});

export const useAsAnswer = text({
  samples: [
    ['120 hộ có nước sạch quanh năm', false],
    ['120 hộ có nước sạch quanh năm', true],
  ],
  vi: (said: string, elsewhere: boolean) => [
    elsewhere
      ? `Tin “${short(said)}” dùng làm câu trả lời?`
      : `Tin “${short(said)}” gửi trước câu hỏi này, dùng làm câu trả lời?`,
  ],
  en: (said, elsewhere) => [
    elsewhere
      ? `Use “${short(said)}” as the answer?`
      : `“${short(said)}” was sent before this question. Use it as the answer?`,
  ],
});

export const nothingOpen = text({
  samples: [[]],
  vi: () => ['Hiện không có bản nháp nào đang soạn.'],
  en: () => ['No draft is open now.'],
});

export const firstQuestion = text({
  samples: [[]],
  vi: () => ['Đây là câu hỏi đầu tiên.'],
  en: () => ['This is the first question.'],
});

/** Something else than words came where words are needed. */
export const notText = text({
  vi: () => ['Phần này cần trả lời bằng chữ, anh/chị gõ giúp vào đây.'],
  en: () => ['Please answer in words here.'],
  samples: [[]],
});
export const tooShort = text<[said: string, least: number, example: string]>({
  vi: (said, least, example) => [
    `Đã đọc “${said}”, còn ngắn quá để người xem hiểu được (cần từ ${least} ký tự).`,
    `Ví dụ: ${example}`,
  ],
  en: (said, least, example) => [
    `Read as “${said}”: too short for a reader to understand (at least ${least} characters).`,
    `For example: ${example}`,
  ],
  samples: [['nước', 20, '120 hộ có nước sạch quanh năm']],
});
export const tooLong = text<[count: number, most: number, example: string]>({
  vi: (count, most, example) => [
    `Đã đọc đủ, nhưng dài ${count} ký tự, phần này chỉ chứa ${most}. Anh/chị rút gọn giúp, chi tiết để ở phần khác.`,
    `Ví dụ: ${example}`,
  ],
  en: (count, most, example) => [
    `All read, but it has ${count} characters where ${most} fit. Please shorten it; details go elsewhere.`,
    `For example: ${example}`,
  ],
  samples: [[3012, 250, 'Cấp nước sinh hoạt cho 3 bản, xã Co Mạ']],
});

export const notAChoice = text<[said: string]>({
  vi: (said) => [`“${said}” không có trong các lựa chọn. Anh/chị bấm một nút bên dưới.`],
  en: (said) => [`“${said}” is none of the choices. Please press a button below.`],
  samples: [['cái nào cũng được']],
});
