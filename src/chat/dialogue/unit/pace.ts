import type { Id } from '../../../base/ids.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { Input } from '../../messaging/types.ts';

/** How many messages a minute are worked on in one chat. What comes past them is told so and lost: a channel that can make its people wait does so before. */
export const perMinute = 60;

/** Lets a chat say so much in a minute and no more; one sentence tells the sender. */
export class ChatPace {
  readonly #clock: Clock;
  readonly #perMinute: number;
  readonly #seen = new Map<Id<'chat'>, { since: number; count: number; told: boolean }>();

  constructor(clock: Clock, perMinute: number) {
    this.#clock = clock;
    this.#perMinute = perMinute;
  }

  /** Counts one message of the chat. `first`: over the limit and not told yet in this minute; `more`: told before. */
  over(chat: Id<'chat'>, kind: Input['kind']): 'no' | 'first' | 'more' {
    if (kind === 'signal' || kind === 'presence') return 'no';
    const now = this.#clock.monotonic();
    const seen = this.#seen.get(chat);
    if (!seen || now - seen.since >= 60_000) {
      if (this.#seen.size > 20_000) this.#seen.clear();
      this.#seen.set(chat, { since: now, count: 1, told: false });
      return 'no';
    }
    seen.count += 1;
    if (seen.count <= this.#perMinute) return 'no';
    if (seen.told) return 'more';
    seen.told = true;
    return 'first';
  }
}
