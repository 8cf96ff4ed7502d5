import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from '../database/columns.ts';

/**
 * A file; its bytes are pieces. `writing`: not all of them are there yet. `deleted`: they are gone (erased, or refused after it was stored);
 * the row stays for what names it.
 */
export const file = pgTable(
  'file',
  {
    id: id<'file'>().primaryKey(),
    name: text().notNull(),
    mime: text().notNull(),
    /** Size of the content. */
    bytes: integer().notNull(),
    sha256: bytea().notNull(),
    state: text({ enum: ['writing', 'ready', 'deleted'] }).notNull(),
    uploadedBy: id<'person'>(),
    at: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [index('file_uploaded_by').on(t.uploadedBy), index('file_sha256').on(t.sha256)],
);

/**
 * The bytes of a file, 256 KiB a row: each goes to the database and comes back as a statement of its own, so that a big file never holds up
 * the embedded database's only connection (one value of 20 MB blocked it for 6 s, pieces for 30 ms each).
 */
export const filePiece = pgTable(
  'file_piece',
  {
    fileId: id<'file'>().notNull(),
    n: integer().notNull(),
    content: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.n] })],
);
