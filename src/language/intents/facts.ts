import { localDay } from '../../base/time/zone.ts';
import { type MoneyMention, moneyMentions } from '../amounts/mentions.ts';
import { boundOf } from '../amounts/money.ts';
import { plainAtoms } from '../amounts/number-words.ts';
import { numeralAt } from '../amounts/numeral.ts';
import { fieldScores } from '../fields/rank.ts';
import { countryNames, countryWords } from '../partners/countries.ts';
import { type PartnerHit, partnersIn } from '../partners/find.ts';
import { type PlaceHit, placesIn } from '../places/find.ts';
import { fold } from '../text/fold.ts';
import { matches } from '../text/matches.ts';
import { type Hit, longest, Phrases } from '../text/phrases.ts';
import { type Scan, scan } from '../text/words.ts';
import type { Lean } from '../time/calendar.ts';
import { type TimeMention, timeMentions } from '../time/mentions.ts';
import type { Asker, FieldOfWork, PartnerEntry } from '../types.ts';
import { type UnitHit, unitsIn } from '../units/find.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Cue, cuePhrases, needsMarks } from './lexicon.ts';

/** What a message is read against. `after`: the bot's last message to this person was a reminder. */
export interface UnderstandContext {
  readonly vocabulary: Vocabulary;
  readonly now: Temporal.Instant;
  readonly asker: Asker;
  readonly after?: 'reminder';
}

interface Named {
  readonly start: number;
  readonly end: number;
}
/** Everything a message holds that rules and slots look at; gathered once. */
export interface Facts {
  readonly s: Scan;
  readonly c: UnderstandContext;
  readonly today: Temporal.PlainDate;
  readonly cues: ReadonlyMap<Cue, readonly Hit<Cue>[]>;
  readonly partners: readonly (PartnerHit & { readonly entries: readonly PartnerEntry[] })[];
  readonly units: readonly UnitHit[];
  readonly places: readonly PlaceHit[];
  readonly countries: readonly (Named & { readonly country: string })[];
  readonly money: readonly MoneyMention[];
  readonly times: readonly TimeMention[];
  readonly needNos: readonly number[];
  readonly quoted: readonly Named[];
  /** What rules ask for, cue names among them. */
  readonly marks: ReadonlySet<string>;
  /** Times by the side on which days without a year or week lie; filled when asked for. */
  readonly timesBy: Map<Lean, readonly TimeMention[]>;
  /** Where a correction begins ("à nhầm"), 0 without one. */
  readonly cut: number;
  /** Evidence for fields of work outside names. */
  readonly fields: ReadonlyMap<FieldOfWork, number>;
}

const countries = new Phrases<string>();
for (const [country, names] of Object.entries(countryNames)) for (const n of names) countries.add(n, country);
const risky = new Set([...countryWords].map((w) => fold(w)));
const beforeCountry =
  /(?:nuoc|la|cua|dsq|quan|to chuc|ngo|ben|su|tu|phia|chinh phu|doan|va|,|gap|tai|voi|tc|quoc gia|nguoi|embassy|from|of|tru|khong tinh|khong ke|ngoai|bo qua|except) $/;

function countriesIn(s: Scan, taken: readonly Named[]): (Named & { country: string })[] {
  const out: (Named & { country: string })[] = [];
  for (const h of longest(countries.find(s))) {
    if (taken.some((t) => h.start < t.end && t.start < h.end)) continue;
    const raw = s.raw.slice(h.start, h.end);
    if (/(?:cap|sinh|chu) $/.test(s.flat.slice(Math.max(0, h.start - 5), h.start))) continue;
    // "nhật ký", "hàn gắn", "lào xào": other words that begin alike.
    if (/^ (?:ky|gan|xao|dong)(?![\p{L}])/u.test(s.flat.slice(h.end, h.end + 6))) continue;
    if (risky.has(s.flat.slice(h.start, h.end))) {
      const introduced = beforeCountry.test(s.flat.slice(Math.max(0, h.start - 12), h.start));
      const capital = /^\p{Lu}/u.test(raw) && h.from > 0;
      const w = s.words[h.from]!;
      // "anh" is nearly always you; "lào", "úc", "mỹ" with their marks are countries.
      const clear = w.marked && /^(?:úc|lào|mỹ|nhật|hàn|bỉ|ấn|séc)$/i.test(raw);
      if (
        !(capital && introduced) &&
        !clear &&
        !(s.marks === 0 && /^(?:uc|my|nhat|han|lao|duc|phap|bi)$/.test(s.flat.slice(h.start, h.end)) && introduced)
      ) {
        if (!(introduced && /^(?:đức|pháp|eu|nga)$/i.test(raw))) continue;
      }
    }
    out.push({ start: h.start, end: h.end, country: h.value });
  }
  return out;
}

const code = /(?<![\p{L}\d])(?:nc|nhu cau)[- ]?20\d\d[- ]?(\d{1,5})(?!\d)/gu;
const numbered =
  /(?<![\p{L}\d])(?:nhu cau|nc|de xuat|dx|needs?|proposals?|phieu|cac so|requests?|muc|ma)(?: cua (?:em|toi|minh))?(?: so| no\.?| number| ma| thu)*[ .:]?#?(\d{1,4})(?![\d/]|\.\d|,\d+ ?(?:ty|ti|trieu|tr|%)| ?(?:trieu|ty|ti|tr|trd|nghin|k|usd|ho|nguoi(?! (?:lien he|huong loi|phu trach))|hoc|hs|thang|ngay(?! (?:bat dau|ket thuc|khoi|hoan thanh))|tuan|nam|xa|so(?! (?:ho|nguoi|hoc|dien|tien|luong|dan|tre)(?!\p{L}))|don vi|%|gio|h)(?!\p{L}))((?: ?(?:,|va|&|and|voi|\+|-|den|;) ?(?:ca |so |nc ?|nhu cau )?\d{1,4}(?![\d/]| ?(?:trieu|ty|tr|ho|nguoi|thang|usd|h|gio)(?!\p{L})))*)/gu;
const lone =
  /(?<![\p{L}\d])(?:cai |ho so |hs )?(?:so|#) ?(\d{1,3})(?![\d/]|[.,]\d|-| ?(?:trieu|ty|tr|ho|nguoi|thang|usd)(?!\p{L}))((?: ?(?:,|va|voi|&|and) ?(?:so )?\d{1,3}(?![\d/]| ?(?:trieu|ty|tr|ho|nguoi|thang|usd|h|gio)(?!\p{L})))*)/gu;
const notNeed =
  /(?:dien thoai|sdt|dt|nhac|lich|giay|cong van|cv|nghi dinh|nd|dot|giay phep|thong tu|quyet dinh|reminder|phone|ke hoach|to trinh|ma) $/;

/** Those in digits, put into `out`. */
function written(s: Scan, out: Set<number>): void {
  for (const m of matches(code, s.flat)) out.add(Number(m[1]));
  if (out.size === 0 || /nc \d/.test(s.flat)) {
    for (const m of matches(numbered, s.flat)) {
      const end = m.index + m[0].length;
      if (/^[-]\d/.test(s.flat.slice(end)) || /^20\d\d$/.test(m[1]!)) continue;
      if (/^ma/.test(m[0]) && m[1]!.length > 3) continue;
      // "đề xuất 50 bồn nước": asked for, not numbered.
      if (
        /^(?:de xuat|dx) \d/.test(m[0]) &&
        /^ (?:bon|may|cai|chiec|phong|nha|cay|xe|lop|giuong|tivi|laptop|gieng|suat|be|bo|con|met|km|tan|kg|ha|cong trinh)(?!\p{L})/u.test(
          s.flat.slice(end),
        )
      )
        continue;
      out.add(Number(m[1]));
      for (const n of m[2]!.matchAll(/\d+/g)) out.add(Number(n[0]));
    }
  }
  if (out.size === 0) {
    for (const m of matches(lone, s.flat)) {
      if (notNeed.test(s.flat.slice(Math.max(0, m.index - 14), m.index))) continue;
      out.add(Number(m[1]));
      for (const n of m[2]!.matchAll(/\d+/g)) out.add(Number(n[0]));
    }
  }
}

/** Numbers of needs: "nhu cầu số 3", "nc 13 và 14", "NC-2026-0007" is 7. */
export function needNumbers(s: Scan): number[] {
  const out = new Set<number>();
  if (/\d/.test(s.flat)) written(s, out);
  if (out.size === 0) for (const n of spokenNumbers(s)) out.add(n);
  return [...out].filter((n) => n > 0);
}

const spokenBefore = /(?:(?<!\p{L})(?:nhu cau|nc|cai|de xuat|phieu)(?: so)?|(?<!\p{L})so) $/u;
/** Dictated: "số mười một", "nhu cầu hai mươi", "số ba". */
function spokenNumbers(s: Scan): number[] {
  const out: number[] = [];
  if (!/(?:nhu cau|nc|cai|de xuat|phieu|so) /.test(s.flat)) return out;
  for (let i = 1; i < s.words.length; i++) {
    const w = s.words[i]!;
    if (w.digits || !(w.flat in plainAtoms || w.marked)) continue;
    const lead = s.flat.slice(Math.max(0, w.start - 14), w.start);
    if (!spokenBefore.test(lead) || notNeed.test(lead)) continue;
    const n = numeralAt(s, i);
    const one = plainAtoms[w.flat];
    const value = n && n.scale === 1 ? n.value : /so $/.test(lead) && one?.kind === 'digit' ? one.value : 0;
    const rest = s.flat.slice(n?.end ?? w.end, (n?.end ?? w.end) + 8);
    if (
      value > 0 &&
      value < 1000 &&
      Number.isInteger(value) &&
      !/^ (?:xa|so|ho|nguoi|nam|thang|ngay|don|nha|ban)(?!\p{L})/u.test(rest)
    )
      out.push(value);
  }
  return out;
}

const asking: ReadonlySet<Cue> = new Set(['which', 'q', 'see', 'interrogative', 'noise']);

const correction =
  /(?:^|[,.;!? ]|\.\.)\s{0,3}(?:à nhầm|a nham|à lộn|a lon|à thôi|a thoi,|à cụ thể là|a cu the la|à không|á không|a khong phai|a khong(?=,)|(?<=[,.;] ?)(?:nhầm|nham)(?: rồi| roi)?,|ý (?:em|tôi|mình|chị|anh) là|y (?:em|toi|minh|chi|anh) la|xin lỗi,? (?:ý|là)|sorry,? |i mean|no wait,?|quên,)[ ,:]*/iu;
const notBut =
  /(?:không phải|khong phai|chứ không phải|chu khong phai|ko phải|ko phai)(?: là| la)? ([^,;.]{2,40}?)(?=,? (?:mà|ma|nhưng)(?: là| la)? |[,;.]|$)|(?<!\p{L})not (?!submitted|sent|yet)([^,;.]{2,40}?)(?=,? but )/giu;

/** Of a correction only what is wanted counts: "sửa nhu cầu 3, à nhầm, nhu cầu 5". What was taken back is blanked; `cut` is where the correction begins, 0 without one. */
export function corrected(raw: string): { readonly text: string; readonly cut: number } {
  let text = raw;
  let cut = 0;
  const m = correction.exec(text);
  if (m && m.index > 0 && text.length - m.index - m[0].length >= 2) {
    const before = text.slice(0, m.index);
    const after = text.slice(m.index + m[0].length);
    // Numbers and names named again replace the earlier ones; the request itself stands before.
    text = `${before.replace(/(?:số |so )?\d[\d.,/]*|(?<=(?:xã|phường|Sở|sở|tổ chức) )\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*/gu, (x) => ' '.repeat(x.length))} , ${after}`;
    const s = before.length;
    cut = s;
    // A whole new request leaves nothing of the old one.
    if (
      /(?:nhắc|sửa|rút|xem|duyệt|trả|hủy|gửi|xuất|nhac|sua|rut|duyet|huy|gui|xuat|show|remind|cancel|edit)/iu.test(
        after,
      ) &&
      after.split(' ').length > 3
    )
      text = ' '.repeat(s) + text.slice(s);
  }
  return { text: text.replace(notBut, (x) => ' '.repeat(x.length)), cut };
}

/** Of names those said behind a correction, where some are: the earlier ones were taken back. */
export function kept<T extends Named>(list: readonly T[], cut: number): T[] {
  const later = cut > 0 ? list.filter((x) => x.start >= cut) : [];
  return later.length > 0 ? later : [...list];
}

const addressing =
  /(?<!\p{L})(?:kinh gui|kg|gui toi|gui den|gui|nop|ve|voi|toi|den|cho|to|chao|nho|cua|theo)(?: \p{L}+)? ?:? ?$|\/ ?$/u;
const office = 'SNGV';
/** Whom a letter is addressed to is not who sends it; the office that reads all this is never spoken of as one of the units, unless it acts itself. */
function addressee(s: Scan, u: UnitHit, asker: Asker): boolean {
  const lead = s.flat.slice(Math.max(0, u.start - 24), u.start);
  if (u.units.length === 1 && u.units[0]!.code === office && addressing.test(lead)) return true;
  return asker === 'department' && /(?<!\p{L})kinh gui ?:? ?$/u.test(lead);
}

/** "ở Nậm Ty" typed "o nam ty" is no five billion. */
const placeNotMoney = (s: Scan, p: PlaceHit, m: MoneyMention): boolean =>
  p.start <= m.start &&
  m.end <= p.end &&
  /(?<!\p{L})(?:o|tai|xa|cho|cua|truong|ban) $/u.test(s.flat.slice(Math.max(0, p.start - 8), p.start));

/** The delegation of the European Union is asked about like an embassy. */
const isMission = (e: PartnerEntry): boolean => e.kind === 'mission' || e.id === 'eu';

const inQuotes = /["“«'‘]([^"”»'’]{4,200})["”»'’](?!\p{L})/gu;

/** Gathers the facts of a message. */
export function gather(text: string, c: UnderstandContext, scanned?: Scan): Facts {
  const fixed = corrected(text);
  const { cut } = fixed;
  const s = scanned && fixed.text === text ? scanned : scan(fixed.text);
  const v = c.vocabulary;
  const today = localDay(c.now);
  const quoted: Named[] = matches(inQuotes, s.raw).map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const inQuote = (h: Named) => quoted.some((q) => h.start >= q.start && h.end <= q.end);
  const cues = new Map<Cue, Hit<Cue>[]>();
  const hits = cuePhrases.find(s);
  const wide = hits.filter((h) => h.value === 'noise');
  for (const h of hits) {
    // "xuất" inside "đề xuất" is no export; question words stay what they are inside "đơn vị nào".
    if (
      h.to - h.from === 1 &&
      !asking.has(h.value) &&
      wide.some((w) => w.value !== h.value && h.from >= w.from && h.to <= w.to)
    )
      continue;
    if (inQuote(h) || (h.to - h.from === 1 && !h.exact && needsMarks.has(s.words[h.from]!.flat))) continue;
    const list = cues.get(h.value);
    if (list) list.push(h);
    else cues.set(h.value, [h]);
  }
  const allUnits = unitsIn(s, v);
  let units = allUnits;
  let partners = partnersIn(s, v, true).map((h) => ({
    ...h,
    entries: h.ids.map((id) => v.partners.byId.get(id)!).filter(Boolean),
  }));
  // One abbreviation, a department and an NGO: what is asked decides ("còn hạn" of an NGO, "nhắc" of a department).
  const askedOfNgo =
    ['valid', 'expire', 'ngo', 'project', 'contacts', 'ngo_edit', 'met', 'match'].some((k) => cues.has(k as Cue)) ||
    /to chuc|ngo|ha lan/.test(s.flat);
  const askedOfUnit = ['remind', 'not_submitted', 'submitted', 'called', 'no_need', 'extension'].some((k) =>
    cues.has(k as Cue),
  );
  for (const u of units) {
    const same = partners.find((p) => p.start < u.end && u.start < p.end);
    if (!same) continue;
    if (u.short && askedOfNgo && !askedOfUnit) units = units.filter((x) => x !== u);
    else if (u.end - u.start >= same.end - same.start) partners = partners.filter((p) => p !== same);
    else units = units.filter((x) => x !== u);
  }
  units = kept(
    units.filter((u) => !addressee(s, u, c.asker)),
    cut,
  );
  partners = kept(partners, cut);
  // Names inside quotes are content; so are names that are plain words unless NGOs are spoken of.
  const taken = [...partners, ...units];
  const allPlaces = placesIn(s, v, false).filter((p) => {
    const unit = units.find((u) => p.start >= u.start && p.end <= u.end);
    if (unit && !unit.bare) return false;
    // "Sở Y tế tỉnh Sơn La": part of the name.
    if (
      p.names.some((n) => n.is === 'province') &&
      allUnits.some((u) => u.end <= p.start && /^ (?:tinh )?$/.test(s.flat.slice(u.end, p.start)))
    )
      return false;
    return !partners.some((n) => p.start < n.end && n.start < p.end);
  });
  const places = kept(allPlaces, cut);
  const money = moneyMentions(s).filter((m) => !places.some((p) => placeNotMoney(s, p, m)));
  const times = kept(timeMentions(s, today, 'near'), cut).filter(
    (t) =>
      !money.some((m) => m.sure && t.start < m.end && m.start < t.end) &&
      !places.some((p) => t.start < p.end && p.start < t.end),
  );
  const found = kept(countriesIn(s, taken), cut);
  const needNos = needNumbers(s);

  const marks = new Set<string>(cues.keys());
  const has = (mark: string, when: unknown) => {
    if (when) marks.add(mark);
  };
  const named = partners.filter((p) => !p.word);
  has(
    'e_ngo',
    partners.some((p) => p.entries.some((e) => !isMission(e))),
  );
  has(
    'e_ngo_sure',
    named.some((p) => p.entries.some((e) => !isMission(e))),
  );
  has(
    'e_mission',
    partners.some((p) => p.entries.some(isMission)),
  );
  has('e_unit', units.length > 0);
  has(
    'e_namesunit',
    units.some((u) => !u.bare),
  );
  has('e_place', places.length > 0);
  has(
    'e_money',
    money.some((m) => m.sure && !m.percent),
  );
  has(
    'e_percent',
    money.some((m) => m.percent),
  );
  has('e_time', times.length > 0);
  has('e_no', needNos.length > 0);
  has('e_country', found.length > 0);
  has('e_phone', /(?<!\d)0\d{9}(?!\d)/.test(s.flat.replace(/[ .]/g, '')));
  has('e_code', /(?<![\d.,/-])\d{6}(?![\d.,/-])/.test(s.flat));
  has('dept', c.asker === 'department');
  has('guest', c.asker === 'guest');
  has('staff', c.asker === 'officer' || c.asker === 'leader' || c.asker === 'admin');
  has('reminded', c.after === 'reminder');
  has('only_ask', s.words.length === 0 && /^\s*\?[\s?]*$/.test(s.raw));
  has('ask', /\?\s*$/.test(s.raw));
  has('short', s.words.length <= 5);
  has('tiny', s.words.length <= 3);
  has('long', s.words.length >= 14);
  // "số mới của SCI là …": a change of the register, also where a meeting is told of.
  has(
    'new_fact',
    c.asker !== 'department' &&
      partners.length > 0 &&
      /(?<!\p{L})(?:so(?: dien thoai| giay| dt| may)?|sdt|dt|dia chi|e?mail|tru so|van phong|dai dien|nguoi lien he|dau moi|website)(?: cua| ben)?(?: \p{L}+){0,4} moi(?: cua| ben)?(?: \p{L}+){0,4} ?(?:(?<!\p{L})la(?!\p{L})|:)|(?:da |vua |moi )doi (?:so|sdt|dia chi|e?mail|dai dien|truong dai dien|van phong|tru so)(?!\p{L})|new (?:phone|address|email|office|representative)(?: number)?(?: of \p{L}+| for \p{L}+)? (?:is|:)/u.test(
        s.flat,
      ),
  );
  has(
    'newly',
    (cues.has('ngo') || cues.has('which')) &&
      /(?:to chuc|ngo|ngos|tc|ben|nhung ai|ai)(?: \p{L}+){0,2} (?:moi|vua) (?:duoc )?(?:cap|dang ky|co phep|co giay)(?!\p{L})|(?:newly|recently|just) (?:registered|licensed)/u.test(
        `${s.flat} `,
      ),
  );
  has(
    'ngo_fact',
    partners.length > 0 && /(?<!\p{L})tieu chi(?: \p{L}+){0,8} (?:khong |chua )?dat(?!\p{L})/u.test(s.flat),
  );
  has(
    'unmatched',
    cues.has('need') &&
      /chua co (?:ngo|nha tai tro|to chuc|ai|nguoi|ben) (?:nao )?(?:nhan |tai tro|ho tro|quan tam|giup)|chua ai (?:nhan|tai tro)|unmatched/.test(
        s.flat,
      ),
  );
  has('vt', /(?<![\p{L}\d])(?:vt|dk|cg|hs)[- ]?(?:20\d\d[- ])?\d{1,4}(?!\d)/u.test(s.flat));
  // "hồ sơ viện trợ (gồm) mấy bộ": of how many copies one consists; "mấy bộ hồ sơ" counts files.
  has(
    'howto',
    cues.has('dossier') && /(?<!\p{L})ho so(?: \p{L}+){0,6} (?:may|bao nhieu) bo(?! ho so)(?!\p{L})/u.test(s.flat),
  );
  // Said in two pieces, so no phrase of the lexicon.
  has(
    'expired_still',
    cues.has('expire') &&
      /(?:het han|het phep|het hieu luc|expired)(?: \p{L}+){0,4} (?:van|still|(?:nhung|ma) (?:van )?(?:dang|con)|but)(?!\p{L})/u.test(
        s.flat,
      ),
  );
  has(
    'expire',
    cues.has('valid') &&
      /(?<!\p{L})(?:giay|phep|dang ky|certificates?|registrations?)(?: \p{L}+){0,5} (?:het|end|ends|ending)(?= (?:trong|vao|thang|nam|quy|truoc|in|by|next|this|on|before)(?!\p{L}))/u.test(
        s.flat,
      ),
  );
  has(
    'review_return',
    c.asker !== 'department' &&
      /(?:yeu cau|de nghi|bao)(?: \p{L}+){1,6} (?:bo sung|hoan thien|lam ro|sua|chinh)(?!\p{L})/u.test(s.flat),
  );
  has(
    'called',
    c.asker !== 'department' && /(?:lien he|goi|dien|alo|trao doi)(?: \p{L}+){1,6} roi(?!\p{L})/u.test(s.flat),
  );
  has(
    'withdraw',
    /(?:khong|ko|thoi|k) (?:muon )?(?:gui|xin|de xuat|dang ky|lam)(?: \p{L}+| \d+){1,4} nua(?!\p{L})/u.test(s.flat),
  );
  has(
    'extension',
    /(?:cho|xin)(?: \p{L}+){0,3} them (?:\d+|mot|hai|ba|vai|may) (?:ngay|tuan|hom|bua)(?!\p{L})/u.test(s.flat) ||
      (c.asker === 'department' &&
        /(?<!\p{L})(?:xin|cho|de nghi|duoc|phep)(?: \p{L}+){0,4} (?:nop|gui|bao cao)(?: \p{L}+){0,3} (?:cham|muon|tre|sau)(?!\p{L})/u.test(
          s.flat,
        )),
  );
  const names = [...partners, ...units.filter((u) => !u.bare), ...places, ...quoted];
  const later = cut > 0 ? fieldScores(s, [...names, { start: 0, end: cut }]) : null;
  const scores = later && later.size > 0 ? later : fieldScores(s, names);
  has(
    'e_field',
    [...scores.values()].some((x) => x >= 2.5),
  );
  has(
    'e_range',
    money.some((m) => m.sure && (m.upTo !== undefined || boundOf(s, m) !== null)),
  );
  return {
    s,
    c,
    today,
    cues,
    partners,
    units,
    places,
    countries: found,
    money,
    times,
    needNos,
    quoted,
    marks,
    timesBy: new Map([['near', times]]),
    fields: scores,
    cut,
  };
}
