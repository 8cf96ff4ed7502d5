import { TelegramError } from 'telegraf';
import type { Update } from 'telegraf/types';
import { withLease } from '../../../base/leases/lease.ts';
import type { Run } from '../../../base/leases/store.ts';
import type { Clock } from '../../../base/time/clock.ts';
import { type Client, Unreachable } from './client.ts';
import { type Health, troubles } from './health.ts';
import { allowedUpdates, numberOf } from './updates.ts';

export interface PollParts {
  readonly client: Client;
  readonly clock: Clock;
  readonly health: Health;
  /** Learns the bot's own name; throws what the call throws. */
  readonly greet: () => Promise<unknown>;
  /** Works on one update; rejects when it is to come again. */
  readonly settle: (update: Update) => Promise<void>;
  /** Telegram has answered. */
  readonly contact: () => Promise<void>;
  readonly log: (line: { level: 'info' | 'warn' | 'error'; what: string; [more: string]: unknown }) => void;
  readonly waits?: Partial<Waits>;
}

/** Milliseconds. `again`: after a trouble that only an operator can end; `first` and doubled up to `again`: after a network trouble. */
export interface Waits {
  readonly again: number;
  readonly first: number;
  /** How long Telegram may hold a poll open. */
  readonly poll: number;
}
const usual: Waits = { again: 60_000, first: 1_000, poll: 50_000 };

/** How many updates one fetch brings. */
const most = 100;
/** Telegram answers an identical fetch within half a second with one update only. */
const identicalMs = 600;
/** After this time it is fetched again although nothing more could be confirmed: others need not wait for what is slow. */
const patienceMs = 1_000;
const leaseMs = 12_000;
const fetching = 'Telegram answers; updates are fetched.';

/** Fetches updates while the lease is ours: fetch, settle, and only then confirm. Ends with `stop`; troubles end in a state and another try. */
export async function poll(
  of: PollParts,
  lease: {
    readonly run: Run;
    readonly name: string;
    readonly holder: string;
    readonly alone: boolean;
    readonly gone?: (holder: string) => boolean;
  },
  stop: AbortSignal,
): Promise<void> {
  const again = of.waits?.again ?? usual.again;
  while (!stop.aborted) {
    try {
      const end = await withLease(lease.run, of.clock, { ...lease, forMs: leaseMs, stop }, (held) =>
        fetchAll(of, held),
      );
      if (end === 'lost') {
        of.health.good('in', 'Another process of this service fetches the updates.');
        continue;
      }
    } catch (error) {
      of.log({ level: 'error', what: 'fetching updates broke', error: String(error) });
      of.health.bad('in', 'Fetching updates broke by a fault of ours. Tried again every minute.');
    }
    if (!stop.aborted) await of.clock.sleep(of.clock.now().add({ milliseconds: again }), stop);
  }
}

/** Fetches until `stop`, or until another program fetches too. */
async function fetchAll(of: PollParts, stop: AbortSignal): Promise<void> {
  const { clock, health } = of;
  const waits = { ...usual, ...of.waits };
  const rest = (ms: number) => clock.sleep(clock.now().add({ milliseconds: Math.ceil(ms) }), stop);
  const hand = new Hand(of.settle);
  let failures = 0;
  let greeted = false;
  let webhooks = 0;
  while (!stop.aborted) {
    const began = clock.monotonic();
    const asked = hand.offset;
    try {
      if (!greeted) {
        await of.greet();
        greeted = true;
        health.good('in', fetching);
      }
      const updates: Update[] = await of.client.callApi(
        'getUpdates',
        {
          ...(hand.offset === null ? {} : { offset: hand.offset }),
          timeout: hand.busy ? 0 : Math.floor(waits.poll / 1000),
          limit: most,
          allowed_updates: allowedUpdates,
        },
        { signal: stop as never },
      );
      failures = 0;
      webhooks = 0;
      health.good('in', fetching);
      await of.contact();
      hand.take(updates);
      // What has been confirmed makes room for more; the rest comes once more with the next fetch and is passed over.
      await Promise.race([hand.moved(), rest(patienceMs)]);
      const took = clock.monotonic() - began;
      // A server that does not hold the poll open, or one that would be asked for the same once more.
      const same = hand.busy ? hand.offset === asked : updates.length === 0;
      if (same && took < identicalMs) await rest(identicalMs - took);
    } catch (error) {
      if (stop.aborted) return;
      failures += 1;
      const next = troubleOf(error, failures, waits);
      if (next === 'webhook' && webhooks < 3) {
        webhooks += 1;
        of.log({ level: 'info', what: 'the webhook of this bot is taken off, to fetch its updates' });
        // What waits at Telegram stays there.
        await of.client.deleteWebhook({ drop_pending_updates: false }).catch(() => rest(waits.first));
        continue;
      }
      if (next === 'webhook' || next === 'conflict') {
        health.bad('in', troubles.conflict);
        return;
      }
      if (next.says) health.bad('in', next.says);
      await rest(next.ms);
    }
  }
}

type Trouble = 'webhook' | 'conflict' | { readonly ms: number; readonly says?: string };

function troubleOf(error: unknown, failures: number, { first, again }: Waits): Trouble {
  const growing = Math.min(first * 2 ** Math.min(failures - 1, 16), again);
  // One connection that is cut is nothing.
  const second = (says: string) => ({ ms: growing, ...(failures > 1 ? { says } : {}) });
  if (error instanceof Unreachable) return second(troubles.away(error.code));
  if (!(error instanceof TelegramError)) throw error;
  if (error.code === 409) return /webhook/i.test(error.description) ? 'webhook' : 'conflict';
  if (error.code === 401 || error.code === 404) return { ms: again, says: troubles.token };
  if (error.code === 429) {
    const seconds = error.parameters?.retry_after ?? 1;
    return { ms: seconds * 1000, says: troubles.limited(seconds) };
  }
  return second(troubles.server(error.code));
}

/** What was fetched: in hand until it is settled; confirmed in order only. */
class Hand {
  readonly #settle: (update: Update) => Promise<void>;
  /** By number, until it is confirmed. `again`: it was not settled and comes with the next fetch. */
  readonly #known = new Map<number, 'hand' | 'settled' | 'again'>();
  readonly #work = new Set<Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  /** What the next fetch begins with, which confirms everything before it. */
  offset: number | null = null;

  constructor(settle: (update: Update) => Promise<void>) {
    this.#settle = settle;
  }

  /** Something that was fetched is not confirmed. */
  get busy(): boolean {
    return this.#known.size > 0;
  }

  /** Begins with those that are new, in their order. */
  take(updates: readonly Update[]): void {
    const numbered = updates.flatMap((update) => {
      const number = numberOf(update);
      return number === null ? [] : [[number, update] as const];
    });
    for (const [number, update] of numbered.sort(([a], [b]) => a - b)) {
      const known = this.#known.get(number);
      if (known === 'hand' || known === 'settled') continue;
      this.#known.set(number, 'hand');
      const work: Promise<void> = this.#settle(update)
        .then(
          () => void this.#known.set(number, 'settled'),
          () => void this.#known.set(number, 'again'),
        )
        .finally(() => {
          this.#work.delete(work);
          this.#confirm();
        });
      this.#work.add(work);
    }
  }

  /** Ends when something more is confirmed, or nothing is being worked on. */
  moved(): Promise<void> {
    if (this.#work.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #confirm(): void {
    const before = this.offset;
    for (const number of [...this.#known.keys()].sort((a, b) => a - b)) {
      if (this.#known.get(number) !== 'settled') break;
      this.offset = number + 1;
      this.#known.delete(number);
    }
    if (this.offset === before && this.#work.size > 0) return;
    // Once what settled together is confirmed: it makes one fetch.
    for (const resolve of this.#waiting.splice(0)) setImmediate(resolve);
  }
}
