import { reservedIn } from '../reserved.ts';
import { scan } from '../text/words.ts';
import type { ReservedWord, Understood } from '../types.ts';
import { type Facts, gather, type UnderstandContext } from './facts.ts';
import { judge } from './rules.ts';
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
  const m = /(?<![\d.,/-])(\d{6})(?![\d.,/-])/.exec(f.s.flat);
  if (m) slots['code'] = m[1]!;
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

/** How sure a verdict is: the weight of its rule, less when another reading is nearly as heavy. */
function confidenceOf(weight: number, next: number): number {
  const gap = weight - next;
  const sure = weight / 100;
  return Math.round(Math.max(0.05, gap >= 12 ? sure : sure - (12 - gap) * 0.02) * 100) / 100;
}

/**
 * Reads a message: the likeliest intent, how sure (below 0.5 ask back), and what was said, as slots with canonical names.
 * "trả lại nhu cầu 13 vì thiếu đầu mối" from an officer is need_review { need_no: 13, decision: "return", reason: "thiếu đầu mối" }.
 * Some ten microseconds for a short message.
 */
export function understand(text: string, c: UnderstandContext): Understood {
  const scanned = scan(text);
  const reserved = text.length > 60 ? null : reservedIn(text, scanned);
  if (
    reserved &&
    c.after === 'reminder' &&
    reserved !== 'no' &&
    reserved !== 'none_yet' &&
    reserved !== 'later' &&
    reserved !== 'help' &&
    reserved !== 'cancel'
  )
    return { intent: 'acknowledge', confidence: 0.95, slots: {}, text };
  const whole = reserved && alone[reserved];
  if (whole) return { intent: whole, confidence: 0.95, slots: {}, text };
  const f = gather(text, c, scanned);
  const { best, next } = judge(f.marks);
  const slots: Slots = {};
  if (!best) return { intent: reserved ? 'thanks_smalltalk' : 'out_of_scope', confidence: 0.3, slots, text };
  fill[best.intent]?.(f, slots);
  return { intent: best.intent, confidence: confidenceOf(best.weight, next?.weight ?? 0), slots, text };
}
