import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant } from '../../base/database/columns.ts';

/**
 * What the law says about one question, with where it says so and how sure that is. A correction is a new row; the one before stays as
 * history. Stated as law only once somebody of the Sở has verified it.
 */
export const legalRule = pgTable(
  'legal_rule',
  {
    id: id<'legal_rule'>().primaryKey(),
    /** Stable name: `file.sets`. */
    key: text().notNull(),
    /** 1, 2, … of its key. */
    no: integer().notNull(),
    /** The edition of the program's table that it came with; null: an officer proposed it. */
    edition: integer(),
    vi: text().notNull(),
    en: text().notNull(),
    /** Where it stands: "Điều 8 Nghị định 80/2020/NĐ-CP". */
    citation: text().notNull(),
    /** `text`: the law's text or an official page; `press`: newspapers, law firms; `general`: known in general; `ours`: a default of Nhịp Cầu; `unknown`: not found. */
    certainty: text({ enum: ['text', 'press', 'general', 'ours', 'unknown'] }).notNull(),
    /** The decree that has been replaced, where the rule is from it: said with every answer until somebody has verified the rule. */
    replaced: text(),
    proposedBy: id<'person'>(),
    verifiedBy: id<'person'>(),
    verifiedAt: instant(),
    createdAt: instant().notNull(),
    supersededAt: instant(),
  },
  (t) => [
    uniqueIndex('legal_rule_no').on(t.key, t.no),
    index('legal_rule_now').on(t.key).where(sql`superseded_at is null`),
  ],
);
