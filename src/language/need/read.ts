import { localDay } from '../../base/time/zone.ts';
import { budgetIn } from '../amounts/budget.ts';
import { type MoneyMention, moneyMentions } from '../amounts/mentions.ts';
import { moneyOf } from '../amounts/money.ts';
import { rankIn } from '../fields/rank.ts';
import { contactIn } from '../people/contact.ts';
import type { PlaceHit } from '../places/find.ts';
import { trimEndOf } from '../text/trim.ts';
import { type Scan, scan } from '../text/words.ts';
import { completePeriod, periodIn } from '../time/period.ts';
import type { ContactDetails, FieldOfWork, NeedRead, ProjectPeriod, UnitEntry } from '../types.ts';
import { type UnitHit, unitsIn } from '../units/find.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Part, piece, type Section, sections } from './labels.ts';
import { letterBody } from './letter.ts';
import { isOwner } from './sender.ts';
import { servedIn } from './served.ts';
import { firstNeed } from './several.ts';
import { untable } from './tables.ts';
import { titleFrom, titleIn } from './title.ts';
import { whereabouts } from './where.ts';

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

/** Reads a need from a text. */
export function needIn(text: string, c: NeedContext): NeedParts {
  const table = untable(text.normalize('NFC'), c.vocabulary);
  const { first, rest } = firstNeed(letterBody(table.text));
  const s = scan(first);
  const labelled = sections(s.flat);
  const of = (part: Part) => labelled.find((x) => x.part === part && x.end > x.start);
  const units = unitsIn(s, c.vocabulary);
  const who = whereabouts(s, units, c.vocabulary, { org: of('org'), place: of('place') });

  const mentions = moneyMentions(s);
  const money = budgetIn(s, mentions);
  const range = Object.keys(money).length === 0 ? rangeOf(mentions) : undefined;
  const period = periodOf(
    s,
    labelled.filter((x) => x.part === 'period' && x.end > x.start),
    localDay(c.now),
  );
  const contact = contactOf(
    s,
    labelled.filter((x) => x.part === 'contact'),
  );
  const others = rest !== '' || table.rows > 1;
  const title = titleOf(s, of('title'), labelled.length >= 2, units, who.sender, who.behindHead);
  const counts = servedIn(s, of('beneficiaries'), title);
  const field = fieldOf(s, of('field'), title, units);
  const aim = of('objective');
  const objective = aim ? clean(s.raw.slice(aim.start, aim.end)) : null;

  const need: NeedRead = {
    ...(who.unit ? { org: who.unit.id } : {}),
    ...(title ? { title } : {}),
    ...(field ? { field } : {}),
    ...(objective ? { objective } : {}),
    ...(who.places ? { places: who.places } : {}),
    ...(counts.length ? { beneficiaries: counts } : {}),
    ...(Object.keys(money).length ? { money } : {}),
    ...(range ? { range } : {}),
    ...(period ? { period } : {}),
    ...(contact ? { contact } : {}),
    ...(others ? { others: true as const } : {}),
  };
  return { need, unit: who.unit, places: who.hits };
}

function rangeOf(mentions: readonly MoneyMention[]): NeedRead['range'] {
  const m = mentions.find((x) => x.upTo !== undefined && !x.each);
  const min = m && moneyOf(m.value, m.currency);
  const max = m && moneyOf(m.upTo!, m.currency);
  return min && max ? { min, max } : undefined;
}

/** When it is done: what stands under the label, completed by what is said elsewhere. */
function periodOf(s: Scan, labelled: readonly Section[], today: Temporal.PlainDate): ProjectPeriod | null {
  const [when, next] = labelled;
  // "Bắt đầu: … | Kết thúc: …": the labels say which day is which.
  const ends = next && /^\s*(?:ket thuc|hoan thanh)/.test(s.flat.slice(next.labelStart));
  const opens = when && /^\s*(?:bat dau|khoi cong|ket thuc|hoan thanh)/.test(s.flat.slice(when.labelStart));
  const period = when ? periodIn(piece(s, ends ? { ...when, end: next.end } : when, ends || opens), today) : null;
  if (period?.start || period?.end) return period;
  const elsewhere = periodIn(s, today, true);
  return elsewhere ? completePeriod({ ...elsewhere, ...period }) : period;
}

function contactOf(s: Scan, labelled: readonly Section[]): ContactDetails | undefined {
  const [first] = labelled;
  const text = first ? scan(s.raw.slice(first.start, labelled.at(-1)!.end).replace(/\n/g, ', ')) : null;
  const found = (text && contactIn(text, true)) ?? contactIn(s, false);
  if (!found || !(found.phone || found.email || found.name)) return undefined;
  const { start: _start, ...rest } = found;
  // "Liên hệ ông Dơ, ĐT: 0915 …": the label stands behind the name.
  const name = rest.name ?? (text ? contactIn(s, false)?.name : undefined);
  return name ? { ...rest, name } : rest;
}

/** What the need is called: the line under its label, what stands before the sender, else what is asked for. */
function titleOf(
  s: Scan,
  named: Section | undefined,
  pasted: boolean,
  units: readonly UnitHit[],
  sender: UnitHit | null,
  behindHead: number,
): string | null {
  let title: string | null = null;
  if (named) {
    const line = s.raw.slice(named.start, named.end).split(/\n|\.(?= \p{Lu})/u)[0]!.length;
    const subject = /^\s*(?:v\/v|ve viec)/.test(s.flat.slice(named.labelStart));
    const whole =
      !subject && pasted && s.raw.slice(named.labelStart, named.start).trim().length < 40 && isLine(s, named);
    title = whole ? clean(s.raw.slice(named.start, named.start + line)) : titleFrom(s, named.start, named.end, units);
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
  return title || titleIn(s, sender && opens(s, sender) ? sender.end : behindHead, units);
}

/** Which field of work: the labelled one, else that of the title, else of all that is said but the names of bodies. */
function fieldOf(
  s: Scan,
  labelled: Section | undefined,
  title: string | null,
  units: readonly UnitHit[],
): FieldOfWork | undefined {
  const skip = units.map((u) => ({ start: u.start, end: u.end }));
  return (
    (labelled && rankIn(piece(s, labelled))[0]) ??
    (title ? rankIn(scan(title), [])[0] : undefined) ??
    rankIn(s, skip)[0] ??
    rankIn(s)[0]
  );
}

/** "Do mưa đá …, UBND xã xin", "Khoa Môi trường, Trường Đại học", "I am … from": a reason, a part of the sender or who writes is no title. */
const notFirst =
  /^[^\p{L}]*(?:(?:do|vi|sau|vua qua|tran|dot|mua|hien|nam|khoa|phong|chi cuc|trung tam|ban|to|tram|don vi|can bo|em|e|toi|minh|da|chao|kinh|thua|nho|alo|gui|chung toi|hi|hello|dear|good)(?!\p{L})|.{0,12}(?:\bi am|my name|toi la|em la|minh la))|(?<!\p{L})(?:thuoc|cua|from|thay mat) ?$/u;
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
