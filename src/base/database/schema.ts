import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

/** Human numbers (NC-2026-0042): one row a series, advanced as the last statement of a turn, so that none is left out. */
export const series = pgTable('series', {
  name: text().primaryKey(),
  last: integer().notNull(),
});

/** What the store knows about itself, e.g. that it holds demonstration data. */
export const storeFact = pgTable('store_fact', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  at: instant().notNull(),
});

/** Each start of the service. One without `stopped_at` whose `seen_at` stands still died: its successor is careful. */
export const serviceRun = pgTable('service_run', {
  id: id<'service_run'>().primaryKey(),
  host: text().notNull(),
  pid: integer().notNull(),
  startedAt: instant().notNull(),
  seenAt: instant().notNull(),
  stoppedAt: instant(),
});
