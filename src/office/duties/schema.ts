import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../../base/database/columns.ts';

/** Something an officer must see to. Person null: the whole office's. */
export const duty = pgTable(
  'duty',
  {
    id: id<'duty'>().primaryKey(),
    personId: id<'person'>(),
    unitId: id<'unit'>(),
    aboutKind: text(),
    aboutId: text(),
    /** Which sentence it is (texts.ts); `note`: the text of `values` as it was typed. */
    template: text().notNull(),
    values: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    source: text({ enum: ['report', 'follow_up', 'undelivered', 'parked'] }).notNull(),
    /** At most one open duty with this key. */
    once: text(),
    due: instant(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    doneAt: instant(),
    doneBy: id<'person'>(),
  },
  (t) => [
    uniqueIndex('duty_once').on(t.once).where(sql`done_at is null and once is not null`),
    index('duty_person').on(t.personId, t.due).where(sql`done_at is null`),
  ],
);
