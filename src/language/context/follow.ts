import type { Json } from '../../base/json.ts';
import { type Facts, gather, type UnderstandContext } from '../intents/facts.ts';
import { hasSlots, slotsOf, understand } from '../intents/understand.ts';
import { type Scan, scan } from '../text/words.ts';
import type { Understood } from '../types.ts';
import { ellipsis } from './ellipsis.ts';
import { asksBeside } from './near.ts';
import { pointsAt, pronoun } from './pointing.ts';
import type { Shown, ShownKind } from './shown.ts';

export { sameDistrict } from './near.ts';
export { pointsAt } from './pointing.ts';

/**
 * What words mean that refer to what was just shown. `ask`: to be taken as this reading; `beside`: the commune next to `code` is meant,
 * `ask` says for what; `beyond`: fewer things were shown; `which`: one of several is meant and it is not said which.
 */
export type FollowUp =
  | { readonly is: 'ask'; readonly ask: Understood }
  | { readonly is: 'beside'; readonly ask: Understood; readonly code: string | null }
  | { readonly is: 'beyond'; readonly shown: number }
  | { readonly is: 'which'; readonly shown: number };

/** Intents that are about one thing of a kind; the first opens it. `must`: without the thing they mean nothing. */
const about: Readonly<Record<ShownKind, { readonly may: readonly string[]; readonly must: readonly string[] }>> = {
  need: {
    may: ['my_needs', 'needs_search'],
    must: ['edit_need', 'withdraw_need', 'need_review', 'match_need'],
  },
  partner: {
    may: ['mission_search', 'log_contact', 'ngo_edit', 'match_need', 'dossier_status'],
    must: ['ngo_status', 'ngo_project_list', 'ngo_contacts'],
  },
};

/** What a pronoun's sentence asks of the thing, by its cues, where its own reading fits no such thing. */
const byCue: Readonly<Record<ShownKind, readonly (readonly [cue: string, intent: string])[]>> = {
  need: [
    ['review_return', 'need_review'],
    ['review_reject', 'need_review'],
    ['review_accept', 'need_review'],
    ['withdraw', 'withdraw_need'],
    ['edit', 'edit_need'],
    ['match', 'match_need'],
  ],
  partner: [
    ['expire', 'ngo_status'],
    ['valid', 'ngo_status'],
    ['project', 'ngo_project_list'],
    ['contacts', 'ngo_contacts'],
    ['about', 'ngo_status'],
    ['state', 'ngo_status'],
  ],
};

const staff = (c: UnderstandContext) => c.asker === 'officer' || c.asker === 'leader' || c.asker === 'admin';

/** A reading that names this thing of the list; `pointed`: the list goes on being what is spoken of. */
function of(
  shown: Shown,
  index: number,
  ask: Pick<Understood, 'intent' | 'slots' | 'text'>,
  c: UnderstandContext,
): Understood {
  const id = shown.ids[index]!;
  const { need_no: _no, need_ref: _ref, ngo: _ngo, country: _country, ...said } = ask.slots;
  const rest = { ...said, pointed: true };
  if (shown.kind === 'need') return { ...ask, confidence: 0.9, slots: { ...rest, need_id: id } };
  const entry = c.vocabulary.partners.byId.get(id);
  if (!entry) return { ...ask, confidence: 0.9, slots: rest };
  const slots: { [slot: string]: Json } = { ...rest, ngo: entry.name };
  if (entry.kind !== 'mission') return { ...ask, confidence: 0.9, slots };
  const intent = ask.intent === 'ngo_status' ? 'mission_search' : ask.intent;
  return { ...ask, intent, confidence: 0.9, slots: { ...slots, ...(entry.country ? { country: entry.country } : {}) } };
}

/** Opens a thing: what a press on its name does. */
function open(shown: Shown, index: number, text: string, c: UnderstandContext): Understood {
  const intent = shown.kind === 'partner' ? 'ngo_status' : staff(c) ? 'needs_search' : 'my_needs';
  return of(shown, index, { intent, slots: {}, text }, c);
}

const fits = (kind: ShownKind, intent: string) => about[kind].may.includes(intent) || about[kind].must.includes(intent);

/** "cái thứ hai", "trả lại cái đầu tiên vì thiếu đầu mối". */
function ordinal(s: Scan, text: string, shown: Shown, read: Understood, c: UnderstandContext): FollowUp | null {
  const { kind, ids } = shown;
  if (!kind || ids.length < 2) return null;
  const pointed = pointsAt(s);
  if (!pointed) return null;
  const index = pointed.position === 'last' ? ids.length - 1 : pointed.position - 1;
  if (index >= ids.length) return { is: 'beyond', shown: ids.length };
  const rest = scan(pointed.rest).words.length;
  const fitting = rest >= 2 && read.confidence >= 0.5 && fits(kind, read.intent);
  return { is: 'ask', ask: fitting ? of(shown, index, read, c) : open(shown, index, text, c) };
}

/** "nó hết hạn khi nào", "dự án của tổ chức này", "rút nhu cầu đó". */
function pointedAt(f: Facts, text: string, shown: Shown, read: Understood, c: UnderstandContext): FollowUp | null {
  const { kind, ids, focus } = shown;
  const said = kind && pronoun(f.s);
  if (!said || (said.kind && said.kind !== kind)) return null;
  // "nó" beside a name is that name's.
  if (kind === 'partner' ? f.partners.length > 0 : f.needNos.length > 0) return null;
  const cue = byCue[kind].find(([name]) => f.cues.has(name as never) || f.marks.has(name));
  const intent = fits(kind, read.intent) ? read.intent : cue?.[1];
  // A sentence that is clearly about something else only happens to have such a word.
  if (!intent && read.confidence >= 0.75) return null;
  if (focus === null) return { is: 'which', shown: ids.length };
  if (!intent) return { is: 'ask', ask: open(shown, focus, text, c) };
  return { is: 'ask', ask: of(shown, focus, { intent, slots: slotsOf(intent, f), text }, c) };
}

/** Words that a question about one thing has beside what it asks. */
const small = new Set(
  'a ad ah ak anh ai bac ban bao cac cai can cho chua co con cua da den di do duoc em gi gio hay het hien ho hoi k khi khong ko la lam luc may minh nao nay ngay nhe nhi nhu nua oi ra roi sao so the thi tinh toi trang tu va vay ve voi xem the is are does do when what still how about their its it any to of for and'.split(
    ' ',
  ),
);

const renewal = /^(?:da |duoc |dc |moi |vua )*(?:gia han|het han|renewed)(?: |$)/;
const ofRound = /(?:^| )(?:dot|vong|round|danh muc|don vi|xa|so nganh|cac so|nop)(?: |$)/;

/** "còn hạn không" right after a card: the thing is left out because everybody knows which. */
function carried(f: Facts, shown: Shown, asRead: Understood, c: UnderstandContext): FollowUp | null {
  const { kind, focus } = shown;
  if (!kind || focus === null) return null;
  // "gia hạn đến 05/12/2029" right after a card is its certificate: who means a round or a unit says so.
  const certificate =
    kind === 'partner' &&
    asRead.intent === 'round_edit' &&
    f.units.length === 0 &&
    !f.cues.has('round') &&
    !f.cues.has('deadline');
  const read = certificate ? { ...asRead, intent: 'ngo_edit', slots: slotsOf('ngo_edit', f) } : asRead;
  if (kind === 'partner' && read.intent === 'ngo_edit' && read.confidence >= 0.5 && read.slots['op'] !== 'add') {
    return f.partners.length === 0 && f.countries.length === 0 ? { is: 'ask', ask: of(shown, focus, read, c) } : null;
  }
  // A certificate is renewed in the words by which a round is given longer: right after its card it is the certificate.
  if (kind === 'partner' && read.intent === 'round_edit' && renewal.test(f.s.flat) && !ofRound.test(f.s.flat)) {
    const as: Understood = { intent: 'ngo_edit', confidence: 0.9, slots: slotsOf('ngo_edit', f), text: read.text };
    if (f.partners.length + f.countries.length + f.places.length + f.units.length === 0)
      return { is: 'ask', ask: of(shown, focus, as, c) };
  }
  // "còn hiệu lực không" alone says too little to be sure of, but not right after a card.
  const cue = kind === 'partner' ? byCue.partner.find(([name]) => f.cues.has(name as never))?.[1] : undefined;
  const intent = read.confidence >= 0.5 ? read.intent : cue;
  if (!intent || !about[kind].must.includes(intent)) return null;
  const spoken = kind === 'need' ? ['need_no', 'need_ref', 'need_id'] : ['ngo', 'country', 'place', 'field', 'org'];
  if (spoken.some((name) => read.slots[name] !== undefined)) return null;
  if (kind === 'partner') {
    if (f.partners.length > 0 || f.places.length > 0 || f.units.length > 0) return null;
    const cued = [...f.cues.values()].flat();
    // A name that nobody knows is a name all the same.
    const foreign = f.s.words.filter(
      (w) => !small.has(w.flat) && !cued.some((h) => w.start >= h.start && w.end <= h.end),
    );
    if (foreign.length > 0) return null;
  }
  return { is: 'ask', ask: of(shown, focus, { intent, slots: slotsOf(intent, f), text: read.text }, c) };
}

/** Which commune the last question was about. */
function placeOf(shown: Shown, c: UnderstandContext): string | null {
  const { org } = shown.slots;
  const unit = typeof org === 'string' ? c.vocabulary.lists.units.find((u) => u.name === org) : undefined;
  if (unit) return c.vocabulary.places.byCode.has(unit.code) ? unit.code : null;
  if (shown.text === '') return null;
  for (const hit of gather(shown.text, c).places) {
    for (const name of hit.names) {
      if (name.is === 'commune') return name.place.code;
      if (name.is === 'old') return name.old.now;
    }
  }
  return null;
}

/** Longer than this a message says for itself what it means. */
const most = 200;

/**
 * What a message means by what was shown before it: "nó", "cái thứ hai", "còn y tế?", "còn của xã bên cạnh?". Null: it stands for itself.
 * Pure; `shown` is what the caller still holds for current.
 */
export function followUp(text: string, shown: Shown, c: UnderstandContext): FollowUp | null {
  if (text.length > most) return null;
  const s = scan(text);
  if (s.words.length === 0) return null;
  const read = understand(text, c);
  if (asksBeside(s.flat) && s.words.length <= 14 && hasSlots(shown.intent)) {
    const { place: _place, org: _org, need_id: _need, pointed: _pointed, ...slots } = shown.slots;
    return { is: 'beside', ask: { intent: shown.intent, confidence: 0.9, slots, text: '' }, code: placeOf(shown, c) };
  }
  const pointed = ordinal(s, text, shown, read, c);
  if (pointed) return pointed;
  const f = gather(text, c, s);
  const by = pointedAt(f, text, shown, read, c);
  if (by) return by;
  const again = ellipsis(s, shown, read, c);
  if (again) return { is: 'ask', ask: again };
  return carried(f, shown, read, c);
}
