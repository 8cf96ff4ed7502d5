import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant } from '../../base/database/columns.ts';
import type { Plan } from './known.ts';
import type { Change } from './plan.ts';
import type { Problem } from './types.ts';

/**
 * A file of the register that was handed in. `reading` until it is compared with the register (`checked`) or found to be none (`refused`);
 * `confirmed` until it is written (`applied`), or found to be out of date (`stale`).
 */
export const registerImport = pgTable('register_import', {
  id: id<'register_import'>().primaryKey(),
  state: text({ enum: ['reading', 'checked', 'refused', 'confirmed', 'applied', 'stale'] }).notNull(),
  /** The file as it came; null where the operator handed it in on the machine. */
  fileId: id<'file'>(),
  fileName: text().notNull(),
  /** The full report as a workbook. */
  reportId: id<'file'>(),
  /** How many organisations are new, changed, the same, wrong. */
  fresh: integer().notNull(),
  changed: integer().notNull(),
  same: integer().notNull(),
  wrong: integer().notNull(),
  /** What is wrong, then what was understood otherwise, for the chat: a thousand at most. */
  problems: jsonb().$type<readonly Problem[]>().notNull(),
  createdBy: id<'person'>(),
  createdAt: instant().notNull(),
  checkedAt: instant(),
  /** How many entries the register had then: one more, and what was taken for new may be it. */
  entriesSeen: integer(),
  decidedBy: id<'person'>(),
  appliedAt: instant(),
  rowVersion: integer().notNull(),
});

/** An organisation of a file, staged: what writing it would do. Stays as the history of what an import changed. */
export const importEntry = pgTable(
  'import_entry',
  {
    id: id<'import_entry'>().primaryKey(),
    importId: id<'register_import'>()
      .notNull()
      .references(() => registerImport.id),
    /** Its first row in the file. */
    row: integer().notNull(),
    name: text().notNull(),
    verdict: text({ enum: ['new', 'changed', 'same', 'wrong'] }).notNull(),
    partnerId: id<'partner'>(),
    partnerVersion: integer(),
    plan: jsonb().$type<Plan>(),
    changes: jsonb().$type<readonly Change[]>().notNull(),
  },
  (t) => [index('import_entry_import').on(t.importId, t.row), index('import_entry_partner').on(t.partnerId)],
);
