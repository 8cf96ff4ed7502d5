import type { Clock } from '../time/clock.ts';

/** How often something may be done: `burst` at once, then `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Counts by key, in this process only. */
export interface Limiter {
  /** Takes `cost` tokens of `key`; gives 0, or the milliseconds until they are there (nothing is taken then). */
  take(key: string, cost?: number): number;
}

/**
 * A token bucket for each key. Full buckets are forgotten, and above `keys` (default 50,000) the longest unused too,
 * so that inventing keys can't fill the memory.
 */
export function rateLimiter(clock: Clock, rate: Rate, keys = 50_000): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const fillMs = (rate.burst / rate.perSecond) * 1000;
  const forget = (now: number) => {
    for (const [key, bucket] of buckets) {
      // The map is in the order of last use: the first that is not full yet ends the search, unless there are too many.
      if (now - bucket.at < fillMs && buckets.size <= keys) return;
      buckets.delete(key);
    }
  };
  return {
    take(key, cost = 1) {
      const now = clock.monotonic();
      const was = buckets.get(key);
      const tokens = was
        ? Math.min(rate.burst, was.tokens + (Math.max(0, now - was.at) / 1000) * rate.perSecond)
        : rate.burst;
      const enough = tokens >= cost;
      buckets.delete(key);
      buckets.set(key, { tokens: enough ? tokens - cost : tokens, at: now });
      forget(now);
      return enough ? 0 : Math.ceil(((cost - tokens) / rate.perSecond) * 1000 - 1e-6);
    },
  };
}
