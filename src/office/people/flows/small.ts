import type { Flow } from '../../../chat/dialogue/types.ts';
import { fold } from '../../../language/index.ts';
import { officeOf, type PeopleParts, who } from '../context.ts';
import { addressButtons } from '../gate/consent.ts';
import { asksAddress, asksOwnData, asksWho, endsLink } from '../gate/words.ts';
import { helper } from '../helper.ts';
import { mainRole } from '../rules.ts';
import * as t from '../texts.ts';
import { setLanguage, wantedLanguage } from './actions.ts';
import { askUnlinking, askWithdrawal, showData } from './data.ts';
import { welcomeButtons, wishButtons } from './wishes.ts';

const everybody = () => true;

/** "menu", "giúp": three things that this role can do now, as buttons. */
export const help = (parts: PeopleParts): Flow => ({
  name: 'help',
  intents: ['help'],
  command: 'menu',
  may: everybody,
  means: asksWho,
  inForm: true,
  run: async (turn) => {
    const role = mainRole(turn.actor);
    if (role === 'guest') {
      turn.reply({ text: t.welcome(turn.lang, await officeOf(turn)), buttons: welcomeButtons(turn.lang) });
    } else {
      const missing = await parts.checklist?.(turn);
      if (missing) turn.reply(missing);
      turn.reply({ text: t.help(turn.lang, who(turn), role), buttons: wishButtons(parts, turn.actor, turn.lang) });
    }
  },
});

/** Thanks and greetings: a guest's first "alo" is shown who this is. */
export const smalltalk = (parts: PeopleParts): Flow => ({
  name: 'thanks_smalltalk',
  intents: ['thanks_smalltalk'],
  may: everybody,
  inForm: true,
  run: async (turn, ask) => {
    const role = mainRole(turn.actor);
    if (/cam on|thank|cảm/.test(fold(ask.text))) return turn.reply({ text: t.thanks(turn.lang, who(turn)) });
    if (role === 'guest') {
      return turn.reply({ text: t.welcome(turn.lang, await officeOf(turn)), buttons: welcomeButtons(turn.lang) });
    }
    turn.reply({ text: t.greeting(turn.lang, who(turn)), buttons: wishButtons(parts, turn.actor, turn.lang) });
  },
});

/** Not ours: one line and a hand-over, nothing invented. */
export const outOfScope: Flow = {
  name: 'out_of_scope',
  intents: ['out_of_scope'],
  may: everybody,
  inForm: true,
  run: async (turn, ask) => {
    const { name, phone } = await helper(turn);
    const said = fold(ask.text);
    const what = /ho chieu|passport|visa|thi thuc/.test(said)
      ? 'passport'
      : /thoi tiet|weather/.test(said)
        ? 'weather'
        : null;
    turn.reply({ text: what ? t.elsewhere(turn.lang, what, name, phone) : t.outOfScope(turn.lang, name, phone) });
  },
};

/** "hủy" outside a form; inside one it is the form's own. */
export const cancel: Flow = {
  name: 'cancel',
  intents: ['cancel'],
  may: everybody,
  run: (turn) => turn.reply({ text: t.nothingToCancel(turn.lang) }),
};

/** Vietnamese or English. */
export const languageSwitch: Flow = {
  name: 'language_switch',
  intents: ['language_switch'],
  command: 'lang',
  may: everybody,
  inForm: true,
  run: (turn, ask) => setLanguage(turn, wantedLanguage(ask.text, ask.slots['lang'], turn.lang)),
};

/** /dulieucuatoi and /rutdongy, beside their words (gate). */
export const dataFlows = (parts: PeopleParts): readonly Flow[] => [
  {
    name: 'my_data',
    intents: ['my_data'],
    command: 'dulieucuatoi',
    may: (actor) => actor.person !== null,
    means: asksOwnData,
    run: (turn) => showData(turn, parts),
  },
  {
    name: 'withdraw_consent',
    intents: [],
    command: 'rutdongy',
    may: (actor) => actor.person !== null,
    run: (turn) => askWithdrawal(turn),
  },
  {
    name: 'address',
    intents: ['address'],
    may: (actor) => actor.person !== null,
    means: asksAddress,
    run: (turn) => turn.reply({ text: t.askAddress(turn.lang), buttons: addressButtons(turn.lang) }),
  },
  {
    name: 'unlink',
    intents: ['unlink'],
    may: (actor) => actor.person !== null,
    means: endsLink,
    run: (turn) => askUnlinking(turn),
  },
];
