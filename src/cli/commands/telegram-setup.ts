import { guest } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import { safeError } from '../../base/secrets/safe-error.ts';
import { type Face, setUp } from '../../chat/channels/telegram/setup.ts';
import type { Lang } from '../../chat/text.ts';
import { commandsFor, linkedThere } from '../../telegram-menus.ts';
import { type Command, done, failed, type ServiceParts } from '../command.ts';
import { description, profile } from './telegram-setup-texts.ts';

/** Sets what the bot shows of itself at Telegram: menus by role and language, descriptions. */
export const telegramSetup: Command = {
  name: 'telegram setup',
  usage: '',
  says: 'Sets the menu of commands by role and language and the texts of the bot’s profile at Telegram.',
  more: [
    'May be run again at any time: it changes only what differs. Run it after a new version.',
    'Whoever is linked later, or changes role or language, gets the menu of it within seconds by the running service.',
  ],
  async run(of) {
    const { telegram } = of;
    if (!telegram) return failed('Telegram is not set: TELEGRAM_BOT_TOKEN in the settings, then a restart.');
    try {
      const changed = await setUp(telegram.channel.client, await faceOf(of, telegram.account));
      return done(
        ...(changed.length === 0 ? ['Nothing had to be changed.'] : changed.map((what) => `Set: ${what}.`)),
        `The bot: ${telegram.channel.link() ?? 'its name is not known yet, since Telegram has not answered'}`,
      );
    } catch (error) {
      return failed(`Telegram did not take it: ${safeError(error).message}. What was set before stays; run it again.`);
    }
  },
};

async function faceOf(of: ServiceParts, account: Id<'account'>): Promise<Face> {
  const people = await linkedThere(of, account);
  const forGuests = (lang: Lang) => commandsFor(of.flows, guest, lang);
  const groups = commandsFor(
    of.flows.filter((flow) => flow.published),
    guest,
    'vi',
  );
  return {
    commands: [
      { scope: { type: 'default' }, commands: forGuests('vi'), whose: 'guests' },
      { scope: { type: 'default' }, language: 'en', commands: forGuests('en'), whose: 'guests' },
      { scope: { type: 'all_group_chats' }, commands: groups, whose: 'groups' },
      ...people.map(({ external, actor, lang }) => ({
        scope: { type: 'chat' as const, chat_id: Number(external) },
        commands: commandsFor(of.flows, actor, lang),
        whose: `chat ${external}`,
      })),
    ],
    profile: [
      { description: description('vi'), short: profile('vi') },
      { language: 'en', description: description('en'), short: profile('en') },
    ],
  };
}
