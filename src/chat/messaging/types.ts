import type { Id } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { RichText } from './rich-text.ts';

export type ChannelName = 'telegram' | 'zalo' | 'web' | 'email';

/** Where a conversation takes place: the bot's own account on a platform and the chat's id there. */
export interface ChatKey {
  readonly account: Id<'account'>;
  readonly chat: string;
  readonly kind: 'private' | 'group';
}

/** What a button does. `args` were written by us and are read from the stored message, never from the wire. */
export interface ActionCall {
  readonly action: string;
  readonly args: Json;
}

/**
 * A button. Its label typed, its number where the question is a choice, or a press mean the same on every channel.
 * `way`: a way out of a question (back, skip, later); it carries no number, its words are typed.
 */
export interface Button {
  readonly label: string;
  readonly call: ActionCall;
  readonly way?: true;
  /** Under a question that "vâng" or "không" answers: which of the two this is. */
  readonly means?: 'yes' | 'no' | 'agree';
}

/**
 * One message that we say. `slot`: replaces the chat's last message with the same slot, where the channel can edit.
 * `about`: what it shows, kept for whoever replies to it; no channel looks at it.
 */
export interface Say {
  readonly text: RichText;
  readonly buttons?: readonly (readonly Button[])[];
  readonly files?: readonly Id<'file'>[];
  readonly slot?: string;
  readonly about?: Json;
}

/** A file that still lies at the platform, or, with `file`, one that the channel has stored already. */
export interface RemoteFile {
  readonly ref: string;
  readonly name?: string;
  readonly mime?: string;
  readonly bytes?: number;
  readonly file?: Id<'file'>;
}

export type Input =
  | { readonly kind: 'text'; readonly text: string; readonly edited?: boolean }
  | { readonly kind: 'press'; readonly message: string; readonly button: number; readonly press?: string }
  | {
      readonly kind: 'files';
      readonly files: readonly RemoteFile[];
      readonly caption?: string;
      readonly album?: string;
    }
  | { readonly kind: 'contact'; readonly phone: string; readonly own: boolean }
  | { readonly kind: 'place'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'start'; readonly code?: string }
  | { readonly kind: 'reaction'; readonly message: string; readonly sign: string }
  | { readonly kind: 'unsupported'; readonly what: string }
  | { readonly kind: 'presence'; readonly state: 'joined' | 'left' | 'blocked' | 'withdrew' }
  | { readonly kind: 'signal'; readonly name: string; readonly data: Json };

/** One thing that happened at a platform, or inside (`signal`). */
export interface Inbound {
  /** Unique in its account and the same when the platform repeats itself; `task:<id>` for signals. At most 200 characters. */
  readonly key: string;
  readonly chat: ChatKey;
  /** In a group the person is `from`, never the chat. */
  readonly from: { readonly external: string; readonly name?: string; readonly locale?: string };
  /** The platform's clock (whole seconds on Telegram); web: arrival minus the age that the page measured. */
  readonly sentAt: Temporal.Instant;
  /** The message of ours that it answers, by our id. */
  readonly replyTo?: string;
  /** The platform's name of what was typed; an edit of it bears the same. */
  readonly ref?: string;
  readonly input: Input;
}

/** How a send ended. `why` is a code of channels/failures.ts; `unknown`: the platform's answer was lost. */
export type Outcome =
  | { readonly end: 'sent'; readonly ref: string; readonly billed?: boolean }
  | { readonly end: 'wait'; readonly until: Temporal.Instant; readonly scope: 'chat' | 'account' }
  | { readonly end: 'unreachable' | 'failed' | 'unknown'; readonly why: string };

/** The platform says that a message arrived or was read. Not a turn. */
export interface Receipt {
  readonly account: Id<'account'>;
  readonly ref: string;
  readonly state: 'delivered' | 'read';
  readonly at: Temporal.Instant;
}

/** `parked`: failed alone three times or by our own bug; kept with its error, the sender and the operator are told. */
export type Settled = 'done' | 'duplicate' | 'parked';

/** The door through which every channel hands in what happened. */
export interface Intake {
  /** Ends when every event is committed (done, a duplicate, or parked): only then acknowledge it to the platform. Rejects only when the service stops. */
  settle(batch: readonly Inbound[]): Promise<Settled[]>;
  receipts(batch: readonly Receipt[]): Promise<void>;
}

export interface ReadyFile {
  readonly id: Id<'file'>;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** A message that is ready to be sent. A button on the wire is `<id>.<index>`, index counted over all rows. */
export interface Outgoing {
  readonly id: Id<'message'>;
  /** Position in the whole transcript, rising within a chat; a page resumes after it. */
  readonly seq: string;
  readonly at: Temporal.Instant;
  readonly say: Say;
  readonly files: readonly ReadyFile[];
}

/** What a platform must offer. Adding one: its folder, its emulator, the contract suite, one line in main. */
export interface Channel {
  readonly name: ChannelName;
  can(account: Id<'account'>): {
    edit: boolean;
    buttons: number;
    text: number;
    files: readonly string[];
    fileBytes: number;
    /** Notices a second that the platform bears, over all processes; any number where it is missing. */
    bulk?: number;
  };
  /** Polling; acknowledges what settled. */
  listen?(intake: Intake, stop: AbortSignal): Promise<void>;
  send(to: ChatKey, what: Outgoing, replaces?: string): Promise<Outcome>;
  /** Takes the buttons off a message that was answered, by its reference. Best effort. */
  strip?(to: ChatKey, ref: string): Promise<void>;
  /** Best effort, no row. */
  hint?(to: ChatKey, hint: 'typing' | { press: string; text?: string }): Promise<void>;
  fetch(file: RemoteFile, atMost: number): AsyncIterable<Uint8Array>;
  /** Whether a page is open there now: only the web chat knows. */
  open?(to: ChatKey): boolean;
  state(): { ok: boolean; since: Temporal.Instant; says: string };
}
