import { clip, fitted, type Row, screen, wrapped } from '../../../chat/fit.ts';
import type { RichText } from '../../../chat/messaging/rich-text.ts';
import type { Lang } from '../../../chat/text.ts';
import { text } from '../../../chat/text.ts';

/** What a draft card shows; every value as words, absent where there is none yet. */
export interface DraftCard {
  readonly title?: string | undefined;
  readonly field?: string | undefined;
  readonly objective?: string | undefined;
  readonly places?: string | undefined;
  readonly beneficiaries?: string | undefined;
  readonly total?: string | undefined;
  readonly aid?: string | undefined;
  readonly own?: string | undefined;
  readonly other?: string | undefined;
  readonly period?: string | undefined;
  readonly contact?: string | undefined;
  /** Names of what is missing, as in a sentence. */
  readonly missing: readonly string[];
  readonly completeness: number;
  /** It changes a need that was submitted before. */
  readonly change: boolean;
  /** The Department has been told of it as an emergency. */
  readonly emergency: boolean;
  /** Fields that were understood just now: what was not said back could be wrong unseen, so they are the last to be left out. */
  readonly fresh: readonly string[];
  /** Lines that the question under the card takes, where there is one. */
  readonly below?: number;
}

/** Lines for the card: beside the question that follows it, or at the review, where the last answer is said back above it. */
const draftLines = (d: DraftCard): number =>
  screen.lines - (d.below === undefined ? (d.missing.length > 0 ? 3 : 2) : Math.max(3, d.below));

/** Values are cut to two lines, so that one long title does not push the money off the screen. */
const twoLines = screen.width * 2 - 4;

/** A list that ends a sentence, with a full stop or with what stands for the rest. */
const sentence = (names: readonly string[]): string => clip(`${names.join(', ')}.`, 60);

function draftRows(d: DraftCard, lang: Lang): Row[] {
  const vi = lang === 'vi';
  const row = (field: string, name: string, value: string | undefined, rank: number, most = twoLines): Row[] =>
    value ? [{ line: clip(`${name}: ${value}`, most), rank: d.fresh.includes(field) ? rank / 10 : rank }] : [];
  const n = d.missing.length;
  // The short name where the long one would take a second line.
  const whom = wrapped(`Đối tượng hưởng lợi: ${d.beneficiaries}`) > 1 ? 'Hưởng lợi' : 'Đối tượng hưởng lợi';
  // At the review, where everything is there, whom to call says more than the field, which stands in the title.
  const fieldRank = n > 0 ? 4 : 7;
  return [
    { line: vi ? '⚪ BẢN NHÁP – CHƯA GỬI' : '⚪ DRAFT – NOT SUBMITTED' },
    ...(d.change
      ? [{ line: vi ? 'Bản sửa; bản trước vẫn còn nguyên.' : 'A change; the earlier version stands.' }]
      : []),
    ...(d.emergency
      ? [{ line: vi ? '⏰ Khẩn cấp: Sở đã được báo ngay.' : '⏰ Emergency: the Department was told.' }]
      : []),
    ...(d.title ? [{ line: clip(d.title, twoLines) }] : []),
    ...row('field', vi ? 'Lĩnh vực' : 'Field', d.field, fieldRank),
    ...row('objective', vi ? 'Mục tiêu' : 'Objective', d.objective, 8, screen.width),
    ...row('places', vi ? 'Địa điểm' : 'Places', d.places, 6, screen.width),
    ...row('beneficiaries', vi ? whom : 'Beneficiaries', d.beneficiaries, 3),
    ...row('budget', vi ? 'Tổng kinh phí' : 'Total budget', d.total, 1),
    ...row('budget', vi ? '– Đề nghị viện trợ' : '– Requested aid', d.aid, 1),
    ...row('budget', vi ? '– Vốn đối ứng' : '– Counterpart', d.own, 1),
    ...row('budget', vi ? '– Nguồn khác' : '– Other sources', d.other, 5),
    ...row('period', vi ? 'Thời gian' : 'Period', d.period, 2),
    // The last answer is said back nowhere else: a wrong name must be seen before it is sent.
    ...row('contact', vi ? 'Liên hệ' : 'Contact', d.contact, n > 0 ? 5 : 1),
    n > 0
      ? {
          line: vi
            ? `Còn ${n} mục: ${sentence(d.missing)}`
            : `${n} item${n === 1 ? '' : 's'} left: ${sentence(d.missing)}`,
        }
      : {
          line: vi ? `Đủ mục để gửi, mức đầy đủ ${d.completeness}%.` : `Ready to submit, ${d.completeness}% complete.`,
        },
  ];
}

const long: DraftCard = {
  title: 'Xây nhà bán trú, bếp ăn và công trình vệ sinh cho điểm trường bản Nong Vai, xã Co Mạ, tỉnh Sơn La',
  field: 'xã hội (trẻ em, phụ nữ, người khuyết tật)',
  objective: '180 học sinh bán trú có chỗ ở an toàn và ba bữa ăn nóng mỗi ngày trong suốt năm học',
  places: 'xã Co Mạ, xã Long Hẹ, xã Mường Bám (bản Nong Vai, bản Pá Chả)',
  beneficiaries: '180 học sinh (dân tộc Mông), 120 hộ, 2.400 người',
  total: '1.234.567.890 đồng',
  aid: '1.034.567.890 đồng',
  own: '200 triệu đồng',
  other: '100 triệu đồng',
  period: '3/2027 – 11/2027 (9 tháng)',
  contact: 'Thào A Sếnh, cán bộ văn hóa, 0912 000 111',
  missing: ['mục tiêu', 'địa điểm', 'người liên hệ'],
  completeness: 37,
  change: true,
  emergency: false,
  fresh: [],
};

/** Its first line in bold, so that what a card is shows before it is read. */
const headed = ([head, ...rest]: readonly string[]): RichText => [[{ b: head ?? '' }], ...rest];

/** The draft as it stands. Nothing in it can be taken for a receipt: no number, and not the words of one. */
export const draftCard = text<[DraftCard]>({
  vi: (d) => headed(fitted(draftRows(d, 'vi'), draftLines(d))),
  en: (d) => headed(fitted(draftRows(d, 'en'), draftLines(d))),
  samples: [
    [long],
    [{ ...long, missing: [], completeness: 60, change: false, emergency: true }],
    [{ missing: ['tên đề xuất'], completeness: 0, change: false, emergency: false, fresh: [] }],
  ],
});

/** What a receipt says; every value as words. */
export interface Receipt {
  readonly code: string;
  readonly at: string;
  readonly title: string;
  readonly unit: string;
  /** "Chuyên viên Quàng Văn Minh", "Phòng Hợp tác quốc tế". */
  readonly who: string;
  readonly by: string;
  readonly late: string | null;
  readonly readFrom: string | null;
  readonly letterMissing: boolean;
  /** A change of a need: what the unit sent before stays visible. */
  readonly change: boolean;
}

function receiptRows(r: Receipt, lang: Lang): Row[] {
  const vi = lang === 'vi';
  const some = (line: string | false | null, rank: number): Row[] => (line ? [{ line, rank }] : []);
  return [
    { line: vi ? `✅ Sở Ngoại vụ đã nhận ${r.code}` : `✅ The Department received ${r.code}` },
    { line: r.at },
    ...some(r.change && (vi ? 'Bản sửa thay cho bản trước.' : 'This version replaces the earlier one.'), 3),
    { line: `${clip(r.title, 48)} – ${clip(r.unit, 32)}` },
    { line: vi ? `${r.who} trả lời trước ${r.by}.` : `${r.who} answers by ${r.by}.` },
    ...some(
      r.late &&
        (vi ? `Gửi sau hạn ${r.late}, vẫn tiếp nhận.` : `Sent ${r.late} after the due time, accepted all the same.`),
      1,
    ),
    ...some(
      r.readFrom && (vi ? `Ngoài giờ: chuyên viên xem từ ${r.readFrom}.` : `Out of hours: read from ${r.readFrom}.`),
      2,
    ),
    ...some(
      r.letterMissing &&
        (vi
          ? 'Còn thiếu công văn: ký xong, chụp gửi vào đây.'
          : 'The signed letter is missing: send a photo of it here.'),
      1,
    ),
  ];
}

const receiptSample: Receipt = {
  code: 'NC-2026-0042',
  at: '18 giờ 05 thứ Sáu, 27/11/2026',
  title: long.title!,
  unit: 'UBND phường Thảo Nguyên',
  who: 'Chuyên viên Quàng Văn Minh',
  by: 'thứ Sáu, 11/12/2026',
  late: '2 giờ 05 phút',
  readFrom: '07 giờ 30 thứ Hai, 30/11/2026',
  letterMissing: true,
  change: false,
};

/** Only this says that something was received. */
export const receipt = text<[Receipt]>({
  vi: (r) => headed(fitted(receiptRows(r, 'vi'))),
  en: (r) => headed(fitted(receiptRows(r, 'en'))),
  samples: [[receiptSample], [{ ...receiptSample, late: null, readFrom: null, change: true }]],
});

/** What the card of a submitted need shows; every value as words. */
export interface NeedCard {
  readonly state: string;
  readonly code: string;
  readonly title: string;
  /** Said to officers; a unit knows who it is. */
  readonly unit: string | null;
  readonly field: string;
  readonly places: string;
  readonly beneficiaries: string;
  readonly budget: string;
  readonly period: string;
  readonly sent: string;
  readonly late: string | null;
  readonly reason: string | null;
  /** "Chuyên viên Quàng Văn Minh trả lời trước thứ Hai, 07/12/2026 (còn 14 ngày)." */
  readonly next: string | null;
  readonly files: number;
  readonly letter: boolean | null;
  /** The store is a demonstration. */
  readonly demo: boolean;
}

const filesWords = (n: number, vi: boolean): string =>
  n === 0 ? (vi ? '⚪ chưa có tệp' : '⚪ no files') : vi ? `📎 ${n} tệp` : `📎 ${n} file${n === 1 ? '' : 's'}`;

function needRows(n: NeedCard, lang: Lang): Row[] {
  const vi = lang === 'vi';
  const letter =
    n.letter === null
      ? ''
      : n.letter
        ? vi
          ? ', 📎 đã có công văn'
          : ', 📎 letter'
        : vi
          ? ', ⚪ chưa có công văn'
          : ', ⚪ no letter';
  return [
    { line: `${n.state} – ${n.code}` },
    { line: clip(n.title, twoLines) },
    ...(n.unit ? [{ line: n.unit, rank: 1 }] : []),
    ...(n.reason ? [{ line: clip(`${vi ? 'Lý do' : 'Reason'}: ${n.reason}`, twoLines) }] : []),
    ...(n.next ? [{ line: n.next }] : []),
    { line: clip(`${vi ? 'Lĩnh vực' : 'Field'}: ${n.field}`, twoLines), rank: 5 },
    { line: clip(`${vi ? 'Địa điểm' : 'Places'}: ${n.places}`, twoLines), rank: 6 },
    { line: clip(`${vi ? 'Hưởng lợi' : 'Beneficiaries'}: ${n.beneficiaries}`, twoLines), rank: 4 },
    { line: clip(n.budget, twoLines), rank: 1 },
    { line: `${vi ? 'Thời gian' : 'Period'}: ${n.period}`, rank: 7 },
    {
      line: `${vi ? 'Gửi' : 'Sent'} ${n.sent}${n.late ? (vi ? `, sau hạn ${n.late}` : `, ${n.late} late`) : ''}`,
      rank: 3,
    },
    { line: `${filesWords(n.files, vi)}${letter}`, rank: 2 },
    ...(n.demo ? [{ line: vi ? 'Dữ liệu minh họa' : 'Demonstration data' }] : []),
  ];
}

export const needCard = text<[NeedCard]>({
  vi: (n) => headed(fitted(needRows(n, 'vi'))),
  en: (n) => headed(fitted(needRows(n, 'en'))),
  samples: [
    [
      {
        state: '🟡 đề nghị bổ sung, hoàn thiện',
        code: 'NC-2026-0042',
        title: long.title!,
        unit: 'UBND phường Thảo Nguyên',
        field: long.field!,
        places: long.places!,
        beneficiaries: long.beneficiaries!,
        budget: 'Tổng 1.234.567.890 đồng, đề nghị viện trợ 1.034.567.890 đồng, đối ứng 200 triệu đồng',
        period: long.period!,
        sent: '14 giờ 05 thứ Hai, 23/11/2026',
        late: '2 giờ 05 phút',
        reason: 'Thiếu số người hưởng lợi theo từng bản và thiếu bảng tính chi tiết kinh phí vận chuyển vật liệu',
        next: 'Đơn vị bổ sung trước thứ Hai, 30/11/2026 (còn 7 ngày).',
        files: 3,
        letter: false,
        demo: true,
      },
    ],
  ],
});
