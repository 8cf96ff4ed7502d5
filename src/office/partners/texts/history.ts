import type { Json } from '../../../base/json.ts';
import { moneyWords } from '../../../base/money/format.ts';
import { type Currency, currencies } from '../../../base/money/money.ts';
import { dateWords } from '../../../base/time/format.ts';
import { localTime } from '../../../base/time/zone.ts';
import { clip } from '../../../chat/fit.ts';
import { type Label, type Lang, label, text } from '../../../chat/text.ts';
import type { FieldOfWork } from '../../../language/types.ts';
import { criterionWord, districtWord, fieldWord, holderWord, relationWord, stageWord } from '../words.ts';
import { paperLine } from './papers.ts';

export const buttonCorrections = label('Lịch sử sửa', 'Changes');

/** A correction out of the audit log. */
export interface Deed {
  readonly at: Temporal.Instant;
  readonly action: string;
  readonly by: string | null;
  readonly before: Json;
  readonly after: Json;
  /** The organisation that it was done to, where that has become part of this one since. */
  readonly of?: string;
  /** The files that were kept with it. */
  readonly papers?: readonly { readonly name: string }[];
}

/** What was done, as its line begins. Looks and reports are no corrections. */
const deeds: Readonly<Record<string, Label>> = {
  'partner.add': label('thêm vào sổ', 'added'),
  'partner.change': label('sửa', 'changed'),
  'partner.verify': label('đã kiểm tra, đúng', 'checked'),
  'partner.criterion': label('xem xét tiêu chí', 'looked at a criterion'),
  'partner.criterion.undo': label('hoàn tác tiêu chí', 'undid a criterion'),
  'partner.merge': label('nhận sáp nhập', 'took in another'),
  'partner.merge.undo': label('hoàn tác sáp nhập', 'undid the merger'),
  'partner.merged': label('sáp nhập vào tổ chức khác', 'became part of another'),
  'partner.merged.undo': label('hoàn tác sáp nhập', 'undid the merger'),
  'partner.paper': label('kèm giấy tờ', 'kept papers'),
  'partner.paper.undo': label('hoàn tác giấy tờ kèm', 'undid the papers'),
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

/** What a value is called, in the order in which they are said; what has no name here is for machines. */
const names: Readonly<Record<string, Label>> = {
  merged: label('tổ chức', 'organisation'),
  into: label('sáp nhập vào', 'part of'),
  event: label('sự kiện', 'event'),
  nameEn: label('tên tiếng Anh', 'English name'),
  nameVi: label('tên tiếng Việt', 'Vietnamese name'),
  aliases: label('tên gọi khác', 'other names'),
  formerNames: label('tên cũ', 'former names'),
  communes: label('xã, phường', 'communes'),
  officerId: label('cán bộ phụ trách', 'officer in charge'),
  criteria: label('tiêu chí', 'criteria'),
  relationReason: label('lý do', 'reason'),
  published: label('công khai', 'published'),
  papers: label('tệp', 'files'),
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
  areas: label('tỉnh trong giấy', 'areas in it'),
  onDay: label('ngày', 'on'),
  documentNo: label('số văn bản', 'document'),
  titleVi: label('tên dự án', 'title'),
  startsOn: label('bắt đầu', 'begins'),
  endsOn: label('kết thúc', 'ends'),
  position: label('chức vụ', 'position'),
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

/** How ids of the log are called: people by their id, communes by their code. */
export interface Called {
  person(id: string): string | null;
  commune(code: string): string;
}

/** "tiềm lực: chưa đạt (chưa có báo cáo tài chính)", each criterion that was looked at. */
function findingWords(value: Json, lang: Lang): string {
  const found = Object.entries(rowOf(value)).map(([name, of]) => {
    const { state, evidence } = rowOf(of ?? null);
    const word = state === 'met' ? (lang === 'vi' ? 'đạt' : 'met') : lang === 'vi' ? 'chưa đạt' : 'not met';
    return `${words(criterionWord, name, lang)} ${word}${typeof evidence === 'string' ? ` (${evidence})` : ''}`;
  });
  return found.join('; ') || (lang === 'vi' ? 'chưa xem xét' : 'not looked at');
}

/** A value of the log as people write it. */
function valueWords(key: string, value: Json | undefined, row: Row, called: Called, lang: Lang): string {
  if (value === null || value === undefined || value === '') return lang === 'vi' ? 'chưa có' : 'none';
  if (Array.isArray(value))
    return (
      value.map((one) => valueWords(key, one, row, called, lang)).join(', ') || valueWords(key, null, row, called, lang)
    );
  if (key === 'criteria') return findingWords(value, lang);
  if (typeof value === 'object') return String(rowOf(value)['vi'] ?? rowOf(value)['name'] ?? '…');
  if (typeof value === 'boolean') return value ? (lang === 'vi' ? 'có' : 'yes') : lang === 'vi' ? 'không' : 'no';
  const said = String(value);
  if (key === 'officerId') return called.person(said) ?? (lang === 'vi' ? 'không rõ' : 'unknown');
  if (key === 'communes') return called.commune(said);
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

/** Of lists of findings only what differs is worth a line. */
function changedOnly(key: string, value: Json | undefined, other: Json | undefined): Json | undefined {
  if (key !== 'criteria') return value;
  const [one, two_] = [rowOf(value ?? null), rowOf(other ?? null)];
  return Object.fromEntries(
    Object.entries(one).filter(([name, of]) => JSON.stringify(of) !== JSON.stringify(two_[name])),
  ) as Json;
}

/**
 * "23/11/2026 14:05 Vì Thu Hà: sửa giấy đăng ký", then a line for each value: "hạn: 08/01/2027 → 08/01/2032". What was only there before (it was undone)
 * is said as well. `of`: the organisation it was done to, where it has become part of this one since.
 */
export function deedLines(of: Deed, called: Called, lang: Lang): string[] {
  const [before, after] = [rowOf(of.before), rowOf(of.after)];
  const code = after['code'] ?? after['grant'];
  const values = Object.entries(names).flatMap(([key, name]) => {
    if (!(key in before || key in after)) return [];
    const value = (row: Row, other: Row) => valueWords(key, changedOnly(key, row[key], other[key]), row, called, lang);
    const was = key in before ? clip(value(before, after), 50) : null;
    const is = key in after ? clip(value(after, before), 60) : null;
    const none = lang === 'vi' ? 'bỏ' : 'removed';
    return [`– ${name(lang)}: ${was === null ? is : `${was} → ${is ?? none}`}`];
  });
  const who = of.by ?? (lang === 'vi' ? 'Sở Ngoại vụ' : 'the Department');
  const what = `${words(deeds, of.action, lang)}${typeof code === 'string' ? ` ${code}` : ''}`;
  return [
    `${stamp(of.at)} ${clip(who, 30)}: ${what}${of.of ? ` (${clip(of.of, 24)})` : ''}`,
    ...values,
    ...paperLine(of.papers ?? [], lang),
  ];
}

/** Papers that were kept with a correction stand under it: what was written in the same moment by the same person. */
export function withPapers(deeds: readonly Deed[]): Deed[] {
  const isPaper = (deed: Deed) => deed.action === 'partner.paper';
  const same = (a: Deed, b: Deed) => a.at.equals(b.at) && a.by === b.by;
  const papers = (deed: Deed) => {
    const named = rowOf(deed.after)['papers'];
    return Array.isArray(named) ? named.map((name) => ({ name: String(name) })) : [];
  };
  const out: Deed[] = [];
  for (const deed of deeds) {
    const of = isPaper(deed) ? deeds.find((other) => !isPaper(other) && same(other, deed)) : undefined;
    if (of) continue;
    const own = isPaper(deed) ? [] : deeds.filter((other) => isPaper(other) && same(other, deed));
    const first = own.length > 0 && deeds.find((other) => !isPaper(other) && same(other, deed)) === deed;
    out.push(first ? { ...deed, papers: own.flatMap(papers) } : deed);
  }
  return out;
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
