import { label, text } from '../../../chat/text.ts';

// The words of buttons that answer a question.

export const amountRight = text<[money: string]>({
  vi: (money) => [`Đúng – ${money}`],
  en: (money) => [`Yes – ${money}`],
  samples: [['26,5 tỷ đồng']],
});
export const amountWrong = label('Sửa số tiền', 'Change the amount');
export const noCounterpart = label('Không có đối ứng', 'No counterpart');
export const wholeProvince = label('Toàn tỉnh', 'The whole province');
export const totalIs = text<[money: string]>({
  vi: (money) => [`Tổng là ${money}`],
  en: (money) => [`The total is ${money}`],
  samples: [['2,3 tỷ đồng']],
});
export const counterpartIs = text<[money: string]>({
  vi: (money) => [`Đối ứng là ${money}`],
  en: (money) => [`The counterpart is ${money}`],
  samples: [['400 triệu đồng']],
});
export const otherIs = text<[money: string]>({
  vi: (money) => [`${money} từ nguồn khác`],
  en: (money) => [`${money} from other sources`],
  samples: [['100 triệu đồng']],
});
export const aidKinds = {
  programme: label('Chương trình', 'Programme'),
  project: label('Dự án', 'Project'),
  non_project: label('Phi dự án', 'Non-project aid'),
} as const;
export const counterpartKinds = {
  cash: label('Tiền', 'Cash'),
  in_kind: label('Hiện vật', 'In kind'),
  labour: label('Ngày công', 'Labour'),
  land: label('Đất', 'Land'),
} as const;
export const priorities = {
  1: label('Mức 1 – cần nhất', 'Level 1 – most urgent'),
  2: label('Mức 2', 'Level 2'),
  3: label('Mức 3', 'Level 3'),
} as const;
