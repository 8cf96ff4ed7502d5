import { guest } from '../base/access/access.ts';
import { fact } from '../base/database/facts.ts';
import type { Store } from '../base/database/store.ts';
import type { Keyring } from '../base/secrets/keyring.ts';
import type { Clock } from '../base/time/clock.ts';
import { localZone } from '../base/time/zone.ts';
import type { Kernel } from '../chat/kernel/kernel.ts';
import { seedNeeds } from './needs.ts';
import { seedPartners } from './partners.ts';
import { seedPeople } from './people.ts';
import { seedRounds } from './rounds.ts';

/** The store and the mode do not fit: live on demonstration data, or demonstration on real data. The message says what to do. */
export class WrongStore extends Error {
  override readonly name = 'WrongStore';
}

/**
 * Sees to it that a store is either live or a demonstration for its whole life. Gives whether it holds the demonstration already.
 * @throws WrongStore
 */
export async function storeFits(store: Store, demo: boolean): Promise<boolean> {
  const { known, real } = await store.aside(async (sql) => {
    const [known, used] = await Promise.all([
      fact(sql, 'demo'),
      sql<{ used: boolean }[]>`
        select exists (select from unit) or exists (select from person) or exists (select from office)
          or exists (select from message) as used`,
    ]);
    return { known: known === true, real: known !== true && used[0]!.used };
  });
  if (known && !demo) {
    throw new WrongStore(
      'This store holds demonstration data, so it can’t go live. Give the live service an empty DATA_DIR (or a new DATABASE_SCHEMA), or set DEMO=1 to go on demonstrating.',
    );
  }
  if (real && demo) {
    throw new WrongStore(
      'DEMO=1, but this store holds real data. Set DEMO=0, or give the demonstration a DATA_DIR (or a DATABASE_SCHEMA) of its own.',
    );
  }
  return known;
}

/**
 * In DEMO an empty store is filled, dates as offsets from today.
 * @throws WrongStore
 */
export async function prepareDemo(of: {
  store: Store;
  kernel: Pick<Kernel, 'write'>;
  clock: Clock;
  keys: Keyring;
  demo: boolean;
}): Promise<void> {
  const { store, clock, demo } = of;
  if ((await storeFits(store, demo)) || !demo) return;
  const today = clock.now().toZonedDateTimeISO(localZone).toPlainDate();
  await of.kernel.write({ actor: guest, via: { channel: 'cli', request: 'demo' } }, async (work) => {
    // In the same commit as the data: a start that is killed here leaves an empty store, not one that looks real.
    // Of two processes that start at once the second waits here for the first, and finds it done.
    const mine = await work.raw`
      insert into store_fact (key, value, at) values ('demo', 'true', ${work.now.toString()})
      on conflict (key) do nothing returning key`;
    if (mine.length === 0) return;
    const people = await seedPeople(work, today, of.keys);
    const round = await seedRounds(work, today, people);
    await seedPartners(work, today, {
      officers: [people.minh, people.ha].map((p) => ({ id: p.id, fullName: p.actor.name ?? '' })),
      keys: of.keys,
    });
    await seedNeeds(work, { ...people, round });
  });
}
