import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Actor, RecordRef } from '../base/access/access.ts';
import type { Id } from '../base/ids.ts';
import type { Json } from '../base/json.ts';
import type { Button, ChannelName } from './messaging/types.ts';

/** Drizzle's handle on the unit's transaction. Dead once the unit has ended: a turn that outlives it can't write. */
export type Tx = PostgresJsDatabase & { readonly __writes?: true };
/** A handle that can only read. */
export type Reads = Pick<PostgresJsDatabase, 'select' | 'selectDistinct' | 'selectDistinctOn' | '$count' | 'with'> & {
  readonly __reads?: true;
};

/** Something told to a person unasked: the channel is chosen when it is sent. `template` is a notice of a slice. */
export interface Notice {
  readonly template: string;
  readonly values: Json;
  readonly buttons?: readonly (readonly Button[])[];
  readonly topic: string;
  readonly urgent?: boolean;
  /** What a lost answer of the platform means: send again (free ones), or leave unknown and tell (billed ones). */
  readonly ifUnknown: 'resend' | 'report';
}

/** What a command does beside its own statements; collected and written by the flush in the same commit. */
export interface AuditEntry {
  readonly action: string;
  readonly on: RecordRef;
  readonly before?: Json;
  readonly after?: Json;
  /** Whose the personal values are, where the record is not that person: by them they are erased. Default: who acts, whose own words they are. */
  readonly subject?: Id<'person'> | null;
}

/**
 * A raw statement on the unit's transaction: for hot paths, where drizzle's own work would cost more than the statement.
 * A statement that was made and not awaited may be a value of another one: a part of its text.
 */
export type Raw = <R extends readonly object[] = readonly Record<string, unknown>[]>(
  text: TemplateStringsArray,
  ...values: readonly (string | number | boolean | null | Uint8Array | PromiseLike<unknown>)[]
) => Promise<R>;

export interface TaskOrder {
  readonly kind: string;
  readonly args: Json;
  readonly due?: Temporal.Instant;
  /** At most one open task with this key. */
  readonly once?: string;
}

/** The write side of one decision: turns, tasks, imports and CLI commands all act through it. */
export interface Work {
  readonly tx: Tx;
  readonly raw: Raw;
  readonly now: Temporal.Instant;
  readonly actor: Actor;
  readonly via: { readonly channel: ChannelName | 'cli' | 'task'; readonly request: string };
  newId<K extends string>(): Id<K>;
  audit(entry: AuditEntry): void;
  /** `holdFor`: waits `UNDO_SECONDS`, unless recalled or released before. */
  notify(to: Id<'person'>, notice: Notice, how?: { notBefore?: Temporal.Instant; holdFor?: RecordRef }): void;
  /** Undo: what was held for the record is cancelled. */
  recall(of: RecordRef): void;
  /** The next action on the record: what was held is sent now. */
  release(of: RecordRef): void;
  later(task: TaskOrder): void;
}
