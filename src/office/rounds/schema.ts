import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, plainDate } from '../../base/database/columns.ts';

/** A dated call for needs ("đợt"). What it is at a time follows from its dates (rules.ts); stored is only what somebody decided. */
export const round = pgTable(
  'round',
  {
    id: id<'round'>().primaryKey(),
    /** `2026-1`, shown "đợt 1 năm 2026". */
    code: text().notNull(),
    /** The year that needs are called for. */
    planYear: integer().notNull(),
    kind: text({ enum: ['needs_call', 'update', 'promotion', 'report'] }).notNull(),
    titleVi: text().notNull(),
    titleEn: text().notNull(),
    /** The call itself: công văn number and date. */
    docNo: text(),
    docDate: plainDate(),
    opensAt: instant().notNull(),
    dueAt: instant().notNull(),
    /** Late submissions are accepted until then. */
    closesAt: instant().notNull(),
    /** Kinds of units that were called; empty: those with a target row. */
    audience: jsonb().$type<readonly string[]>().notNull(),
    note: text(),
    decided: text({ enum: ['none', 'closed', 'cancelled', 'consolidated', 'archived'] }).notNull(),
    reason: text(),
    demo: boolean().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>(),
    updatedAt: instant().notNull(),
    rowVersion: integer().notNull(),
  },
  (t) => [uniqueIndex('round_code').on(t.code), index('round_closes').on(t.closesAt)],
);

/** One unit's part in a round. `no_need`: it answered that it has none. */
export const roundTarget = pgTable(
  'round_target',
  {
    id: id<'round_target'>().primaryKey(),
    roundId: id<'round'>().notNull(),
    unitId: id<'unit'>().notNull(),
    state: text({ enum: ['not_started', 'in_progress', 'submitted', 'no_need', 'excused'] }).notNull(),
    /** What it was before "no need", for the undo. */
    before: text({ enum: ['not_started', 'in_progress', 'submitted', 'excused'] }),
    firstSeenAt: instant(),
    submittedAt: instant(),
    late: boolean(),
    /** The signed công văn of the unit, one a round, covering all its needs. */
    letterNo: text(),
    letterDate: plainDate(),
    letterSigner: text(),
    letterFile: id<'file'>(),
    letterVia: text({ enum: ['chat', 'e_office', 'paper'] }),
    promisedFor: plainDate(),
    extendedTo: instant(),
    decidedBy: id<'person'>(),
    decidedAt: instant(),
    updatedAt: instant().notNull(),
    rowVersion: integer().notNull(),
  },
  (t) => [
    uniqueIndex('round_target_unit').on(t.roundId, t.unitId),
    index('round_target_open').on(t.roundId, t.state).where(sql`state in ('not_started', 'in_progress')`),
  ],
);
