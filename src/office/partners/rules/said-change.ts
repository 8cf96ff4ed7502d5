import { localDay } from '../../../base/time/zone.ts';
import {
  findPartner,
  foldKeep,
  rankFields,
  readContact,
  readDay,
  readMoney,
  readPlaces,
  type Vocabulary,
} from '../../../language/index.ts';
import type { Criterion } from '../schema.ts';
import type { Change } from './change.ts';
import { whereOf } from './where.ts';

/** What a sentence is read against. */
export interface SaidContext {
  readonly now: Temporal.Instant;
  readonly vocabulary: Vocabulary;
}

interface Said extends SaidContext {
  readonly raw: string;
  /** `raw` without marks, offset for offset. */
  readonly flat: string;
}

/** Where polite words and asides begin behind a value. */
const tail =
  /(?:[,;.]| nhé| nhe| ạ| giúp (?:tôi|em|mình|anh|chị)| giup (?:toi|em|minh)| cập nhật (?:giúp|lại|thẻ)| cap nhat (?:giup|lai|the)| sửa (?:giúp|lại|thẻ)| sua (?:giup|lai|the)| từ (?:ngày )?\d| tu (?:ngay )?\d| please)(?=[ .!,]|$|\d)/iu;
const into = '(?:thành|thanh|sang|là|la|về|ve|đến|den|tới|toi|tại|tai|ở|o|to|is|:|=)';

/** The text up to where `end` begins, which is quicker than to replace what follows. */
function upTo(text: string, end: RegExp): string {
  const at = text.search(end);
  return at < 0 ? text : text.slice(0, at);
}

/** The value behind a keyword: what follows "là", "thành", "về" … up to the end of the clause. */
function valueAfter(s: Said, keyword: RegExp, whole = false): string | null {
  const found = keyword.exec(s.flat);
  if (!found) return null;
  const rest = s.raw.slice(found.index + found[0].length);
  const lead = new RegExp(String.raw`(?:^|[\s,])${into}(?=[\s"“])\s*|^\s*[:=]\s*|[:=]\s+`, 'iu').exec(rest);
  if (!lead) return null;
  const value = rest.slice(lead.index + lead[0].length);
  const quoted = /^["“]([^"”]+)["”]/u.exec(value.trim());
  const clean = quoted ? quoted[1]! : upTo(value, whole ? tailOfAddress : tail);
  return clean.replace(/^[\s"“]+|(?<![\s"”.!,;])[\s"”.!,;]+$/gu, '') || null;
}

/** An address has commas of its own. */
const tailOfAddress =
  /(?:,? (?:nhé|nhe|rồi|roi|ạ|giúp (?:tôi|em|mình)|cập nhật (?:giúp|lại|thẻ)|cap nhat (?:giup|lai|the)|sửa (?:giúp|lại|thẻ)|sua (?:giup|lai|the)|please))(?=[ .!,]|$)/iu;
const title = /^(?:ông|bà|anh|chị|cô|chú|ong|ba|chi|co|ms|mr|mrs|dr|ts|đ\/c|đồng chí)\.? /iu;

/** What people shorten when they write of the register. */
const shortened: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})g\.?h(?!\p{L})/giu, 'gia hạn'],
  [/(?<!\p{L})gn(?!\p{L})/giu, 'giải ngân'],
  [/(?<!\p{L})hs(?!\p{L})/giu, 'hồ sơ'],
  [/(?<!\p{L})n[dđ]{2}(?!\p{L})/giu, 'người đại diện'],
  [/(?<!\p{L})(tr(?:ưởng|uong)) (?:[dđ]{2})(?!\p{L})/giu, '$1 đại diện'],
];
const spelledOut = (text: string): string =>
  shortened.reduce((said, [short, long]) => said.replaceAll(short, long), text);

type Reader = (s: Said) => readonly Change[];

const date = (s: Said, from: number, lean: 'past' | 'future'): string | null =>
  readDay(s.raw.slice(from), s.now, lean)?.toString() ?? null;
const today = (s: Said): string => localDay(s.now).toString();

/** "gia hạn đến 08/01/2032", "hết hạn ngày 25/6/2027", "valid until …". */
const expires: Reader = (s) => {
  const keyword =
    /(?:gia han|het han|ngay het han|han(?: moi| giay| dung)?|hieu luc|dung la|thoi han|valid|expir\w*|renewed)(?:[^\d]{0,40}?)(?:den|toi|het|la|thanh|sang|until|to|ngay|:|vao|on)(?= |\d)/.exec(
      s.flat,
    ) ??
    /(?<!\p{L})(?:het han|han(?: moi| dung)?) (?=\d)/u.exec(s.flat) ??
    (/(?:gia han|renew)/.test(s.flat) ? /(?:den|toi|until)(?= |\d)/.exec(s.flat) : null);
  if (!keyword || filing.test(s.flat)) return [];
  const to = date(s, keyword.index + keyword[0].length, 'future');
  return to ? [{ what: 'expires', to, renewed: /gia han|renew|cap lai|cap moi/.test(s.flat) }] : [];
};

/** "số 77/GĐK-VPĐD": a token with a stroke or hyphen that is no date. */
const number: Reader = (s) => {
  for (const found of s.flat.matchAll(
    /(?<!\p{L})(?:so(?: (?:giay|dang ky|gdk|hieu|moi|qd))*|number|no\.?)(?: (?:cua )?[\w .]{0,40}?)?(?: (?:la|thanh|sang|moi la|to|is))?:? +(?=[a-z]*\d)/gu,
  )) {
    const token = /^[\p{L}\d]+(?:[/\-–.][\p{L}\d&]+)+/u.exec(s.raw.slice(found.index + found[0].length))?.[0];
    if (token && !/^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/.test(token) && !/^vt-/i.test(token)) {
      return [{ what: 'number', to: token }];
    }
  }
  return [];
};

/** "trưởng đại diện nay là bà Nguyễn Thị Lan". */
const head: Reader = (s) => {
  if (
    !/truong (?:dai dien|van phong|vpdd)|(?:nguoi )?dai dien|country director|head of office|representative/.test(
      s.flat,
    )
  )
    return [];
  const keyword =
    /truong (?:dai dien|van phong(?: dai dien)?|vpdd)|(?:nguoi )?dai dien|country director|head of office|representative/;
  const value =
    valueAfter(s, keyword) ?? upTo(/(?:giờ|gio|nay|mới|moi) (?:là|la) (.+)$/iu.exec(s.raw)?.[1] ?? '', tail);
  const name = value.replace(title, '').trim();
  return /\p{L}{2}/u.test(name) && name.length <= 80 ? [{ what: 'head', to: name }] : [];
};

const address: Reader = (s) => {
  const keyword =
    /dia chi(?: (?:van phong|moi|tru so))*|(?:chuyen|doi) (?:van phong|tru so)|(?:van phong|tru so)(?: \p{L}+){1,5} chuyen(?= (?:ve|den|toi|sang))|tru so(?: moi)?|van phong (?:moi|chuyen|doi)|address|office (?:has )?moved|moved/u;
  const to = keyword.test(s.flat) && !/web|thu dien tu|email/.test(s.flat) ? valueAfter(s, keyword, true) : null;
  return to && to.length >= 6 ? [{ what: 'address', to }] : [];
};

const website: Reader = (s) => {
  if (!/web|trang chu/.test(s.flat)) return [];
  const url = /(?<![\p{L}\d-])(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:\/[^\s,]*)?/iu
    .exec(s.raw)?.[0]
    ?.replace(/(?<!\.)\.+$/, '');
  return url ? [{ what: 'website', to: url }] : [];
};

const names: Reader = (s) => {
  const called = /(?:con )?(?:duoc |hay |thuong )?goi (?:tat )?la /.exec(s.flat);
  if (called) {
    const to = upTo(s.raw.slice(called.index + called[0].length), tail)
      .replace(/^["“]|["”]$/gu, '')
      .trim();
    return to.length >= 2 && to.length <= 120 ? [{ what: 'alias', to }] : [];
  }
  const other = /(?:them|bo sung) (?:ten goi|ten viet tat|ten khac|ten)(?: khac)?/.exec(s.flat);
  if (other) {
    const quoted = /["“]([^"“”]+)["”]/u.exec(s.raw)?.[1];
    const after = quoted ?? upTo(s.raw.slice(other.index + other[0].length), / (?:cho|của|vào|cua|vao) /iu).trim();
    return after ? [{ what: 'alias', to: after }] : [];
  }
  const keyword =
    /doi ten(?: tieng (?:viet|anh))?|ten(?: moi| day du| tieng viet| tieng anh| chinh thuc)|renamed|new name/;
  const to = keyword.test(s.flat) ? (valueAfter(s, keyword) ?? null) : null;
  return to ? [{ what: /tieng viet/.test(s.flat) ? 'name_vi' : 'name_en', to }] : [];
};

/** "CARE sáp nhập vào Oxfam": who goes, and into whom; all of it and nothing where no merger is told of. */
export function splitMerger(text: string): readonly [before: string, into: string] {
  const raw = text.normalize('NFC');
  const found = /(?:sap nhap|nhap|hop nhat|merged?) (?:vao|voi|cung|into|with) /.exec(foldKeep(raw));
  return found ? [raw.slice(0, found.index), raw.slice(found.index + found[0].length)] : [raw, ''];
}

const merge: Reader = (s) => {
  const [, into] = splitMerger(s.raw);
  if (!into) return [];
  const { sure } = findPartner(into, s.vocabulary);
  const entry = sure && s.vocabulary.lists.partners.find(({ id }) => id === sure);
  return entry && entry.kind !== 'not_ngo' ? [{ what: 'merge', into: entry.id, name: entry.name }] : [];
};

const removing = /(?<!\p{L})(?:bo|xoa|rut|thoi|(?:khong|ko|k) con|(?:khong|ko|k) lam|ngung|remove|drop)(?!\p{L})/u;
const opOf = (s: Said): 'add' | 'remove' => (removing.test(s.flat) && !/bo sung/.test(s.flat) ? 'remove' : 'add');

const fields: Reader = (s) => {
  if (!/linh vuc|(?<!\p{L})mang(?!\p{L})|field|sector/u.test(s.flat)) return [];
  const [first] = rankFields(s.raw.replace(/l[iĩ]nh v[uự]c|field|sector/giu, ' '));
  return first ? [{ what: 'field', op: opOf(s), to: first }] : [];
};

/** "bỏ địa bàn Mường La, thêm xã Co Mạ": each clause has its own word for what is done. */
const places: Reader = (s) => {
  if (!/dia ban|noi hoat dong|khu vuc hoat dong|area|working in/.test(s.flat)) return [];
  const turns = [...s.flat.matchAll(/[,;] *(?=(?:them|bo sung|bo|xoa|rut|add|remove|drop) )/g)].map(
    ({ index }) => index,
  );
  const ends = [...turns, s.raw.length];
  return ends.flatMap((end, i) => {
    const raw = s.raw.slice(i === 0 ? 0 : ends[i - 1], end);
    return placesIn({ ...s, raw, flat: foldKeep(raw) });
  });
};

const placesIn: Reader = (s) => {
  const read = readPlaces(s.raw, s.vocabulary, false);
  if (!read) return [];
  const district = read.unclear.flatMap(({ options }) => options).find(({ codes }) => codes.length > 1);
  const codes = read.communes.length > 0 ? read.communes : (district?.codes ?? []);
  if (codes.length === 0) return [];
  if (codes.length > 1) {
    return whereOf(codes, s.vocabulary).districts.map((to) => ({ what: 'district', op: opOf(s), to }) as const);
  }
  const place = s.vocabulary.lists.places.find(({ code }) => code === codes[0]);
  return place
    ? [{ what: 'commune', op: opOf(s), to: place.code, name: `${place.kind === 'xa' ? 'xã' : 'phường'} ${place.name}` }]
    : [];
};

/** "ĐSQ Nhật thêm quỹ hỗ trợ cộng đồng", "ĐSQ Úc bỏ chương trình GREAT": how a mission gives small grants. */
const tools: Reader = (s) => {
  if (!/dai su quan|dsq|su quan|embassy/.test(s.flat)) return [];
  const found =
    /(?<!\p{L})(?:them|bo sung|co them|bo|xoa|khong con|add|remove)(?: mot| the)? (?=(?:quy|chuong trinh|vien tro|tai tro|fund|program|scheme)(?!\p{L}))/u.exec(
      s.flat,
    );
  const to =
    found &&
    s.raw
      .slice(found.index + found[0].length)
      .replace(tail, '')
      .trim();
  const op = found && /^(?:bo(?! sung)|xoa|khong con|remove)/.test(found[0].trim()) ? 'remove' : 'add';
  return to && to.length >= 4 && to.length <= 120 ? [{ what: 'tool', op, to }] : [];
};

const events: readonly (readonly [RegExp, 'suspend' | 'resume' | 'terminate' | 'revoke'])[] = [
  [/(?:het|go|huy|bo) dinh chi|hoat dong (?:tro lai|lai)|resumed/, 'resume'],
  [/dinh chi|suspended/, 'suspend'],
  [/thu hoi|revoked/, 'revoke'],
  [/cham dut|terminated/, 'terminate'],
];
const event: Reader = (s) => {
  const found = events.find(([shape]) => shape.test(s.flat));
  return found ? [{ what: 'event', kind: found[1], on: date(s, 0, 'past') ?? today(s) }] : [];
};

const filing = /(?:nop|gui|da nop|trinh)(?: \p{L}+){0,3} (?:xin |de nghi )?gia han|filed (?:for )?(?:a )?renewal/u;
const holders: readonly (readonly [RegExp, Extract<Change, { what: 'held' }>['by']])[] = [
  [/bo ngoai giao|(?<!\p{L})bng(?!\p{L})|foreign ministry|mfa/u, 'mfa'],
  [/comingo|uy ban cong tac|cuc/, 'comingo'],
  [/ubnd tinh|uy ban (?:nhan dan )?tinh|(?:o|cho|den|sang) tinh|y kien tinh|province/, 'province'],
  [/bo,? nganh|cac bo/, 'opinions'],
  [/to chuc (?:bo sung|dang bo sung|lam lai)|tra (?:lai )?to chuc/, 'ngo'],
];
const request: Reader = (s) => {
  if (filing.test(s.flat)) return [{ what: 'filed', on: date(s, 0, 'past') ?? today(s) }];
  if (!/gia han|ho so/.test(s.flat) || !/dang|chuyen|trinh|cho|da den|is with/.test(s.flat)) return [];
  const holder = holders.find(([shape]) => shape.test(s.flat));
  return holder ? [{ what: 'held', by: holder[1] }] : [];
};

/** VT-2026-002 however it is typed; without a year this year's. */
export function grantCode(text: string, now: Temporal.Instant): string | null {
  const found = /(?<![\p{L}\d])vt[\s-]*(?:(20\d\d)[\s-]+)?(\d{1,4})(?!\d)/u.exec(foldKeep(text.normalize('NFC')));
  return found ? `VT-${found[1] ?? localDay(now).year}-${found[2]!.padStart(3, '0')}` : null;
}

const stages: readonly (readonly [RegExp, Extract<Change, { what: 'stage' }>['to']])[] = [
  [/quyet toan|settled/, 'settled'],
  [/ban giao|handed over/, 'handed_over'],
  [/ket thuc|hoan thanh|(?<!\p{L})xong(?!\p{L})|finished|completed/u, 'finished'],
  [/tam dung|suspended/, 'suspended'],
  [/(?:bi|da) huy|cancelled/, 'cancelled'],
  [/phe duyet|approved/, 'approved'],
  [/(?:bat dau|dang|khoi dong) (?:thuc hien|trien khai|lam)?|started|implementing/, 'implementing'],
  [/(?<!\p{L})ky(?: ket)?(?!\p{L})|signed/u, 'signed'],
];
const grant: Reader = (s) => {
  const code = grantCode(s.raw, s.now);
  if (!code) return [];
  const rest = s.raw.replace(/(?<![\p{L}\d])vt[\s-]*(?:20\d\d[\s-]+)?\d{1,4}/iu, ' ');
  const money = readMoney(rest);
  if (money && 'exact' in money) {
    // Which of the two amounts is meant is said, never guessed.
    const what = /giai ngan|disburs|da chi/.test(s.flat)
      ? 'disbursed'
      : /gia tri|cam ket|tong|von|kinh phi|tri gia|ngan sach|nang len|tang len|giam xuong|commit|value|worth|budget/.test(
            s.flat,
          )
        ? 'committed'
        : null;
    return what ? [{ what, code, minor: money.exact.minor.toString(), currency: money.exact.currency }] : [];
  }
  const stage = stages.find(([shape]) => shape.test(s.flat));
  return stage ? [{ what: 'stage', code, to: stage[1] }] : [];
};

const officer: Reader = (s) => {
  const keyword = /(?:can bo|chuyen vien|nguoi) (?:phu trach|theo doi)|officer in charge/;
  const to = keyword.test(s.flat) ? valueAfter(s, keyword)?.replace(title, '') : null;
  return to && to.length <= 60 ? [{ what: 'officer', to }] : [];
};

const contact: Reader = (s) => {
  const keyword = /nguoi lien he(?: moi)?|dau moi(?: lien he| moi)?|lien he moi|contact person/.exec(s.flat);
  if (!keyword) return [];
  const read = readContact(s.raw.slice(keyword.index + keyword[0].length).replace(/^[^:]*?(?:là|la|:)\s+/iu, ''));
  if (!read?.name || !(read.phone || read.email)) return [];
  const { name, phone, email, position } = read;
  return [
    {
      what: 'contact',
      name,
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
      ...(position ? { position } : {}),
    },
  ];
};

const which: readonly (readonly [RegExp, Criterion])[] = [
  [/phap nhan|legal/, 'legal_status'],
  [/ton chi|muc dich|purpose/, 'purpose'],
  [/linh vuc/, 'field_fit'],
  [/tiem luc|nang luc|tai chinh|capacity/, 'capacity'],
  [/thien chi|goodwill/, 'goodwill'],
];
const criterion: Reader = (s) => {
  if (!/tieu chi|criteri/.test(s.flat)) return [];
  const found = which.find(([shape]) => shape.test(s.flat));
  const evidence = /(?:[:;,]| theo | vì | vi | căn cứ | can cu )\s*(.{4,280})$/iu.exec(s.raw)?.[1]?.trim();
  if (!found || !evidence) return [];
  return [
    {
      what: 'criterion',
      which: found[1],
      state: /(?:khong|chua|ko) dat|not met/.test(s.flat) ? 'not_met' : 'met',
      evidence,
    },
  ];
};

/** The first group that finds something is what the sentence is about; within a group all count ("gia hạn đến …, số …"). */
const groups: readonly (readonly Reader[])[] = [
  [grant],
  [merge],
  [criterion],
  [contact],
  [officer],
  [tools],
  [event],
  [request],
  [fields, places],
  [names],
  [website],
  [expires, number, head, address],
];

/**
 * What a sentence says about an entry of the register: "SCI gia hạn đến 08/01/2032, số 77/GĐK", "đổi trưởng đại diện Plan thành bà Lan",
 * "VT-2026-002 đã giải ngân 5 tỷ". Empty where it says nothing that the register holds.
 */
export function saidChanges(text: string, c: SaidContext): Change[] {
  const raw = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (raw.length > 500) return [];
  const whole = spelledOut(raw);
  const s: Said = { ...c, raw: whole, flat: foldKeep(whole) };
  for (const group of groups) {
    const found = group.flatMap((read) => read(s));
    if (found.length > 0) return found;
  }
  return [];
}
