import { type Actor, type Grant, guest } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import { safeError } from '../../base/secrets/safe-error.ts';
import { type Face, setUp } from '../../chat/channels/telegram/setup.ts';
import type { Flow } from '../../chat/dialogue/types.ts';
import type { Lang } from '../../chat/text.ts';
import { type Command, done, failed, type ServiceParts } from '../command.ts';
import { commandWords, description, profile } from './telegram-setup-texts.ts';

/** The commands that somebody may use, in the order of the menu. */
// biome-ignore lint/suspicious/noExplicitAny: each flow keeps its own Found
export function commandsFor(flows: readonly Flow<any>[], actor: Actor, lang: Lang) {
  const may = new Set(flows.flatMap((flow) => (flow.command && flow.may(actor) ? [flow.command] : [])));
  return Object.entries(commandWords).flatMap(([command, words]) =>
    may.has(command) ? [{ command, description: words(lang) }] : [],
  );
}

/** Sets what the bot shows of itself at Telegram: menus by role and language, descriptions. */
export const telegramSetup: Command = {
  name: 'telegram setup',
  usage: '',
  says: 'Sets the menu of commands by role and language and the texts of the bot’s profile at Telegram.',
  more: [
    'May be run again at any time: it changes only what differs. Run it after a new version, and after people joined or changed their role.',
    'Everybody sees the menu of a guest until then; whoever is linked gets the menu of their role and language.',
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

/** Everybody who is linked there, with their grants and language. */
async function linked(
  { store, clock }: ServiceParts,
  account: Id<'account'>,
): Promise<{ external: string; actor: Actor; lang: Lang }[]> {
  const at = clock.now().toString();
  const rows = await store.aside(
    (sql) => sql<{ external: string; person: Id<'person'>; lang: Lang | null; grants: Grant[] | null }[]>`
      select i.external, p.id as person, d.lang,
        (select json_agg(json_build_object('role', g.role, 'unit', g.unit_id, 'standsInFor', g.stands_in_for))
          from role_grant g where g.person_id = p.id and g.valid_from <= ${at}::timestamptz
            and (g.valid_to is null or g.valid_to > ${at}::timestamptz)) as grants
      from identity i join person p on p.id = i.person_id
      join chat c on c.account_id = i.account_id and c.external = i.external
      left join dialogue d on d.id = c.dialogue_id
      where i.account_id = ${account} and i.status = 'linked' and p.active and c.unreachable_since is null
      order by i.external`,
  );
  return rows.map(({ external, person, lang, grants }) => ({
    external,
    lang: lang ?? 'vi',
    actor: { ...guest, person, grants: grants ?? [], consent: 'given' },
  }));
}

async function faceOf(of: ServiceParts, account: Id<'account'>): Promise<Face> {
  const people = await linked(of, account);
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
