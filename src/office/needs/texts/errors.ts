import { text } from '../../../chat/text.ts';

/** A whole proposal typed where its name was asked for. */
export const notATitle = text<[example: string]>({
  vi: (example) => [
    'Đoạn này có nhiều ý, chưa tách được tên đề xuất. Anh/chị ghi riêng tên trước, các ý khác sẽ hỏi sau.',
    `Ví dụ: ${example}`,
  ],
  en: (example) => [
    'This says many things at once. Please give the title alone first, the rest is asked next.',
    `For example: ${example}`,
  ],
  samples: [['Cấp nước sinh hoạt cho 3 bản, xã Co Mạ']],
});
export const noField = text<[said: string]>({
  vi: (said) => [
    `“${said}” chưa khớp lĩnh vực nào. Anh/chị bấm chọn, hoặc ghi một từ như: nước sạch, giáo dục, y tế, sinh kế.`,
  ],
  en: (said) => [`“${said}” fits no field. Please pick one, or write a word such as: water, education, health.`],
  samples: [['cái mà hôm trước anh em đã trao đổi']],
});
export const noPlace = text<[said: string]>({
  vi: (said) => [
    `Chưa tìm thấy xã, phường nào tên “${said}” trong 75 xã, phường của tỉnh. Tên cũ cũng tìm được.`,
    'Ví dụ: Co Mạ, Long Hẹ; hoặc: toàn tỉnh',
  ],
  en: (said) => [
    `No commune or ward called “${said}” was found in the province. Former names work too.`,
    'For example: Co Mạ, Long Hẹ; or: whole province',
  ],
  samples: [['bản trên đỉnh núi gần chỗ nhà máy']],
});
export const placeUnclear = text<[said: string]>({
  vi: (said) => [`Có nhiều nơi tên “${said}”. Anh/chị chọn giúp nơi nào.`],
  en: (said) => [`Several places are called “${said}”. Please pick one.`],
  samples: [['chieng chung']],
});
export const placeRenamed = text<[pairs: string]>({
  vi: (pairs) => [`Ghi theo tên hiện nay: ${pairs}.`],
  en: (pairs) => [`Written with today's name: ${pairs}.`],
  samples: [['Hua Păng cũ → xã Đoàn Kết']],
});
export const noBeneficiaries = text<[said: string]>({
  vi: (said) => [
    `Đã đọc “${said}”, chưa thấy số lượng. Ghi số kèm đối tượng, chưa chính xác thì ước lượng.`,
    'Ví dụ: 120 hộ; 180 học sinh; khoảng 2.000 người',
  ],
  en: (said) => [
    `Read as “${said}”, without a number. An estimate will do.`,
    'For example: 120 households; 180 students',
  ],
  samples: [['bà con trong các bản vùng cao']],
});
export const noMoney = text({
  vi: () => [
    'Chưa rõ số tiền. Anh/chị ghi số kèm đơn vị, ví dụ: 350 triệu, 1,2 tỷ, 20.000 USD. Chưa có dự toán thì bấm “Trả lời sau” (cần có trước khi gửi).',
  ],
  en: () => [
    'The amount is not clear. Please give a number with its unit, for example: 350 million, 1.2 billion, USD 20,000. Without an estimate press “Answer later” (needed before sending).',
  ],
  samples: [[]],
});
export const moneyCurrencies = text<[known: string]>({
  vi: (known) => [
    `Các số đang khác loại tiền (${known}). Anh/chị ghi cả ba theo một loại tiền.`,
    'Ví dụ: tổng 800 triệu, đối ứng 100 triệu',
  ],
  en: (known) => [
    `The figures are in different currencies (${known}). Please use one.`,
    'For example: total 800 million, counterpart 100 million',
  ],
  samples: [['tổng 40.000 USD, đối ứng 100 triệu đồng']],
});
export const moneyNotPositive = text<[part: string]>({
  vi: (part) => [`${part} phải lớn hơn 0. Anh/chị ghi lại số này.`, 'Ví dụ: 700 triệu'],
  en: (part) => [`${part} has to be more than 0.`, 'For example: 700 million'],
  samples: [['Số tiền đề nghị viện trợ']],
});
/** The three figures don't add up; the buttons below say what it may be. */
export const moneySum = text<[total: string, aid: string, own: string, parts: string, off: string, over: boolean]>({
  vi: (total, aid, own, parts, off, over) => [
    `Tổng ${total}, trong khi viện trợ ${aid} cộng đối ứng ${own} là ${parts}: ${over ? 'thừa' : 'còn thiếu'} ${off}.`,
    'Số nào đúng ạ?',
  ],
  en: (total, aid, own, parts, off, over) => [
    `The total is ${total}, aid ${aid} and counterpart ${own} make ${parts}: ${off} too ${over ? 'much' : 'little'}.`,
    'Which figure is right?',
  ],
  samples: [['2,4 tỷ đồng', '2 tỷ đồng', '300 triệu đồng', '2,3 tỷ đồng', '100 triệu đồng', false]],
});
export const moneyOver = text<[total: string, aid: string]>({
  vi: (total, aid) => [
    `Đề nghị viện trợ ${aid} lớn hơn tổng ${total}. Anh/chị ghi lại cả hai.`,
    'Ví dụ: tổng 800 triệu, xin 700 triệu',
  ],
  en: (total, aid) => [
    `The requested aid ${aid} is more than the total ${total}. Please give both again.`,
    'For example: total 800 million, requested 700 million',
  ],
  samples: [['800 triệu đồng', '8 tỷ đồng']],
});
export const noPeriod = text<[said: string]>({
  vi: (said) => [
    `Đã đọc “${said}”, chưa rõ thời gian. Ghi tháng bắt đầu và số tháng.`,
    'Ví dụ: từ tháng 3/2027, 9 tháng; quý II/2027; từ 2027 đến 2028',
  ],
  en: (said) => [
    `Read as “${said}”, without a time. Please give the first month and the length.`,
    'For example: from March 2027, 9 months',
  ],
  samples: [['khi nào có tiền thì làm']],
});
export const periodBackwards = text<[from: string, to: string]>({
  vi: (from, to) => [
    `Kết thúc (${to}) đang trước bắt đầu (${from}). Anh/chị ghi lại.`,
    'Ví dụ: từ tháng 3/2027 đến tháng 11/2027',
  ],
  en: (from, to) => [`It ends (${to}) before it begins (${from}).`, 'For example: March to November 2027'],
  samples: [['11/2027', '3/2027']],
});
export const periodTooLong = text<[months: number]>({
  vi: (months) => [`Đã đọc là ${months} tháng. Một đề xuất dài từ 1 đến 60 tháng.`, 'Ví dụ: từ tháng 3/2027, 36 tháng'],
  en: (months) => [
    `Read as ${months} months. A proposal lasts 1 to 60 months.`,
    'For example: from March 2027, 36 months',
  ],
  samples: [[120]],
});
export const periodLength = text<[ends: string, said: number]>({
  vi: (ends, said) => [
    `${ends} không khớp với “${said} tháng”. Anh/chị ghi lại một trong hai.`,
    'Ví dụ: từ tháng 3/2027, 9 tháng',
  ],
  en: (ends, said) => [
    `${ends} is not ${said} months. Please give one of them.`,
    'For example: from March 2027, 9 months',
  ],
  samples: [['3/2027 – 11/2027 (9 tháng)', 12]],
});
export const noContact = text<[said: string]>({
  vi: (said) => [
    `Đã đọc “${said}”, chưa thấy họ tên và số điện thoại.`,
    'Ví dụ: Thào A Sếnh, cán bộ văn hóa, 0912 000 111',
  ],
  en: (said) => [
    `Read as “${said}”, without a name and a phone number.`,
    'For example: Thào A Sếnh, culture officer, 0912 000 111',
  ],
  samples: [['liên hệ với xã là được']],
});
