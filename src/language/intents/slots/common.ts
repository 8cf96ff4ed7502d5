import type { Json } from '../../../base/json.ts';
import type { MoneyMention } from '../../amounts/mentions.ts';
import { moneyReadOf } from '../../amounts/money.ts';
import { joinedFields } from '../../fields/rank.ts';
import { moneySlot } from '../../need/slots.ts';
import { bareName, type PlaceHit } from '../../places/find.ts';
import type { Lean } from '../../time/calendar.ts';
import { type TimeMention, timeMentions } from '../../time/mentions.ts';
import { dayOf, joinSpans } from '../../time/span.ts';
import { type Facts, kept } from '../facts.ts';

/** Slots under construction: absent what was not said. */
export type Slots = { [slot: string]: Json };

/** One value as it is, several as a list, none as nothing. */
export function put(slots: Slots, name: string, values: readonly (string | number)[]): void {
  const unique = [...new Set(values)];
  if (unique.length === 1) slots[name] = unique[0]!;
  else if (unique.length > 1) slots[name] = unique;
}

const without =
  /(?<![\p{L}])(?<!(?:ban|noi|cu|luu|thuong|ngoai) )(?:tru(?: ra)?|ngoai tru|ngoai(?! (?:tru|nuoc|vu|giao|thuong|ra|ngu|tinh|khoa|o|bien|dong|le|hinh)(?!\p{L}))|other than|besides|apart from|khong tinh|khong ke|khong gom|khong bao gom|tru cac|except(?: for)?|excluding|but not|khong phai|khong nhac|khong gui cho|bo qua|loai tru|khong can nhac|tru rieng)(?![\p{L}])/gu;

/** Where "trừ …" begins and its clause ends; names inside are left out on purpose. */
export function excludedRange(f: Facts): { start: number; end: number } | null {
  for (const m of f.s.flat.matchAll(without)) {
    if (m[0].startsWith('tru') && /^tr[uúụủ](?!\p{L})/iu.test(f.s.raw.slice(m.index)) && f.s.marks > 0) continue;
    const rest = f.s.flat.slice(m.index);
    const stop =
      /[.;\n]|, ?(?:truoc|gui|nop|luc|vao|nhac|han|ve|moi|hop|de|la|rang|noi|sang mai|chieu mai|\d{1,2} ?(?:h|gio))(?!\p{L})|(?: con (?:ai|to chuc|ngo|don vi|ben|co|nhung)| ra(?!\p{L})| truoc | nop truoc| luc \d| vao (?:luc|thu|ngay))/u.exec(
        rest,
      );
    return { start: m.index, end: m.index + (stop?.index ?? rest.length) };
  }
  return null;
}
const inside = (h: { start: number; end: number }, r: { start: number; end: number } | null) =>
  r !== null && h.start >= r.start && h.end <= r.end;

/** Names of NGOs, those left out apart. An abbreviation or word that fits several NGOs is none. */
export function ngos(f: Facts, slots: Slots): void {
  const ex = excludedRange(f);
  const name = (p: Facts['partners'][number]) => {
    const list = p.entries.filter((e) => e.kind === 'ngo');
    return list.length === 1 && p.entries.length === 1 ? [list[0]!.name] : [];
  };
  const spoken = f.partners.some((p) => !p.word && p.entries.some((e) => e.kind === 'ngo'));
  // "Plan với Oxfam": a name that is also a word is one where it stands in a list of names.
  const listed = (p: Facts['partners'][number]) =>
    f.partners.some(
      (x) =>
        !x.word &&
        /^ ?(?:va|voi|vs|hay|hoac|cung|and|or|,|&|\+|\/) ?$/.test(
          x.start >= p.end ? f.s.flat.slice(p.end, x.start) : f.s.flat.slice(x.end, Math.max(x.end, p.start)),
        ),
    );
  const use = f.partners.filter((p) => !p.word || !spoken || f.marks.has('ngo') || listed(p));
  put(slots, 'ngo', use.filter((p) => !inside(p, ex)).flatMap(name));
  exclude(slots, use.filter((p) => inside(p, ex)).flatMap(name));
}

export function exclude(slots: Slots, names: readonly string[]): void {
  if (names.length === 0) return;
  const before = Array.isArray(slots['exclude']) ? (slots['exclude'] as string[]) : [];
  slots['exclude'] = [...new Set([...before, ...names])];
}

/** Units as canonical names; a commune counts when it acts ("UBND xã …") or `bare` is given. */
export function orgs(f: Facts, bare: boolean): { in: string[]; out: string[] } {
  const ex = excludedRange(f);
  const out: string[] = [];
  const left: string[] = [];
  let listed = false;
  for (const u of f.units) {
    if (u.split || u.units.length === 0) continue;
    if (u.bare && !bare) continue;
    // Of two communes that are alike without marks the one whose plain name it is comes first.
    const name = u.units[0]!.name;
    (inside(u, ex) ? left : out).push(name);
    listed = true;
  }
  // "xã Co Mạ, Long Hẹ": names that follow in a list of communes.
  if (bare && listed) {
    for (const p of f.places) {
      if (p.kind !== 'xa' && p.kind !== 'phuong') continue;
      const place = p.names.find((n) => n.is === 'commune');
      const unit = place?.is === 'commune' ? f.c.vocabulary.units.byCode.get(place.place.code) : undefined;
      if (unit && !out.includes(unit.name) && !left.includes(unit.name)) (inside(p, ex) ? left : out).push(unit.name);
    }
  }
  for (const p of f.places) {
    // "các xã trừ Long Hẹ": what is left out of a list of communes is a commune.
    const place = inside(p, ex) ? p.names.find((n) => n.is === 'commune') : undefined;
    const unit = place?.is === 'commune' ? f.c.vocabulary.units.byCode.get(place.place.code) : undefined;
    if (unit) left.push(unit.name);
  }
  return { in: [...new Set(out)], out: [...new Set(left)] };
}

/** Places by their bare names; those that are units speaking are left to `org`. */
export function places(f: Facts, slots: Slots, drop: (p: PlaceHit) => boolean = () => false): void {
  let hits = f.places.filter((p) => !drop(p));
  const ex = excludedRange(f);
  exclude(slots, hits.filter((p) => inside(p, ex)).map(bareName));
  hits = hits.filter((p) => !inside(p, ex));
  if (hits.length > 1)
    hits = hits.filter(
      (h, _i, all) =>
        !(h.names.some((n) => n.is === 'province') && all.some((x) => !x.names.some((n) => n.is === 'province'))),
    );
  // "xã Mường Chanh, huyện Mai Sơn": the district is where the commune lies.
  hits = hits.filter((h, i, all) => {
    const prior = all[i - 1];
    return !(
      prior &&
      h.kind === 'huyen' &&
      (prior.kind === 'xa' || prior.kind === 'phuong') &&
      /^[ ,(-]*(?:thuoc |cua |o )?$/.test(f.s.flat.slice(prior.outerEnd, h.outerStart))
    );
  });
  put(slots, 'place', hits.map(bareName));
  if (slots['place'] === undefined && /(?:toan|khap|ca) tinh(?!\p{L})/u.test(f.s.flat)) slots['place'] = 'Sơn La';
}

/** The likeliest field; two when they are joined ("y tế và giáo dục"). `least`: how much evidence it takes. */
export function fields(f: Facts, slots: Slots, least = 2): void {
  const ranked = [...f.fields].filter(([, x]) => x >= least).sort((a, b) => b[1] - a[1]);
  const [first] = ranked;
  if (!first) return;
  const joined = joinedFields(f.s).find((pair) => pair.every((x) => f.fields.has(x)) && pair.includes(first[0]));
  if (joined && f.s.words.length <= 24) slots['field'] = joined;
  else slots['field'] = first[0];
}

export function countries(f: Facts, slots: Slots): void {
  const ex = excludedRange(f);
  const fromMissions = f.partners.flatMap((p) =>
    p.entries
      .filter((e) => e.kind === 'mission' && e.country)
      .map((e) => ({ start: p.start, end: p.end, country: e.country! })),
  );
  const eu = f.partners.flatMap((p) =>
    p.entries.filter((e) => e.id === 'eu').map(() => ({ start: p.start, end: p.end, country: 'European Union' })),
  );
  const all = [...fromMissions, ...eu, ...f.countries].sort((a, b) => a.start - b.start);
  put(
    slots,
    'country',
    all.filter((x) => !inside(x, ex)).map((x) => x.country),
  );
  exclude(
    slots,
    all.filter((x) => inside(x, ex)).map((x) => x.country),
  );
}

/** Money of a search or a need: exact, or a range by its bound; unit prices never. */
export function money(f: Facts, slots: Slots, mentions: readonly MoneyMention[] = f.money): void {
  const m = mentions.find((x) => x.sure && !x.percent && !x.each);
  const read = m && moneyReadOf(f.s, m);
  if (!read) return;
  if ('exact' in read) slots['money'] = moneySlot(read.exact);
  else {
    const { min, max } = read.range;
    // "từ 500 triệu đến 1 tỷ" is one mention; "trên 300 triệu dưới 1 tỷ" are two.
    const other = mentions.find((x) => x !== m && x.sure && !x.percent && !x.each);
    const second = other && moneyReadOf(f.s, other);
    const low = min ?? (second && 'range' in second ? second.range.min : undefined);
    const high = max ?? (second && 'range' in second ? second.range.max : undefined);
    slots['money'] = {
      ...(low ? { min: moneySlot(low).amount } : {}),
      ...(high ? { max: moneySlot(high).amount } : {}),
      currency: (low ?? high)!.currency,
    };
  }
}

/** A mention as the slot of a moment: the day, or day and time when an hour was said. */
export function moment(m: TimeMention): string {
  return m.grain === 'hour' || m.grain === 'minute' ? m.from.toString({ smallestUnit: 'minute' }) : dayOf(m).toString();
}

/** Times read anew with days on the side where they lie: what is planned lies ahead, what was done behind. */
export function timesOf(f: Facts, lean: Lean): readonly TimeMention[] {
  if (f.times.length === 0) return [];
  const known = f.timesBy.get(lean);
  if (known) return known;
  const times = kept(timeMentions(f.s, f.today, lean), f.cut).filter(
    (t) =>
      !f.money.some((m) => m.sure && t.start < m.end && m.start < t.end) &&
      !f.places.some((p) => t.start < p.end && p.start < t.end),
  );
  f.timesBy.set(lean, times);
  return times;
}

const until =
  /(?<!\p{L})(?:truoc|truoc khi|den|toi|den het|truoc ngay|den ngay|het|cho den|before|until|by|till|up to|(?<!het )(?<!con )(?<!dao )han|cham nhat)(?: (?:la|vao|ngay|het|luc))* ?$/u;
const since = /(?<!\p{L})(?:tu|ke tu|tu ngay|since|from|after|sau)(?: (?:dau|ngay|thang|hom))* ?$/u;

/** date, year or period of a search, by what was said: one day, a bare year, any other span; a window open at one end has today as the other. */
export function when(f: Facts, slots: Slots, lean: Lean = 'near', openToday = true): void {
  const spans = joinSpans(f.s, timesOf(f, lean)).filter((t) => !t.clock);
  const m = spans[0];
  if (!m) return;
  // Both ends said: neither is open.
  const closed = m.range || !timesOf(f, lean).includes(m);
  const before = closed ? '' : f.s.flat.slice(Math.max(0, m.start - 20), m.start);
  const first = m.from.toPlainDate();
  const last = m.to.subtract({ nanoseconds: 1 }).toPlainDate();
  const compare = Temporal.PlainDate.compare;
  if (openToday && until.test(before) && compare(last, f.today) >= 0 && !m.rolling) {
    slots['period'] = {
      from: f.today.toString(),
      to: (m.grain === 'day'
        ? dayOf(m)
        : /truoc|before/.test(before) && m.grain !== 'week'
          ? first.subtract({ days: m.grain === 'year' ? 1 : 0 })
          : last
      ).toString(),
    };
    return;
  }
  if (openToday && since.test(before) && compare(first, f.today) <= 0 && !m.rolling) {
    slots['period'] = { from: first.toString(), to: f.today.toString() };
    return;
  }
  if (m.grain === 'year' && first.year === last.year) slots['year'] = first.year;
  else if (compare(first, last) === 0) slots['date'] = first.toString();
  else slots['period'] = { from: first.toString(), to: last.toString() };
}

/** Numbers of needs, or "last" for the one just sent. */
export function needs(f: Facts, slots: Slots): void {
  put(slots, 'need_no', f.needNos);
  if (f.needNos.length === 0 && f.cues.has('last')) slots['need_ref'] = 'last';
}

/** "đợt 2": the number of a round. */
export function round(f: Facts, slots: Slots): void {
  const m =
    /(?<![\p{L}])(?:dot|round|ky)(?: nhu cau| ra soat| dang ky| thu)*(?: so)? (\d{1,2}|mot|hai|ba|tu|iv|iii|ii|i)(?![\p{L}\d/])/u.exec(
      f.s.flat,
    );
  if (!m) return;
  const words: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, tu: 4, i: 1, ii: 2, iii: 3, iv: 4 };
  slots['round'] = words[m[1]!] ?? Number(m[1]);
}

/** The kinds of units that are spoken of in general: "các sở", "xã nào". */
export function audienceKind(f: Facts): 'departments' | 'communes' | 'wards' | 'mass_orgs' | null {
  const t = f.s.flat;
  const xa = /(?<![\p{L}])(?:xa|cac xa|communes?)(?: phuong)?(?! (?:hoi|hoi hoa))(?![\p{L}])/u.test(withoutNames(f));
  const phuong = /(?<![\p{L}])(?:phuong|wards?)(?![\p{L}])/u.test(withoutNames(f));
  if (
    /(?<![\p{L}])(?:mat tran,? doan the|doan the|cac hoi|hoi doan the|hoi nao|mass org\p{L}*|to chuc doan the|hoi,? doan the)(?![\p{L}])/u.test(
      t,
    )
  )
    return 'mass_orgs';
  const so =
    /(?<![\p{L}])(?:cac so|so nao|so,? (?:ban,? )?nganh|may so|bao nhieu so|nhung so|so|departments?|ban nganh|cac nganh)(?! (?:tien|luong|dien|nguoi|ho|nha|sach|dt|hieu)(?!\p{L})| \d)(?![\p{L}])/u.test(
      withoutNames(f),
    );
  if (so && !xa && !phuong) return 'departments';
  if (phuong && !xa) return 'wards';
  if (xa && !so) return 'communes';
  return null;
}

function withoutNames(f: Facts): string {
  let t = f.s.flat;
  for (const h of [...f.units, ...f.places.map((p) => ({ start: p.outerStart, end: p.outerEnd }))])
    t = t.slice(0, h.start) + ' '.repeat(h.end - h.start) + t.slice(h.end);
  return t;
}
