import { isPassing } from '../../../base/database/errors.ts';
import { fact, setFact } from '../../../base/database/facts.ts';
import type { Store } from '../../../base/database/store.ts';
import type { Id } from '../../../base/ids.ts';
import type { Clock } from '../../../base/time/clock.ts';

/** Telegram keeps a press for so long (WebhookActor: callback queries 150 s): after a longer silence presses are gone for good. */
const pressesLast = Temporal.Duration.from({ seconds: 150 });
/** How often it is written down that Telegram was heard. */
const noteEvery = Temporal.Duration.from({ seconds: 20 });

const longer = (since: Temporal.Instant, now: Temporal.Instant, than: Temporal.Duration): boolean =>
  Temporal.Duration.compare(now.since(since), than) > 0;

/** Remembers over restarts when Telegram was heard last, and tells when it was silent for so long that presses were lost. */
export class Contact {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #key: string;
  readonly #outage: (since: Temporal.Instant) => Promise<void>;
  #last: Temporal.Instant | null | undefined;
  #noted: Temporal.Instant | null = null;

  constructor(
    store: Store,
    clock: Clock,
    account: Id<'account'>,
    /** Told after a silence, with the moment in which it began. */
    outage: (since: Temporal.Instant) => Promise<void>,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#key = `telegram.heard.${account}`;
    this.#outage = outage;
  }

  /** Telegram has answered or called. */
  async heard(): Promise<void> {
    try {
      await this.#heard();
    } catch (error) {
      // The database is away: noted with the next answer.
      if (!isPassing(error)) throw error;
    }
  }

  async #heard(): Promise<void> {
    if (this.#last === undefined) {
      const known = await this.#store.aside((sql) => fact(sql, this.#key));
      this.#last = typeof known === 'string' ? Temporal.Instant.from(known) : null;
    }
    const now = this.#clock.now();
    if (this.#last && longer(this.#last, now, pressesLast)) await this.#outage(this.#last);
    this.#last = now;
    if (this.#noted && !longer(this.#noted, now, noteEvery)) return;
    this.#noted = now;
    await this.#store.aside((sql) => setFact(sql, this.#key, now.toString(), now));
  }
}
