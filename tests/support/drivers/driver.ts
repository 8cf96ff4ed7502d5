/** A message as a person sees it on whatever channel. */
export interface Seen {
  readonly from: 'me' | 'bot';
  readonly text: string;
  /** Labels that can be pressed, from left to right and top to bottom. */
  readonly buttons: readonly string[];
  readonly files: readonly { readonly name: string; readonly mime: string; readonly bytes: number }[];
}

export interface SentFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
}

/** A person with a phone. Scenarios are written against this and run on every channel. Acts end when the service has settled them. */
export interface Driver {
  readonly kind: 'web' | 'rich' | 'poor';
  /** The chat's id on its channel. */
  readonly chat: string;
  say(text: string): Promise<void>;
  /** Presses the newest button with this label; where it is only written in a menu, types what the menu says. */
  press(label: string): Promise<void>;
  /** Opens the bot by an invitation, or without one. */
  start(code?: string): Promise<void>;
  sendFile(file: SentFile, caption?: string): Promise<void>;
  /** Everything on the screen, oldest first. */
  read(): Promise<readonly Seen[]>;
  close(): Promise<void>;
}

/** A person waits until there is something to press; what never comes is for the press to say. */
export async function shows(button: () => boolean, within = 10_000): Promise<void> {
  const until = performance.now() + within;
  while (!button() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Waits until the newest words of the bot fit; gives that message. `within` in milliseconds of real time. */
export async function hears(driver: Driver, words: string | RegExp, within = 10_000): Promise<Seen> {
  const fits = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  const until = performance.now() + within;
  for (;;) {
    const screen = await driver.read();
    // Only what came after the person's own last words: an older answer that fits says nothing.
    const since = screen.findLastIndex(({ from }) => from === 'me') + 1;
    const found = screen.slice(since).find(({ from, text }) => from === 'bot' && fits(text));
    if (found) return found;
    if (performance.now() > until) {
      const shown = screen.map(
        ({ from, text, buttons }) => `${from}: ${text} ${buttons.map((b) => `[${b}]`).join('')}`,
      );
      throw new Error(`the bot did not say ${words} within ${within} ms; on the screen:\n${shown.join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
