import { createHash } from 'node:crypto';
import type { Json } from '../../../base/json.ts';
import type { Turn } from '../../../chat/dialogue/types.ts';
import { plain, type RichText } from '../../../chat/messaging/rich-text.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import { lastConsent, recordConsent, withdrawConsent } from '../consents.ts';
import { accountOf, officeOf, unitName, who } from '../context.ts';
import type { Invite } from '../invites.ts';
import { completeLink, dropPending, type Pending, pendingLink, rememberAgreement } from '../linking.ts';
import * as t from '../texts.ts';
import type { Office } from '../types.ts';

/** Which of the two texts was shown, in which language, word for word: what an agreement is about. */
export interface Shown {
  readonly full: boolean;
  readonly lang: Lang;
  readonly hash: string;
}

const textOf = (office: Office, of: Pick<Shown, 'full' | 'lang'>): RichText =>
  (of.full ? t.consentFull : t.consentText)(of.lang, office);

const hashOf = (text: RichText) => createHash('sha256').update(plain(text)).digest('hex');

function buttons(office: Office, lang: Lang, full: boolean): readonly (readonly Button[])[] {
  const shown = { full, lang, hash: hashOf(textOf(office, { full, lang })) };
  const answer = (agree: boolean): Json => ({ agree, ...shown });
  return [
    [
      { label: t.agree(lang), call: { action: 'people.consent', args: answer(true) } },
      { label: t.disagree(lang), call: { action: 'people.consent', args: answer(false) } },
    ],
    ...(full ? [] : [[{ label: t.readAll(lang), call: { action: 'people.consent-full', args: null } }]]),
  ];
}

/** Asks for consent with the whole text; before it, what the code was for. */
export async function askConsent(turn: Turn, invite: Invite | null, why: RichText = []): Promise<void> {
  const office = await officeOf(turn);
  const { lang } = turn;
  const before = invite ? t.codeRight(lang, await unitName(turn, invite.unitId, lang), invite.role) : why;
  turn.reply({
    text: [...before, ...textOf(office, { full: false, lang })],
    buttons: buttons(office, lang, false),
  });
}

/** The long text, with the same question. */
export async function showFull(turn: Turn): Promise<void> {
  const office = await officeOf(turn);
  turn.reply({ text: textOf(office, { full: true, lang: turn.lang }), buttons: buttons(office, turn.lang, true) });
}

/** Reminds of the open question. */
export async function consentAgain(turn: Turn, text: RichText): Promise<void> {
  turn.reply({ text, buttons: buttons(await officeOf(turn), turn.lang, false) });
}

/** [Anh] [Chị] [Đồng chí]. */
export const addressButtons = (lang: Lang): readonly (readonly Button[])[] => [
  [
    { label: t.sayAnh(lang), call: { action: 'people.address', args: 'anh' } },
    { label: t.sayChi(lang), call: { action: 'people.address', args: 'chi' } },
    { label: t.sayDongChi(lang), call: { action: 'people.address', args: 'dong_chi' } },
  ],
];

/** What was typed before consent is taken up, by the actor that the sender is now. */
export function takeUpKept(turn: Turn): boolean {
  const { kept } = turn.dialogue;
  if (kept === null) return false;
  turn.dialogue.kept = null;
  turn.takeUp(kept);
  return true;
}

/** "Đồng ý", pressed or typed. `shown`: from the button; typed words mean the short text in the language of the chat. */
export async function agreed(turn: Turn, method: 'button' | 'typed', shown?: Shown): Promise<void> {
  const office = await officeOf(turn);
  const lang = shown?.lang ?? turn.lang;
  const text = textOf(office, { full: shown?.full ?? false, lang });
  // The office's row was changed after the text was shown: what was agreed to is no longer what would be recorded.
  if (shown && shown.hash !== hashOf(text)) return askConsent(turn, null);
  const { person, consent } = turn.actor;
  if (person) {
    if (consent === 'given') return turn.reply({ text: t.unchanged(turn.lang) });
    await recordConsent(turn, person, { at: turn.now, method, lang, text: plain(text) });
    turn.became(person);
    turn.reply({ text: t.consentGiven(turn.lang, who(turn)) });
    takeUpKept(turn);
    return;
  }
  const pending = await pendingLink(turn.tx, accountOf(turn));
  if (!pending) return turn.reply({ text: t.askCode(turn.lang) });
  const name = pending.invite.name;
  if (name === null && pending.invite.personId === null) {
    await rememberAgreement(turn, pending, method);
    return turn.reply({ text: t.askName(turn.lang) });
  }
  await finish(turn, pending, name ?? '', { at: turn.now, method, lang, text: plain(text) });
}

/** The name that was missing. */
export async function named(turn: Turn, pending: Pending, name: string): Promise<void> {
  if (!pending.agreed) return askConsent(turn, pending.invite);
  const text = textOf(await officeOf(turn), { full: false, lang: turn.lang });
  await finish(turn, pending, name, { ...pending.agreed, lang: turn.lang, text: plain(text) });
}

async function finish(
  turn: Turn,
  pending: Pending,
  name: string,
  given: { at: Temporal.Instant; method: 'button' | 'typed'; lang: Lang; text: string },
): Promise<void> {
  const office = await officeOf(turn);
  const account = { ...accountOf(turn), displayName: turn.inbound.from.name ?? null };
  const done = await completeLink(turn, account, pending, { ...given, name });
  const { lang } = turn;
  if (!done) return turn.reply({ text: t.codeOver(lang, 'used', office.phone) });
  turn.became(done.person);
  const { unitId, role } = pending.invite;
  const took = turn.dialogue.kept !== null;
  turn.reply({
    text: t.linked(lang, done.name, await unitName(turn, unitId, lang), role, took),
    // One question a message: where something is taken up, its own comes next.
    ...(took ? {} : { buttons: addressButtons(lang) }),
  });
  takeUpKept(turn);
  if (took) {
    const ask = { template: 'people.ask-address', values: {}, topic: 'people', ifUnknown: 'resend' as const };
    turn.notify(done.person, ask, { notBefore: turn.now.add({ minutes: askAddressAfter }) });
  }
}

/** How they are called is asked when what was taken up has had its time: as a notice, so that no open question is disturbed. */
const askAddressAfter = 15;

/** Whether the sender agreed to an earlier version of the text, which no longer counts, and has not withdrawn it. */
export async function isOutdated(turn: Turn): Promise<boolean> {
  const { person, consent } = turn.actor;
  if (!person || consent !== 'none') return false;
  const last = await lastConsent(turn.tx, person);
  return last !== null && last.withdrawnAt === null;
}

/** Consent is withdrawn: pressed, or by refusing a text that was changed. */
export async function withdrawn(turn: Turn): Promise<void> {
  await withdrawConsent(turn);
  // Notices find a person's chats by their dialogue: from now on they find none, and somebody is told to phone instead.
  turn.dialogue.person = null;
  const office = await officeOf(turn);
  turn.reply({
    text: t.withdrawn(turn.lang, office.dataOfficer, office.dataOfficerPhone),
    buttons: [[{ label: t.readAgain(turn.lang), call: { action: 'people.consent-full', args: null } }]],
  });
}

/** "Không đồng ý": a guest as before; the code stays good. */
export async function refused(turn: Turn): Promise<void> {
  turn.dialogue.kept = null;
  if (await isOutdated(turn)) return withdrawn(turn);
  if (turn.actor.person) return turn.reply({ text: t.unchanged(turn.lang) });
  const pending = await pendingLink(turn.tx, accountOf(turn));
  if (pending) await dropPending(turn, accountOf(turn));
  turn.reply({ text: t.declined(turn.lang, pending?.invite.expiresAt ?? null) });
}
