import { withLease } from '../leases/lease.ts';
import type { Run } from '../leases/store.ts';
import type { Clock } from '../time/clock.ts';

/** Something that the service does by itself again and again, in one process of all. */
export interface Chore {
  readonly name: string;
  /** When it is to be done next, the past included; null: never. Asked anew each time, so that it knows what others did meanwhile. */
  due(): Promise<Temporal.Instant | null>;
  /** Does it. `stop` aborts when the service stops, or when another process takes over. */
  run(stop: AbortSignal): Promise<void>;
}

export interface ChoreParts {
  /** How one statement gets to the database (`Store.aside`). */
  readonly run: Run;
  readonly clock: Clock;
  /** This process, for people who read the leases. */
  readonly holder: string;
  /** No other process can exist: the embedded database has one owner. */
  readonly alone: boolean;
  readonly chores: readonly Chore[];
  /** Hears of a chore that failed; it is tried again after `retryAfter`. */
  readonly failed: (chore: string, error: unknown) => void;
}

/** The lease is kept by beats that wait behind a backup on the embedded database: so long may one take there. */
const leaseMs = 10 * 60_000;
const lookEvery = Temporal.Duration.from({ minutes: 1 });
const retryAfter = Temporal.Duration.from({ minutes: 15 });

/** Does chores as they fall due until stopped; several processes share a lease, so that one does them. */
export function keepChores(parts: ChoreParts): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { run, clock, holder, alone } = parts;
  const wait = () => clock.sleep(clock.now().add(lookEvery), signal);
  const loop = (async () => {
    while (!signal.aborted) {
      try {
        await withLease(run, clock, { name: 'chores', holder, forMs: leaseMs, stop: signal, alone }, (stop) =>
          rounds(parts, stop),
        );
      } catch (error) {
        parts.failed('chores', error);
      }
      await wait();
    }
  })();
  return {
    stop() {
      stopping.abort();
      return loop;
    },
  };
}

/** Looks every minute what is due. */
async function rounds({ clock, chores, failed }: ChoreParts, stop: AbortSignal): Promise<void> {
  const notBefore = new Map<string, Temporal.Instant>();
  const isDue = (at: Temporal.Instant | undefined | null) =>
    at !== null && (!at || Temporal.Instant.compare(at, clock.now()) <= 0);
  while (!stop.aborted) {
    for (const chore of chores) {
      if (stop.aborted || !isDue(notBefore.get(chore.name))) continue;
      try {
        if (isDue(await chore.due())) await chore.run(stop);
      } catch (error) {
        // What was cut short by the stop is no failure: the successor does it.
        if (stop.aborted) return;
        failed(chore.name, error);
        notBefore.set(chore.name, clock.now().add(retryAfter));
      }
    }
    await clock.sleep(clock.now().add(lookEvery), stop);
  }
}
