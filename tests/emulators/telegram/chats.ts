/** A file as it lies at the platform. */
export interface KeptFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
}

export interface KeyboardButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

/** A message as it stands in a chat now. */
export interface Bubble {
  readonly number: number;
  readonly from: 'person' | 'bot';
  text: string;
  /** As it was sent. */
  html: string;
  buttons: readonly (readonly KeyboardButton[])[];
  readonly files: readonly KeptFile[];
  edited: boolean;
  /** The message that Telegram gave out for it. */
  readonly raw: Record<string, unknown>;
}

/** One chat with everything that both sides see. */
export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title: string;
  readonly bubbles: Bubble[];
  /** The bot may write: false while it is blocked, removed, or was never started. */
  open: boolean;
  /** The id of the supergroup that this group became. */
  movedTo: number | null;
  /** What flashed up and went: answers to presses, "typing". */
  readonly flashes: string[];
}

/** One thing that happened, in the order in which it happened. */
export interface Entry {
  readonly at: number;
  readonly kind: 'update' | 'sent' | 'edited' | 'answered' | 'refused';
  readonly chat: number;
  /** The update's or the message's number. */
  readonly number: number;
  readonly text: string;
  /** The method and, where it was refused, why. */
  readonly what: string;
}

/** All chats of the emulator, and the journal that judges. */
export class Chats {
  readonly journal: Entry[] = [];
  readonly #chats = new Map<number, Chat>();
  #number = 100;

  get all(): readonly Chat[] {
    return [...this.#chats.values()];
  }

  of(id: number): Chat | undefined {
    return this.#chats.get(id);
  }

  make(id: number, type: Chat['type'], title: string, open: boolean): Chat {
    const made: Chat = { id, type, title, bubbles: [], open, movedTo: null, flashes: [] };
    this.#chats.set(id, made);
    return made;
  }

  nextNumber(): number {
    this.#number += 1;
    return this.#number;
  }

  note(entry: Omit<Entry, 'at'>): void {
    this.journal.push({ at: performance.now(), ...entry });
  }
}
