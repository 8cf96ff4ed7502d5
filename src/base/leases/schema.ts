import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../database/columns.ts';

/**
 * Who of several processes does a thing that only one may do. `beat` rises while the holder lives: another process takes the lease
 * only after it has seen the same holder and beat for `for_ms` on its own monotonic clock. `at` is for people and decides nothing.
 */
export const lease = pgTable('lease', {
  name: text().primaryKey(),
  /** Null: given back. */
  holder: text(),
  beat: bigint({ mode: 'bigint' }).notNull(),
  /** How long the holder's silence must last, in milliseconds. */
  forMs: integer().notNull(),
  at: instant().notNull(),
});
