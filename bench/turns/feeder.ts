import { messagesPerChat, scriptOf } from './script.ts';

/** An update as the Bot API gives it, with the little that the contestants read. */
export interface Update {
  readonly update_id: number;
  readonly message: unknown;
}

/** What one phase measured. Times in milliseconds. */
export interface Measured {
  readonly updates: number;
  readonly elapsed: number;
  /** From the moment an update could be fetched to the arrival of the reply, one for each update. */
  readonly latencies: readonly number[];
  /** Messages that came in addition to the one that answers an update. */
  readonly extra: number;
}

/** The other half of every chat: says a chat's next message when its last one has been answered, and holds the watch. */
export class Feeder {
  /** Not yet confirmed by an offset, oldest first. */
  private unconfirmed: Update[] = [];
  private nextUpdate = 1;
  private readonly waiting = new Map<number, { step: number; since: number }>();
  private chats: number[] = [];
  private started = 0;
  private latencies: number[] = [];
  private extra = 0;
  private end: ((measured: Measured) => void) | undefined;
  /** Called when there is something new to fetch. */
  onUpdate: () => void = () => {};

  /** Leads these chats through their conversations, `inFlight` at a time. */
  run(chats: readonly number[], inFlight: number): Promise<Measured> {
    this.chats = [...chats].reverse();
    this.latencies = [];
    this.extra = 0;
    this.started = performance.now();
    const finished = new Promise<Measured>((resolve) => {
      this.end = resolve;
    });
    for (let i = 0; i < inFlight; i++) this.open();
    return finished;
  }

  /** As the Bot API: forgets what is older than `offset`, then gives up to `limit`. */
  fetch(offset: number, limit: number): Update[] {
    let confirmed = 0;
    while (confirmed < this.unconfirmed.length && this.unconfirmed[confirmed]!.update_id < offset) confirmed += 1;
    if (confirmed > 0) this.unconfirmed = this.unconfirmed.slice(confirmed);
    return this.unconfirmed.slice(0, limit);
  }

  /** A message for a chat has arrived. Gives what is to be done once it has been answered. */
  replied(chat: number): () => void {
    const open = this.waiting.get(chat);
    if (!open) {
      this.extra += 1;
      return () => {};
    }
    this.latencies.push(performance.now() - open.since);
    this.waiting.delete(chat);
    const next = open.step + 1;
    return () => {
      if (next < messagesPerChat) this.say(chat, next);
      else this.open();
    };
  }

  private open(): void {
    const chat = this.chats.pop();
    if (chat !== undefined) this.say(chat, 0);
    else if (this.waiting.size === 0 && this.end) {
      const elapsed = performance.now() - this.started;
      const end = this.end;
      this.end = undefined;
      end({ updates: this.latencies.length, elapsed, latencies: this.latencies, extra: this.extra });
    }
  }

  private say(chat: number, step: number): void {
    const text = scriptOf(chat).messages[step]!;
    const id = this.nextUpdate++;
    this.waiting.set(chat, { step, since: performance.now() });
    this.unconfirmed.push({
      update_id: id,
      message: {
        message_id: id,
        date: Math.floor(Date.now() / 1000),
        from: { id: chat, is_bot: false, first_name: `Cán bộ ${chat}`, language_code: 'vi' },
        chat: { id: chat, type: 'private', first_name: `Cán bộ ${chat}` },
        text,
        ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] } : {}),
      },
    });
    this.onUpdate();
  }
}
