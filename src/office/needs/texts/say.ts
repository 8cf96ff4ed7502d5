import { waitWords } from '../../../base/time/format.ts';
import { clip } from '../../../chat/fit.ts';
import { label, text } from '../../../chat/text.ts';

// Short answers of the flows and buttons.

export const formTitle = label('Nhu cầu viện trợ', 'Need for aid');
export const withdrawTitle = label('Rút nhu cầu', 'Withdraw a need');
export const returnTitle = label('Đề nghị bổ sung', 'Ask for completion');
export const buttons = {
  send: label('Gửi Sở Ngoại vụ', 'Send to the Department'),
  editNeed: label('Xem, sửa', 'See, change'),
  edit: label('Sửa', 'Change'),
  undo: label('Hoàn tác', 'Undo'),
  full: label('Xem đủ', 'See all'),
  more: label('Xem tiếp', 'Go on'),
  withdraw: label('Rút', 'Withdraw'),
  withdrawYes: label('Rút nhu cầu', 'Withdraw the need'),
  decide: label('Gửi đơn vị', 'Send to the unit'),
  files: label('Tệp', 'Files'),
  open: label('Mở', 'Open'),
  take: label('Tiếp nhận xem xét', 'Take up for review'),
  release: label('Trả về hàng chờ', 'Give back'),
  accept: label('Tiếp nhận', 'Accept'),
  giveBack: label('Đề nghị bổ sung', 'Ask for completion'),
  reject: label('Không đưa vào danh mục', 'Leave out of the list'),
  goOn: label('Tiếp tục soạn', 'Continue'),
  alarm: label('Báo khẩn cấp ngay', 'Report the emergency now'),
  plain: label('Soạn nhu cầu thường', 'An ordinary need'),
  fresh: label('Soạn nhu cầu mới', 'Begin a new need'),
  newNeed: label('Gửi nhu cầu', 'Submit a need'),
  mine: label('Nhu cầu của đơn vị', 'Needs of the unit'),
  validate: label('Nhận bản sửa', 'Take the change over'),
  refuse: label('Giữ bản cũ', 'Keep the earlier one'),
  letter: label('Công văn đã ký', 'Signed letter'),
  toDraft: label('Kèm bản nháp', 'To the draft'),
} as const;

export const whichUnit = text({
  vi: () => ['Nhập thay cho đơn vị nào ạ?', 'Ghi cùng tên đơn vị, ví dụ: nhập nhu cầu cho UBND xã Co Mạ'],
  en: () => ['On behalf of which unit?', 'Name it, for example: enter a need for the Co Mạ commune'],
  samples: [[]],
});
export const whichOwnUnit = text({
  vi: () => ['Anh/chị gửi nhu cầu cho đơn vị nào ạ?'],
  en: () => ['For which of your units?'],
  samples: [[]],
});
export const whichOf = text({
  vi: () => ['Nhập thay cho đơn vị nào ạ?'],
  en: () => ['On behalf of which unit?'],
  samples: [[]],
});
/** An unfinished draft that may be what is meant. */
export const similarDraft = text<[title: string, by: string | null, day: string]>({
  vi: (title, by, day) => [
    'Đơn vị đang có bản nháp chưa gửi:',
    `⚪ ${clip(title, 70)}`,
    `${by ? `${by} soạn, ` : ''}sửa gần nhất ${day}.`,
    'Anh/chị làm tiếp hay soạn mới ạ?',
  ],
  en: (title, by, day) => [
    'There is a draft that has not been submitted:',
    `⚪ ${clip(title, 70)}`,
    `${by ? `By ${by}, ` : ''}last changed ${day}.`,
    'Continue it, or begin a new one?',
  ],
  samples: [
    ['Cấp nước sinh hoạt cho 3 bản vùng cao, xã Co Mạ, huyện Thuận Châu cũ', 'Thào A Sếnh', 'thứ Hai, 23/11/2026'],
  ],
});
/** The same need was sent before. */
export const similarNeed = text<[code: string, title: string, state: string]>({
  vi: (code, title, state) => [
    'Đơn vị đã gửi một nhu cầu gần giống:',
    `${state} – ${code}`,
    clip(title, 70),
    'Anh/chị sửa nhu cầu đó hay soạn nhu cầu mới ạ?',
  ],
  en: (code, title, state) => [
    'A similar need was submitted before:',
    `${state} – ${code}`,
    clip(title, 70),
    'Change that one, or begin a new one?',
  ],
  samples: [
    [
      'NC-2026-0042',
      'Xây bếp ăn cho trường mầm non Chiềng Sơ, xã Chiềng Sơ, huyện Sông Mã cũ',
      '🟡 đề nghị bổ sung, hoàn thiện',
    ],
  ],
});

export const noRound = text({
  vi: () => [
    '⚪ Bản nháp đã lưu, chưa gửi.',
    'Hiện không có đợt nhận nhu cầu nào đang mở. Bản nháp được giữ cho đợt sau; khi có đợt mới, anh/chị gõ “tiếp tục” để gửi.',
  ],
  en: () => [
    '⚪ The draft is saved, not submitted.',
    'No call for needs is open now. The draft is kept for the next one; type “continue” then.',
  ],
  samples: [[]],
});
export const approval = text<[asked: number]>({
  vi: (asked) => [
    '⚪ Bản nháp đã lưu, chưa gửi.',
    asked > 0
      ? 'Đơn vị đã chọn để lãnh đạo duyệt trong ứng dụng: lãnh đạo đơn vị vừa được báo để xem và gửi.'
      : 'Đơn vị đã chọn để lãnh đạo duyệt trong ứng dụng, nhưng chưa có lãnh đạo nào liên kết. Anh/chị gọi Sở Ngoại vụ để được hỗ trợ.',
  ],
  en: (asked) => [
    '⚪ The draft is saved, not submitted.',
    asked > 0
      ? 'In your unit the head submits: the head has just been told.'
      : 'In your unit the head submits, but no head is linked yet. Please call the Department.',
  ],
  samples: [[1], [0]],
});
export const missing = text<[fields: string]>({
  vi: (fields) => [`⚪ Chưa gửi: còn thiếu ${fields}.`],
  en: (fields) => [`⚪ Not submitted: still missing ${fields}.`],
  samples: [['địa điểm, kinh phí, thời gian, người liên hệ']],
});
export const notNow = text<[code: string, state: string]>({
  vi: (code, state) => [`${code} đang ở trạng thái ${state}, không làm được việc này nữa.`],
  en: (code, state) => [`${code} is ${state} by now, so this can't be done any more.`],
  samples: [['NC-2026-0042', '🟡 đề nghị bổ sung, hoàn thiện']],
});
export const mayNot = text({
  vi: () => ['Việc này thuộc đơn vị khác hoặc vai trò khác, anh/chị chưa làm được ở đây.'],
  en: () => ["This belongs to another unit or role, so it can't be done here."],
  samples: [[]],
});
export const gone = text({
  vi: () => ['Không tìm thấy nhu cầu này trong các nhu cầu mà anh/chị được xem.'],
  en: () => ['There is no such need among those that you may see.'],
  samples: [[]],
});
export const notFound = text<[said: string]>({
  vi: (said) => [`Không tìm thấy ${said} trong các nhu cầu mà anh/chị được xem. Mã nhu cầu có dạng NC-2026-0042.`],
  en: (said) => [`${said} is not among the needs that you may see. Codes look like NC-2026-0042.`],
  samples: [['NC-2026-0099']],
});
export const whichNeed = text({
  vi: () => ['Nhu cầu nào ạ? Anh/chị ghi kèm số, ví dụ: trả lại NC-2026-0042, thiếu số hộ hưởng lợi.'],
  en: () => ['Which need? Please add its number, e.g. return NC-2026-0042, the households are missing.'],
  samples: [[]],
});
export const ownNeed = text({
  vi: () => ['Nhu cầu này do chính anh/chị gửi, nên cần một chuyên viên khác xem xét.'],
  en: () => ['You submitted this need yourself, so another officer has to review it.'],
  samples: [[]],
});
export const tooLate = text<[seconds: number]>({
  vi: (seconds) => [`Đã quá ${waitWords(seconds, 'vi')} nên không hoàn tác được nữa. Anh/chị vẫn sửa hoặc rút được.`],
  en: (seconds) => [
    `More than ${waitWords(seconds, 'en')} have passed: too late to undo. It can still be changed or withdrawn.`,
  ],
  samples: [[120], [5]],
});
export const notYours = text({
  vi: () => ['Chỉ người vừa thao tác mới hoàn tác được.'],
  en: () => ['Only the person who did it can undo it.'],
  samples: [[]],
});
export const undone = text<[title: string]>({
  vi: (title) => [
    'Đã hoàn tác: Sở Ngoại vụ không còn bản này.',
    `⚪ ${clip(title, 70)}`,
    'Bản nháp vẫn còn đủ; lần gửi sau giữ số cũ.',
  ],
  en: (title) => [
    'Undone: the Department no longer has it.',
    `⚪ ${clip(title, 70)}`,
    'The draft is complete; the next submission keeps its number.',
  ],
  samples: [['Xây bếp ăn cho trường mầm non Chiềng Sơ, xã Chiềng Sơ, huyện Sông Mã cũ']],
});
/** A recalled need asked for by its number. */
export const recalled = text<[title: string]>({
  vi: (title) => ['Nhu cầu này đã hoàn tác gửi, đang là bản nháp:', `⚪ ${clip(title, 70)}`],
  en: (title) => ['Its submission was undone; it is a draft now:', `⚪ ${clip(title, 70)}`],
  samples: [['Xây bếp ăn cho trường mầm non Chiềng Sơ, xã Chiềng Sơ, huyện Sông Mã cũ']],
});
export const withdrawAsk = text<[code: string, title: string, state: string, reason: string | null]>({
  vi: (code, title, state, reason) => [
    `Rút ${code}?`,
    clip(title, 70),
    state,
    ...(reason ? [`Lý do: ${clip(reason, 70)}`] : []),
    'Rút rồi thì không đưa lại được, phải gửi nhu cầu mới.',
  ],
  en: (code, title, state, reason) => [
    `Withdraw ${code}?`,
    clip(title, 70),
    state,
    ...(reason ? [`Reason: ${clip(reason, 70)}`] : []),
    'This is final; a new need would have to be submitted.',
  ],
  samples: [
    [
      'NC-2026-0042',
      'Xây bếp ăn cho trường mầm non Chiềng Sơ, xã Chiềng Sơ, huyện Sông Mã cũ',
      '🟡 đề nghị bổ sung, hoàn thiện',
      'đã có nguồn kinh phí khác từ chương trình mục tiêu quốc gia giảm nghèo bền vững',
    ],
  ],
});
export const withdrawn = text<[code: string, at: string]>({
  vi: (code, at) => [`✅ Đã rút ${code}`, `${at}. Chuyên viên phụ trách được báo.`],
  en: (code, at) => [`✅ ${code} is withdrawn`, `${at}. The officer in charge is told.`],
  samples: [['NC-2026-0042', '14 giờ 05 thứ Hai, 23/11/2026']],
});
export const taken = text<[code: string, by: string]>({
  vi: (code, by) => [`✅ Anh/chị đã nhận xem xét ${code}.`, `Trả lời đơn vị trước ${by}.`],
  en: (code, by) => [`✅ You took up ${code}.`, `Answer the unit by ${by}.`],
  samples: [['NC-2026-0042', 'thứ Hai, 07/12/2026']],
});
export const released = text<[code: string]>({
  vi: (code) => [`✅ Đã trả ${code} về hàng chờ xem xét.`],
  en: (code) => [`✅ ${code} waits for a reviewer again.`],
  samples: [['NC-2026-0042']],
});
export const decided = text<[code: string, word: string, reason: string | null, seconds: number]>({
  vi: (code, word, reason, seconds) => [
    `✅ ${code}: ${word}`,
    ...(reason ? [`Lý do: ${clip(reason, 110)}`] : []),
    `Đơn vị được báo sau ${waitWords(seconds, 'vi')}; trong lúc đó còn hoàn tác được.`,
  ],
  en: (code, word, reason, seconds) => [
    `✅ ${code}: ${word}`,
    ...(reason ? [`Reason: ${clip(reason, 110)}`] : []),
    `The unit is told in ${waitWords(seconds, 'en')}; until then it can be undone.`,
  ],
  samples: [
    [
      'NC-2026-0042',
      '🟡 đề nghị bổ sung, hoàn thiện',
      'thiếu số người hưởng lợi theo từng bản và bảng tính chi tiết',
      120,
    ],
  ],
});
export const decisionAsk = text<[code: string, title: string, word: string, reason: string]>({
  vi: (code, title, word, reason) => [`${code}: ${word}?`, clip(title, 70), `Lý do gửi đơn vị: ${clip(reason, 110)}`],
  en: (code, title, word, reason) => [
    `${code}: ${word}?`,
    clip(title, 70),
    `Reason for the unit: ${clip(reason, 110)}`,
  ],
  samples: [
    [
      'NC-2026-0042',
      'Xây bếp ăn cho trường mầm non Chiềng Sơ, xã Chiềng Sơ, huyện Sông Mã cũ',
      '🟡 đề nghị bổ sung, hoàn thiện',
      'thiếu số người hưởng lợi theo từng bản và bảng tính chi tiết',
    ],
  ],
});
export const decisionUndone = text<[code: string]>({
  vi: (code) => [`Đã hoàn tác: ${code} trở lại đang xem xét, đơn vị chưa được báo.`],
  en: (code) => [`Undone: ${code} is under review again, the unit was not told.`],
  samples: [['NC-2026-0042']],
});
export const whatReason = text({
  vi: () => ['Lý do gửi đơn vị là gì ạ?', 'Ví dụ: thiếu số người hưởng lợi theo từng bản'],
  en: () => ['What is the reason, for the unit?', 'For example: the number of people in each village is missing'],
  samples: [[]],
});
export const validated = text<[code: string, taken: boolean]>({
  vi: (code, taken) => [
    taken ? `✅ ${code}: đã nhận bản sửa của đơn vị.` : `✅ ${code}: giữ bản đã tiếp nhận, không nhận bản sửa.`,
    'Đơn vị được báo.',
  ],
  en: (code, taken) => [
    taken ? `✅ ${code}: the change is taken over.` : `✅ ${code}: the accepted version stays.`,
    'The unit is told.',
  ],
  samples: [
    ['NC-2026-0042', true],
    ['NC-2026-0042', false],
  ],
});
/** Before the whole office is woken. */
export const alarmAsk = text<[words: string]>({
  vi: (words) => [
    '⏰ Đây là tình huống khẩn cấp ạ?',
    `“${clip(words, 110)}”`,
    'Bấm “Báo khẩn cấp ngay” thì chuyên viên và lãnh đạo Sở được báo lập tức, các thông tin khác bổ sung sau.',
  ],
  en: (words) => [
    '⏰ Is this an emergency?',
    `“${clip(words, 110)}”`,
    '“Report the emergency now” tells officers and leaders at once; everything else can follow.',
  ],
  samples: [
    [
      'Lũ quét cuốn trôi 12 nhà ở bản Nà Tra lúc 3 giờ sáng nay, 2 người mất tích, 40 hộ phải di dời, xin hỗ trợ khẩn cấp',
    ],
  ],
});
export const alarmed = text<[people: number, at: string, phone: string | null]>({
  vi: (people, at, phone) => [
    `⏰ Đã báo ${people} người của Sở Ngoại vụ, ${at}.`,
    `${phone ? `Số trực: ${phone}. ` : ''}Hội Chữ thập đỏ và Mặt trận Tổ quốc tỉnh cũng tiếp nhận, hỗ trợ cứu trợ.`,
    'Anh/chị bổ sung khi có thể:',
  ],
  en: (people, at, phone) => [
    `⏰ ${people} people of the Department were told, ${at}.`,
    `${phone ? `Duty phone: ${phone}. ` : ''}The Red Cross and the Fatherland Front help with relief too.`,
    'Please add what you can:',
  ],
  samples: [[12, '14 giờ 05 thứ Hai, 23/11/2026', '0212 3000 199']],
});
/** One message told of several needs; the first of them is written down. */
export const firstOfSeveral = text({
  vi: () => [
    'Tin của anh/chị nêu nhiều nhu cầu. Nhịp Cầu ghi nhu cầu thứ nhất trước.',
    'Gửi xong nhu cầu này, mời anh/chị gửi tiếp từng nhu cầu còn lại.',
  ],
  en: () => [
    'Your message tells of several needs. The first one is written down now.',
    'When it is submitted, please send each of the others.',
  ],
  samples: [[]],
});
