import { randomUUID } from 'node:crypto';
import { isPassing } from '../database/errors.ts';
import type { Clock } from '../time/clock.ts';
import { beatLease, freeLease, type Run, readLease, takeLease } from './store.ts';
import { watch } from './watch.ts';

/** A thing that only one process may do at a time. */
export interface LeaseOf {
  readonly name: string;
  /** This process, for people who read the table; each call adds a mark of its own. */
  readonly holder: string;
  /** The lease time in milliseconds: how long the others wait when this process dies; it beats four times in it. */
  readonly forMs: number;
  /** Ends the waiting, and is handed on to the work. */
  readonly stop?: AbortSignal;
  /** No other process can exist (the embedded database has one owner): what a dead one left is taken at once. */
  readonly alone?: boolean;
  /** Whether a holder is known to be gone (its process ended): what it left is taken without waiting for its silence. */
  readonly gone?: (holder: string) => boolean;
}

/** How it ended: the work ended by itself, the lease went to another process, or `stop` came before it was ours. */
export type LeaseEnd = 'done' | 'lost' | 'stopped';

/**
 * Waits until the lease is ours, then does `work`, then gives it back. Throws what `work` throws.
 * `work` gets a signal that aborts when `stop` does, or when the lease can no longer be kept: it must end within a quarter of the lease time then,
 * for after a whole lease time without a beat another process begins. `fence` rises with each new holder: a statement that must not come from
 * a holder that was frozen meanwhile can ask for it.
 */
export async function withLease(
  run: Run,
  clock: Clock,
  of: LeaseOf,
  work: (stop: AbortSignal, fence: bigint) => Promise<void>,
): Promise<LeaseEnd> {
  const claim = `${of.holder}/${randomUUID()}`;
  const rest = (part: number, stop?: AbortSignal) =>
    clock.sleep(clock.now().add({ milliseconds: Math.ceil(of.forMs / part) }), stop);

  const taken = await acquire(run, clock, of, claim, rest);
  if (!taken) return 'stopped';

  const ended = new AbortController();
  const lost = new AbortController();
  let kept = taken.at;
  // The others may begin a whole lease time after our last beat; we are out a quarter before, whatever the database does meanwhile.
  const until = () => kept + of.forMs * 0.75 - clock.monotonic();

  const beats = async () => {
    while (!ended.signal.aborted && !lost.signal.aborted) {
      await rest(4, ended.signal);
      if (ended.signal.aborted) return;
      // A beat counts from when it was sent: nobody can have seen it earlier.
      const sent = clock.monotonic();
      const ours = await run((sql) => beatLease(sql, of.name, claim, clock.now())).catch(() => null);
      if (ours === false) lost.abort();
      if (ours) kept = sent;
    }
  };
  const limit = async () => {
    while (!ended.signal.aborted && !lost.signal.aborted) {
      const left = until();
      if (left <= 0) lost.abort();
      else await clock.sleep(clock.now().add({ milliseconds: Math.ceil(left) }), ended.signal);
    }
  };
  const beating = beats();
  const limiting = limit();
  try {
    const stop = of.stop ? AbortSignal.any([of.stop, lost.signal]) : lost.signal;
    await work(stop, taken.fence);
    return lost.signal.aborted ? 'lost' : 'done';
  } finally {
    ended.abort();
    await limiting;
    // What is not given back is taken later: a database that does not answer now must not hide how the work ended.
    if (!lost.signal.aborted) await run((sql) => freeLease(sql, of.name, claim, clock.now())).catch(() => {});
    void beating;
  }
}

async function acquire(
  run: Run,
  clock: Clock,
  of: LeaseOf,
  claim: string,
  rest: (part: number, stop?: AbortSignal) => Promise<void>,
): Promise<{ readonly fence: bigint; readonly at: number } | null> {
  const { mayTake } = watch(of.forMs);
  while (!of.stop?.aborted) {
    try {
      const row = await run((sql) => readLease(sql, of.name));
      const silent =
        mayTake(row, clock.monotonic()) ||
        (of.alone === true && !row?.holder?.startsWith(`${of.holder}/`)) ||
        of.gone?.(row?.holder?.split('/')[0] ?? '') === true;
      const at = clock.monotonic();
      const fence =
        silent && !of.stop?.aborted ? await run((sql) => takeLease(sql, { ...of, claim, at: clock.now() }, row)) : null;
      if (fence) return { fence, at };
    } catch (error) {
      // The database is away: its leases are as safe as they were.
      if (!isPassing(error)) throw error;
    }
    await rest(4, of.stop);
  }
  return null;
}
