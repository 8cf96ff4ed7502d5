import type { Store } from '../../base/database/store.ts';
import { type Id, newId } from '../../base/ids.ts';
import type { ChannelName } from './types.ts';

/** The bot's own account of this name on a channel; made with its first start. */
export async function ownAccount(
  store: Store,
  channel: ChannelName,
  name: string,
  now: Temporal.Instant,
): Promise<Id<'account'>> {
  const [row] = await store.aside(
    (sql) => sql<{ id: Id<'account'> }[]>`
      insert into account (id, channel, name, created_at) values (${newId(now.epochMilliseconds)}, ${channel}, ${name}, ${now.toString()})
      on conflict (channel, name) do update set name = excluded.name returning id`,
  );
  return row!.id;
}
