import { randomBytes } from 'node:crypto';
import { type Actor, guest } from '../../../src/base/access/access.ts';
import { handle, openStore, type Store } from '../../../src/base/database/store.ts';
import { newId } from '../../../src/base/ids.ts';
import { keyring } from '../../../src/base/secrets/keyring.ts';
import { localDay } from '../../../src/base/time/zone.ts';
import type { AuditEntry, Work } from '../../../src/chat/work.ts';
import { type DemoPeople, seedPeople } from '../../../src/demo/people.ts';
import { type DemoRound, seedRounds } from '../../../src/demo/rounds.ts';
import { freshFolder } from '../../support/fresh-folder.ts';

/** Monday, 23/11/2026, 14 giờ 00: where the fake clock starts. */
export const start = Temporal.Instant.from('2026-11-23T07:00:00Z');

export const keys = keyring(randomBytes(32));

/** An embedded store with the demonstration's office, people and round, and a way to run commands on it. */
export interface World {
  readonly store: Store;
  readonly people: DemoPeople;
  readonly round: DemoRound;
  readonly audits: AuditEntry[];
  /** Runs one decision in a transaction of its own; by default the operator's. */
  work<T>(change: (work: Work) => Promise<T>, by?: { actor?: Actor; now?: Temporal.Instant }): Promise<T>;
  close(): Promise<void>;
}

export async function world(): Promise<World> {
  const folder = await freshFolder();
  const store = await openStore({ dataDir: folder.dataDir }, start);
  const audits: AuditEntry[] = [];
  const work: World['work'] = (change, by = {}) =>
    store.exclusive(async (sql) => {
      const now = by.now ?? start;
      await sql`begin read write`;
      try {
        const done = await change({
          tx: handle(sql),
          raw: sql as unknown as Work['raw'],
          now,
          actor: by.actor ?? guest,
          via: { channel: by.actor ? 'telegram' : 'cli', request: 'test' },
          newId: () => newId(now.epochMilliseconds),
          audit: (entry) => void audits.push(entry),
          notify() {},
          recall() {},
          release() {},
          later() {},
        });
        await sql`commit`;
        return done;
      } catch (error) {
        await sql`rollback`;
        throw error;
      }
    });
  const people = await work((w) => seedPeople(w, localDay(start), keys));
  const round = await work((w) => seedRounds(w, localDay(start), people));
  return {
    store,
    people,
    round,
    audits,
    work,
    async close() {
      await store.close();
      await folder.drop();
    },
  };
}
