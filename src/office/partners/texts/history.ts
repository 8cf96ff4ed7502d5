import type { Json } from '../../../base/json.ts';
import { moneyWords } from '../../../base/money/format.ts';
import { type Currency, currencies } from '../../../base/money/money.ts';
import { dateWords } from '../../../base/time/format.ts';
import { localTime } from '../../../base/time/zone.ts';
import { clip } from '../../../chat/fit.ts';
import { type Label, type Lang, label, text } from '../../../chat/text.ts';
import type { FieldOfWork } from '../../../language/types.ts';
import { districtWord, fieldWord, holderWord, relationWord, stageWord } from '../words.ts';

export const buttonCorrections = label('Lịch sử sửa', 'Changes');

/** A correction out of the audit log. */
export interface Deed {
  readonly at: Temporal.Instant;
  readonly action: string;
  readonly by: string | null;
  readonly before: Json;
  readonly after: Json;
}

/** What was done, as its line begins. Looks and reports are no corrections. */
const deeds: Readonly<Record<string, Label>> = {
  'partner.add': label('thêm vào sổ', 'added'),
  'partner.change': label('sửa', 'changed'),
  'partner.verify': label('đã kiểm tra, đúng', 'checked'),
  'partner.criterion': label('xem xét tiêu chí', 'looked at a criterion'),
  'partner.criterion.undo': label('hoàn tác tiêu chí', 'undid a criterion'),
  'partner.merge': label('gộp với tổ chức khác', 'merged'),
  'partner.merged': label('gộp vào tổ chức khác', 'became part of another'),
  'partner.relation': label('đổi quan hệ', 'relation'),
  'partner.certificate.add': label('thêm giấy đăng ký', 'added a certificate'),
  'partner.certificate.change': label('sửa giấy đăng ký', 'changed the certificate'),
  'partner.certificate.event': label('ghi về giấy đăng ký', 'recorded about the certificate'),
  'partner.certificate.undo': label('hoàn tác', 'undid'),
  'partner.request.open': label('ghi hồ sơ đề nghị', 'recorded a request'),
  'partner.request.move': label('chuyển hồ sơ đề nghị', 'moved the request'),
  'partner.request.undo': label('hoàn tác hồ sơ đề nghị', 'undid the request'),
  'partner.grant.add': label('thêm dự án', 'added a grant'),
  'partner.grant.change': label('sửa dự án', 'changed a grant'),
  'partner.contact.add': label('thêm người liên hệ', 'added a contact'),
  'partner.contact.change': label('sửa người liên hệ', 'changed a contact'),
  'partner.contact.undo': label('hoàn tác người liên hệ', 'undid a contact'),
};
export const isDeed = (action: string): boolean => action in deeds;

/** What a value is called; what has no name here is for machines. */
const names: Readonly<Record<string, Label>> = {
  nameEn: label('tên tiếng Anh', 'English name'),
  nameVi: label('tên tiếng Việt', 'Vietnamese name'),
  aliases: label('tên gọi khác', 'other names'),
  website: label('trang web', 'website'),
  address: label('địa chỉ', 'address'),
  fields: label('lĩnh vực', 'fields'),
  formerDistricts: label('địa bàn', 'areas'),
  relation: label('quan hệ', 'relation'),
  tools: label('viện trợ nhỏ', 'small grants'),
  number: label('số giấy', 'number'),
  issuedOn: label('ngày cấp', 'issued'),
  expiresOn: label('hạn', 'valid until'),
  representativeName: label('người đại diện', 'representative'),
  headName: label('trưởng VPĐD', 'head of office'),
  event: label('sự kiện', 'event'),
  filedOn: label('ngày nộp', 'filed'),
  heldBy: label('hồ sơ', 'with'),
  stage: label('tình trạng', 'stage'),
  committed: label('cam kết', 'committed'),
  disbursed: label('đã giải ngân', 'disbursed'),
  person: label('người', 'person'),
};
const eventWord: Readonly<Record<string, Label>> = {
  grant: label('cấp', 'granted'),
  renew: label('gia hạn', 'renewed'),
  amend: label('sửa đổi', 'amended'),
  reissue: label('cấp lại', 're-issued'),
  convert: label('chuyển đổi', 'converted'),
  suspend: label('đình chỉ', 'suspended'),
  resume: label('cho hoạt động trở lại', 'resumed'),
  terminate: label('chấm dứt', 'terminated'),
  revoke: label('thu hồi', 'revoked'),
};

type Row = { readonly [key: string]: Json | undefined };
const rowOf = (of: Json): Row => (of !== null && typeof of === 'object' && !Array.isArray(of) ? (of as Row) : {});

const words = (of: Readonly<Record<string, Label>>, value: string, lang: Lang): string => of[value]?.(lang) ?? value;

/** A value of the log as people write it. */
function valueWords(key: string, value: Json | undefined, row: Row, lang: Lang): string {
  if (value === null || value === undefined || value === '') return lang === 'vi' ? 'chưa có' : 'none';
  if (Array.isArray(value))
    return value.map((one) => valueWords(key, one, row, lang)).join(', ') || valueWords(key, null, row, lang);
  if (typeof value === 'object') return String(rowOf(value)['vi'] ?? rowOf(value)['name'] ?? '…');
  const said = String(value);
  if (key === 'fields') return words(fieldWord as Readonly<Record<FieldOfWork, Label>>, said, lang);
  if (key === 'formerDistricts') return lang === 'vi' ? districtWord(said) : said;
  if (key === 'relation') return words(relationWord, said, lang);
  if (key === 'heldBy') return words(holderWord, said, lang);
  if (key === 'stage') return words(stageWord, said, lang);
  if (key === 'event') return words(eventWord, said, lang);
  if (key === 'committed' || key === 'disbursed') {
    const currency = String(row['currency'] ?? 'VND');
    return moneyWords({ minor: BigInt(said), currency: (currency in currencies ? currency : 'VND') as Currency }, lang);
  }
  return /^\d{4}-\d\d-\d\d$/.test(said) ? dateWords(Temporal.PlainDate.from(said), lang) : said;
}

const two = (n: number) => String(n).padStart(2, '0');
function stamp(at: Temporal.Instant): string {
  const t = localTime(at);
  return `${two(t.day)}/${two(t.month)}/${t.year} ${two(t.hour)}:${two(t.minute)}`;
}

/** "23/11/2026 14:05 Vì Thu Hà: sửa giấy đăng ký", then a line for each value: "hạn: 08/01/2027 → 08/01/2032". */
export function deedLines(of: Deed, lang: Lang): string[] {
  const [before, after] = [rowOf(of.before), rowOf(of.after)];
  const code = typeof after['code'] === 'string' ? ` ${after['code']}` : '';
  const values = Object.keys(after).flatMap((key) => {
    const name = names[key];
    if (!name) return [];
    const is = clip(valueWords(key, after[key], after, lang), 60);
    const was = key in before ? `${clip(valueWords(key, before[key], before, lang), 50)} → ` : '';
    return [`– ${name(lang)}: ${was}${is}`];
  });
  const who = of.by ?? (lang === 'vi' ? 'Sở Ngoại vụ' : 'the Department');
  return [`${stamp(of.at)} ${clip(who, 30)}: ${words(deeds, of.action, lang)}${code}`, ...values];
}

export const historyHead = text<[name: string]>({
  vi: (name) => [{ b: `Lịch sử sửa: ${clip(name, 22)}` }],
  en: (name) => [{ b: `Changes: ${clip(name, 26)}` }],
  samples: [['Vietnam Health, Education and Literature Projects']],
});

/** Nobody has corrected it since it came into the register. */
export const noHistory = text<[name: string]>({
  vi: (name) => [`${clip(name, 60)}: chưa có lần sửa nào trong sổ.`],
  en: (name) => [`${clip(name, 60)}: nothing has been changed yet.`],
  samples: [['Save the Children']],
});
