import type { Store } from '../base/database/store.ts';
import type { Reads } from '../chat/work.ts';
import { type Vocabulary, vocabulary } from '../language/index.ts';
import { vocabularyEntries } from './partners/index.ts';
import { vocabularyLists } from './people/units.ts';

/** The names of units, places and partners, in memory: a snapshot that is replaced whole when the tables have changed. */
export interface Names {
  current(): Vocabulary;
  /** Reads them again if anything changed; whether it did. */
  refresh(): Promise<boolean>;
}

/** Reads the names once and keeps them. */
export async function readNames(store: Store): Promise<Names> {
  const version = () =>
    store.aside(async (sql) => {
      const [row] = await sql<{ v: string }[]>`
        select concat_ws(' ', (select count(*) from unit), (select max(updated_at) from unit), (select count(*) from partner), (select max(updated_at) from partner)) as v`;
      return row!.v;
    });
  const read = () =>
    store.read(async (plain) => {
      const reads = plain as unknown as Reads;
      return vocabulary({ ...(await vocabularyLists(reads)), partners: await vocabularyEntries(reads) });
    });
  let at = await version();
  let now = await read();
  return {
    current: () => now,
    async refresh() {
      const found = await version();
      if (found === at) return false;
      now = await read();
      at = found;
      return true;
    },
  };
}
