import type { Json } from '../../../base/json.ts';
import { budgetIn } from '../../amounts/budget.ts';
import { moneyOf, moneyReadOf } from '../../amounts/money.ts';
import { numerals } from '../../amounts/numeral.ts';
import { rankIn } from '../../fields/rank.ts';
import { senderOf } from '../../need/sender.ts';
import { moneySlot } from '../../need/slots.ts';
import { beneficiariesIn } from '../../people/beneficiaries.ts';
import { contactIn, phoneIn } from '../../people/contact.ts';
import { bareName } from '../../places/find.ts';
import { trimEndOf } from '../../text/trim.ts';
import { scan } from '../../text/words.ts';
import { monthsIn } from '../../time/period.ts';
import { dayOf, joinSpans } from '../../time/span.ts';
import type { Facts } from '../facts.ts';
import { countries, fields, money, needs, orgs, places, put, round, type Slots, timesOf, when } from './common.ts';

/** submit_need: what the first message already says. */
export function submitNeed(f: Facts, slots: Slots): void {
  fields(f, slots, 1.5);
  places(f, slots);
  const b = budgetIn(f.s, f.money);
  // A total that only follows from the parts was not said.
  const stated = b.budget && f.money.some((m) => moneyOf(m.value, m.currency)?.minor === b.budget!.minor);
  const total = stated ? b.budget : (b.requested_aid ?? b.budget);
  if (total && f.money.some((m) => m.sure && !m.percent && !m.each)) slots['money'] = moneySlot(total);
  if (b.counterpart && f.money.length > 1) slots['counterpart'] = moneySlot(b.counterpart);
  if (!slots['money']) money(f, slots);
  const { in: units } = orgs(f, false);
  const subject = senderOf(f.s, f.units);
  // "nhập hộ xã Xuân Nha": an officer enters it for a unit.
  const behalf =
    f.c.asker !== 'department' &&
    f.units.find((u) =>
      /(?<!\p{L})(?:cho|ho|giup|thay|thay mat|thay cho|cua|for|of) $/u.test(
        f.s.flat.slice(Math.max(0, u.start - 10), u.start),
      ),
    );
  put(slots, 'org', [
    ...units,
    ...[subject, behalf].flatMap((u) => (u && u.units.length === 1 ? [u.units[0]!.name] : [])),
  ]);
  if (slots['place'] === undefined && f.units.some((u) => u.units[0]?.kind === 'commune')) {
    const communes = f.units
      .flatMap((u) =>
        u.units[0]?.kind === 'commune' ? [f.c.vocabulary.places.byCode.get(u.units[0].code)?.name ?? ''] : [],
      )
      .filter(Boolean);
    put(slots, 'place', communes);
  }
  const currency = /(?:bang|theo|tinh bang|in|using) (usd|do la|do|euro|eur|vnd|dong|yen|jpy)(?![\p{L}])/u.exec(
    f.s.flat,
  );
  if (currency && !slots['money'])
    slots['currency'] =
      /^(?:usd|do)/.test(currency[1]!) && currency[1] !== 'dong'
        ? 'USD'
        : /^eu/.test(currency[1]!)
          ? 'EUR'
          : /^(?:yen|jpy)/.test(currency[1]!)
            ? 'JPY'
            : 'VND';
}

const parts: readonly (readonly [field: string, shape: RegExp])[] = [
  ['counterpart', /doi ung|d\/u|vdu|counterpart|dan gop|dong gop/],
  ['requested_aid', /(?:vien tro|tai tro) ?(?:de nghi|xin)?|de nghi vien tro|xin vien tro|so tien xin|requested/],
  [
    'contact',
    /lien he|dau moi|so dien thoai|sdt|dien thoai|email|contact|phone|nguoi phu trach|so dt|(?<!\p{L})(?:dt|lh|mail)(?!\p{L})/u,
  ],
  ['duration_months', /so thang|thoi han|duration|thoi luong|keo dai/],
  ['start', /bat dau|khoi cong|start|ngay dau|khoi dong/],
  ['end', /ket thuc|hoan thanh|ngay cuoi|end date|finish|(?<!\p{L})end(?!\p{L})/u],
  [
    'beneficiaries',
    /huong loi|so ho|so nguoi|doi tuong|so hoc sinh|beneficiar|thu huong|so ban(?!\p{L})|so khau|so em|quy mo/u,
  ],
  ['place', /(?<!\p{L})ten (?:xa|ban|phuong|dia diem|dia ban)(?!\p{L})/u],
  ['title', /(?<!\p{L})(?:ten|tieu de|title|name)(?!\p{L})/u],
  ['place', /dia diem|dia ban|noi thuc hien|place|location|(?<!\p{L})(?:xa|noi lam)(?= (?:thanh|sang))/u],
  ['field', /linh vuc|field|sector/],
  ['objective', /muc tieu|muc dich|objective/],
  [
    'budget',
    /kinh phi|(?<!\p{L})kp(?!\p{L})|tong|so tien|budget|du toan|muc dau tu|tong von|gia tri|total|amount|(?<!\p{L})tien(?!\p{L})/u,
  ],
  ['period', /thoi gian|tien do|period|time|timeline|thoi diem/],
];

/** edit_need: which need, which field, the new value. */
export function editNeed(f: Facts, slots: Slots): void {
  needs(f, slots);
  const t = f.s.flat;
  let field = parts.find(([, shape]) => shape.test(t))?.[0];
  if (!field) {
    // Not said, but the value can only be one thing.
    if (phoneIn(f.s.raw)) field = 'contact';
    else if (f.places.length > 0) field = 'place';
    else if (f.times.some((x) => x.grain !== 'day') && f.money.every((m) => !m.sure))
      field = /(?<!\p{L})(?:tu|from)(?!\p{L})/u.test(t) && !/(?:den|toi|until|to) /.test(t) ? 'start' : 'period';
  }
  const said = field !== undefined;
  if (!said && beneficiariesIn(f.s).length > 0) field = 'beneficiaries';
  const value = field ? newValue(f, field) : bareValue(f);
  if (field === 'period' && value !== null && typeof value === 'object' && 'months' in (value as object)) {
    slots['edit_field'] = 'duration_months';
    slots['value'] = (value as { months: number }).months;
  } else {
    if (field) slots['edit_field'] = field;
    if (value !== null) slots['value'] = value;
  }
  if (
    /(?<!\p{L})(?:them|bo sung|add|cong them)(?!\p{L})/u.test(t) &&
    !/(?:tang them|giam)/.test(t) &&
    (field === 'place' ||
      field === 'beneficiaries' ||
      field === 'contact' ||
      field === 'field' ||
      (/(?<!\p{L})them (?:khoang )?\d/u.test(t) && f.money.some((m) => m.sure)))
  )
    slots['op'] = 'add';
}

function bareValue(f: Facts): Json | null {
  const m = f.money.find((x) => x.sure && !x.percent);
  if (m) {
    const read = moneyReadOf(f.s, m);
    if (read && 'exact' in read) return moneySlot(read.exact);
  }
  return null;
}

/** What stands behind "thành", "là", "sang", ":" — the new value as text. */
function newText(f: Facts): string | null {
  const all = [...f.s.flat.matchAll(/(?<!\p{L})(?:thanh|sang|la|lai la|into|to|bang)(?!\p{L}) ?:?|: ?/gu)].filter(
    (m) => m.index > 3,
  );
  const m = all[0];
  if (!m) return null;
  const text = f.s.raw
    .slice(m.index + m[0].length)
    .trim()
    .replace(/^["“«']|["”»']$/g, '')
    .replace(/(?: (?:ạ|nhé|nha|giúp em|giúp|nhe|a|em nhé)){1,4}[.!]{0,3}$/iu, '')
    .trim();
  return trimEndOf(text, '.!') || null;
}

function newValue(f: Facts, field: string): Json | null {
  const { s } = f;
  switch (field) {
    case 'budget':
    case 'requested_aid':
    case 'counterpart': {
      const percent = f.money.find((m) => m.percent);
      const sums = f.money.filter((m) => m.sure && !m.percent);
      // "từ 2 tỷ xuống 1,8 tỷ": the last is the new one.
      const m = sums.at(-1);
      if (m) {
        const read = moneyReadOf(s, { ...m });
        const exact = read && ('exact' in read ? read.exact : (read.range.max ?? read.range.min));
        return exact ? moneySlot(exact) : null;
      }
      if (percent) return { percent: percent.value };
      if (
        field === 'counterpart' &&
        /(?:khong co|khong|bo|ko co|ko) (?:von )?doi ung|doi ung (?:la |bang |thanh )?(?:0|khong)/.test(s.flat)
      )
        return { amount: 0, currency: 'VND' };
      return null;
    }
    case 'contact': {
      const after = newText(f);
      const c = contactIn(scan(after ?? s.raw), after !== null) ?? contactIn(s, false);
      if (!c) return null;
      const { start: _s, ...rest } = c;
      const only =
        /(?:so dien thoai|sdt|phone|so dt|(?<!\p{L})dt(?!\p{L}))/u.test(s.flat) &&
        rest.phone &&
        !/(?:chi|anh|ong|ba|co) \p{L}/u.test(s.flat.split(/thanh|sang|la/)[1] ?? '')
          ? { phone: rest.phone }
          : rest;
      return { ...only };
    }
    case 'beneficiaries': {
      const found = beneficiariesIn(s);
      const into = /(?<!\p{L})(?:thanh|sang|la|to|into)(?!\p{L})/u.exec(s.flat);
      const b = found.find((x) => into && x.start > into.index) ?? found.at(-1);
      if (b) return { count: b.count, unit: b.unit };
      const unit = /so ho/.test(s.flat)
        ? 'households'
        : /so (?:hoc sinh|hs|em)/.test(s.flat)
          ? 'students'
          : /so (?:nguoi|khau)/.test(s.flat)
            ? 'people'
            : /so ban/.test(s.flat)
              ? 'villages'
              : null;
      const n = numerals(s)
        .filter((x) => !f.needNos.includes(x.value))
        .at(-1);
      return n ? { count: n.value, ...(unit ? { unit } : {}) } : null;
    }
    case 'title':
    case 'objective': {
      const q = f.quoted.at(-1);
      return q ? s.raw.slice(q.start + 1, q.end - 1) : newText(f);
    }
    case 'place': {
      const names = [...new Set(f.places.map(bareName))];
      const sorted = /(?<!\p{L})(?:thanh|sang|to|la|bang|into|with)(?!\p{L})/u.exec(s.flat);
      const after = sorted ? f.places.filter((p) => p.start > sorted.index).map(bareName) : [];
      const use = after.length ? after : names;
      return use.length === 1 ? use[0]! : use.length ? use : null;
    }
    case 'field': {
      const after = newText(f);
      return (after ? rankIn(scan(after))[0] : undefined) ?? rankIn(s)[0] ?? null;
    }
    case 'duration_months':
      return monthsIn(s)?.months ?? null;
    case 'start':
    case 'end': {
      const m = timesOf(f, 'future').at(-1);
      if (!m) return null;
      return (
        field === 'start'
          ? m.part === 'last'
            ? dayOf(m)
            : m.from.toPlainDate()
          : m.to.subtract({ nanoseconds: 1 }).toPlainDate()
      ).toString();
    }
    case 'period': {
      const spans = joinSpans(s, timesOf(f, 'future'));
      const m = spans.at(-1);
      if (m)
        return {
          from: m.from.toPlainDate().toString(),
          to: m.to.subtract({ nanoseconds: 1 }).toPlainDate().toString(),
        };
      const months = monthsIn(s);
      return months ? { months: months.months } : null;
    }
    default:
      return null;
  }
}

/** my_needs, withdraw_need: which. */
export function ownNeeds(f: Facts, slots: Slots): void {
  needs(f, slots);
  status(f, slots);
  round(f, slots);
  if (f.needNos.length > 0 || slots['need_ref']) return;
  fields(f, slots);
  when(f, slots, 'past');
}

const states: readonly (readonly [string, RegExp])[] = [
  ['returned', /tra lai|bi tra|returned|bo sung, hoan thien|de nghi bo sung/],
  [
    'accepted',
    /(?<!chua )(?<!chua duoc )(?:da |duoc )(?:duoc )?(?:tiep nhan|chap nhan|duyet|dua vao danh muc)|accepted|approved/,
  ],
  ['rejected', /tu choi|bi loai|khong dua vao danh muc|rejected/],
  [
    'pending',
    /cho (?:xem xet|duyet|xu ly|tiep nhan|phe duyet)|dang cho|chua (?:duyet|xem|xu ly|tiep nhan|duoc duyet)|pending|awaiting|waiting|dang xem xet/,
  ],
  ['draft', /(?:ban|dang|con) nhap(?! (?:nhu|kho|hoc|vien|khau))|nhap do|draft|dang soan|chua gui/],
  [
    'unmatched',
    /chua co (?:ngo|nha tai tro|to chuc|ai|nguoi|ben|don vi)(?: nao)?|chua ai|unmatched|chua (?:duoc )?(?:ket noi|tai tro)|chua co tai tro/,
  ],
];
/** The state of a need that is asked for. */
export function status(f: Facts, slots: Slots): void {
  const hit = states.find(([, shape]) => shape.test(f.s.flat));
  if (
    hit &&
    !(hit[0] === 'accepted' && /chua|khong|\?/.test(f.s.flat) && f.needNos.length > 0) &&
    !(hit[0] === 'pending' && f.needNos.length > 0)
  )
    slots['status'] = hit[0];
}

/** needs_search: number, field, place, sum, sender, state, time. */
export function needsSearch(f: Facts, slots: Slots): void {
  needs(f, slots);
  fields(f, slots);
  const { in: units, out } = orgs(f, false);
  const by = /(?<!\p{L})(?:cua|do|tu|by|from|ben) $/u;
  const acts = /^ (?:da |vua |moi |co )?(?:gui|nop|de xuat|dang ky|xin|de nghi)(?!\p{L})/u;
  const bare = f.units.filter(
    (u) =>
      u.bare &&
      (by.test(f.s.flat.slice(Math.max(0, u.start - 6), u.start)) || acts.test(f.s.flat.slice(u.end, u.end + 14))),
  );
  // "của phường Chiềng Sinh và Chiềng An": what follows in the list is a ward too.
  const listed =
    bare.length > 0
      ? f.places.filter(
          (p) => (p.kind === 'xa' || p.kind === 'phuong') && !bare.some((u) => p.start < u.end && u.start < p.end),
        )
      : [];
  const also = listed.flatMap((p) => {
    const n = p.names.find((x) => x.is === 'commune');
    const unit = n?.is === 'commune' ? f.c.vocabulary.units.byCode.get(n.place.code) : undefined;
    return unit ? [unit.name] : [];
  });
  put(slots, 'org', [...units, ...bare.map((u) => u.units[0]!.name), ...also]);
  // A commune left out by its bare name is left out as a place.
  const named = out.filter((name) => f.units.some((u) => u.units.some((x) => x.name === name)));
  if (named.length) slots['exclude'] = named;
  places(f, slots, (p) => listed.includes(p) || bare.some((u) => p.start >= u.start && p.end <= u.end));
  money(f, slots);
  status(f, slots);
  when(f, slots);
  round(f, slots);
  limit(f, slots);
  if (!slots['money']) {
    const m = /(?<!\p{L})(?:bang|in|tinh bang|tien) (usd|do la|euro|eur|yen|jpy)(?!\p{L})/u.exec(f.s.flat);
    if (m) slots['currency'] = m[1]!.startsWith('e') ? 'EUR' : /^(?:yen|jpy)/.test(m[1]!) ? 'JPY' : 'USD';
  }
}

/** "5 nhu cầu lớn nhất": how many. */
export function limit(f: Facts, slots: Slots): void {
  const m =
    /(?<!\p{L})(?:top|lay|chi|cho xem|xem|liet ke) ?(\d{1,2})(?!\d| ?(?:trieu|ty|tr|\/))|(?<!\p{L})(?:goi y|tim|chon|suggest|gioi thieu) (\d{1,2}) (?:ngo|to chuc|tc|ben|nhu cau|doi tac)|(?<![\p{L}\d/])(\d{1,2}) (?:nhu cau|ngo|to chuc|du an|de xuat|needs)(?: \p{L}+){0,3} (?:dau|dau tien|latest|largest|newest|(?:\p{L}+ ){0,3}?\p{L}+ nhat)(?!\p{L})/u.exec(
      f.s.flat,
    );
  if (m) slots['limit'] = Number(m[1] ?? m[2] ?? m[3]);
}

const decisionShapes: readonly (readonly [string, RegExp])[] = [
  [
    'reject',
    /bo (?:nhu cau |nc |so )*\d+ (?:khoi|ra)|(?<!\p{L})bo khoi|tu choi|(?<!\p{L})loai(?!\p{L})|khong dua vao danh muc|khong (?:tiep nhan|chap nhan|duyet|dong y|phe duyet|nhan)|ko (?:duyet|tiep nhan|nhan|dong y)|(?<!\p{L})bac(?!\p{L})|reject|decline|refuse|loai khoi/gu,
  ],
  [
    'return',
    /hoan (?:lai|tra)|tra lai|tra ve|gui tra|send (?:\p{L}+ |\d+ ){1,4}back|(?:yeu cau|de nghi|can|bao|nhac)(?: \p{L}+){0,4}? (?:bo sung|hoan thien|lam ro|sua|chinh sua|lam lai)|return|send back|(?<!\p{L})tra(?= (?:nhu cau|nc|ho so|so|don vi|\d))|bo sung (?:them|ho so)|cho lam lai|hoan thien lai/gu,
  ],
  [
    'accept',
    /tiep nhan|chap nhan|(?<!\p{L})(?:phe )?duyet|dua (?:nhu cau |nc |so )?(?:\d+ )?vao danh muc|accept|approve|thong qua|vao (?:danh muc|danh sach)|cho qua|dong y|nhan nhu cau|nhan nc|(?<!\p{L})nhan(?= (?:ca |het |so )?\d)|vao danh muc|(?<!\p{L})ok(?= (?:nhu cau|nc|so|\d))/gu,
  ],
];

/** The numbers a decision is about: those before the reason ("trùng với nhu cầu 3"), bare ones too ("nhận 12 với 13"). */
function reviewed(f: Facts, until: number): number[] {
  const t = f.s.flat.slice(0, until);
  const named = f.needNos.filter((n) => new RegExp(`(?<!\\d)0*${n}(?!\\d)`).test(t));
  const bare = [
    ...t.matchAll(
      /(?<![\p{L}\d.,/-])(\d{1,4})(?![\d/:%]|[.,]\d| ?(?:trieu|ty|tr|ho|nguoi|thang|usd|ngay|h|gio|nam|ban|xa|hs|don vi|%)(?!\p{L}))/gu,
    ),
  ]
    .filter(
      (m) =>
        !/(?:dot|round|ky|quy|thang|ngay|dieu|top|khoan|lich|nhac) $/.test(t.slice(Math.max(0, m.index - 7), m.index)),
    )
    .filter((m) => !f.times.some((x) => m.index >= x.start && m.index < x.end))
    .filter((m) => !f.money.some((x) => x.sure && m.index >= x.start && m.index < x.end))
    .map((m) => Number(m[1]))
    .filter((n) => n > 0 && n < 2000);
  if (named.length > 0) {
    // "nhu cầu 4, còn 5 thì trả": numbers beside the named ones count, years and dates do not.
    return bare.length > named.length && bare.every((n) => n < 1000) ? [...new Set([...named, ...bare])] : named;
  }
  return bare.length > 0 ? [...new Set(bare)] : [...f.needNos];
}

/** need_review: which needs, what is decided, why. */
export function needReview(f: Facts, slots: Slots): void {
  const t = f.s.flat;
  const found: { decision: string; at: number; end: number }[] = [];
  for (const [decision, shape] of decisionShapes) {
    for (const m of t.matchAll(shape))
      if (!found.some((x) => m.index < x.end && x.at < m.index + m[0].length))
        found.push({ decision, at: m.index, end: m.index + m[0].length });
  }
  found.sort((a, b) => a.at - b.at);
  const kinds = [...new Set(found.map((x) => x.decision))];
  const reason =
    /(?<!\p{L})(?:vi|do|boi|ly do|because|tai|ly do la|reason)(?!\p{L}) ?:?|(?:,|;|-|:) ?(?=(?:con |chua |dang |da )?(?:duplicate|missing|incomplete|not |no |wrong|already|thieu|chua|khong|sai|trung|giong|con(?! (?:\d|nhu cau|nc|so))|kinh phi|can|dia diem|so))/gu;
  const cut = [...t.matchAll(reason)].find((m) => m.index > (found[0]?.end ?? 0));
  // "trả 4 vì thiếu công văn, từ chối 5": behind the reason another decision follows.
  const last = found.at(-1)?.at ?? 0;
  const numbers = reviewed(f, cut && last < cut.index ? cut.index : t.length);
  if (kinds.length > 1) {
    // Each number goes with the decision said before it.
    const decisions: { need_no: number; decision: string }[] = [];
    const clauses = [
      ...t.matchAll(/(?:[^,;.]|[.,](?=\d)){1,400}?(?=[,;.](?!\d)|,? (?:con|nhung|but|rieng|while)(?!\p{L})|$)/gu),
    ];
    for (const n of numbers) {
      const at = new RegExp(`(?<!\\d)0*${n}(?!\\d)`).exec(t)?.index ?? 0;
      // The decision of its own clause, else the one said before it.
      const own = clauses.find((c) => at >= c.index && at < c.index + c[0].length);
      const here = own && found.filter((x) => x.at >= own.index && x.at < own.index + own[0].length);
      const d = (here?.length === 1 ? here[0] : undefined) ?? found.filter((x) => x.at < at).at(-1) ?? found[0]!;
      decisions.push({ need_no: n, decision: d.decision });
    }
    if (new Set(decisions.map((d) => d.decision)).size > 1) {
      slots['decisions'] = decisions;
      return;
    }
  }
  put(slots, 'need_no', numbers);
  if (numbers.length === 0) needs(f, slots);
  // "tiếp nhận 2 nhưng yêu cầu bổ sung": what comes last is meant; a reason is no decision.
  const spoken = found.filter((x) => !cut || x.at < cut.index);
  if (spoken[0]) slots['decision'] = spoken[0].decision;
  else if (/(?<!\p{L})(?:thieu|sai|chua du|chua ro|missing|incomplete)(?!\p{L})/u.test(t)) slots['decision'] = 'return';
  else if (/(?<!\p{L})(?:duoc|du|on|ok|fine)(?: roi)?(?!\p{L})/u.test(t)) slots['decision'] = 'accept';
  if (cut) {
    const why = trimEndOf(f.s.raw.slice(cut.index + cut[0].length).trim(), '.!')
      .replace(/ (?:nhé|nha|ạ|giúp anh|giúp tôi|giúp em)$/iu, '')
      .trim();
    if (why.length > 3) slots['reason'] = why;
  }
}

/** match_need: a need and what it is to be matched with. */
export function matchNeed(f: Facts, slots: Slots, named: (f: Facts, s: Slots) => void): void {
  needs(f, slots);
  named(f, slots);
  if (f.needNos.length === 0) {
    fields(f, slots);
    places(f, slots);
    money(f, slots);
    countries(f, slots);
  }
  limit(f, slots);
}
