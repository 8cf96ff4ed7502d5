import type { Action, Turn } from '../../../chat/dialogue/types.ts';
import { fold } from '../../../language/index.ts';
import { setAddress } from '../commands.ts';
import { accountOf, type PeopleParts } from '../context.ts';
import { agreed, refused, type Shown, showFull, withdrawn } from '../gate/consent.ts';
import { leaveDialogue, unlink } from '../linking.ts';
import { called } from '../rules.ts';
import * as t from '../texts.ts';
import { askUnlinking, askWithdrawal } from './data.ts';
import { inviteActions } from './link-account.ts';
import { doAction, wishButtons } from './wishes.ts';

const addresses = ['anh', 'chi', 'dong_chi'] as const;

/** Pressed or typed, as the proof of a consent says. */
const methodOf = (turn: Turn) => (turn.inbound.input.kind === 'press' ? 'button' : 'typed');

/** Changes the language of the dialogue. */
export function setLanguage(turn: Turn, lang: 'vi' | 'en'): void {
  turn.dialogue.lang = lang;
  turn.reply({ text: t.languageSet(lang) });
}

const withOwner = (run: (turn: Turn) => Promise<void> | void) => (turn: Turn) => {
  if (turn.actor.person && turn.actor.consent === 'given') return run(turn);
  turn.reply({ text: t.askCode(turn.lang) });
};

/** What the buttons of this slice do. Each asks for the right itself: buttons are forwarded and pressed a month later. */
export const actions = (parts: PeopleParts): readonly Action[] => [
  {
    name: 'people.consent',
    run: (turn, args) => {
      const { agree, ...shown } = args as unknown as Shown & { agree: boolean };
      return agree === true ? agreed(turn, methodOf(turn), shown) : refused(turn);
    },
  },
  { name: 'people.consent-full', run: (turn) => showFull(turn) },
  {
    name: 'people.address',
    run: async (turn, args) => {
      const address = addresses.find((one) => one === args);
      const { person, name } = turn.actor;
      if (!address || !person) return turn.reply({ text: t.askCode(turn.lang) });
      await setAddress(turn, person, address);
      turn.reply({
        text: t.addressSet(turn.lang, called({ name, address }, turn.lang)),
        buttons: wishButtons(parts, turn.actor, turn.lang),
      });
    },
  },
  { name: 'people.enter-code', run: (turn) => turn.reply({ text: t.askCode(turn.lang) }) },
  { name: 'people.language', run: (turn, args) => setLanguage(turn, args === 'en' ? 'en' : 'vi') },
  doAction(parts) as Action,
  { name: 'people.ask-withdraw', run: withOwner(askWithdrawal) },
  {
    name: 'people.withdraw',
    run: withOwner(withdrawn),
  },
  { name: 'people.ask-unlink', run: withOwner(askUnlinking) },
  {
    name: 'people.unlink',
    run: async (turn) => {
      const done = await unlink(turn, accountOf(turn));
      if (done) await leaveDialogue(turn);
      turn.reply({ text: done ? t.unlinked(turn.lang) : t.unchanged(turn.lang) });
    },
  },
  { name: 'people.keep', run: (turn) => turn.reply({ text: t.unchanged(turn.lang) }) },
  ...inviteActions(parts),
];

/** Which language a message asks for: the other one where it names none. */
export function wantedLanguage(text: string, slot: unknown, now: 'vi' | 'en'): 'vi' | 'en' {
  if (slot === 'vi' || slot === 'en') return slot;
  const said = fold(text);
  if (/tieng viet|vietnamese/.test(said)) return 'vi';
  if (/tieng anh|english/.test(said)) return 'en';
  return now === 'vi' ? 'en' : 'vi';
}
