import type { Clock } from '../../../base/time/clock.ts';
import type { ChatKey } from '../../messaging/types.ts';

/** What one chat may be sent (Bot API FAQ): one message a second, bursts are borne; in a group 20 a minute. */
const rates = { private: { everyMs: 1_000, burst: 5 }, group: { everyMs: 3_000, burst: 5 } } as const;

/** Keeps each chat below what Telegram bears, so that its 429, which stops the whole bot, does not come. */
export class ChatPace {
  readonly #clock: Clock;
  readonly #burst: number | undefined;
  /** By chat: the moment (monotonic) from which on its burst is full again. */
  readonly #full = new Map<string, number>();

  /** `burst`: how many may go at once, where not as many as Telegram bears. */
  constructor(clock: Clock, burst?: number) {
    this.#clock = clock;
    this.#burst = burst;
  }

  /** Ends when the next message may be sent there. */
  async turn({ chat, kind }: ChatKey): Promise<void> {
    const { everyMs, burst } = rates[kind];
    const now = this.#clock.monotonic();
    const full = Math.max(this.#full.get(chat) ?? now, now) + everyMs;
    this.#full.set(chat, full);
    if (this.#full.size > 5_000) for (const [key, at] of this.#full) if (at <= now) this.#full.delete(key);
    const over = full - now - (this.#burst ?? burst) * everyMs;
    if (over > 0) await this.#clock.sleep(this.#clock.now().add({ milliseconds: Math.ceil(over) }));
  }
}
