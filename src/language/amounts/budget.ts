import type { Money } from '../../base/money/money.ts';
import { matches } from '../text/matches.ts';
import { type Scan, scan } from '../text/words.ts';
import type { Budget } from '../types.ts';
import { type MoneyMention, moneyMentions } from './mentions.ts';
import { moneyOf } from './money.ts';

type Role = 'budget' | 'requested_aid' | 'counterpart';

/** Words that say which of the three figures an amount is, on folded text. The one nearest to the amount counts. */
const cues: readonly (readonly [Role, RegExp])[] = [
  [
    'counterpart',
    /doi ung|d\/u(?!\p{L})|(?<!\p{L})vdu(?!\p{L})|(?<!\p{L})d[./]?u ?:? ?$|(?:^|[,;(+]) ?(?:va )?(?:dan|xa|phuong|tinh|truong|hoi|so|dia phuong) ?:? ?$|(?:dan|nhan dan|ba con|dia phuong|tinh|huyen|xa|phuong|so|truong|don vi|cong dong|hoi|minh|ben (?:em|toi|minh)|chung (?:toi|em)|benh vien|mat tran|htx|hop tac xa|doan|ngan sach \p{L}+)(?: se| tu| cung| da)? (?:dong )?(?:gop|bo tri|lo|chi|bu)|(?<!\p{L})(?:dan|xa|phuong|truong|hoi|so|don vi|dia phuong|mat tran|benh vien|bv|htx|hop tac xa|doan)(?: da| moi| chi| hien)? co(?: san| duoc)? ?$|dong gop|(?<!\p{L})gop(?!\p{L})|tu co|von tu|ngan sach (?:tinh|xa|dia phuong|nha nuoc)|von (?:dia phuong|trong nuoc|xa|phuong|tinh|truong|so|hoi|dan)|(?:dan|xa|phuong|tinh|truong|hoi)(?: va (?:dan|xa|phuong|tinh|truong)) ?:? ?$|counterpart|co-?fund|co-?financ|local (?:contribution|share|funds?)|own contribution|matching|(?:commune|province|community|villagers?|we)(?: will)? (?:contributes?|puts? in|pays?|provides?)/u,
  ],
  [
    'requested_aid',
    /(?<!\p{L})v[./]?t(?!\p{L})|(?<!\p{L})(?:con )?thieu ?$|ho tro (?:kinh phi|so tien|von)|(?:de nghi|xin|can|mong|muon|keu goi|van dong|kinh phi|von|so tien|muc|phan)(?: duoc| nguon| von| muc| so tien| nha tai tro| to chuc)* (?:vien tro|tai tro|ho tro|cap)|vien tro|tai tro|keu goi|(?<!\p{L})xin(?!\p{L})|de nghi|(?:ngo|to chuc|ben tai tro|nha tai tro) (?:ho tro|cap|tai tro)|(?<=trong do |con lai |con )ho tro|requested|request(?:ing|s)?(?!\p{L})|von (?:ngoai nuoc|nuoc ngoai|quoc te)|grant|(?<!\p{L})(?:ngo|nha tai tro|pcpnn) ?:? ?$|asking|ask(?:s)? for|(?<!\p{L})s(?:ought|eek(?:s|ing)?)(?!\p{L})|(?<!\p{L})(?:giup|ung ho)(?: cho| do| them)? ?$|\baid\b|donor|sponsor/u,
  ],
  [
    'budget',
    /tong|nguon von|kinh phi|(?<!\p{L})kp(?!\p{L})|du toan|chi phi|tri gia|gia tri|muc dau tu|(?<!\p{L})tmdt(?!\p{L})|von dau tu|quy mo von|total|budget|cost|worth/u,
  ],
];
/** Figures of the past, or replaced by others, are no figures of this need. */
const notThis =
  /(?:da duoc|da ho tro|da dau tu|da nhan|da giai ngan|da chi|nam ngoai|nam truoc|truoc day|truoc kia|giai doan truoc|thay vi|thay cho|khong phai(?: la)?|chu khong|ban dau|du kien cu|truoc la|cu la|sua tu|giam tu|tang tu|previously|instead of|last year|not) ?(?:khoang |la |tam )?(?:\p{L}+ ){0,5}$/u;
/** What an amount is in other words or another currency; "góp gỗ quy ra 60 triệu" is a figure of its own. */
const sameAgain = /(?:tuong duong|quy doi|quy ra|tuc|equivalent|approx) ?(?:khoang |la |tam )?(?:\p{L}+ ){0,5}$/u;
/** "2,8 tỷ à nhầm 3,2 tỷ": what follows takes the place of what was said. */
const instead =
  /^ ?(?:dong)?[ ,.(]*(?:a |y |ay )?(?:nham|lon|quen|xin loi|sorry|sua lai|dung ra|chinh xac)(?: (?:roi|la|phai la|thanh|chinh xac|em|toi|,))*[ ,:]*$/u;
const nothing =
  /(?:khong|ko|k|hok|chua can|khoi)(?: co| can| phai| yeu cau| bo tri| bat buoc)*(?: von| kinh phi| phan)?(?: dia phuong)? ?doi ung|doi ung ?(?::|la|=)? ?(?:khong(?! qua)(?: co| dong)?|ko co|0(?![.,\d]| ?(?:%? ?\d)))(?!\p{L})|no counterpart|without counterpart|counterpart ?(?::|is|=)? ?(?:none|nil|zero|0(?![.,\d]))/u;
const everything =
  /(?:xin|de nghi|vien tro|tai tro|ho tro|keu goi)(?: \p{L}+){0,3} (?:toan bo|100 ?%|tat ca|het|full)(?!\p{L})|(?<!\p{L})xin (?:full|het|tat|100 ?%)(?!\p{L})|(?:toan bo|100 ?%)(?: kinh phi| so tien| la| do| von)* ?(?:vien tro|xin|tai tro|de nghi|ngo)|fully? (?:funded|requested|grant)|(?:all|full amount|whole) (?:of it )?(?:as|from|by) (?:grant|donor|aid)/u;

const everyCue = cues.map(([role, shape]) => [role, new RegExp(shape.source, 'gu')] as const);

/** The cue nearest to the end of `label`; counterpart wins over aid, aid over total, when they overlap ("kinh phí đề nghị viện trợ"). */
function roleBefore(label: string): Role | null {
  let best: { role: Role; end: number } | null = null;
  for (const [role, shape] of everyCue) {
    for (const m of matches(shape, label)) {
      const end = m.index + m[0].length;
      // "dân góp công và vật liệu trị giá 420 triệu": what something is worth is no total beside who gives it.
      if (best && role === 'budget' && /^(?:tri gia|gia tri|worth)$/.test(m[0])) continue;
      if (
        !best ||
        (role === 'budget' ? end > best.end + 12 : end > best.end) ||
        (best.role === 'budget' && role !== 'budget')
      )
        best = { role, end };
    }
  }
  return best?.role ?? null;
}

/** A unit in a heading: "ĐVT: triệu đồng", "Kinh phí (triệu đồng):". */
const heading =
  /(?:dvt|don vi tinh|unit|don vi)? ?:? ?[([]?(trieu|nghin|ngan|ty|million|thousand) ?(?:dong|vnd|d)(?!\p{L})/gu;
function headingScale(s: Scan): number {
  for (const m of matches(heading, s.flat)) {
    // "800 (triệu đồng)" and "tám trăm triệu đồng" are amounts, no headings.
    if (
      !/[([]/.test(m[0]) &&
      /(?:\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|ruoi) ?$/.test(s.flat.slice(0, m.index))
    )
      continue;
    return m[1] === 'ty' ? 1e9 : /^(?:trieu|million)/.test(m[1]!) ? 1e6 : 1e3;
  }
  return 1;
}

const ownCue =
  /^ ?(?:tien |von |la |de |do )?(?:\p{L}+ )?(?:doi ung|vien tro|tai tro|xin|dan gop|counterpart|grant|total|in total|tong|requested|local counterpart)|^ ?(?:la )?(?:do )?(?:xa|dan|phuong|tinh|truong|hoi|ba con)(?: \p{L}+){0,4}? (?:lo|gop|bu|bo ra|dam nhan|doi ung)(?!\p{L})/u;

interface Figure {
  readonly role: Role | null;
  readonly m: MoneyMention;
  value: number;
}

const pieces =
  /(?:(?<!\d)(?!1 )\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram) (?:bo|cai|chiec|con|may|be|xe|cay|goi|suat|tam|quyen|ban|phong|nha)(?!\p{L})/u;
/** "cái thuyền, giá 220 triệu": the one amount of a text that counts no pieces is what it all costs. */
const isPrice = (s: Scan, m: MoneyMention) =>
  /(?<!don )gia(?: (?:la|khoang|tam|het|tri))*:? ?$/.test(s.flat.slice(Math.max(0, m.start - 24), m.start)) &&
  !/^ ?(?:dong )?[/x]|^ ?(?:mot|moi)(?!\p{L})/u.test(s.flat.slice(m.end, m.end + 8)) &&
  !pieces.test(s.flat.slice(0, m.start));

function figures(s: Scan, mentions: readonly MoneyMention[], known: Budget): Figure[] {
  const head = headingScale(s);
  const out: Figure[] = [];
  let last = null as MoneyMention | null;
  let from = 0;
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i]!;
    const label = s.flat.slice(Math.max(from, m.start - 70), m.start);
    const clause = label.split(/[;\n]|\.(?= )/).at(-1)!;
    from = m.end;
    const cut = clause.split(/, ?/);
    // The clause after the last comma names the amount, unless it has no cue and the whole has one: "kinh phí, theo dự toán, là 2 tỷ".
    let role = roleBefore(cut.at(-1)!) ?? roleBefore(clause);
    if (last && out.length > 0 && instead.test(label)) {
      role = out.pop()!.role;
    }
    if (
      (m.each && !(mentions.every((x) => x === m || (!x.each && x.value < m.value)) && isPrice(s, m))) ||
      notThis.test(clause)
    )
      continue;
    if (sameAgain.test(clause) && !(m.currency === last?.currency && roleBefore(cut.at(-1)!) === 'counterpart'))
      continue;
    const stop = mentions[i + 1]?.start ?? s.flat.length;
    const rest = s.flat.slice(m.end, Math.min(stop, m.end + 40));
    const after = rest.split(/[,;.\n(]/)[0]!;
    // "4 billion is requested and 500 million is counterpart": the verb binds it to the amount before.
    const bound =
      /^ ?(?:is|are|as|la|lam) (?:the |von |phan |being )?(?:sought|requested|counterpart|grant|aid|doi ung|vien tro|tai tro|xin)(?!\p{L})/u.exec(
        after,
      );
    if (bound) {
      role = roleBefore(bound[0]) ?? role;
      from = m.end + bound[0].length;
    } else if (!role || (role === 'budget' && cut.length > 1 && !roleBefore(cut.at(-1)!))) {
      // "700 triệu xin tài trợ, …": the words behind belong to this amount unless the next one follows at once.
      const closed =
        after.length < rest.length ||
        /(?<!\p{L})(?:va|and|\+) ?$/u.test(after) ||
        stop === s.flat.length ||
        /^ ?in total(?!\p{L})/u.test(after);
      const own = closed && ownCue.test(after) ? roleBefore(after) : null;
      if (own) from = m.end + after.length;
      role = own ?? role;
    }
    if (m.percent) {
      if (role) out.push({ role, m, value: m.value });
      continue;
    }
    let value = m.value;
    if (!m.sure) {
      // A year is no amount: "counterpart, from May 2027".
      if (m.scale === 1 && m.value >= 2020 && m.value <= 2050) continue;
      // A bare number is money only beside a cue, with the unit of a heading or of the amount before.
      if (
        !role ||
        m.scale > 1e3 ||
        /^ ?(?:ho|nguoi|xa|ban|thang|nam|hs|hoc sinh|em|truong|lop|phong|%|chi em|tre|ngay|20\d\d)(?![\p{L}\d])/u.test(
          s.flat.slice(m.end),
        )
      )
        continue;
      if (!/(?:[:=]|\p{L}|\() ?$/u.test(s.flat.slice(0, m.start))) continue;
      const adjacent = roleBefore(s.flat.slice(Math.max(0, m.start - 24), m.start)) !== null;
      if (!adjacent) continue;
      const foreign = last !== null && last.currency !== 'VND';
      // "140k USD, xin 120k"
      const unit =
        foreign && m.scale > 1 ? 1 : head > 1 ? head : (last?.scale ?? (known.budget?.currency === 'VND' ? 1e6 : 1));
      if (unit === 1 && !(last && last.currency !== 'VND')) continue;
      value = m.value * unit;
      const total = last?.value ?? 0;
      if (last && value > total && role !== 'budget' && unit >= 1e9) value = m.value * 1e6;
    } else if (last && m.currency !== last.currency && /[(~≈=] ?$/.test(`${s.flat.slice(0, m.start).trimEnd()} `))
      continue;
    const currency = !m.sure && last ? last.currency : m.currency;
    out.push({ role, m: { ...m, currency }, value });
    last = { ...m, currency, value, scale: m.sure ? m.scale : (last?.scale ?? m.scale) };
  }
  return out;
}

/** Fills the third of the three when two are known in one currency. */
export function completeBudget(b: Budget): Budget {
  const { budget, requested_aid, counterpart } = b;
  const same = (x: Money, y: Money) => x.currency === y.currency;
  if (budget && requested_aid && !counterpart && same(budget, requested_aid) && budget.minor >= requested_aid.minor)
    return { ...b, counterpart: { minor: budget.minor - requested_aid.minor, currency: budget.currency } };
  if (budget && counterpart && !requested_aid && same(budget, counterpart) && budget.minor >= counterpart.minor)
    return { ...b, requested_aid: { minor: budget.minor - counterpart.minor, currency: budget.currency } };
  if (requested_aid && counterpart && !budget && same(requested_aid, counterpart))
    return { ...b, budget: { minor: requested_aid.minor + counterpart.minor, currency: requested_aid.currency } };
  return b;
}

/** Which of the missing figures a bare amount must be, given what is known; null when it could be two. */
function roleOfBare(m: Money, known: Budget): Role | null {
  const { budget, requested_aid, counterpart } = known;
  if (!budget && !requested_aid && !counterpart) return 'budget';
  if (budget && !requested_aid && !counterpart)
    return m.currency === budget.currency && m.minor === budget.minor ? 'requested_aid' : null;
  if (!budget && requested_aid && !counterpart)
    return m.currency !== requested_aid.currency ? null : m.minor >= requested_aid.minor ? 'budget' : 'counterpart';
  if (!budget && !requested_aid && counterpart)
    return m.currency === counterpart.currency && m.minor < counterpart.minor ? 'requested_aid' : null;
  return null;
}

export function budgetIn(s: Scan, mentions: readonly MoneyMention[], known: Budget = {}): Budget {
  const out: { -readonly [K in Role]?: Money } = {};
  const found = figures(s, mentions, known);
  const bare: Money[] = [];
  for (const f of found) {
    if (f.m.percent || f.m.upTo !== undefined) continue;
    const money = moneyOf(f.value, f.m.currency);
    if (!money) continue;
    if (!f.role) bare.push(money);
    else out[f.role] ??= money;
  }
  const before: Budget = { ...known, ...out };
  if (
    bare.length === 1 ||
    (bare.length > 1 && !out.budget && !known.budget && bare.every((b) => b.minor <= bare[0]!.minor))
  ) {
    const less =
      out.requested_aid &&
      !before.budget &&
      bare[0]!.currency === out.requested_aid.currency &&
      bare[0]!.minor < out.requested_aid.minor;
    const role = less
      ? before.counterpart
        ? null
        : 'counterpart'
      : roleOfBare(
          bare[0]!,
          before.budget || known.budget
            ? before
            : out.budget
              ? before
              : { ...known, ...(out.requested_aid && known.budget ? out : {}) },
        );
    if (role && !out[role] && !(role === 'budget' && before.budget)) out[role] = bare[0]!;
  }
  const base = out.budget ?? known.budget;
  for (const f of found) {
    if (!f.m.percent || !f.role || f.role === 'budget' || out[f.role] || !base) continue;
    const part = (base.minor * BigInt(Math.round(f.m.value * 100))) / 10000n;
    if (part <= base.minor) out[f.role] = { minor: part, currency: base.currency };
  }
  const currency =
    out.budget?.currency ??
    out.requested_aid?.currency ??
    known.budget?.currency ??
    known.requested_aid?.currency ??
    'VND';
  if (!out.counterpart && nothing.test(s.flat)) out.counterpart = { minor: 0n, currency };
  const all = everything.exec(s.flat);
  if (all && !out.counterpart && (base ?? out.requested_aid ?? known.requested_aid))
    out.counterpart = { minor: 0n, currency };
  // What is said now replaces what was known; a figure that only followed from the old ones is worked out again.
  const said = Object.keys(out) as Role[];
  if (said.length === 0) return known;
  let merged: Budget = { ...known, ...out };
  if (said.length < 3 && known.budget && known.requested_aid && known.counterpart) {
    const derived: Role = said.includes('counterpart') ? 'requested_aid' : 'counterpart';
    if (said.length === 1 || !said.includes(derived)) {
      const { [derived]: _gone, ...rest } = merged;
      merged = rest;
    }
  }
  return completeBudget(merged);
}

/**
 * Total, requested aid and counterpart as one text says them: "Tổng 800 triệu, xin tài trợ 700 triệu" gives all three, the counterpart by subtraction.
 * "đối ứng 20%" is computed from the total, "xin viện trợ toàn bộ" and "không có đối ứng" make the counterpart 0. One amount without a label is the total.
 * `known`: what was answered before; a bare amount then fills a gap only when it can be only one, otherwise `known` comes back unchanged.
 * Nothing else is ever filled in. Caller's hint for a targeted question: put its label before the answer (`readBudget('đối ứng ' + text, known)`).
 */
export function readBudget(text: string, known: Budget = {}): Budget {
  const s = scan(text);
  return budgetIn(s, moneyMentions(s), known);
}
