import type { Clock } from '../../../base/time/clock.ts';

/** How one direction of the channel is. */
interface Aspect {
  readonly ok: boolean;
  readonly since: Temporal.Instant;
  readonly says: string;
}

/** Words for what is wrong, each with what the operator can do. */
export const troubles = {
  token:
    'Telegram does not know the token (401): take a new one from @BotFather and set TELEGRAM_BOT_TOKEN. Tried again every minute.',
  conflict:
    'Another program fetches the updates of this bot (409): stop it, or give it a bot of its own. Tried again every minute.',
  elsewhere: 'The webhook of this bot was set to another address: another program uses the same token.',
  away: (code: string) =>
    `Telegram can't be reached (${code}): look at the network; where Telegram is blocked set TELEGRAM_PROXY. Tried again at least every minute.`,
  server: (code: number) => `Telegram answers with an error of its own (${code}). Tried again at least every minute.`,
  limited: (seconds: number) => `Telegram told the bot to wait ${seconds} seconds (429).`,
} as const;

/** How the channel is, for `/ready`, `doctor` and the log: what comes in and what goes out, each with its last trouble. */
export class Health {
  readonly #clock: Clock;
  readonly #log: (level: 'info' | 'warn', says: string) => void;
  readonly #aspects: { in: Aspect; out: Aspect };

  constructor(clock: Clock, log: (level: 'info' | 'warn', says: string) => void) {
    this.#clock = clock;
    this.#log = log;
    const since = clock.now();
    this.#aspects = {
      in: { ok: false, since, says: 'Telegram has not answered yet since the start.' },
      out: { ok: true, since, says: 'Nothing was sent yet.' },
    };
  }

  /** It works. */
  good(aspect: 'in' | 'out', says: string): void {
    this.#set(aspect, true, says);
  }

  /** It does not. */
  bad(aspect: 'in' | 'out', says: string): void {
    this.#set(aspect, false, says);
  }

  /** What is wrong first; else how updates come in. */
  state(): Aspect {
    const { in: into, out } = this.#aspects;
    return into.ok && !out.ok ? out : into;
  }

  #set(aspect: 'in' | 'out', ok: boolean, says: string): void {
    const before = this.#aspects[aspect];
    if (before.ok === ok && before.says === says) return;
    const since = before.ok === ok ? before.since : this.#clock.now();
    this.#aspects[aspect] = { ok, since, says };
    if (before.ok !== ok) this.#log(ok ? 'info' : 'warn', says);
  }
}
