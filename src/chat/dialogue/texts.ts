import { label, text } from '../text.ts';

// What the kernel itself says, whatever the slices are.

export const parked = text({
  samples: [['7F3K2']],
  vi: (code: string) => [
    'Nhịp Cầu chưa xử lý được tin này. Nội dung đã được lưu và cán bộ vận hành đã được báo.',
    `Khi cần hỏi, anh/chị đọc mã ${code}.`,
    'Anh/chị có thể tiếp tục nhắn tin bình thường.',
  ],
  en: (code) => [
    'This message could not be processed. It is kept, and the operator has been told.',
    `If you ask about it, quote the code ${code}.`,
    'You can go on writing as usual.',
  ],
});

export const tooFast = text({
  samples: [[]],
  vi: () => ['Anh/chị đang gửi quá nhanh. Xin chờ một phút rồi gửi lại; các tin vừa rồi chưa được xử lý.'],
  en: () => ['You are sending too fast. Please wait a minute and send again; the last messages were not processed.'],
});

export const tooLong = text({
  samples: [[4000]],
  vi: (most: number) => [
    `Tin này dài quá ${most} ký tự nên chưa xử lý được. Anh/chị gửi ngắn lại, hoặc gửi dưới dạng tệp.`,
  ],
  en: (most) => [`This message is longer than ${most} characters. Please shorten it, or send it as a file.`],
});

export const emptyMessage = text({
  samples: [[]],
  vi: () => ['Tin này không có nội dung đọc được. Anh/chị gõ lại giúp, hoặc gõ “menu” để xem các việc có thể làm.'],
  en: () => ['This message holds nothing readable. Please type it again, or type “menu” to see what can be done.'],
});

export const unsupported = text({
  samples: [['voice', 'chị Nguyễn Thị Thu Hà', '0212 3xxx xxx']],
  vi: (what: string, name: string, phone: string) => [
    what === 'voice' ? 'Nhịp Cầu chưa nghe được tin thoại.' : 'Nhịp Cầu chưa đọc được loại tin này.',
    'Anh/chị gõ thành chữ giúp.',
    `Cần trao đổi trực tiếp: ${name}, ${phone}.`,
  ],
  en: (what, name, phone) => [
    what === 'voice' ? 'Voice messages can’t be heard here yet.' : 'This kind of message can’t be read here yet.',
    'Please type it instead.',
    `To talk to someone: ${name}, ${phone}.`,
  ],
});

export const filesNotTaken = text({
  samples: [[]],
  vi: () => ['Chưa rõ tệp này dùng cho việc gì. Anh/chị gõ “menu” để xem các việc có thể làm.'],
  en: () => ['It is not clear what this file is for. Type “menu” to see what can be done.'],
});

export const staleButton = text({
  samples: [[]],
  vi: () => ['Nút này không còn tác dụng. Anh/chị gõ “menu” để xem các việc có thể làm.'],
  en: () => ['This button no longer does anything. Type “menu” to see what can be done.'],
});

export const foreignButton = text({
  samples: [[]],
  vi: () => ['Nút này không thuộc cuộc trò chuyện của anh/chị nên không có tác dụng.'],
  en: () => ['This button does not belong to your conversation, so it does nothing.'],
});

export const mayNot = text({
  samples: [['chị Nguyễn Thị Thu Hà', '0212 3xxx xxx']],
  vi: (name: string, phone: string) => [
    'Việc này không thuộc quyền của anh/chị.',
    `Cần hỗ trợ, xin gọi ${name}, ${phone}.`,
  ],
  en: (name, phone) => ['You do not have the right to do this.', `For help, call ${name}, ${phone}.`],
});

export const notBuilt = text({
  samples: [['chị Nguyễn Thị Thu Hà', '0212 3xxx xxx']],
  vi: (name: string, phone: string) => [
    'Nhịp Cầu hiểu yêu cầu nhưng chưa làm được việc này.',
    `Anh/chị hỏi trực tiếp ${name}, ${phone}.`,
  ],
  en: (name, phone) => ['This is understood, but can’t be done here yet.', `Please ask ${name}, ${phone}.`],
});

export const notUnderstood = text({
  samples: [['chị Nguyễn Thị Thu Hà', '0212 3xxx xxx']],
  vi: (name: string, phone: string) => [
    'Nhịp Cầu chưa hiểu ý anh/chị. Xin nói ngắn lại, ví dụ: “gửi nhu cầu mới”, “hạn nộp là ngày nào”, hoặc gõ “menu”.',
    `Cần trao đổi trực tiếp: ${name}, ${phone}.`,
  ],
  en: (name, phone) => [
    'That was not understood. Please say it shortly, e.g. “submit a need”, “when is the deadline”, or type “menu”.',
    `To talk to someone: ${name}, ${phone}.`,
  ],
});

export const whichMeant = text({
  samples: [[2, 'chị Nguyễn Thị Thu Hà', '0212 3xxx xxx']],
  vi: (count: number, name: string, phone: string) => [
    count > 1
      ? 'Nhịp Cầu chưa chắc đã hiểu đúng. Anh/chị muốn việc nào ạ?'
      : 'Nhịp Cầu chưa chắc đã hiểu đúng. Có phải anh/chị muốn việc này ạ?',
    'Bấm bên dưới, hoặc nói lại cách khác.',
    `Cần trao đổi trực tiếp: ${name}, ${phone}.`,
  ],
  en: (count, name, phone) => [
    count > 1
      ? 'This may not have been understood. Which of these do you want?'
      : 'This may not have been understood. Do you want this?',
    'Press a button below, or say it in other words.',
    `To talk to someone: ${name}, ${phone}.`,
  ],
});

export const otherWish = label('Việc khác', 'Something else');

export const sayOtherwise = text({
  samples: [[]],
  vi: () => ['Anh/chị nói lại bằng lời khác giúp, ví dụ: “gửi nhu cầu mới”, “hạn nộp là ngày nào”, hoặc gõ “menu”.'],
  en: () => ['Please say it in other words, e.g. “submit a need”, “when is the deadline”, or type “menu”.'],
});

export const beyond = text({
  samples: [[5]],
  vi: (count: number) => [`Danh sách vừa xem chỉ có ${count} mục. Anh/chị chọn một số từ 1 đến ${count}.`],
  en: (count) => [`The list just shown has only ${count} entries. Choose a number from 1 to ${count}.`],
});

export const whichOfShown = text({
  samples: [[5]],
  vi: (count: number) => [`Vừa rồi có ${count} mục. Anh/chị hỏi mục nào ạ?`, 'Ví dụ: cái thứ hai'],
  en: (count) => [`There were ${count} entries. Which one do you mean?`, 'For example: the second one'],
});

export const beside = text({
  samples: [['Phiêng Khoài', ['Yên Châu', 'Mộc Châu'], 12]],
  vi: (place: string, districts: readonly string[], count: number) => [
    'Chưa có dữ liệu xã nào giáp xã nào.',
    `Cùng huyện ${districts.join(', ')} cũ với ${place} có ${count} xã, phường. Anh/chị hỏi nơi nào ạ?`,
    ...(count > 8 ? ['Không thấy bên dưới thì gõ tên, ví dụ: còn xã Long Hẹ?'] : []),
  ],
  en: (place, districts, count) => [
    'There is no data on which communes border each other.',
    `${count} communes and wards come from the same former district as ${place} (${districts.join(', ')}). Which one do you mean?`,
    ...(count > 8 ? ['If it is not below, type its name, e.g. what about Long Hẹ?'] : []),
  ],
});

export const besideWhat = text({
  samples: [[]],
  vi: () => ['Chưa rõ cạnh xã nào. Anh/chị gõ tên xã, ví dụ: còn xã Long Hẹ?'],
  en: () => ['It is not clear next to which commune. Please type its name, e.g. what about Long Hẹ?'],
});

export const noted = text({
  samples: [[]],
  vi: () => ['Cảm ơn anh/chị đã xem. Tin vừa rồi không cần trả lời thêm.'],
  en: () => ['Thank you for reading. The last message needs no further answer.'],
});

export const nothingToConfirm = text({
  samples: [['ok']],
  vi: (word: string) => [
    `“${word.slice(0, 30)}”: hiện không có việc nào đang chờ trả lời. Anh/chị gõ “menu” để xem các việc có thể làm.`,
  ],
  en: (word) => [`“${word.slice(0, 30)}”: nothing waits for an answer now. Type “menu” to see what can be done.`],
});

export const menu = label('Xem các việc có thể làm', 'See what can be done');

export const editsNotRead = text({
  samples: [[]],
  vi: () => ['Nhịp Cầu không đọc phần sửa của tin đã gửi. Anh/chị gửi lại thành tin mới giúp.'],
  en: () => ['Edits of messages that were sent are not read here. Please send it as a new message.'],
});

export const silence = text({
  samples: [[]],
  vi: () => ['Vừa qua ứng dụng nhắn tin bị gián đoạn, có thể câu trả lời của anh/chị chưa tới. Xin trả lời lại giúp:'],
  en: () => ['The messaging app was interrupted and your answer may not have arrived. Please answer once more:'],
});

export const groupHello = text({
  samples: [[]],
  vi: () => [
    'Nhịp Cầu xin chào cả nhóm.',
    'Trong nhóm, Nhịp Cầu chỉ trả lời khi được gọi tên và chỉ nói điều đã công bố, ví dụ hạn nộp nhu cầu.',
    'Việc riêng của từng đơn vị, anh/chị nhắn riêng cho Nhịp Cầu.',
  ],
  en: () => [
    'Hello to everybody in this group.',
    'Here Nhịp Cầu answers only when it is called by name, and says only what is published, such as when needs are due.',
    'For your unit’s own matters please write to it privately.',
  ],
});

export const privately = text({
  samples: [[]],
  vi: () => ['Việc này Nhịp Cầu trả lời riêng, không nói trong nhóm. Anh/chị nhắn riêng cho Nhịp Cầu giúp.'],
  en: () => ['This is answered privately, not in the group. Please write to Nhịp Cầu in a chat of your own.'],
});
