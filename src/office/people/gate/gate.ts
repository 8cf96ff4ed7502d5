import { pickedOption } from '../../../chat/dialogue/route.ts';
import type { Ports, Turn } from '../../../chat/dialogue/types.ts';
import { followUp, readings, reservedWord, type Understood, understand } from '../../../language/index.ts';
import { accountOf, officeOf, type PeopleParts } from '../context.ts';
import { askWithdrawal, showData } from '../flows/data.ts';
import { welcomeButtons } from '../flows/wishes.ts';
import { codeIn } from '../invites.ts';
import { type Pending, pendingLink } from '../linking.ts';
import * as t from '../texts.ts';
import { addRole, tryCode } from './code.ts';
import { agreed, askConsent, consentAgain, isOutdated, named, refused } from './consent.ts';
import { asksOwnData, asksWho, consentWord, languageOf, privacyWish, readFullName } from './words.ts';

/** As much as is kept of what a guest types before being linked. */
const mostKept = 6_000;
/** Below this a guest's words are not acted on (as in routing). */
const sure = 0.5;

/** Runs before routing: linking, consent, rights about one's own data. Costs a linked person with consent one regular expression. */
export const gate =
  (parts: PeopleParts): Ports['gate'] =>
  (turn) => {
    const { actor, inbound } = turn;
    if (actor.person && actor.consent === 'given') {
      const { input } = inbound;
      // A link with a code for a further role; the code that linked this chat, pressed again, is only a greeting.
      if (input.kind === 'start' && input.code) {
        return addRole(turn, parts, input.code).then((said) => (said ? 'stop' : 'pass'));
      }
      const wish = input.kind === 'text' ? privacyWish(input.text) : null;
      return wish === null ? 'pass' : privacy(turn, parts, wish);
    }
    return unlinked(turn, parts);
  };

async function privacy(turn: Turn, parts: PeopleParts, wish: 'data' | 'withdraw'): Promise<'stop'> {
  if (wish === 'withdraw') askWithdrawal(turn);
  else await showData(turn, parts);
  return 'stop';
}

async function unlinked(turn: Turn, parts: PeopleParts): Promise<'pass' | 'stop'> {
  const { input } = turn.inbound;
  // Buttons lead to actions that ask for the right themselves; signals come from inside.
  if (input.kind === 'press' || input.kind === 'signal' || input.kind === 'reaction' || input.kind === 'presence')
    return 'pass';
  const pending = turn.actor.person ? null : await pendingLink(turn.tx, accountOf(turn));
  if (input.kind === 'start') {
    // Whoever pressed a button that said "Start" is not answered in Vietnamese; invitations go to officials of the province.
    if (!input.code && turn.chat.channel === 'web' && turn.inbound.from.locale === 'en') turn.dialogue.lang = 'en';
    if (input.code && !turn.actor.person) await tryCode(turn, parts, input.code);
    else if (pending) await askConsent(turn, pending.invite);
    else await greet(turn);
    return 'stop';
  }
  if (input.kind === 'text') return typed(turn, parts, input.text, pending);
  await refuse(turn, pending, false);
  return 'stop';
}

async function typed(turn: Turn, parts: PeopleParts, text: string, pending: Pending | null): Promise<'pass' | 'stop'> {
  // A foreigner does not look for the button [English] under a Vietnamese text.
  if (!turn.actor.person) {
    const shown = languageOf(text, turn.inbound.from.locale);
    // A name that is asked for in English has Vietnamese letters all the same.
    if (shown === 'en' || (shown === 'vi' && !pending)) turn.dialogue.lang = shown;
  }
  const word = turn.actor.person || pending ? consentWord(text) : null;
  if (word === 'agree' && !pending?.agreed) {
    await agreed(turn, 'typed');
    return 'stop';
  }
  if (word === 'refuse') {
    await refused(turn);
    return 'stop';
  }
  if (pending?.agreed) {
    const name = readFullName(text);
    if (name) await named(turn, pending, name);
    else turn.reply({ text: t.nameUnclear(turn.lang) });
    return 'stop';
  }
  if (await isOutdated(turn)) {
    // Who agreed before the text was changed reads the new one before anything else; what was typed is taken up after it.
    keepText(turn, text);
    await askConsent(turn, null, t.consentChanged(turn.lang, true));
    return 'stop';
  }
  const code = turn.actor.person ? null : codeIn(text);
  if (code) {
    await tryCode(turn, parts, code);
    return 'stop';
  }
  const { question } = turn.dialogue;
  if (question?.chat === turn.chat.id && pickedOption(question, text)) return 'pass';
  if (!pending && !turn.actor.person) {
    if (asksWho(text)) {
      await greet(turn);
      return 'stop';
    }
    if (asksOwnData(text) || privacyWish(text) !== null) {
      const office = await officeOf(turn);
      turn.reply({ text: t.guestsData(turn.lang, office.dataOfficer, office.dataOfficerPhone) });
      return 'stop';
    }
  }
  const reserved = reservedWord(text);
  if (reserved) {
    if (!pending) return 'pass';
    await consentAgain(turn, t.consentFirst(turn.lang, false));
    return 'stop';
  }
  const command = /^\s*(\/\w+)/.exec(text)?.[1];
  const read = understand(text, guestsWords(turn));
  if (command ? parts.publicIntents().has(command) : mayHear(turn, parts, text, read)) return 'pass';
  // What refers to something that was shown is read where it can be answered.
  if (!turn.actor.person && refersBack(turn, text)) return 'pass';
  // Short words that mean nothing yet ("alo") are not worth keeping; a whole sentence is.
  const keep = read.confidence >= sure || text.trim().length > 20;
  if (keep) keepText(turn, text);
  if (read.confidence < sure && !command)
    turn.unclear({ text, why: 'unsure', read: readings(text, guestsWords(turn)) });
  if (!keep && !pending && !turn.actor.person) await greet(turn);
  else await refuse(turn, pending, keep);
  return 'stop';
}

function keepText(turn: Turn, text: string): void {
  const before = turn.dialogue.kept;
  turn.dialogue.kept = (before === null || before === text ? text : `${before}\n${text}`).slice(0, mostKept);
}

const guestsWords = (turn: Turn) => ({ vocabulary: turn.vocabulary, now: turn.now, asker: 'guest' as const });

const refersBack = (turn: Turn, text: string): boolean =>
  turn.dialogue.shown !== null && followUp(text, turn.dialogue.shown, guestsWords(turn)) !== null;

/**
 * Whether the words ask for something that a guest may be told. What is foreign to a guest's wishes may be an official's need
 * ("xã Co Mạ cần nước sạch"), so that is read a second time as an official's words before it counts as none of our business.
 */
function mayHear(turn: Turn, parts: PeopleParts, text: string, read: Understood): boolean {
  const open = (of: Understood) => of.confidence >= sure && parts.publicIntents().has(of.intent);
  if (read.intent !== 'out_of_scope' || !open(read)) return open(read);
  return open(understand(text, { vocabulary: turn.vocabulary, now: turn.now, asker: 'department' }));
}

async function greet(turn: Turn): Promise<void> {
  if (turn.actor.person) return askConsent(turn, null);
  const office = await officeOf(turn);
  turn.reply({ text: t.welcome(turn.lang, office), buttons: welcomeButtons(turn.lang) });
}

/** What was asked for is not for guests: the next step, whichever it is. */
async function refuse(turn: Turn, pending: Pending | null, kept: boolean): Promise<void> {
  const { lang } = turn;
  if (pending) return consentAgain(turn, t.consentFirst(lang, kept));
  if (turn.actor.person) return consentAgain(turn, t.consentNeeded(lang, kept));
  const { phone, email } = await officeOf(turn);
  turn.reply({ text: t.howToLink(lang, kept, phone, email) });
}
