import { tellsWholeNeed } from '../need/whole.ts';
import { reservedIn } from '../reserved.ts';
import { type Scan, scan } from '../text/words.ts';
import type { ReservedWord, Understood } from '../types.ts';
import { classifier } from './classifier.ts';
import { type Facts, gather, type UnderstandContext } from './facts.ts';
import { features } from './features.ts';
import { cuePhrases } from './lexicon.ts';
import { judge, type Rule } from './rules.ts';
import { inFull } from './short-forms.ts';
import { needs, ngos, orgs, put, type Slots } from './slots/common.ts';
import { editNeed, matchNeed, needReview, needsSearch, ownNeeds, submitNeed } from './slots/need.ts';
import {
  dossier,
  exportSlots,
  kpi,
  logContact,
  missions,
  ngoEdit,
  ngoExpiring,
  ngoProjects,
  ngoSearch,
} from './slots/ngo.ts';
import { delegate, extension, logCall, remind, reminders, roundEdit, roundStatus } from './slots/round.ts';

export type { UnderstandContext } from './facts.ts';

/** What a lone reserved word means outside a form. */
const alone: Readonly<Partial<Record<ReservedWord, string>>> = {
  cancel: 'cancel',
  stop: 'cancel',
  help: 'help',
  menu: 'help',
};

const language = (f: Facts, slots: Slots) => {
  if (
    f.cues.has('english') &&
    !(f.cues.has('vietnamese') && f.cues.get('vietnamese')![0]!.start > f.cues.get('english')![0]!.start)
  )
    slots['lang'] = 'en';
  else if (f.cues.has('vietnamese')) slots['lang'] = 'vi';
};
const link = (f: Facts, slots: Slots) => {
  const m = /(?<![\d.,/-])(\d{6}|\d{3} \d{3})(?![\d.,/-]| ?\d)/.exec(f.s.flat);
  if (m) slots['code'] = m[1]!.replace(' ', '');
  const { in: units } = orgs(f, true);
  put(slots, 'org', units);
};

/** Which slots an intent has, and how each is read. Intents that are not here carry none. */
const fill: Readonly<Record<string, (f: Facts, slots: Slots) => void>> = {
  submit_need: submitNeed,
  my_needs: ownNeeds,
  edit_need: editNeed,
  withdraw_need: (f, s) => needs(f, s),
  no_need: (f, s) => put(s, 'org', orgs(f, true).in),
  ngo_status: ngos,
  ngo_search: ngoSearch,
  ngo_expiring: ngoExpiring,
  ngo_project_list: ngoProjects,
  ngo_contacts: ngos,
  mission_search: missions,
  needs_search: needsSearch,
  need_review: needReview,
  match_need: (f, s) => matchNeed(f, s, ngos),
  round_status: roundStatus,
  remind,
  schedule_list: reminders,
  cancel_reminder: reminders,
  round_edit: roundEdit,
  ask_extension: extension,
  kpi,
  export: exportSlots,
  log_contact: logContact,
  log_call: logCall,
  ngo_edit: ngoEdit,
  delegate,
  dossier_status: dossier,
  language_switch: language,
  link_account: link,
};

/** How much a rule counts beside what was learnt, for a weight of 100: measured by `train.ts --check`. */
const ruleWorth = 2.75;

/** What somebody of this kind hardly ever asks for, and by how much (as a logarithm) it then has to be clearer than all else. */
const unlikely: Readonly<Record<'unit' | 'staff', ReadonlySet<string>>> = {
  unit: new Set([
    'need_review',
    'remind',
    'log_call',
    'log_contact',
    'round_edit',
    'cancel_reminder',
    'match_need',
    'kpi',
  ]),
  staff: new Set(['ask_extension', 'withdraw_need', 'my_needs', 'acknowledge']),
};
const unlikelyBy = 2.5;
/** By how much (as a logarithm) a whole need is clearer than all else. */
const wholeNeedBy = 3;

interface Verdict {
  readonly intent: string;
  readonly confidence: number;
  readonly next: string;
  readonly nextConfidence: number;
  readonly rule: Rule | null;
  readonly features: readonly string[];
}

/** What the message asks for: the learnt weights and the heaviest rule that holds, together. */
function verdict(f: Facts): Verdict {
  const { best: rule } = judge(f.marks);
  const found = features(f);
  const z = classifier.scores(found);
  const { intents } = classifier;
  const k = rule ? intents.indexOf(rule.intent) : -1;
  const odd = unlikely[f.marks.has('staff') ? 'staff' : 'unit'];
  for (let i = 0; i < z.length; i++) {
    if (odd.has(intents[i]!)) z[i]! -= unlikelyBy;
    // Only a reminder can be acknowledged.
    if (intents[i] === 'acknowledge' && !f.c.after) z[i]! -= 2 * unlikelyBy;
  }
  if (k >= 0) z[k]! += (ruleWorth * rule!.weight) / 100;
  // What a unit writes that tells of a whole need is one, whatever its single words would mean alone.
  if (f.marks.has('dept') && tellsWholeNeed(f.s, f)) z[intents.indexOf('submit_need')]! = Math.max(...z) + wholeNeedBy;
  let first = 0;
  let second = 1;
  for (let i = 1; i < z.length; i++) {
    if (z[i]! > z[first]!) {
      second = first;
      first = i;
    } else if (i !== first && (second === first || z[i]! > z[second]!)) second = i;
  }
  let sum = 0;
  for (const x of z) sum += Math.exp(x - z[first]!);
  // Words that nobody has used before make a reading less sure.
  const words = f.s.words.filter((w) => !w.digits);
  const known =
    words.filter((w) => inFull.has(w.flat) || classifier.knows(w.flat)).length +
    f.partners.length +
    f.units.length +
    f.places.length;
  const share = words.length === 0 ? 0 : Math.min(1, known / words.length);
  const sure = (1 / sum) * (k === first ? 1 : 0.9) * Math.min(1, 0.25 + 1.25 * share);
  return {
    intent: intents[first]!,
    confidence: Math.round(Math.min(0.98, Math.max(0.05, sure)) * 100) / 100,
    next: intents[second]!,
    nextConfidence: Math.round(sure * Math.exp(z[second]! - z[first]!) * 100) / 100,
    rule,
    features: found,
  };
}

/** The list of what was not understood, which has no examples to learn from: its few wordings as they are. */
const unclearList =
  /^(?:(?:cho|toi|em|anh|chi|xem|mo|liet ke|danh sach|ds|cac|nhung|tai|xuat|show|list|the|me|see) )*(?:(?:cau|tin|tin nhan|loi|loi nhan|cau hoi)(?: \p{L}+){0,3} (?:chua|khong|ko) (?:duoc )?hieu(?: duoc)?|(?:messages?|words)(?: that were)? not understood|not understood(?: messages?)?|unclear messages?)(?: (?:a|nhe|di|list))*[ ?.!]*$/u;

/** A lone reserved word outside a form, and "vâng" after a reminder; null for all else. */
function whole(text: string, c: UnderstandContext, scanned: Scan): Understood | null {
  if (c.asker === 'admin' && text.length <= 60 && unclearList.test(scanned.flat.trim()))
    return { intent: 'unclear_list', confidence: 0.95, slots: {}, text };
  const reserved = text.length > 60 ? null : reservedIn(text, scanned);
  if (!reserved) return null;
  const acknowledges = !['no', 'none_yet', 'later', 'help', 'cancel'].includes(reserved);
  if (c.after === 'reminder' && acknowledges) return { intent: 'acknowledge', confidence: 0.95, slots: {}, text };
  const intent = alone[reserved];
  return intent ? { intent, confidence: 0.95, slots: {}, text } : null;
}

/**
 * Reads a message: the likeliest intent, how sure (below 0.5 ask back), and what was said, as slots with canonical names.
 * "trả lại nhu cầu 13 vì thiếu đầu mối" from an officer is need_review { need_no: 13, decision: "return", reason: "thiếu đầu mối" }.
 * Some ten microseconds for a short message.
 */
export function understand(text: string, c: UnderstandContext): Understood {
  const scanned = scan(text);
  const command = whole(text, c, scanned);
  if (command) return command;
  const f = gather(text, c, scanned);
  const slots: Slots = {};
  if (f.marks.has('only_ask')) return { intent: 'help', confidence: 0.8, slots, text };
  if (f.s.words.length === 0) return { intent: 'out_of_scope', confidence: 0.3, slots, text };
  const { intent, confidence } = verdict(f);
  fill[intent]?.(f, slots);
  return { intent, confidence, slots, text };
}

/** Whether a text may say that a notice arrived: only then it is worth knowing whether one was sent last. */
export function mayAcknowledge(text: string): boolean {
  if (text.length > 160) return false;
  const scanned = scan(text);
  return reservedIn(text, scanned) !== null || cuePhrases.find(scanned).some((h) => h.value === 'ack');
}

/** The slots that an intent has, as this message says them. */
export function slotsOf(intent: string, f: Facts): Slots {
  const slots: Slots = {};
  fill[intent]?.(f, slots);
  return slots;
}

/** Whether an intent carries slots: only then there is something to be replaced by "còn y tế?". */
export const hasSlots = (intent: string): boolean => Object.hasOwn(fill, intent);

/** Reads a message as one intent, which somebody chose: "trả lại nc 13" as needs_search is { need_no: 13 }. */
export function readAs(text: string, intent: string, c: UnderstandContext): Understood {
  return { intent, confidence: 1, slots: slotsOf(intent, gather(text, c)), text };
}

/** The two likeliest readings of a message, the likelier first: what is asked back where none is sure. */
export function readings(text: string, c: UnderstandContext): readonly Understood[] {
  const f = gather(text, c);
  if (f.s.words.length === 0) return [];
  const { intent, confidence, next, nextConfidence } = verdict(f);
  return [
    { intent, confidence, slots: slotsOf(intent, f), text },
    { intent: next, confidence: nextConfidence, slots: slotsOf(next, f), text },
  ];
}

/** Why a message was read so: the rule that held, and the features that spoke most for the intent against the next likely one. */
export interface Explained extends Understood {
  readonly next?: string;
  readonly rule?: string;
  readonly marks?: readonly string[];
  readonly features?: readonly { readonly feature: string; readonly weight: number }[];
}

/** `understand`, with its reasons. */
export function explain(text: string, c: UnderstandContext): Explained {
  const u = understand(text, c);
  const scanned = scan(text);
  if (whole(text, c, scanned)) return { ...u, rule: 'the whole message is a reserved word' };
  const f = gather(text, c, scanned);
  const v = verdict(f);
  const top = v.features
    .map((feature) => ({
      feature,
      weight: Math.round((classifier.weight(feature, v.intent) - classifier.weight(feature, v.next)) * 100) / 100,
    }))
    .filter((x) => x.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 8);
  return {
    ...u,
    next: v.next,
    ...(v.rule ? { rule: `${v.rule.intent} ${v.rule.weight}: ${said(v.rule)}` } : {}),
    marks: [...f.marks],
    features: top,
  };
}

const said = (r: Rule) => r.when.map((w) => `${w.not ? '!' : ''}${w.any.join('|')}`).join(' ');
