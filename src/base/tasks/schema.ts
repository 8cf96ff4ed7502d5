import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../database/columns.ts';

/** Work that is due at a time: the only truth about what will happen later. */
export const task = pgTable(
  'task',
  {
    id: id<'task'>().primaryKey(),
    kind: text().notNull(),
    args: jsonb().notNull(),
    due: instant().notNull(),
    /** At most one open task with this key. */
    once: text(),
    state: text({ enum: ['open', 'done', 'failed'] }).notNull(),
    attempts: integer().notNull().default(0),
    /** The run of the service that works on it; taken over only when that run is dead. */
    holder: id<'service_run'>(),
    error: text(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    index('task_due').on(t.due).where(sql`state = 'open'`),
    uniqueIndex('task_once').on(t.once).where(sql`state = 'open'`),
  ],
);
