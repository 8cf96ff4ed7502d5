/** Where the present comes from. Everything that needs the time is handed one of these, so that a test can move it. */
export interface Clock {
  /** The present. */
  now(): Temporal.Instant;
  /** Ends at `until`, or at once when it is past or `stop` is aborted. Never throws. */
  sleep(until: Temporal.Instant, stop?: AbortSignal): Promise<void>;
  /** Milliseconds of a clock that nobody can set; for limits and leases, never shown to a person. */
  monotonic(): number;
}

/** The machine's clock. The only place where the present is read. */
export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
  monotonic: () => performance.now(),
  sleep: (until, stop) => {
    const wait = Math.min(until.epochMilliseconds - Date.now(), 0x7fffffff);
    if (wait <= 0 || stop?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, wait);
      stop?.addEventListener('abort', done, { once: true });
    });
  },
};
