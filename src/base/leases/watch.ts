import type { LeaseRow } from './store.ts';

/** Decides from what is seen of a lease, on the own monotonic clock, whether its holder is dead. */
export interface Watch {
  /** Looks at the lease at `monotonic` (milliseconds). True: it may be taken as it stands. */
  mayTake(row: LeaseRow | null, monotonic: number): boolean;
}

/**
 * Makes a watch. A lease may be taken when it is free, or when the same holder and beat were seen for the whole lease time: the holder's own,
 * since that is what it keeps to, or ours where that is longer. No wall clock is asked, so a wrong one steals nothing.
 */
export function watch(forMs: number): Watch {
  let seen: { readonly holder: string; readonly beat: bigint; readonly since: number } | null = null;
  return {
    mayTake(row, monotonic) {
      if (!row?.holder) {
        seen = null;
        return true;
      }
      if (seen?.holder !== row.holder || seen.beat !== row.beat) {
        seen = { holder: row.holder, beat: row.beat, since: monotonic };
        return false;
      }
      return monotonic - seen.since >= Math.max(forMs, row.forMs);
    },
  };
}
