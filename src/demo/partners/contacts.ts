import type { ContactKind, IntroductionWay } from '../../office/partners/words.ts';

/** An invented talk: `days` before the first day of the demonstration. */
export interface DemoContact {
  readonly partner: string;
  readonly days: number;
  readonly kind: ContactKind;
  readonly summary: string;
  readonly next?: { readonly step: string; readonly days: number };
}

/** What there is to see in the history of a partner, and since when some have not been heard from. */
export const demoContacts: readonly DemoContact[] = [
  {
    partner: 'sci',
    days: 42,
    kind: 'meeting',
    summary: 'Trao đổi kế hoạch dự án dinh dưỡng năm tới; tổ chức đề nghị tỉnh sớm cho ý kiến về gia hạn.',
    next: { step: 'Gửi danh mục nhu cầu y tế', days: 22 },
  },
  { partner: 'sci', days: 97, kind: 'email', summary: 'Tổ chức gửi báo cáo sáu tháng đầu năm.' },
  { partner: 'sci', days: 203, kind: 'event', summary: 'Gặp tại hội nghị xúc tiến viện trợ PCPNN ở Hà Nội.' },
  { partner: 'plan', days: 18, kind: 'call', summary: 'Thống nhất lịch khảo sát hai trường ở Sốp Cộp.' },
  {
    partner: 'helvetas',
    days: 9,
    kind: 'letter',
    summary: 'Nhận công văn về việc gia hạn giấy đăng ký hoạt động.',
    next: { step: 'Lấy ý kiến Công an tỉnh, Sở Tài chính', days: 11 },
  },
  {
    partner: 'wvi',
    days: 61,
    kind: 'meeting',
    summary: 'Rà soát tiến độ cấp nước, thống nhất nghiệm thu theo giai đoạn.',
  },
  { partner: 'care', days: 30, kind: 'email', summary: 'Nhắc bổ sung hồ sơ gia hạn văn phòng đại diện.' },
  {
    partner: 'childfund',
    days: 75,
    kind: 'meeting',
    summary: 'Tổ chức quan tâm nhu cầu về bảo vệ trẻ em vùng biên giới.',
  },
  { partner: 'oxfam', days: 140, kind: 'call', summary: 'Hỏi kế hoạch gia hạn; tổ chức chưa trả lời.' },
  { partner: 'fhf', days: 25, kind: 'meeting', summary: 'Bàn kế hoạch khám mắt học đường học kỳ II.' },
  { partner: 'ffi', days: 190, kind: 'meeting', summary: 'Làm việc cùng Chi cục Kiểm lâm về tuần tra cộng đồng.' },
  { partner: 'opsmile', days: 395, kind: 'event', summary: 'Tổng kết đợt phẫu thuật nhân đạo tại bệnh viện tỉnh.' },
  {
    partner: 'emb-jp',
    days: 33,
    kind: 'meeting',
    summary: 'Giới thiệu nhu cầu bếp ăn bán trú; được hướng dẫn thời hạn nộp đề xuất.',
    next: { step: 'Gửi đề xuất', days: 22 },
  },
  {
    partner: 'orbis',
    days: 20,
    kind: 'email',
    summary: 'Gửi danh mục nhu cầu chăm sóc mắt ở Mộc Châu; tổ chức hẹn khảo sát.',
    next: { step: 'Thống nhất lịch khảo sát', days: 9 },
  },
  { partner: 'emb-au', days: 120, kind: 'letter', summary: 'Cảm ơn sau chuyến thăm của Đại sứ.' },
  { partner: 'emb-la', days: 58, kind: 'event', summary: 'Dự Quốc khánh nước CHDCND Lào.' },
];

/** An invented introduction of the list of needs, `days` before the first day of the demonstration. */
export interface DemoIntroduction {
  readonly partner: string;
  readonly days: number;
  readonly how: IntroductionWay;
}

/** Three of the five to ten organisations that a year's plan asks for, and one mission. */
export const demoIntroductions: readonly DemoIntroduction[] = [
  { partner: 'sci', days: 42, how: 'meeting' },
  { partner: 'childfund', days: 75, how: 'meeting' },
  { partner: 'orbis', days: 20, how: 'email' },
  { partner: 'emb-jp', days: 33, how: 'meeting' },
];

/** Somebody invented whom one knows at a partner. The numbers belong to nobody: no telephone in Viet Nam has 000 there. */
export interface DemoContactPerson {
  readonly partner: string;
  readonly name: string;
  readonly position: string;
  readonly phone?: string;
  readonly email?: string;
}

export const demoPeople: readonly DemoContactPerson[] = [
  {
    partner: 'sci',
    name: 'Trần Thị Mai (minh họa)',
    position: 'Quản lý chương trình',
    phone: '0912 000 101',
    email: 'mai@sci.example.org',
  },
  { partner: 'sci', name: 'Phạm Văn Đức (minh họa)', position: 'Cán bộ dự án', phone: '0912 000 102' },
  {
    partner: 'plan',
    name: 'Nguyễn Thu Hằng (minh họa)',
    position: 'Điều phối viên tỉnh',
    email: 'hang@plan.example.org',
  },
  { partner: 'helvetas', name: 'Lê Minh Tuấn (minh họa)', position: 'Trưởng dự án', phone: '0912 000 103' },
  { partner: 'orbis', name: 'Vũ Thị Lan (minh họa)', position: 'Cán bộ chương trình', phone: '0912 000 104' },
  {
    partner: 'emb-jp',
    name: 'Sato Yuki (minh họa)',
    position: 'Phụ trách GGP',
    email: 'ggp@emb-jp.example.org',
  },
];
