import type { Clock } from '../../src/base/time/clock.ts';

/** A clock that only a test moves. Whoever sleeps wakes when it has passed. */
export interface FakeClock extends Clock {
  /** Moves time on, waking sleepers on the way. */
  advance(by: Temporal.DurationLike): void;
  /** Sets the wall clock alone, as an operator or a broken battery would; the monotonic one does not follow. */
  jump(to: Temporal.Instant): void;
}

export function fakeClock(start = Temporal.Instant.from('2026-11-23T07:00:00Z')): FakeClock {
  let now = start;
  let monotonic = 0;
  const sleepers = new Set<{ until: Temporal.Instant; wake: () => void }>();
  const wake = () => {
    for (const sleeper of sleepers) if (Temporal.Instant.compare(sleeper.until, now) <= 0) sleeper.wake();
  };
  return {
    now: () => now,
    monotonic: () => monotonic,
    sleep: (until, stop) =>
      new Promise((resolve) => {
        if (stop?.aborted || Temporal.Instant.compare(until, now) <= 0) return resolve();
        const sleeper = {
          until,
          wake: () => {
            sleepers.delete(sleeper);
            stop?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        stop?.addEventListener('abort', sleeper.wake, { once: true });
      }),
    advance(by) {
      const next = now.add(by);
      monotonic += next.since(now).total('milliseconds');
      now = next;
      wake();
    },
    jump(to) {
      now = to;
      wake();
    },
  };
}
