import { localDay } from '../../base/time/zone.ts';
import { budgetIn } from '../amounts/budget.ts';
import { type MoneyMention, moneyMentions } from '../amounts/mentions.ts';
import { moneyOf } from '../amounts/money.ts';
import { rankIn } from '../fields/rank.ts';
import { beneficiariesIn, labelledCount } from '../people/beneficiaries.ts';
import { contactIn } from '../people/contact.ts';
import { type PlaceHit, placesIn } from '../places/find.ts';
import { placesReadOf } from '../places/read.ts';
import { trimEndOf } from '../text/trim.ts';
import { type Scan, scan } from '../text/words.ts';
import { completePeriod, periodIn } from '../time/period.ts';
import type { Beneficiaries, Budget, NeedRead, PlacesRead, UnitEntry } from '../types.ts';
import { type UnitHit, unitsIn } from '../units/find.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Part, type Section, sections } from './labels.ts';
import { communeSender, isOwner, senderOf } from './sender.ts';
import { untable } from './tables.ts';
import { titleFrom, titleIn } from './title.ts';

/** What a need is read against. */
export interface NeedContext {
  readonly vocabulary: Vocabulary;
  readonly now: Temporal.Instant;
}

/** All that was found of a need, with what forms do not use but the intents' slots do. */
export interface NeedParts {
  readonly need: NeedRead;
  readonly unit: UnitEntry | null;
  readonly places: readonly PlaceHit[];
}

/** The head of a letter says nothing of the need: its place and date, number, addressee, subject line mark. Blanked, so that offsets stay. */
const letterhead =
  /(?:^|\n)[^\n]{0,40}?,? ?(?:ngày|ngay) ?\d{1,2} (?:tháng|thang) ?\d{1,2} (?:năm|nam) ?20\d\d(?=\s*(?:\n|$))|(?:^|\n) ?(?:Số|So) ?: ?[^\n]{1,30}(?=\n)|(?:Theo|theo|Căn cứ|căn cứ|can cu)[^\n,.;]{0,60}?(?:số|so) ?\d+\/[^\n,.;]{1,60}?(?:ngày|ngay) ?[\d/]+|(?<![\p{L}\d])\d{1,5}\/(?:\d{4}\/)?[\p{Lu}][\p{L}&]*-[\p{L}&-]+/gu;

function blank(text: string): string {
  return text.replace(letterhead, (m) => m.replace(/[^\n]/g, ' '));
}

/** The value of a labelled part as a text of its own; the label stays in front where it says which figure a number is. */
function piece(s: Scan, sec: Section, withLabel = false): Scan {
  return scan(trimEndOf(s.raw.slice(withLabel ? sec.labelStart : sec.start, sec.end).trim(), ';,'));
}

/** People and households first, at most two counts: more would be details of the same. */
function mainCounts(
  found: readonly (Beneficiaries & { start: number; end: number })[],
  s: Scan,
  from = 0,
): Beneficiaries[] {
  const clean = found.filter(
    (b) =>
      !/(?:da co|hien co|truoc day|nam ngoai|da duoc|cach|trong do(?: co)?|gom) $/.test(
        s.flat.slice(Math.max(0, b.start - 12), b.start),
      ),
  );
  const use = clean.length ? clean : found;
  const unique: Beneficiaries[] = [];
  // "Xã có 14 bản … lắp đèn tại 3 bản": what stands behind the request is served by it.
  const ordered = [...use.filter((b) => b.start >= from), ...use.filter((b) => b.start < from)];
  for (const { start: _s, end: _e, ...b } of ordered) if (!unique.some((u) => u.unit === b.unit)) unique.push(b);
  const heads = unique.filter((b) => b.unit !== 'villages' && b.unit !== 'cooperatives');
  const groups = unique.filter((b) => b.unit === 'villages' || b.unit === 'cooperatives');
  return [...heads.slice(0, 2), ...groups.slice(0, 1)];
}

function rangeOf(mentions: readonly MoneyMention[]): NeedRead['range'] {
  const m = mentions.find((x) => x.upTo !== undefined && !x.each);
  const min = m && moneyOf(m.value, m.currency);
  const max = m && moneyOf(m.upTo!, m.currency);
  return min && max ? { min, max } : undefined;
}

/** Reads a need from a scanned text. */
export function needIn(text: string, c: NeedContext): NeedParts {
  const s = scan(blank(untable(text)));
  const v = c.vocabulary;
  const today = localDay(c.now);
  const labelled = sections(s.flat);
  const of = (part: Part) => labelled.find((x) => x.part === part && x.end > x.start);
  const paste = labelled.length >= 2;

  const units = unitsIn(s, v);
  const orgSection = of('org');
  const sender = orgSection
    ? (units.find((u) => u.start >= orgSection.start && u.end <= orgSection.end) ?? null)
    : senderOf(s, units);
  let unit = sender?.units[0] ?? null;

  // Places: the labelled part, else all but what only names a body.
  const placeSection = of('place');
  const placeText = placeSection ? piece(s, placeSection) : null;
  const inBody = (h: PlaceHit) =>
    units.some((u) => h.start >= u.start && h.end <= u.end && !(u.bare && u.units[0]!.kind === 'commune'));
  let hits = placeText ? placesIn(placeText, v, true) : placesIn(s, v, false).filter((h) => !inBody(h));
  let placeScan = placeText ?? s;
  if (hits.length === 0 && placeText) {
    hits = placesIn(s, v, false).filter((h) => !inBody(h));
    placeScan = s;
  }
  // "tỉnh Sơn La" beside a commune is where it lies.
  if (hits.length > 1)
    hits = hits.filter(
      (h, _i, all) =>
        !(
          h.names.some((n) => n.is === 'province') &&
          all.some((x) => x !== h && !x.names.some((n) => n.is === 'province'))
        ),
    );
  const head = unit || placeText ? null : communeSender(s, hits);
  if (head) unit = v.units.byCode.get(head.code) ?? null;
  // Nobody is named as the sender, and one commune only is named at all: it is its need.
  const [sole] = units;
  if (!unit && sole && units.every((u) => u.bare && u.units.length === 1 && u.units[0] === sole.units[0]))
    unit = sole.units[0]!.kind === 'commune' ? sole.units[0]! : null;
  // "Sở Ngoại vụ tỉnh Sơn La": where the addressee sits is no place of the need.
  if (unit?.kind === 'commune' && hits.every((h) => h.names.some((n) => n.is === 'province'))) hits = [];
  let places: PlacesRead | null = placesReadOf(placeScan, hits, v);
  if (
    unit?.kind === 'commune' &&
    (!places || (places.communes.length === 0 && places.unclear.length === 0 && !places.province))
  ) {
    if (v.places.byCode.has(unit.code))
      places = { ...(places ?? { province: false, unclear: [], renamed: [] }), communes: [unit.code] };
  }

  const bens = of('beneficiaries');
  const benScan = bens ? piece(s, bens) : s;
  let counts = mainCounts(beneficiariesIn(benScan), benScan);
  if (counts.length === 0 && bens) counts = labelledCount(s.flat.slice(bens.labelStart, bens.start), benScan);
  if (counts.length === 0 && bens) counts = mainCounts(beneficiariesIn(s), s);

  const mentions = moneyMentions(s);
  const money: Budget = budgetIn(s, mentions);
  const range = Object.keys(money).length === 0 ? rangeOf(mentions) : undefined;

  const when = of('period');
  let period = when
    ? periodIn(piece(s, when, /^\s*(?:bat dau|khoi cong)/.test(s.flat.slice(when.labelStart))), today)
    : null;
  if (!period || (!period.start && !period.end)) {
    const elsewhere = periodIn(s, today, true);
    if (elsewhere) period = completePeriod({ ...elsewhere, ...period });
  }

  const contactSections = labelled.filter((x) => x.part === 'contact');
  const first = contactSections[0];
  const contactText = first ? scan(s.raw.slice(first.start, contactSections.at(-1)!.end).replace(/\n/g, ', ')) : null;
  const found = (contactText && contactIn(contactText, true)) ?? contactIn(s, false);
  let contact: NeedRead['contact'];
  if (found && (found.phone || found.email || found.name)) {
    const { start: _start, ...rest } = found;
    // "Liên hệ ông Dơ, ĐT: 0915 …": the label stands behind the name.
    const name = rest.name ?? (contactText ? contactIn(s, false)?.name : undefined);
    contact = name ? { ...rest, name } : rest;
  }

  const named = of('title');
  let title: string | null = null;
  if (named) {
    const line = s.raw.slice(named.start, named.end).split(/\n|\.(?= \p{Lu})/u)[0]!.length;
    const subject = /^\s*(?:v\/v|ve viec)/.test(s.flat.slice(named.labelStart));
    title =
      !subject &&
      paste &&
      s.raw.slice(named.labelStart, named.start).trim().length < 40 &&
      /^|\n/.test(s.raw) &&
      isLine(s, named)
        ? clean(s.raw.slice(named.start, named.start + line))
        : titleFrom(s, named.start, named.end, units);
  }
  // "Phòng khám lưu động …, Sở Y tế đề xuất, …": the name comes first.
  if (
    !title &&
    sender &&
    !sender.bare &&
    sender.start > 12 &&
    sender.start < 120 &&
    !opens(s, sender) &&
    !/[.!?:;\n]/.test(s.raw.slice(0, sender.start)) &&
    !notFirst.test(s.flat.slice(0, sender.start))
  )
    title = titleFrom(s, 0, sender.start, units);
  if (!title) title = titleIn(s, sender && opens(s, sender) ? sender.end : (head?.outerEnd ?? 0), units);

  if (title && !bens && benScan === s) {
    const at = s.raw.toLowerCase().indexOf(title.slice(0, 24).toLowerCase());
    if (at > 0) counts = mainCounts(beneficiariesIn(s), s, at);
  }
  const fieldSection = of('field');
  const skip = units.map((u) => ({ start: u.start, end: u.end }));
  const field =
    (fieldSection && rankIn(piece(s, fieldSection))[0]) ??
    (title ? rankIn(scan(title), [])[0] : undefined) ??
    rankIn(s, skip)[0] ??
    rankIn(s)[0];
  const aim = of('objective');
  const objective = aim ? clean(s.raw.slice(aim.start, aim.end)) : null;

  const need: NeedRead = {
    ...(unit ? { org: unit.id } : {}),
    ...(title ? { title } : {}),
    ...(field ? { field } : {}),
    ...(objective ? { objective } : {}),
    ...(places ? { places } : {}),
    ...(counts.length ? { beneficiaries: counts } : {}),
    ...(Object.keys(money).length ? { money } : {}),
    ...(range ? { range } : {}),
    ...(period ? { period } : {}),
    ...(contact ? { contact } : {}),
  };
  return { need, unit, places: hits };
}

/** "Do mưa đá …, UBND xã xin", "Khoa Môi trường, Trường Đại học", "I am … from": a reason, a part of the sender or who writes is no title. */
const notFirst =
  /^[^\p{L}]*(?:(?:do|vi|sau|vua qua|tran|dot|mua|hien|nam|khoa|phong|chi cuc|trung tam|ban|to|tram|don vi|can bo)(?!\p{L})|.{0,12}(?:\bi am|my name|toi la|em la|minh la))|(?<!\p{L})(?:thuoc|cua|from) ?$/u;
const clean = (text: string) => trimEndOf(text.trim().replace(/^["“]/, ''), ' \n;,.–-"”').trim();
/** Whether a labelled part is a line of its own. */
const isLine = (s: Scan, sec: Section) =>
  sec.labelStart === 0 || s.raw[sec.labelStart - 1] === '\n' || s.raw[sec.labelStart] === '\n';

/** Whether the sender is named before anything is said of the need. */
const opens = (s: Scan, u: UnitHit) =>
  u.start < 100 && !isOwner(s, u) && (u.start < 12 || rankIn(scan(s.raw.slice(0, u.start))).length === 0);

/**
 * Everything of a need that one message says: a running paragraph, a pasted form ("Nhãn: giá trị"), a hurried note without marks.
 * Values are those of the form's fields; what was not said is absent, except what follows by subtraction. Under a millisecond for a paragraph.
 */
export function readNeed(text: string, c: NeedContext): NeedRead {
  return needIn(text, c).need;
}
