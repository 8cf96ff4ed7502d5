import { tidyInbound } from './tidy.ts';
import type { Inbound, Intake, Receipt, Settled } from './types.ts';

/** What runs a handful of events of different chats, and says how each ended or when to try it again. */
export type Settle = (
  events: readonly { readonly inbound: Inbound; readonly found: Map<string, unknown> }[],
  /** Called when the next events may be handed in: these are being committed. */
  next: () => void,
) => Promise<readonly (Settled | { readonly again: number })[]>;

/** The service is stopping: the event was not settled, the platform will bring it again. */
export class Stopping extends Error {
  override readonly name = 'Stopping';
}

interface Waiting {
  readonly event: { readonly inbound: Inbound; readonly found: Map<string, unknown> };
  readonly resolve: (end: Settled) => void;
  readonly reject: (why: Error) => void;
}

/**
 * How many turns one unit takes at most. Half of what is in flight under load: while one half is in the database,
 * the replies of the other are sent and their answers come in (bench/turns; 32 in one unit leaves both waiting for each other).
 */
const most = 16;
/** So many that wait make it worthwhile to begin a unit while the last one is being committed. */
const worthwhile = 8;

/**
 * Gathers what arrives while a unit is in flight. One unit at a time in this process, the next one while the last is being committed; of each chat one event at a time, in the order of arrival,
 * so that an event that must be tried again holds back its own chat only. A quiet bot never waits.
 */
export class Gathering implements Intake {
  readonly #settle: Settle;
  readonly #markReceipts: (batch: readonly Receipt[]) => Promise<void>;
  /** Events of a chat that wait; the first may be in flight. */
  readonly #chats = new Map<string, Waiting[]>();
  /** Chats whose first event may be taken now, in order. */
  readonly #ready: string[] = [];
  #running = false;
  /** Wakes the loop when so many wait that another unit is worthwhile. */
  #enough: () => void = () => {};
  #stopping = false;
  #idle: (() => void)[] = [];

  constructor(settle: Settle, receipts: (batch: readonly Receipt[]) => Promise<void>) {
    this.#settle = settle;
    this.#markReceipts = receipts;
  }

  settle(batch: readonly Inbound[]): Promise<Settled[]> {
    return Promise.all(batch.map((inbound) => this.#enter(inbound)));
  }

  receipts(batch: readonly Receipt[]): Promise<void> {
    return this.#markReceipts(batch);
  }

  /** How many events wait or are in flight. */
  get depth(): number {
    let depth = 0;
    for (const waiting of this.#chats.values()) depth += waiting.length;
    return depth;
  }

  /** Takes no more; ends when the unit in flight has ended. What still waits is refused, not lost: nobody acknowledged it. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#running) await new Promise<void>((resolve) => this.#idle.push(resolve));
    for (const waiting of this.#chats.values())
      for (const one of waiting) one.reject(new Stopping('the service is stopping'));
    this.#chats.clear();
  }

  #enter(inbound: Inbound): Promise<Settled> {
    if (this.#stopping) return Promise.reject(new Stopping('the service is stopping'));
    return new Promise((resolve, reject) => {
      const key = `${inbound.chat.account} ${inbound.chat.chat}`;
      const one: Waiting = { event: { inbound: tidyInbound(inbound), found: new Map() }, resolve, reject };
      const waiting = this.#chats.get(key);
      if (waiting) waiting.push(one);
      else {
        this.#chats.set(key, [one]);
        this.#ready.push(key);
      }
      if (this.#ready.length >= worthwhile) this.#enough();
      this.#wake();
    });
  }

  #wake(): void {
    if (this.#running || this.#stopping || this.#ready.length === 0) return;
    this.#running = true;
    // One tick of the event loop: what one read of the socket brought goes into one unit.
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    let before: Promise<void> = Promise.resolve();
    while (this.#ready.length > 0 && !this.#stopping) {
      const { promise: committing, resolve: next } = Promise.withResolvers<void>();
      const ended = this.#unit(next);
      // Two at most: the one that is committed, and the one that is worked on meanwhile.
      await Promise.race([ended, Promise.all([before, committing])]);
      before = ended;
      if (this.#ready.length < worthwhile)
        await Promise.race([
          ended,
          new Promise<void>((enough) => {
            this.#enough = enough;
          }),
        ]);
    }
    await before;
    this.#running = false;
    for (const resolve of this.#idle.splice(0)) resolve();
    this.#wake();
  }

  async #unit(next: () => void): Promise<void> {
    const keys = this.#ready.splice(0, most);
    const taken = keys.map((key) => this.#chats.get(key)![0]!);
    const ends = await this.#settle(
      taken.map((one) => one.event),
      next,
    ).catch(() => taken.map(() => ({ again: 500 })));
    for (const [at, end] of ends.entries()) this.#ended(keys[at]!, taken[at]!, end);
  }

  #ended(key: string, one: Waiting, end: Settled | { readonly again: number }): void {
    if (typeof end === 'object') {
      const retry = () => {
        if (!this.#chats.has(key)) return;
        this.#ready.push(key);
        this.#wake();
      };
      if (end.again <= 0) retry();
      else setTimeout(retry, end.again);
      return;
    }
    const waiting = this.#chats.get(key)!;
    waiting.shift();
    if (waiting.length > 0) this.#ready.push(key);
    else this.#chats.delete(key);
    one.resolve(end);
  }
}
