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
  /** The same after a commit that changed records of these kinds, where names are among them: the next message finds what this one has written. */
  changed(kinds: ReadonlySet<string>): Promise<void>;
}

/** Kinds of records whose rows have names. */
const named = ['partner', 'unit'] as const;

/** Reads the names once and keeps them. */
export async function readNames(store: Store): Promise<Names> {
  // The sum finds also what was written earlier by the clock and committed later; the day what has no version of its own.
  const version = () =>
    store.aside(async (sql) => {
      const [row] = await sql<{ v: string }[]>`
        select concat_ws(' ', u.*, p.*) as v
        from (select count(*), sum(row_version), max(updated_at) from unit) u, (select count(*), sum(row_version), max(updated_at) from partner) p`;
      return row!.v;
    });
  const read = () =>
    store.read(async (plain) => {
      const reads = plain as unknown as Reads;
      return vocabulary({ ...(await vocabularyLists(reads)), partners: await vocabularyEntries(reads) });
    });
  let at = await version();
  let now = await read();
  const look = async (): Promise<boolean> => {
    const found = await version();
    if (found === at) return false;
    now = await read();
    at = found;
    return true;
  };
  // One look at a time, each after what it was asked for: a snapshot never takes the place of a newer one.
  let looking: Promise<unknown> = Promise.resolve();
  const refresh = (): Promise<boolean> => {
    const mine = looking.then(look);
    looking = mine.catch(() => {});
    return mine;
  };
  return {
    current: () => now,
    refresh,
    async changed(kinds) {
      if (named.some((kind) => kinds.has(kind))) await refresh();
    },
  };
}
