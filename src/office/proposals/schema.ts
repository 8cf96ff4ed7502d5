import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../../base/database/columns.ts';
import type { Json } from '../../base/json.ts';

/** Something that one person proposes and another decides. What it does when confirmed is its action's own command. */
export const proposal = pgTable(
  'proposal',
  {
    id: id<'proposal'>().primaryKey(),
    /** Name of the proposed action (types.ts). */
    action: text().notNull(),
    /** What the action needs, what was before included, in the action's stored form. */
    args: jsonb().$type<Json>().notNull(),
    /** What it is about: at most one open proposal has this key. */
    about: text().notNull(),
    reason: text(),
    state: text({ enum: ['open', 'confirmed', 'refused', 'withdrawn', 'lapsed', 'undone'] }).notNull(),
    proposedBy: id<'person'>().notNull(),
    decidedBy: id<'person'>(),
    decidedAt: instant(),
    /** Why it was refused. */
    answer: text(),
    /** What the action's command gave, for its undo. */
    result: jsonb().$type<Json>(),
    lapsesAt: instant().notNull(),
    createdAt: instant().notNull(),
    rowVersion: integer().notNull(),
  },
  (t) => [
    uniqueIndex('proposal_about').on(t.about).where(sql`state = 'open'`),
    index('proposal_open').on(t.lapsesAt).where(sql`state = 'open'`),
  ],
);
