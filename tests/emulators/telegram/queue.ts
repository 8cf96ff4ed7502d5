import type { Faults } from './faults.ts';

/** An update with the numbers and fields of the Bot API. */
export type RawUpdate = { readonly update_id: number } & Readonly<Record<string, unknown>>;

interface Entry {
  readonly update: RawUpdate;
  /** Messages of a chat and presses of a person each wait in a queue of their own (WebhookActor). */
  readonly queue: string;
  readonly confirmed: () => void;
  flying: boolean;
  tries: number;
  notBefore: number;
  /** It was confirmed once and is handed out again. */
  again: boolean;
}

interface Poll {
  readonly offset: number;
  readonly limit: number;
  readonly answer: (updates: readonly RawUpdate[] | 'conflict') => void;
  readonly timer: NodeJS.Timeout;
}

export interface Webhook {
  readonly url: string;
  readonly secret: string;
  lastError: { readonly date: number; readonly message: string } | null;
}

export interface QueueOptions {
  readonly faults: Faults;
  readonly random: () => number;
  /** Seconds since 1970, by the emulator's clock. */
  readonly seconds: () => number;
  /** Where a webhook's address really is: stands for the proxy that ends TLS in front of the service. */
  readonly route: (url: string) => string;
  /** First wait before a failed webhook call is tried again, doubled up to a minute. */
  readonly againMs: number;
}

/** A fetch with the same offset within this time gets one update only. */
const identicalMs = 500;

/** The updates that wait for the bot, and the two ways in which it gets them. */
export class UpdateQueue {
  readonly #of: QueueOptions;
  readonly #waiting: Entry[] = [];
  #poll: Poll | null = null;
  #lastFetch = { offset: -1, at: Number.NEGATIVE_INFINITY };
  #stopped = false;
  webhook: Webhook | null = null;

  constructor(of: QueueOptions) {
    this.#of = of;
  }

  get pending(): number {
    return this.#waiting.length;
  }

  /** Puts an update in; ends when the bot has confirmed it. */
  put(update: RawUpdate, queue: string): Promise<void> {
    return new Promise((confirmed) => {
      this.#waiting.push({ update, queue, confirmed, flying: false, tries: 0, notBefore: 0, again: false });
      this.#wake();
    });
  }

  /** Ends every wait. */
  stop(): void {
    this.#stopped = true;
    this.#end([]);
  }

  /** A fetch: confirms what is before `offset`, gives what there is, or waits. */
  fetch(offset: number | null, limit: number, seconds: number): Promise<readonly RawUpdate[] | 'conflict'> {
    this.#end('conflict');
    if (offset !== null) this.#confirmBefore(offset);
    const from = offset ?? 0;
    const now = performance.now();
    const identical = this.#lastFetch.offset === from && now - this.#lastFetch.at < identicalMs;
    this.#lastFetch = { offset: from, at: now };
    const most = identical ? 1 : limit;
    const here = this.#some(most);
    if (here.length > 0 || seconds === 0) return Promise.resolve(here);
    return new Promise((answer) => {
      const timer = setTimeout(() => this.#end([]), seconds * 1000);
      this.#poll = { offset: from, limit: most, answer, timer };
    });
  }

  /** The poll's connection is gone. */
  dropPoll(): void {
    this.#end([]);
  }

  setWebhook(url: string, secret: string): void {
    this.#end('conflict');
    this.webhook = url === '' ? null : { url, secret, lastError: null };
    for (const entry of this.#waiting) entry.notBefore = 0;
    this.#wake();
  }

  #some(limit: number): RawUpdate[] {
    return this.#waiting.slice(0, limit).map((entry) => {
      if (entry.again) this.#remove(entry);
      return entry.update;
    });
  }

  #remove(entry: Entry): void {
    const at = this.#waiting.indexOf(entry);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  #confirmBefore(offset: number): void {
    for (const entry of this.#waiting.filter(({ update }) => update.update_id < offset)) this.#confirm(entry);
  }

  #confirm(entry: Entry): void {
    this.#remove(entry);
    if (!entry.again && this.#of.random() < this.#of.faults.duplicates) {
      // Said once more: the person's act ends only then.
      this.#waiting.unshift({ ...entry, again: true, flying: false });
      // By fetch it is gone once it was given; its confirmation is not asked for.
      const { confirmed } = entry;
      setTimeout(confirmed, 50);
      this.#wake();
    } else entry.confirmed();
  }

  #end(answer: readonly RawUpdate[] | 'conflict'): void {
    const poll = this.#poll;
    if (!poll) return;
    this.#poll = null;
    clearTimeout(poll.timer);
    poll.answer(answer);
  }

  #wake(): void {
    if (this.#stopped) return;
    if (this.webhook) return this.#call();
    const poll = this.#poll;
    // Once the present work is done: what comes together is given together.
    if (poll) setImmediate(() => poll === this.#poll && this.#end(this.#some(poll.limit)));
  }

  #call(): void {
    const heads = new Map<string, Entry>();
    for (const entry of this.#waiting) if (!heads.has(entry.queue)) heads.set(entry.queue, entry);
    const now = performance.now();
    const ready = [...heads.values()].filter((entry) => !entry.flying && entry.notBefore <= now);
    // Presses travel in a queue of their own.
    if (this.#of.faults.overtaking) ready.sort((a, b) => a.queue.localeCompare(b.queue));
    for (const entry of ready) void this.#deliver(entry, this.webhook!);
  }

  async #deliver(entry: Entry, webhook: Webhook): Promise<void> {
    entry.flying = true;
    if (this.#of.faults.overtaking && entry.queue.startsWith('m')) await new Promise((r) => setTimeout(r, 20));
    const fault = await this.#post(entry.update, webhook);
    entry.flying = false;
    if (this.#stopped) return;
    if (fault === null) {
      this.#confirm(entry);
      return this.#wake();
    }
    webhook.lastError = { date: this.#of.seconds(), message: fault };
    const wait = entry.tries === 0 ? 0 : Math.min(this.#of.againMs * 2 ** (entry.tries - 1), 60_000);
    entry.tries += 1;
    entry.notBefore = performance.now() + wait;
    setTimeout(() => this.#wake(), wait + 1);
  }

  async #post(update: RawUpdate, { url, secret }: Webhook): Promise<string | null> {
    try {
      const answer = await fetch(this.#of.route(url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(60_000),
      });
      await answer.arrayBuffer();
      return answer.ok ? null : `Wrong response from the webhook: ${answer.status} ${answer.statusText}`;
    } catch (error) {
      return `Connection failed: ${(error as Error).cause ?? error}`;
    }
  }
}
