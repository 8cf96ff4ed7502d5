import { rankIn } from '../../fields/rank.ts';
import { phoneIn } from '../../people/contact.ts';
import { bareName } from '../../places/find.ts';
import { trimEndOf } from '../../text/trim.ts';
import { dayOf } from '../../time/span.ts';
import type { Facts } from '../facts.ts';
import {
  audienceKind,
  countries,
  fields,
  moment,
  money,
  needs,
  ngos,
  orgs,
  places,
  put,
  round,
  type Slots,
  timesOf,
  when,
} from './common.ts';
import { limit, status } from './need.ts';

function standing(f: Facts, slots: Slots): void {
  const t = f.s.flat;
  if (/(?:chua|khong|ko|k) (?:co )?(?:dang ky|dky|dk|giay)(?!\p{L})|not registered|without registration/u.test(t))
    slots['registration'] = 'none';
  else if (/(?:da )?het (?:han|hieu luc)|expired/.test(t) && !/sap het/.test(t)) slots['registration'] = 'expired';
  else if (
    /con (?:han|hieu luc)|dang co hieu luc|registration is valid|valid registration|con dang ky|con giay|con phep|(?:da|dang) co (?:giay|dang ky|phep)|giay(?: phep| dang ky)? con(?: han| hieu luc)?(?!\p{L})/u.test(
      t,
    )
  )
    slots['registration'] = 'active';
  if (/(?:chua|khong|ko) (?:co )?(?:hoat dong|du an|chuong trinh)|inactive|no (?:active )?projects?/.test(t))
    slots['activity'] = 'none';
  else if (
    /(?:dang|van|van con|van dang) (?:hoat dong|lam|chay|trien khai|thuc hien|co du an|ho tro)|co du an|dang chay|active|running projects?|ongoing|currently working|con hoat dong|hien (?:dang )?(?:hoat dong|lam)/.test(
      t,
    )
  )
    slots['activity'] = 'active';
}

/** ngo_search: by field, place, country, standing. */
export function ngoSearch(f: Facts, slots: Slots): void {
  fields(f, slots);
  places(f, slots);
  countries(f, slots);
  standing(f, slots);
  ngos(f, slots);
  limit(f, slots);
  if (f.marks.has('newly')) when(f, slots, 'past');
}

/** ngo_expiring: in which time. */
export function ngoExpiring(f: Facts, slots: Slots): void {
  when(f, slots, 'future');
  if (slots['date'] !== undefined && /truoc/.test(f.s.flat)) {
    slots['period'] = { from: f.today.toString(), to: slots['date'] };
    delete slots['date'];
  }
  fields(f, slots);
  countries(f, slots);
  places(f, slots);
}

/** ngo_project_list: whose, where, in which field. */
export function ngoProjects(f: Facts, slots: Slots): void {
  ngos(f, slots);
  fields(f, slots);
  places(f, slots);
  countries(f, slots);
  when(f, slots);
  if (/dang (?:chay|trien khai|thuc hien|lam)|active|ongoing/.test(f.s.flat)) slots['activity'] = 'active';
}

/** mission_search: of which country. */
export function missions(f: Facts, slots: Slots): void {
  countries(f, slots);
  fields(f, slots);
}

/** log_contact: with whom, when, about what. */
export function logContact(f: Facts, slots: Slots): void {
  ngos(f, slots);
  if (!slots['ngo'] || f.partners.some((p) => p.entries.some((e) => e.kind === 'mission')) || f.countries.length)
    countries(f, slots);
  const m = timesOf(f, 'past').find(
    (t) =>
      !/(?<!\p{L})(?:hen|truoc|han|deadline|se|lich)(?: \p{L}+){0,3} ?$/u.test(
        f.s.flat.slice(Math.max(0, t.start - 24), t.start),
      ),
  );
  if (m) slots['date'] = moment({ ...m, ...(m.clock ? { from: f.today.toPlainDateTime(m.from.toPlainTime()) } : {}) });
  const due = timesOf(f, 'future').find((t) =>
    /(?:hen|truoc|han|deadline)(?: \p{L}+){0,4} ?$/u.test(f.s.flat.slice(Math.max(0, t.start - 24), t.start)),
  );
  if (due && due.start !== m?.start) slots['deadline'] = moment(due);
  fields(f, slots);
  needs(f, slots);
  places(f, slots);
}

/** ngo_edit: which card, which entry, the new value. */
export function ngoEdit(f: Facts, slots: Slots): void {
  ngos(f, slots);
  const t = f.s.flat;
  const times = timesOf(f, 'future');
  const quotedOrAfter = () => {
    const m = /(?<!\p{L})(?:thanh|sang|la|to|into|moi la|:)(?!\p{L}) ?/u.exec(t);
    if (!m) return null;
    return (
      f.s.raw
        .slice(m.index + m[0].length)
        .replace(/["“”]/g, '')
        .split(/,| nhé| ạ| giúp/iu)[0]!
        .trim() || null
    );
  };
  const set = (field: string, value: string | null) => {
    slots['edit_field'] = field;
    if (value) slots['value'] = value;
  };
  if (/(?<!\p{L})(?:them|bo sung|add)(?: (?:mot|moi|a new|a))? (?:to chuc|ngo|tc)(?!\p{L})/u.test(t)) {
    slots['op'] = 'add';
    return;
  }
  if (/dai dien|representative|truong van phong|truong vpdd|country director/.test(t)) {
    const person = /(?:ông|bà|anh|chị|ms\.?|mr\.?|mrs\.?) (\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,4})/iu.exec(f.s.raw);
    set('representative', person?.[1] ?? quotedOrAfter());
  } else if (
    /dia chi|address|tru so|van phong (?:moi|chuyen)|(?:chuyen|doi) (?:van phong|tru so|den|ve|sang so)|moved/.test(t)
  ) {
    const head = /dia chi|address|tru so|van phong|moved/.exec(t)?.index ?? 0;
    const m = /(?:(?<!\p{L})(?:thanh|sang(?! so \p{L})|la|toi|ve|den|to)|:)\s/u.exec(t.slice(head));
    const said = m ? f.s.raw.slice(head + m.index + m[0].length) : '';
    set('address', trimEndOf(said.split(/ nhé| ạ| giúp/iu)[0]!.trim(), '.! ') || null);
  } else if (
    /so giay|so dang ky|registration (?:number|no)|so gdk|giay (?:dang ky )?so|certificate number|so hieu/.test(t)
  ) {
    const m = /(?<![\p{L}\d])([\p{L}\d]+[/-][\p{L}\d/&-]+|\d{2,})(?![\p{L}\d])/u.exec(
      f.s.raw.slice(Math.max(0, t.search(/so|number|no\.?(?= )/))),
    );
    set('number', m?.[1] ?? null);
  } else if (/(?:het )?han|gia han|hieu luc|expire|expiry|valid|renewed/.test(t) && times.length)
    set('expires', dayOf(times.at(-1)!).toString());
  else if (/linh vuc|field|sector/.test(t)) {
    set('field', rankIn(f.s)[0] ?? null);
    if (/(?<!\p{L})(?:them|bo sung|add)(?!\p{L})/u.test(t)) slots['op'] = 'add';
  } else if (/dia ban|noi hoat dong|place|location/.test(t)) {
    const p = f.places[0];
    set('place', p ? bareName(p) : null);
    if (/(?<!\p{L})(?:them|bo sung|add)(?!\p{L})/u.test(t)) slots['op'] = 'add';
  } else if (/(?<!\p{L})(?:ten|name|doi ten)(?!\p{L})/u.test(t)) set('name', quotedOrAfter());
  else if (times.length && /duoc cap|den ngay|den/.test(t)) set('expires', dayOf(times.at(-1)!).toString());
  if (phoneIn(f.s.raw) && !slots['edit_field']) set('phone', phoneIn(f.s.raw)!.phone);
}

const formats: readonly (readonly [string, RegExp])[] = [
  ['xlsx', /excel|xlsx|xls|bang tinh|spreadsheet|ex xeo|exel|excell|ecxel/],
  ['docx', /word|docx|(?<!\p{L})doc(?!\p{L})/u],
  ['pdf', /pdf/],
];
/** export: what, in which format, narrowed how. */
export function exportSlots(f: Facts, slots: Slots): void {
  const t = f.s.flat;
  const format = formats.find(([, shape]) => shape.test(t));
  if (format) slots['format'] = format[0];
  const what = /nhat ky|lam viec|tiep xuc|contact log|lich su|cuoc gap/.test(t)
    ? 'contact_log'
    : /(?:chua|da|tinh hinh|tien do) (?:nop|gui)|tinh hinh dot|round status|don vi (?:chua|da)/.test(t)
      ? 'round_status'
      : /du an|projects?(?!\p{L})/u.test(t) && !/danh muc/.test(t)
        ? 'projects'
        : /nhu cau|(?<!\p{L})nc(?!\p{L})|de xuat|danh muc|needs?|(?<!\p{L})dm(?!\p{L})/u.test(t)
          ? 'needs'
          : /ngo|to chuc|pcpnn/.test(t)
            ? 'ngos'
            : /su quan|dsq|lanh su|co quan dai dien|missions?|embass/.test(t)
              ? 'missions'
              : null;
  if (what) slots['what'] = what;
  fields(f, slots);
  places(f, slots);
  if (what === 'needs') {
    money(f, slots);
    status(f, slots);
  }
  if (what === 'ngos' || what === 'projects') countries(f, slots);
  when(f, slots);
  round(f, slots);
  if (/tieng anh|english/.test(t)) slots['lang'] = 'en';
  // "bản tiếng Anh" is the language of the file, no schooling.
  if (slots['lang'] && slots['field'] === 'education' && !/giao duc|truong|hoc(?! phi)/.test(t)) delete slots['field'];
  const kind = what === 'round_status' ? audienceKind(f) : null;
  if (kind) slots['audience_kind'] = kind;
  ngos(f, slots);
}

/** dossier_status: of which NGO or code; overdue or pending. */
export function dossier(f: Facts, slots: Slots): void {
  ngos(f, slots);
  const code = /(?<![\p{L}\d])(vt|dk|cg|hs)[- ]?(20\d\d)[- ]?(\d{1,4})(?!\d)/iu.exec(f.s.flat);
  const short = code
    ? null
    : /(?<![\p{L}\d])(?:vt|ho so(?: so)?|hs|dossiers?(?: no\.?)?) ?(\d{1,4})(?![\d/])((?: ?(?:,|va|voi|&|and) ?(?:so )?\d{1,4}(?![\d/]))*)/u.exec(
        f.s.flat,
      );
  if (code) slots['dossier_no'] = Number(code[3]);
  else if (short)
    put(slots, 'dossier_no', [short[1]!, ...[...short[2]!.matchAll(/\d+/g)].map((m) => m[0])].map(Number));
  if (f.cues.has('overdue')) slots['filter'] = 'overdue';
  else if (f.cues.has('pending') && !slots['ngo'] && !slots['dossier_no']) slots['filter'] = 'pending';
  const { in: units } = orgs(f, false);
  put(slots, 'org', units);
  places(f, slots);
}

/** kpi: of which year or period. */
export function kpi(f: Facts, slots: Slots): void {
  when(f, slots, 'near', false);
  if (!slots['year'] && !slots['period'] && !slots['date']) return;
}
