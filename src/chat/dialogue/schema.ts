import { sql } from 'drizzle-orm';
import { index, integer, json, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../../base/database/columns.ts';

/** One row a person (a chat until linked): what a unit locks, in id order. json, not jsonb: written and read whole. */
export const dialogue = pgTable(
  'dialogue',
  {
    id: id<'dialogue'>().primaryKey(),
    personId: id<'person'>(),
    lang: text({ enum: ['vi', 'en'] }).notNull(),
    open: json(),
    openDraft: id<'draft'>(),
    suspended: json(),
    question: json(),
    kept: text(),
    /** What the last answers were about, for what refers to it. */
    shown: json(),
    /** Raised with every change of the row, by whomever: processes remember rows by it. */
    version: integer().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('dialogue_person').on(t.personId).where(sql`person_id is not null`)],
);

/** The working copy of a form. Belongs to the unit: a successor finds it. */
export const draft = pgTable(
  'draft',
  {
    id: id<'draft'>().primaryKey(),
    form: text().notNull(),
    subjectKind: text(),
    subjectId: text(),
    unitId: id<'unit'>(),
    byId: id<'person'>(),
    state: text({ enum: ['open', 'submitted', 'dropped', 'abandoned'] }).notNull(),
    answers: json().notNull(),
    aside: json().notNull(),
    version: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('draft_unit').on(t.unitId, t.updatedAt).where(sql`state = 'open'`),
    index('draft_by').on(t.byId, t.updatedAt).where(sql`state = 'open'`),
    index('draft_subject').on(t.subjectKind, t.subjectId).where(sql`subject_id is not null`),
  ],
);
