import type { RichText } from '../../../chat/messaging/rich-text.ts';
import { label, text } from '../../../chat/text.ts';
import type { Beneficiaries } from '../../../language/index.ts';

const ask = (vi: RichText, en: RichText) => text({ vi: () => vi, en: () => en, samples: [[]] });

export const title = ask(
  ['Tên đề xuất là gì ạ?', 'Ví dụ: Cấp nước sinh hoạt cho 3 bản, xã Co Mạ'],
  ['What is the proposal called?', 'For example: Drinking water for 3 villages, Co Mạ commune'],
);
export const field = ask(
  ['Đề xuất thuộc lĩnh vực nào ạ?', 'Chọn một lĩnh vực chính.'],
  ['Which field of work is it?', 'Please pick the main one.'],
);
export const objective = ask(
  ['Mục tiêu của dự án là gì ạ?', 'Ví dụ: 120 hộ có nước sạch quanh năm'],
  ['What is the objective of the project?', 'For example: 120 households have clean water all year round'],
);
export const places = ask(
  ['Thực hiện ở xã, phường nào ạ?', 'Ví dụ: Co Mạ, Long Hẹ. Nếu là cả tỉnh thì ghi: toàn tỉnh'],
  ['In which communes or wards?', 'For example: Co Mạ, Long Hẹ. For all of it write: whole province'],
);
export const whichPlace = text<[said: string]>({
  vi: (said) => [`“${said}” là nơi nào ạ?`],
  en: (said) => [`Which place is “${said}”?`],
  samples: [['chiềng hặc'], ['Mai Sơn']],
});
export const beneficiaries = ask(
  ['Ai được hưởng lợi, số lượng bao nhiêu ạ?', 'Ví dụ: 120 hộ; hoặc: 180 học sinh, 12 giáo viên'],
  ['Who benefits, and how many?', 'For example: 120 households; or: 180 students'],
);
export const budget = ask(
  [
    'Tổng kinh phí bao nhiêu, trong đó đề nghị viện trợ và đối ứng bao nhiêu ạ?',
    'Ví dụ: tổng 2,4 tỷ, đối ứng 400 triệu',
  ],
  [
    'What is the total budget, and of it the requested aid and the counterpart?',
    'For example: total 2.4 billion, counterpart 400 million',
  ],
);
export const budgetTotal = text<[known: string]>({
  vi: (known) => [`Đã có: ${known}.`, 'Tổng kinh phí là bao nhiêu ạ?', 'Ví dụ: 2,4 tỷ'],
  en: (known) => [`So far: ${known}.`, 'What is the total budget?', 'For example: 2.4 billion'],
  samples: [['đề nghị viện trợ 2 tỷ đồng']],
});
export const budgetAid = text<[known: string]>({
  vi: (known) => [
    `Đã có: ${known}.`,
    'Trong đó đề nghị viện trợ bao nhiêu ạ?',
    'Phần còn lại được tính là vốn đối ứng. Ví dụ: 700 triệu',
  ],
  en: (known) => [
    `So far: ${known}.`,
    'How much of it is requested as aid?',
    'The rest is taken as the counterpart. For example: 700 million',
  ],
  samples: [['tổng 1.234.567.890 đồng']],
});
export const budgetCounterpart = text<[known: string]>({
  vi: (known) => [`Đã có: ${known}.`, 'Vốn đối ứng bao nhiêu ạ?', 'Tính cả ngày công, hiện vật, đất. Ví dụ: 100 triệu'],
  en: (known) => [
    `So far: ${known}.`,
    'How much is the counterpart?',
    'Labour, goods and land count. For example: 100 million',
  ],
  samples: [['tổng 800 triệu đồng, đề nghị viện trợ 800 triệu đồng']],
});
export const period = ask(
  ['Dự kiến làm từ khi nào, trong bao lâu ạ?', 'Ví dụ: từ tháng 3/2027, 9 tháng'],
  ['From when, and for how long?', 'For example: from March 2027, 9 months'],
);
export const periodStart = text<[known: string]>({
  vi: (known) => [`Đã có: ${known}.`, 'Bắt đầu từ tháng nào ạ?', 'Ví dụ: tháng 3/2027'],
  en: (known) => [`So far: ${known}.`, 'From which month?', 'For example: March 2027'],
  samples: [['9 tháng']],
});
export const periodLength = text<[known: string]>({
  vi: (known) => [`Đã có: ${known}.`, 'Làm trong bao nhiêu tháng ạ?', 'Ví dụ: 9 tháng; hoặc: đến hết 11/2027'],
  en: (known) => [`So far: ${known}.`, 'For how many months?', 'For example: 9 months; or: until November 2027'],
  samples: [['từ 3/2027']],
});
export const contact = ask(
  [
    'Khi cần trao đổi, Sở Ngoại vụ gọi ai ạ?',
    'Ghi họ tên, chức vụ, số điện thoại. Ví dụ: Thào A Sếnh, cán bộ văn hóa, 0912 000 111',
  ],
  [
    'Whom may the Department call about it?',
    'Name, position, phone. For example: Thào A Sếnh, culture officer, 0912 000 111',
  ],
);
export const contactPhone = text<[name: string]>({
  vi: (name) => [`Số điện thoại của ${name} là gì ạ?`, 'Ví dụ: 0912 000 111; hoặc thư điện tử công vụ'],
  en: (name) => [`What is the phone number of ${name}?`, 'For example: 0912 000 111; or an official e-mail address'],
  samples: [['Thào A Sếnh, cán bộ văn hóa']],
});
export const contactName = text<[known: string]>({
  vi: (known) => [`${known} là của ai ạ?`, 'Ví dụ: Thào A Sếnh, cán bộ văn hóa'],
  en: (known) => [`Whose is ${known}?`, 'For example: Thào A Sếnh, culture officer'],
  samples: [['0912 000 111, thaoasenh@sonla.gov.vn']],
});
export const activities = ask(
  ['Các hoạt động chính là gì ạ?', 'Ví dụ: xây 2 bể lắng, lắp 4 km ống, tập huấn 6 tổ quản lý nước'],
  ['What are the main activities?', 'For example: build 2 tanks, lay 4 km of pipes, train 6 water groups'],
);
export const rationale = ask(
  ['Vì sao cần dự án này ạ?', 'Ví dụ: ba bản lấy nước suối, mùa khô thiếu nước 4 tháng, trẻ hay đau bụng'],
  ['Why is the project needed?', 'For example: three villages drink from a stream that is dry for 4 months'],
);
export const expectedResults = ask(
  ['Kết quả dự kiến là gì ạ?', 'Ví dụ: 120 hộ có nước tại nhà, 3 tổ tự thu phí và sửa chữa'],
  ['What results are expected?', 'For example: 120 households with a tap, 3 groups that collect fees and repair'],
);
export const aidKind = ask(
  ['Đây là loại viện trợ nào ạ?', 'Phi dự án: một lần, bằng tiền, hàng hoặc chuyên gia.'],
  ['Which kind of aid is it?', 'Non-project: once, in cash, goods or experts.'],
);
export const counterpartKind = ask(
  ['Vốn đối ứng chủ yếu là gì ạ?', 'Chưa rõ thì bấm “Bỏ qua”.'],
  ['What is the counterpart mostly?', 'Press “Skip” where it is not known yet.'],
);
export const priority = ask(
  ['So với các đề xuất khác của đơn vị, mức ưu tiên là gì ạ?', 'Mức 1 là cần nhất.'],
  ['How urgent is it among the proposals of your unit?', 'Level 1 is the most urgent.'],
);
export const titleEn = ask(
  ['Tên đề xuất bằng tiếng Anh là gì ạ?', 'Ví dụ: Drinking water for 3 villages. Chưa có thì chuyên viên dịch.'],
  ['What is the English title?', 'For example: Drinking water for 3 villages.'],
);
export const withdrawReason = ask(
  ['Lý do rút nhu cầu là gì ạ?', 'Ví dụ: đã có nguồn kinh phí khác'],
  ['Why is the need withdrawn?', 'For example: funded from another source'],
);

export const names = {
  title: label('Tên đề xuất', 'Title'),
  field: label('Lĩnh vực', 'Field'),
  objective: label('Mục tiêu', 'Objective'),
  places: label('Địa điểm', 'Places'),
  beneficiaries: label('Đối tượng hưởng lợi', 'Beneficiaries'),
  budget: label('Kinh phí', 'Budget'),
  period: label('Thời gian', 'Period'),
  contact: label('Người liên hệ', 'Contact'),
  activities: label('Hoạt động chính', 'Main activities'),
  rationale: label('Sự cần thiết', 'Rationale'),
  expected_results: label('Kết quả dự kiến', 'Expected results'),
  aid_kind: label('Loại viện trợ', 'Kind of aid'),
  counterpart_kind: label('Hình thức đối ứng', 'Kind of counterpart'),
  priority: label('Mức ưu tiên', 'Priority'),
  title_en: label('Tên tiếng Anh', 'English title'),
  reason: label('Lý do', 'Reason'),
} as const;

const eachOf: Readonly<Record<Beneficiaries['unit'], Readonly<Record<'vi' | 'en', string>>>> = {
  people: { vi: 'một người', en: 'a person' },
  households: { vi: 'một hộ', en: 'a household' },
  students: { vi: 'một học sinh', en: 'a student' },
  children: { vi: 'một trẻ', en: 'a child' },
  villages: { vi: 'một bản', en: 'a village' },
  cooperatives: { vi: 'một hợp tác xã', en: 'a cooperative' },
};

export const amountDoubt = text<
  [
    total: string,
    words: string | null,
    slip: 'large' | 'small' | 'each',
    each: string | null,
    unit: Beneficiaries['unit'] | null,
  ]
>({
  vi: (total, words, slip, each, unit) => [
    `Xin xem kỹ: ${total}${words ? ` (${words})` : ''}.`,
    slip === 'each'
      ? `Tức ${each} ${eachOf[unit ?? 'people'].vi}, nhiều hơn thường gặp.`
      : slip === 'large'
        ? 'Nhiều hơn các nhu cầu cùng lĩnh vực.'
        : 'Ít hơn các nhu cầu thường gặp.',
    'Số này đúng chưa ạ?',
  ],
  en: (total, _words, slip, each, unit) => [
    `Please check: ${total}.`,
    slip === 'each'
      ? `That is ${each} ${eachOf[unit ?? 'people'].en}, more than usual.`
      : slip === 'large'
        ? 'It is more than such needs cost.'
        : 'It is less than such needs cost.',
    'Is it right?',
  ],
  samples: [
    ['26,5 tỷ đồng', 'hai mươi sáu tỷ năm trăm triệu đồng', 'each', '147,2 triệu đồng', 'students'],
    ['2,4 triệu đồng', 'hai triệu bốn trăm nghìn đồng', 'small', null, null],
  ],
});
