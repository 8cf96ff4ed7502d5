/**
 * Puts updates of one chat into the order of their numbers. By webhook, messages and presses travel in different queues (reference:
 * WebhookActor), so that a press may overtake the message before it: each waits a moment for what has a lower number.
 */
export class Sequence {
  readonly #windowMs: number;
  readonly #waiting = new Map<string, { readonly number: number; readonly go: () => void }[]>();

  constructor(windowMs = 60) {
    this.#windowMs = windowMs;
  }

  /** Ends when it is this update's turn. */
  turn(chat: string, number: number): Promise<void> {
    return new Promise((go) => {
      const waiting = this.#waiting.get(chat) ?? [];
      this.#waiting.set(chat, waiting);
      waiting.push({ number, go });
      setTimeout(() => this.#release(chat, number), this.#windowMs);
    });
  }

  /** Lets this one go, and before it everything that has a lower number. */
  #release(chat: string, number: number): void {
    const waiting = this.#waiting.get(chat);
    if (!waiting) return;
    const ready = waiting.filter((one) => one.number <= number).sort((a, b) => a.number - b.number);
    const rest = waiting.filter((one) => one.number > number);
    if (rest.length > 0) this.#waiting.set(chat, rest);
    else this.#waiting.delete(chat);
    for (const { go } of ready) go();
  }
}
