import { moneyWords } from '../../../base/money/format.ts';
import { dateWords, dayWords, waitWords } from '../../../base/time/format.ts';
import { clip } from '../../../chat/fit.ts';
import { type Label, type Lang, label, text } from '../../../chat/text.ts';
import type { Paper } from '../commands/paper.ts';
import type { Change } from '../rules/change.ts';
import type { Standing } from '../store/standing.ts';
import { criterionWord, districtWord, fieldWord, holderWord, stageWord } from '../words.ts';
import { paperLine } from './papers.ts';

export const changeTitle = label('Sửa sổ tổ chức', 'Correct the register');
export const changesLabel = label('Nội dung sửa', 'What changes');
export const saveChange = label('Ghi vào sổ', 'Save it');
export const undoChange = label('Hoàn tác', 'Undo');
export const seeCard = label('Xem thẻ', 'See the card');

const day = (of: string | null, lang: Lang): string =>
  of === null ? none(lang) : dayWords(Temporal.PlainDate.from(of), lang);
const none = (lang: Lang): string => (lang === 'vi' ? 'chưa có' : 'none');
const money = (minor: string | null, currency: Standing['grants'][number]['currency'], lang: Lang): string =>
  minor === null ? none(lang) : moneyWords({ minor: BigInt(minor), currency }, lang);

const names: Readonly<Record<Change['what'], Label>> = {
  expires: label('Hạn giấy đăng ký', 'Valid until'),
  number: label('Số giấy', 'Number'),
  head: label('Người đứng đầu', 'Head'),
  address: label('Địa chỉ', 'Address'),
  website: label('Trang web', 'Website'),
  name_en: label('Tên tiếng Anh', 'English name'),
  name_vi: label('Tên tiếng Việt', 'Vietnamese name'),
  alias: label('Tên gọi khác', 'Another name'),
  field: label('Lĩnh vực', 'Field'),
  district: label('Địa bàn', 'Area'),
  commune: label('Địa bàn', 'Area'),
  tool: label('Viện trợ quy mô nhỏ', 'Small grants'),
  event: label('Giấy đăng ký', 'Certificate'),
  filed: label('Hồ sơ gia hạn', 'Renewal'),
  held: label('Hồ sơ gia hạn', 'Renewal'),
  committed: label('Giá trị cam kết', 'Committed'),
  disbursed: label('Đã giải ngân', 'Disbursed'),
  stage: label('Tình trạng', 'Stage'),
  merge: label('Sáp nhập vào', 'Becomes part of'),
  officer: label('Cán bộ phụ trách', 'Officer in charge'),
  contact: label('Người liên hệ mới', 'New contact'),
  criterion: label('Tiêu chí', 'Criterion'),
};

const eventWord = {
  suspend: label('bị đình chỉ', 'suspended'),
  resume: label('được hoạt động trở lại', 'resumed'),
  terminate: label('chấm dứt', 'terminated'),
  revoke: label('bị thu hồi', 'revoked'),
} as const;

const signed = (op: 'add' | 'remove', value: string, lang: Lang): string =>
  `${op === 'add' ? (lang === 'vi' ? 'thêm' : 'add') : lang === 'vi' ? 'bỏ' : 'remove'} ${value}`;

/** What a change is called and what it makes of what: "Hạn giấy đăng ký: thứ Sáu, 08/01/2027 → thứ Năm, 08/01/2032". */
export function changeLine(of: Change, now: Standing, lang: Lang): string {
  const grant = 'code' in of ? now.grants.find(({ code }) => code === of.code) : undefined;
  const from = (was: string | null, is: string) => `${clip(was ?? none(lang), 60)} → ${clip(is, 60)}`;
  const value = (): string => {
    switch (of.what) {
      case 'expires':
        return from(day(now.certificate?.expiresOn ?? null, lang), day(of.to, lang));
      case 'number':
        return from(now.certificate?.number ?? null, of.to);
      case 'head':
        return from(now.certificate?.head ?? now.certificate?.representative ?? null, of.to);
      case 'address':
        return from(now.address, of.to);
      case 'website':
        return from(now.website, of.to);
      case 'name_en':
        return from(now.nameEn, of.to);
      case 'name_vi':
        return from(now.nameVi, of.to);
      case 'alias':
        return signed('add', clip(of.to, 60), lang);
      case 'field':
        return signed(of.op, fieldWord[of.to](lang), lang);
      case 'district':
        return signed(of.op, lang === 'vi' ? districtWord(of.to) : of.to, lang);
      case 'commune':
        return signed(of.op, clip(of.name, 60), lang);
      case 'tool':
        return signed(of.op, clip(of.to, 60), lang);
      case 'event':
        return `${eventWord[of.kind](lang)}, ${day(of.on, lang)}`;
      case 'filed':
        return `${lang === 'vi' ? 'nộp' : 'filed'} ${day(of.on, lang)}`;
      case 'held':
        return from(
          now.request && holderWord[now.request.heldBy as keyof typeof holderWord](lang),
          holderWord[of.by](lang),
        );
      case 'committed':
        return from(grant ? money(grant.committed, grant.currency, lang) : null, money(of.minor, of.currency, lang));
      case 'disbursed':
        return from(grant ? money(grant.disbursed, grant.currency, lang) : null, money(of.minor, of.currency, lang));
      case 'stage':
        return from(grant ? stageWord[grant.stage as keyof typeof stageWord](lang) : null, stageWord[of.to](lang));
      case 'merge':
        return clip(of.name, 60);
      case 'officer':
        return from(now.officer, of.to);
      case 'contact':
        return clip([of.name, of.position, of.phone, of.email].filter(Boolean).join(', '), 90);
      case 'criterion':
        return `${criterionWord[of.which](lang)} – ${of.state === 'met' ? (lang === 'vi' ? 'đạt' : 'met') : lang === 'vi' ? 'chưa đạt' : 'not met'}: ${clip(of.evidence, 60)}`;
    }
  };
  const head = 'code' in of ? `${of.code}, ${names[of.what](lang).toLowerCase()}` : names[of.what](lang);
  return `${head}: ${value()}`;
}

/** At most so many changes are read back one by one. */
const usual = 3;
const lines = (changes: readonly Change[], now: Standing, lang: Lang, most: number = usual): string[] => [
  ...changes.slice(0, most).map((of) => clip(changeLine(of, now, lang), 105)),
  ...(changes.length > most
    ? [lang === 'vi' ? `và ${changes.length - most} nội dung khác` : `and ${changes.length - most} more`]
    : []),
];

/** A new last day that lies beyond what the law allows from the day on which the term begins: pointed out, never refused. */
function termLine(changes: readonly Change[], now: Standing, lang: Lang): string | null {
  const to = changes.find((of) => of.what === 'expires');
  const from = to && (to.renewed ? now.certificate?.expiresOn : now.certificate?.issuedOn);
  if (!to || !from || !now.term) return null;
  const { years, citation, verified } = now.term;
  const begins = Temporal.PlainDate.from(from);
  if (Temporal.PlainDate.compare(to.to, begins.add({ years })) <= 0) return null;
  const day = dateWords(begins, lang);
  const line =
    lang === 'vi'
      ? `🟡 Quá ${years} năm tính từ ${day}, cần kiểm tra lại (${citation}${verified ? '' : ', chưa xác minh'})`
      : `🟡 More than ${years} years from ${day}, please check (${citation}${verified ? '' : ', not verified'})`;
  return clip(line, 105);
}

const sample: Standing = {
  id: '01890000-0000-7000-8000-000000000001' as Standing['id'],
  version: 1,
  name: 'Save the Children',
  nameEn: 'Save the Children International',
  nameVi: 'Tổ chức Cứu trợ Trẻ em Quốc tế',
  aliases: ['SCI'],
  fields: ['health'],
  formerDistricts: ['Mường La'],
  communes: [],
  tools: [],
  address: 'Tầng 12, tòa nhà Minh Họa, số 123 đường Nguyễn Văn Minh Họa, phường Ba Đình, Hà Nội',
  website: null,
  officer: 'Nguyễn Thị Thu Hà',
  certificate: {
    id: '01890000-0000-7000-8000-000000000003' as NonNullable<Standing['certificate']>['id'],
    version: 1,
    kind: 'rep_office',
    number: '112/GĐK-VPĐD',
    issuedOn: '2022-01-09',
    expiresOn: '2027-01-08',
    representative: null,
    head: null,
  },
  request: null,
  grants: [],
  term: { years: 5, citation: 'Điều 9 Nghị định 58/2022/NĐ-CP', verified: false },
  officers: [],
};
const samples: readonly Change[] = [
  { what: 'expires', to: '2032-01-08', renewed: true },
  { what: 'number', to: '77/GĐK-VPĐD' },
  { what: 'address', to: 'Số 6, ngõ 18, đường Nguyễn Cơ Thạch, phường Từ Liêm, thành phố Hà Nội' },
  { what: 'website', to: 'savethechildren.example.org' },
];

/** What is to be changed, and to what. */
export const askChange = text<[name: string]>({
  vi: (name) => [
    `Sửa mục nào của ${clip(name, 60)}, thành gì ạ?`,
    'Ví dụ: gia hạn đến 08/01/2032, số 112/GĐK',
    'hoặc: trưởng đại diện là bà Lê Minh Họa',
  ],
  en: (name) => [
    `What of ${clip(name, 60)} is to be changed, and to what?`,
    'For example: renewed until 08/01/2032, number 112/GĐK',
  ],
  samples: [['Save the Children']],
});

/** Nothing of the register was found in the words. */
export const noChange = text({
  vi: () => [
    'Chưa rõ sửa mục nào. Ghi mục và giá trị mới, ví dụ:',
    'gia hạn đến 08/01/2032; số 112/GĐK; địa chỉ là …;',
    'thêm lĩnh vực y tế; VT-2026-002 đã giải ngân 5 tỷ.',
  ],
  en: () => [
    'It is not clear what to change. Write what and the new value:',
    'renewed until 08/01/2032; number 112/GĐK; address is …;',
    'add the field health; VT-2026-002 disbursed 5 billion.',
  ],
  samples: [[]],
});

/** The changes, and what is to be checked about them. */
function readBack(changes: readonly Change[], now: Standing, lang: Lang): string[] {
  const warning = termLine(changes, now, lang);
  return warning ? [...lines(changes, now, lang, usual - 1), warning] : lines(changes, now, lang);
}

type Papers = readonly Pick<Paper, 'name'>[];

/** The papers that will be kept with it, and how to leave them out where there is room to say so. */
function paperLines(papers: Papers, changes: readonly Change[], lang: Lang): string[] {
  const line = paperLine(papers, lang);
  if (line.length === 0 || changes.length >= usual) return line;
  return [...line, lang === 'vi' ? '(không kèm thì gõ “bỏ tệp”)' : '(type “drop file” to leave it out)'];
}

/** The read-back: old and new of each, and the files that say so. */
export const changeBack = text<[changes: readonly Change[], now: Standing, papers: Papers]>({
  vi: (changes, now, papers) => [
    { b: `Sửa ${clip(now.name, 32)}:` },
    ...readBack(changes, now, 'vi'),
    ...paperLines(papers, changes, 'vi'),
  ],
  en: (changes, now, papers) => [
    { b: `Change ${clip(now.name, 30)}:` },
    ...readBack(changes, now, 'en'),
    ...paperLines(papers, changes, 'en'),
  ],
  samples: [
    [samples, sample, [{ name: 'Giấy đăng ký Văn phòng đại diện 2026.pdf' }]],
    [[{ what: 'expires', to: '2036-01-08', renewed: true }, ...samples.slice(1)], sample, [{ name: 'Giấy 2026.pdf' }]],
    [samples.slice(0, 1), sample, []],
    [samples.slice(0, 2), sample, [{ name: 'trang-1-giay-dang-ky.jpg' }, { name: 'trang-2-giay-dang-ky.jpg' }]],
  ],
});

/** The receipt: what stands there now. */
export const changed = text<[changes: readonly Change[], now: Standing, papers: Papers, undoSeconds: number]>({
  vi: (changes, now, papers, undoSeconds) => [
    `✅ Đã ghi vào sổ: ${clip(now.name, 40)}`,
    ...lines(changes, now, 'vi', papers.length > 0 ? usual - 1 : usual),
    ...paperLine(papers, 'vi'),
    ...(undoSeconds > 0 ? [`Bấm nhầm: hoàn tác được trong ${waitWords(undoSeconds, 'vi')}.`] : []),
  ],
  en: (changes, now, papers, undoSeconds) => [
    `✅ Saved: ${clip(now.name, 40)}`,
    ...lines(changes, now, 'en', papers.length > 0 ? usual - 1 : usual),
    ...paperLine(papers, 'en'),
    ...(undoSeconds > 0 ? [`By mistake? It can be undone for ${waitWords(undoSeconds, 'en')}.`] : []),
  ],
  samples: [
    [samples.slice(0, 3), sample, [], 120],
    [samples, sample, [], 0],
    [samples, sample, [{ name: 'Giấy đăng ký Văn phòng đại diện 2026.pdf' }], 120],
  ],
});

/** Something that a change needs is not there. */
export const cannotChange = text<[why: 'certificate' | 'grant' | 'officer' | 'request', said: string]>({
  vi: (why, said) =>
    ({
      certificate: ['Tổ chức này chưa có giấy đăng ký trong sổ,', 'cần thêm giấy trước khi sửa.'],
      grant: [`Tổ chức này không có dự án ${clip(said, 40)}.`],
      officer: [`Chưa rõ cán bộ nào: “${clip(said, 40)}”. Ghi đủ họ tên.`],
      request: ['Chưa có hồ sơ gia hạn nào đang mở.', 'Ghi ngày nộp trước, ví dụ: SCI nộp hồ sơ gia hạn 02/11'],
    })[why],
  en: (why, said) =>
    ({
      certificate: ['No certificate of this organisation is in the register yet.'],
      grant: [`This organisation has no grant ${clip(said, 40)}.`],
      officer: [`It is not clear which officer is meant: “${clip(said, 40)}”.`],
      request: ['No renewal is open. Say first when it was filed.'],
    })[why],
  samples: [
    ['certificate', ''],
    ['grant', 'VT-2026-099'],
    ['officer', 'Nguyễn Văn Không Rõ'],
    ['request', ''],
  ],
});

export const undone = text<[name: string]>({
  vi: (name) => [`Đã hoàn tác. ${clip(name, 60)} như trước khi sửa.`],
  en: (name) => [`Undone. ${clip(name, 60)} is as it was.`],
  samples: [['Save the Children']],
});
export const undoLate = text({
  vi: () => ['Hết thời gian hoàn tác, hoặc đã có sửa mới.', 'Sửa lại bằng một câu, ví dụ: SCI hết hạn 08/01/2027'],
  en: () => ['It is too late to undo, or somebody has changed it since.', 'Correct it in a sentence instead.'],
  samples: [[]],
});
