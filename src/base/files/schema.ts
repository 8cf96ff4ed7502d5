import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from '../database/columns.ts';

/** A file with its bytes. `deleted`: the bytes are gone (erased, or refused after it was stored); the row stays for what names it. */
export const file = pgTable(
  'file',
  {
    id: id<'file'>().primaryKey(),
    name: text().notNull(),
    mime: text().notNull(),
    /** Size of the content. */
    bytes: integer().notNull(),
    sha256: bytea().notNull(),
    content: bytea(),
    state: text({ enum: ['ready', 'deleted'] }).notNull(),
    uploadedBy: id<'person'>(),
    at: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [index('file_uploaded_by').on(t.uploadedBy), index('file_sha256').on(t.sha256)],
);
