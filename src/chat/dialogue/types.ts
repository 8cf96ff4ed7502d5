import type { Actor, RecordRef } from '../../base/access/access.ts';
import type { Sql } from '../../base/database/client.ts';
import type { Id } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { Shown, ShownKind, Vocabulary } from '../../language/index.ts';
import type { Understood } from '../../language/types.ts';
import type { ActionCall, ChatKey, Inbound, Say } from '../messaging/types.ts';
import type { Lang } from '../text.ts';
import type { Reads, Work } from '../work.ts';
import type { FormSpec } from './form/types.ts';

/** Where a person stands in an open form. `field` null: at the review. `misses`: wrong answers to this question in a row. */
export interface Frame {
  readonly form: string;
  readonly draft: Id<'draft'>;
  readonly field: string | null;
  readonly misses: number;
  /** `ask`: one question after the other; `edit`: this one field, then back to the review; `review`: the card is shown. */
  readonly mode: 'ask' | 'edit' | 'review';
  /** Fields left for later in this sitting. */
  readonly skipped?: readonly string[];
  /** The fields behind "fill in more" are asked too. */
  readonly extra?: boolean;
  /** The message that gave the last answer, by the platform's name: an edit of it corrects that answer. */
  readonly last?: { readonly ref: string; readonly field: string };
  /** Page of a long choice that is shown. */
  readonly page?: number;
}

/** What a typed word or number can pick: the buttons of the message that asked last in a chat. */
export interface OpenQuestion {
  readonly message: Id<'message'>;
  readonly chat: Id<'chat'>;
  readonly askedAt: Temporal.Instant;
  /** `choice`: a number picks; `text`: only the words of a way out do; `offer`: buttons under an answer, no form waits. */
  readonly kind: 'choice' | 'text' | 'offer';
  readonly options: readonly {
    readonly label: string;
    readonly call: ActionCall;
    readonly way: boolean;
    readonly means?: 'yes' | 'no' | 'agree';
  }[];
}

/** What an answer was about, with its time: after a while nobody means it any more. */
export type ShownThing = Shown & { readonly at: string };

/** One person's dialogue with us (one chat's until linked), on whatever channel. This row is what a unit locks, in id order. */
export interface Dialogue {
  readonly id: Id<'dialogue'>;
  person: Id<'person'> | null;
  lang: Lang;
  open: Frame | null;
  suspended: Frame | null;
  question: OpenQuestion | null;
  /** What was typed before consent or before a choice was made; taken up after it. */
  kept: string | null;
  /** What the last answers were about: "nó", "cái thứ hai", "còn y tế?" mean it. Null: nothing, or something else was begun since. */
  shown: ShownThing | null;
  /** The version of the stored row. */
  readonly version: number;
}

/** The working copy of a form; belongs to the unit once it has one. */
export interface Draft {
  readonly id: Id<'draft'>;
  readonly form: string;
  subject: RecordRef | null;
  unit: Id<'unit'> | null;
  by: Id<'person'> | null;
  state: 'open' | 'submitted' | 'dropped' | 'abandoned';
  /** By field name, in the field's stored form. */
  answers: Record<string, Json>;
  /** Stored answers that the field no longer accepts: shown to the person, asked again. */
  aside: Record<string, Json>;
  version: number;
  /** The version that is stored; 0: none yet. Another's change in between is found by it. */
  storedVersion: number;
  updatedAt: Temporal.Instant;
}

/** Words that nothing could be made of. `field`: the form's question that they did not answer; `read`: the two likeliest readings. */
export interface Unclear {
  readonly text: string;
  readonly why: 'unsure' | 'not_built' | 'answer';
  readonly field?: string;
  readonly read: readonly Understood[];
}

/** One message being worked on. Collects; the unit's flush writes. */
export interface Turn extends Work {
  readonly inbound: Inbound;
  readonly chat: {
    readonly id: Id<'chat'>;
    readonly key: ChatKey;
    readonly channel: 'telegram' | 'zalo' | 'web' | 'email';
  };
  readonly dialogue: Dialogue;
  readonly lang: Lang;
  readonly vocabulary: Vocabulary;
  /** Says something; several replies are sent in order. Buttons become the open question where no form waits. */
  reply(say: Say): void;
  /** Opens a form: the current one is suspended. `draft` continues a stored one, or begins one with these answers. */
  open(
    form: string,
    start?: {
      draft?: Id<'draft'>;
      answers?: Record<string, Json>;
      subject?: RecordRef;
      unit?: Id<'unit'>;
      text?: string;
      /** Asks this field at once, whatever else is open. */
      field?: string;
    },
  ): Promise<void>;
  /**
   * Says what the answer is about, so that the next words may refer to it. `ask`: what had been asked; null where a button showed it.
   * One of several things that were listed before is only looked at more closely: the list stays.
   */
  shown(ask: Understood | null, kind?: ShownKind, ids?: readonly string[]): void;
  /** Notes words that were not understood, for the list from which the vocabulary grows. */
  unclear(said: Unclear): void;
  /** After linking: this chat now speaks for that person; their dialogues become one. */
  became(person: Id<'person'>): void;
  /** Takes a text up as if it had been typed now (what was kept before consent). */
  takeUp(text: string): void;
}

/** Who asks, for slow reads outside the unit. */
export interface LookContext {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly lang: Lang;
  readonly vocabulary: Vocabulary;
}

/**
 * What an intent leads to. `run` is inside the unit: milliseconds, changes nothing outside the turn, may run more than once,
 * never touches the network. `look` is outside, without locks: lists and searches.
 */
export interface Flow<Found = void> {
  readonly name: string;
  readonly intents: readonly string[];
  /** A slash command or word that always means this. */
  readonly command?: string;
  may(actor: Actor): boolean;
  /** May answer in the middle of a form, after which the same question is asked again. */
  readonly inForm?: true;
  /** Whether these words mean this flow and nothing else, however they are read: commands in words. Asked of every text, so it must cost nothing. */
  means?(text: string): boolean;
  /** Whether these words report something that can't wait for the form that is open; `answers`: what its draft says. Asked of every text there, so it must cost nothing. */
  urgent?(text: string, answers: Readonly<Record<string, unknown>>): boolean;
  /** Whether these words surely mean this flow: asked before anything is asked back, where the intent was unsure. */
  knows?(text: string): boolean;
  /** Whether this surely states what the flow records: asked where the reading was unsure, nothing does it, or a flow would take it that only answers. */
  records?(ask: Understood, by: Pick<LookContext, 'actor' | 'now' | 'vocabulary'>): boolean;
  /** Says only what is published: may be answered in a group, where everybody reads it. */
  readonly published?: true;
  look?(reads: Reads, by: LookContext, ask: Understood): Promise<Found>;
  /** Whether this asking needs the look at all; without it `run` gets undefined. Default: always. */
  lookWhen?(ask: Understood): boolean;
  run(turn: Turn, ask: Understood, found: Found): Promise<void> | void;
}

/** A button's effect, by its name. An open question stays open, unless the action opens a form. */
export interface Action<Found = void> {
  readonly name: string;
  look?(reads: Reads, by: LookContext, args: Json): Promise<Found>;
  run(turn: Turn, args: Json, found: Found): Promise<void> | void;
}

/** What a slice hands to main: plain objects. */
export interface Slice {
  readonly name: string;
  readonly forms?: readonly FormSpec[];
  // biome-ignore lint/suspicious/noExplicitAny: each flow keeps its own Found
  readonly flows?: readonly Flow<any>[];
  // biome-ignore lint/suspicious/noExplicitAny: each action keeps its own Found
  readonly actions?: readonly Action<any>[];
  /** Renders a notice for its reader. */
  readonly notices?: Readonly<Record<string, (values: Json, lang: Lang) => Say>>;
  /** Takes files that were sent; false: not mine. Asked before anything else is done with them. */
  readonly onFiles?: (turn: Turn) => Promise<boolean>;
  /** What comes back from tasks, by the signal's name. */
  readonly signals?: Readonly<Record<string, (turn: Turn, data: Json) => Promise<void> | void>>;
  readonly tasks?: readonly TaskKind[];
}

/** Work that runs outside units. Writes in short transactions by `write`; its result returns as a signal where `signal` names a chat. */
export interface TaskKind {
  readonly kind: string;
  run(
    args: Json,
    of: {
      read: <T>(look: (reads: Reads) => Promise<T>) => Promise<T>;
      write: <T>(change: (work: Work) => Promise<T>) => Promise<T>;
      now: Temporal.Instant;
      stop: AbortSignal;
      /** When this try fails no other follows: whoever waits for it has to be told. */
      last: boolean;
    },
  ): Promise<void>;
}

/** Who stands behind an account, and until when that is so if nobody changes anything (a grant begins or ends). */
export interface Identified {
  readonly actor: Actor;
  readonly until: Temporal.Instant | null;
}

/** What the kernel needs to know and main hands in. */
export interface Ports {
  /**
   * Who stands behind these accounts, in the same order; a guest where nobody is linked.
   * One raw statement: it is sent together with the unit's other first statements. Whoever changes a person, an account's link,
   * a grant or a consent raises the version of that person's dialogue (a trigger does): what is found here is remembered by it.
   */
  identify(sql: Sql, who: readonly { account: Id<'account'>; external: string }[]): Promise<readonly Identified[]>;
  /** Runs before routing: linking and consent. `stop` when it has answered. Costs nothing for a linked person with consent. */
  gate(turn: Turn): Promise<'pass' | 'stop'> | 'pass' | 'stop';
  /** Whom to turn to when the bot can't help: name and office number, for the actor's unit. */
  helper(turn: Turn): Promise<{ name: string; phone: string }>;
  vocabulary(): Vocabulary;
  /** What somebody may have wanted, as a button says it: "Xem nhu cầu đã gửi". Null: nothing that one is asked back about. */
  wish(intent: string, lang: Lang): string | null;
  /** Keeps what was not understood, without its person. */
  keepUnclear(turn: Turn, said: readonly Unclear[]): Promise<void>;
  /** The person chose what they had meant by words that were not understood. */
  meant(turn: Turn, text: string, intent: string): Promise<void>;
  /** A notice that reached nobody by any channel: becomes a duty to phone. */
  undelivered(
    work: Work,
    notice: { id: Id<'notice'>; person: Id<'person'>; topic: string; why: string },
  ): Promise<void>;
  /** A message that could not be processed: the operator is told. `code` is what the sender may quote. */
  parked(
    work: Work,
    what: { code: string; chat: Id<'chat'> | null; person: Id<'person'> | null; error: string },
  ): Promise<void>;
}
