import { type Actor, type Grant, guest } from './base/access/access.ts';
import type { Store } from './base/database/store.ts';
import type { Id } from './base/ids.ts';
import type { Clock } from './base/time/clock.ts';
import type { Client } from './chat/channels/telegram/client.ts';
import { outcomeOf } from './chat/channels/telegram/failures.ts';
import type { Flow } from './chat/dialogue/types.ts';
import type { Lang } from './chat/text.ts';
import { commandWords } from './cli/commands/telegram-setup-texts.ts';

/** The commands that somebody may use, in the order of the menu. */
// biome-ignore lint/suspicious/noExplicitAny: each flow keeps its own Found
export function commandsFor(flows: readonly Flow<any>[], actor: Actor, lang: Lang) {
  const may = new Set(flows.flatMap((flow) => (flow.command && flow.may(actor) ? [flow.command] : [])));
  return Object.entries(commandWords).flatMap(([command, words]) =>
    may.has(command) ? [{ command, description: words(lang) }] : [],
  );
}

/** Everybody who is linked at Telegram, with their grants and language. */
export async function linkedThere(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
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

/** How soon a menu follows a link, a role or a language that changed. */
const every = { seconds: 10 };

interface MenuParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly account: Id<'account'>;
  readonly client: Pick<Client, 'setMyCommands' | 'deleteMyCommands'>;
  // biome-ignore lint/suspicious/noExplicitAny: each flow keeps its own Found
  readonly flows: readonly Flow<any>[];
}

/**
 * Keeps each person's menu of commands at Telegram in step with their role and language: one call for whoever was linked, changed or
 * left since the last look. What stood there at the start was set by `telegram setup` or by this, so that a start calls nobody.
 */
export function personMenus(of: MenuParts): { refresh(): Promise<void> } {
  let known: Map<string, string> | null = null;

  /** False: Telegram did not take it now and may later. */
  const tell = async (call: () => Promise<unknown>): Promise<boolean> => {
    try {
      await call();
      return true;
    } catch (error) {
      const { end } = outcomeOf(error, of.clock.now());
      return end !== 'wait' && end !== 'unknown';
    }
  };

  return {
    async refresh() {
      const people = await linkedThere(of, of.account);
      const menus = new Map(people.map((one) => [one.external, commandsFor(of.flows, one.actor, one.lang)]));
      const before = known ?? new Map([...menus].map(([chat, menu]) => [chat, JSON.stringify(menu)]));
      known = before;
      for (const [chat, menu] of menus) {
        const now = JSON.stringify(menu);
        if (before.get(chat) === now) continue;
        const scope = { type: 'chat', chat_id: Number(chat) } as const;
        if (!(await tell(() => of.client.setMyCommands(menu, { scope })))) return;
        before.set(chat, now);
      }
      for (const chat of [...before.keys()].filter((one) => !menus.has(one))) {
        const scope = { type: 'chat', chat_id: Number(chat) } as const;
        if (!(await tell(() => of.client.deleteMyCommands({ scope })))) return;
        before.delete(chat);
      }
    },
  };
}

/** Looks every few seconds until it is stopped; what goes wrong is said and tried again. */
export async function keepMenus(of: MenuParts, stop: AbortSignal, failed: (error: unknown) => void): Promise<void> {
  const menus = personMenus(of);
  while (!stop.aborted) {
    await menus.refresh().catch(failed);
    await of.clock.sleep(of.clock.now().add(every), stop);
  }
}
