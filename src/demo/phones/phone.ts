import type { Id } from '../../base/ids.ts';
import type { Clock } from '../../base/time/clock.ts';
import type { RichText } from '../../chat/messaging/rich-text.ts';
import type { Channel, Intake, Outgoing, Settled } from '../../chat/messaging/types.ts';

/** A file as a phone sends and gets it. */
export interface PhoneFile {
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
}

/** What a person sees of one message. */
export interface Bubble {
  /** The platform's own name of the message. */
  readonly ref: string;
  readonly from: 'person' | 'bot';
  readonly at: Temporal.Instant;
  readonly text: string;
  /** The text with its marks, where the platform shows them. */
  readonly rich?: RichText;
  /** Labels that can be pressed, row by row. */
  readonly buttons: readonly (readonly string[])[];
  readonly files: readonly PhoneFile[];
  readonly edited: boolean;
  /** The person's own message did not reach the platform yet. */
  readonly waiting: boolean;
}

/** One person's phone with our bot's chat open. Each act ends when the service has settled it, as `Settled` says. */
export interface Phone {
  /** The chat's id at the platform. */
  readonly chat: string;
  readonly name: string;
  /** `key`: names the act, so that a phone which is not sure whether it was heard may do it again. */
  type(text: string, key?: string): Promise<Settled>;
  /** Opens the bot by a link with an invitation code, or without. */
  start(code?: string): Promise<Settled>;
  /** Presses the newest visible button with this label, or the one of the message `ref`. @throws when there is none, naming those there are */
  press(
    label: string,
    how?: { readonly ref?: string | undefined; readonly key?: string | undefined },
  ): Promise<Settled>;
  sendFile(file: PhoneFile, caption?: string): Promise<Settled>;
  /** The person blocks the bot or takes the block off; the platform tells us where it does that. */
  block(blocked: boolean): Promise<void>;
  /** Everything in the chat, oldest first. */
  screen(): readonly Bubble[];
  /** What flashed up and went: answers to presses, "typing". */
  flashes(): readonly string[];
}

/** What can go wrong between the platform and us. All off at first. */
export interface Faults {
  /** The platform is down for everybody: nothing gets out or in. */
  readonly away: boolean;
  /** It is blocked in the country: nothing gets out or in, and we are told at once that it doesn't. */
  readonly cut: boolean;
  /** It takes what we send, but its answer does not reach us. */
  readonly answerLost: boolean;
  /** It says that none of the people can be reached. */
  readonly unreachable: boolean;
  /** It hands in every event twice. */
  readonly duplicates: boolean;
  /** It holds each event back until the next one overtook it (only where order is not promised). */
  readonly overtaking: boolean;
  /** For so many milliseconds from now on it answers "too many requests". */
  readonly limitedMs: number;
}

export const noFaults: Faults = {
  away: false,
  cut: false,
  answerLost: false,
  unreachable: false,
  duplicates: false,
  overtaking: false,
  limitedMs: 0,
};

/** A message of the transcript, as a phone showed it. */
export type Replayed = { readonly chat: string; readonly at: Temporal.Instant; readonly ref: string } & (
  | { readonly from: 'person'; readonly text: string; readonly files: readonly PhoneFile[] }
  | { readonly from: 'bot'; readonly what: Outgoing; readonly files: readonly PhoneFile[] }
);

/** A platform in this process, with any number of phones. */
export interface PhonePlatform {
  readonly account: Id<'account'>;
  readonly channel: Channel;
  /** The phone of a chat; the same object for the same chat. `name`: what the platform says of its owner from now on. */
  phone(chat: string, name?: string): Phone;
  phones(): readonly Phone[];
  /** Puts back on the screens what stood there before the process was restarted. */
  replay(entries: readonly Replayed[]): void;
  faults(): Faults;
  /** Switches faults; those that are not named stay. What waited is handed in where that is possible again. */
  set(faults: Partial<Faults>): void;
  /** Calls `listener` after every change of a screen; call the answer to end it. */
  watch(listener: (phone: Phone) => void): () => void;
  /** Ends what tries again by itself. */
  stop(): void;
}

export interface PhonePlatformOptions {
  readonly account: Id<'account'>;
  readonly clock: Clock;
  /** Filled in when the kernel is composed; until then events wait, as at a platform whose webhook is away. */
  readonly intakeRef: { current: Intake | null };
}
