import type { z } from 'zod';
import type { Id } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { RichText } from '../../chat/messaging/rich-text.ts';
import type { Label, Lang } from '../../chat/text.ts';
import type { Work } from '../../chat/work.ts';

/** How an action's own command ended. `said`: lines under the receipt, or why nothing was done. */
export type Ran =
  | { readonly ok: true; readonly result?: Json; readonly said?: (lang: Lang) => RichText }
  | { readonly ok: false; readonly said: (lang: Lang) => RichText };

/** An action that one person proposes and another confirms: what a slice declares and hands to `proposals`. */
export interface ProposedAction<A> {
  /** Stays for ever, since rows hold it: `round.extend`. */
  readonly name: string;
  /** The arguments and their stored form; a plain schema where they are JSON already, else a codec. */
  readonly args: z.ZodType<A>;
  /** Rows of the access table: who may propose it, and who may confirm or refuse it (and hears of it). */
  readonly rights: { readonly propose: string; readonly confirm: string };
  /** Whose record it is about, where proposing is a right on the own unit's records only. */
  unit?(args: A): Id<'unit'>;
  /** How long it stays open. */
  readonly hours: number;
  /** What it is about: a second proposal about the same thing waits until the first is decided. */
  about(args: A): string;
  /** What is proposed, in a few words: "Gia hạn đợt 1 năm 2026". */
  title(args: A, lang: Lang): string;
  /** What confirming changes: before, after, whom it reaches. At most six lines of a phone's screen. */
  show(args: A, lang: Lang, now: Temporal.Instant): readonly string[];
  /** The words of the button that confirms: "Gia hạn". */
  readonly yes: Label;
  /**
   * The slice's own command, as the confirmer: it asks for its right, guards its write and audits it. What was proposed on may have
   * changed since: then it does nothing and says so. Long work is ordered by `work.later`.
   */
  run(work: Work, args: A): Promise<Ran>;
  /** Takes it back while the time for an undo is not over; what it held for others is recalled here. Without it there is no undo. */
  undo?(work: Work, args: A, result: Json): Promise<boolean>;
}

// biome-ignore lint/suspicious/noExplicitAny: each action keeps its own arguments
export type Actions = ReadonlyMap<string, ProposedAction<any>>;

export type StoredState = 'open' | 'confirmed' | 'refused' | 'withdrawn' | 'lapsed' | 'undone';

/** A proposal with the names of who made and who decided it. */
export interface Proposal {
  readonly id: Id<'proposal'>;
  readonly action: string;
  readonly args: Json;
  readonly reason: string | null;
  readonly state: StoredState;
  readonly proposedBy: Id<'person'>;
  readonly proposedByName: string;
  readonly decidedBy: Id<'person'> | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly answer: string | null;
  readonly result: Json;
  readonly lapsesAt: Temporal.Instant;
  readonly createdAt: Temporal.Instant;
}
