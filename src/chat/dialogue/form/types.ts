import type { Actor } from '../../../base/access/access.ts';
import type { Json } from '../../../base/json.ts';
import type { Vocabulary } from '../../../language/index.ts';
import type { RichText } from '../../messaging/rich-text.ts';
import type { Input, Say } from '../../messaging/types.ts';
import type { Label, Lang } from '../../text.ts';
import type { Draft, Turn } from '../types.ts';

/** What a field sees when it asks, reads or shows. `value`: what is there already, perhaps incomplete. `answers`: all, decoded. */
export interface FieldContext<A> {
  readonly lang: Lang;
  readonly now: Temporal.Instant;
  readonly actor: Actor;
  readonly vocabulary: Vocabulary;
  readonly value: A | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** `ok`: the value (merged with what was there); `note`: said before the next question. `error` replaces the question. */
export type Reading<A> =
  | { readonly ok: A; readonly note?: RichText }
  | { readonly error: RichText; readonly choices?: readonly Choice<A>[] };

export interface Choice<A> {
  readonly label: string;
  readonly value: A;
}

/** One question of a form. `A` is what its answer means; what is stored goes through `store` and `load`. */
export interface Field<A> {
  readonly label: Label;
  /** The question, example included, without progress and ways out. With a partial `value` it asks for what is missing of it. */
  ask(c: FieldContext<A>): RichText;
  /** Reads a typed answer. Reserved words never come here. */
  read(input: Input, c: FieldContext<A>): Reading<A>;
  /** One line. */
  show(value: A, lang: Lang): string;
  store(value: A): Json;
  /** Undefined: no longer acceptable; the answer is kept aside and asked again. */
  load(stored: Json): A | undefined;
  /** Whether nothing is missing of it (a budget with only its total is not complete) and nothing of it has to be confirmed. Default: yes. */
  complete?(value: A, answers: Readonly<Record<string, unknown>>): boolean;
  /** The value that a plain "đúng" or "vâng" makes of a partial one: where something is to be confirmed. */
  confirm?(c: FieldContext<A>): A | undefined;
  /** All that can be picked, the likeliest first. More than 8: three are shown, the rest is paged and found by typing. */
  choices?(c: FieldContext<A>): readonly Choice<A>[];
  /** The answer is typed and `choices` are only shortcuts: a number does not pick one of them. */
  readonly typed?: true;
  /** A free text: a question typed here is answered, not stored. */
  readonly free?: true;
  /** Not needed for submission: asked in turn, may be skipped. */
  readonly optional?: true;
  /** Not needed and asked only behind "Bổ sung cho đầy đủ". */
  readonly later?: true;
  /** Left out unless this holds. */
  when?(answers: Readonly<Record<string, unknown>>): boolean;
  /** Offered as a button for the whole answer. */
  propose?(c: FieldContext<A>): A | undefined;
}

export type Decoded<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Field<infer A> ? A : never };
// biome-ignore lint/suspicious/noExplicitAny: a form holds fields of many answer types
export type Fields = Readonly<Record<string, Field<any>>>;

/** A conversation as a declared list of fields. How it goes back, skips, resumes, edits and confirms is the engine's. */
export interface FormSpec<F extends Fields = Fields> {
  readonly name: string;
  readonly title: Label;
  readonly fields: F;
  /** Checked at opening, at every turn and at submission; `draft` says whose. */
  may(actor: Actor, draft: Pick<Draft, 'unit' | 'subject'>): boolean;
  /** What a text says about several fields at once; stored form of the values is made by the engine. Must cost little on short texts. */
  understand?(
    text: string,
    c: { now: Temporal.Instant; lang: Lang; actor: Actor; vocabulary: Vocabulary; answers: Decoded<F> },
  ): Decoded<F>;
  /** What a text corrects of the answers there are (each changed answer whole); null: it corrects nothing. `review`: all is answered, so that nothing else is waited for. */
  correct?(
    text: string,
    c: {
      now: Temporal.Instant;
      lang: Lang;
      actor: Actor;
      vocabulary: Vocabulary;
      answers: Decoded<F>;
      review: boolean;
    },
  ): Decoded<F> | null;
  /** Intents that are said inside this form itself, so that they never lead out of it. */
  readonly intents?: readonly string[];
  /** Which question folded words name beside its label ("so ho"), where somebody wants to answer it anew. */
  named?(words: string): string | null;
  /** Which question a short text answers by its very shape (an amount, a number of people), whatever is asked: free text must not swallow it. */
  plainly?(text: string, c: { vocabulary: Vocabulary; now: Temporal.Instant }): string | null;
  /**
   * What a text says of other questions than `asked` by its very words ("120 hộ, tổng 800 triệu" where the place is asked): figures, numbers of
   * people, days, places; never a title or a description, which any words could be.
   */
  besides?(
    text: string,
    asked: string,
    c: { now: Temporal.Instant; lang: Lang; actor: Actor; vocabulary: Vocabulary; answers: Decoded<F> },
  ): Decoded<F>;
  /** The draft card or the review: what is there, then what is missing. The engine adds the open question and the buttons. */
  review(
    answers: Decoded<F>,
    c: {
      lang: Lang;
      missing: readonly string[];
      filled: readonly string[];
      /** Lines of the question that stands under the card; absent: none does. */
      below?: number;
      draft: Draft;
      now: Temporal.Instant;
      vocabulary: Vocabulary;
    },
  ): RichText;
  /** The words of the button that submits: "Gửi Sở Ngoại vụ"; of who may only propose it, others. */
  submitLabel(lang: Lang, actor: Actor): string;
  /** Runs inside the unit: commands, then the receipt. `refused`: nothing was submitted, the draft stays open and this is said. */
  submit(turn: Turn, draft: Draft, answers: Decoded<F>): Promise<{ readonly receipt: Say } | { readonly refused: Say }>;
  /** A new draft: for which unit. `ask`: this must be answered first. */
  begin?(turn: Turn): Promise<{ unit: Draft['unit'] }> | { unit: Draft['unit'] };
}

/** Declares a form; only fixes the types. */
export function form<F extends Fields>(name: string, of: Omit<FormSpec<F>, 'name'>): FormSpec {
  return { name, ...of } as unknown as FormSpec;
}
