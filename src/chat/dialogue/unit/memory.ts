import type { Dialogue, Draft, Identified } from '../types.ts';
import type { ChatRow } from './load.ts';

/** What a dialogue was when this process last wrote it. */
export interface Remembered {
  readonly chat: ChatRow;
  readonly dialogue: Dialogue;
  /** The open draft. */
  readonly draft: Draft | null;
  /** Who stood behind the account that wrote; null where that was nobody, or not the person of the dialogue. */
  readonly sender: ({ readonly external: string } & Identified) | null;
}

/**
 * Dialogues as this process left them, by chat: the next message of a chat finds its state here and the database is only asked
 * whether the row's version still is the same, under its lock. Nothing depends on it: what is not here, or is older, is read.
 */
export class Memory {
  readonly #most: number;
  readonly #chats = new Map<string, Remembered>();

  /** Remembers `most` chats, the latest. */
  constructor(most: number) {
    this.#most = most;
  }

  find(chat: string): Remembered | undefined {
    return this.#chats.get(chat);
  }

  keep(chat: string, state: Remembered): void {
    this.#chats.delete(chat);
    this.#chats.set(chat, state);
    if (this.#chats.size <= this.#most) return;
    const [oldest] = this.#chats.keys();
    this.#chats.delete(oldest!);
  }

  forget(chat: string): void {
    this.#chats.delete(chat);
  }
}
