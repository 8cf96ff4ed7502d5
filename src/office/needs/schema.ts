import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { currency, id, instant, plainDate } from '../../base/database/columns.ts';
import { fieldsOfWork } from '../../language/types.ts';
import { needStates } from './rules/states.ts';

/** What a unit asks to be funded. Born at its submission; before that there is only a draft of the form engine. */
export const need = pgTable(
  'need',
  {
    id: id<'need'>().primaryKey(),
    /** NC-2026-0042: of the year of submission, gapless, never used again. */
    code: text().notNull(),
    /** Empty for an emergency outside any round only. */
    roundId: id<'round'>(),
    unitId: id<'unit'>().notNull(),
    authorId: id<'person'>().notNull(),
    planYear: integer().notNull(),
    state: text({ enum: needStates }).notNull(),
    stateReason: text(),
    /** Set by taking it up. */
    reviewerId: id<'person'>(),
    /** 1 to 3, the Sở's own; the unit's is in the revision. */
    officerPriority: integer(),
    isEmergency: boolean().notNull(),
    /** The draft it was born from; what an undone submission goes back to. */
    draftId: id<'draft'>(),
    /** Number of the newest revision. */
    latest: integer().notNull(),
    /** Number of the revision that was accepted. */
    accepted: integer(),
    /** Number of the revision of an accepted need that waits to be validated. */
    pending: integer(),
    mergedInto: id<'need'>(),
    submittedAt: instant().notNull(),
    /** Whole minutes past the unit's due time, cut off; null: in time, or no round. */
    submittedLateMinutes: integer(),
    rowVersion: integer().notNull(),
    createdAt: instant().notNull(),
    createdBy: id<'person'>().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('need_code').on(t.code),
    uniqueIndex('need_draft').on(t.draftId),
    index('need_unit').on(t.unitId, t.updatedAt),
    index('need_round').on(t.roundId, t.unitId),
    index('need_state').on(t.state, t.submittedAt),
  ],
);

/** The content of a need as it was submitted. Never changed: an edit is a new number. One column a field of the form. */
export const needRevision = pgTable(
  'need_revision',
  {
    needId: id<'need'>().notNull(),
    no: integer().notNull(),
    /** The draft it came from: another one than the need's where a submitted need was edited. */
    draftId: id<'draft'>(),
    title: text().notNull(),
    titleEn: text(),
    field: text({ enum: fieldsOfWork }).notNull(),
    objective: text().notNull(),
    objectiveEn: text(),
    /** Codes of today's communes and wards; empty where it is the whole province. */
    places: jsonb().$type<readonly string[]>().notNull(),
    provinceWide: boolean().notNull(),
    village: text(),
    beneficiaries: jsonb().$type<readonly { count: number; unit: string; group?: string }[]>().notNull(),
    /** All amounts in `currency`'s minor unit; the total is the sum of the others within 1 %. */
    budget: bigint({ mode: 'bigint' }).notNull(),
    requestedAid: bigint({ mode: 'bigint' }).notNull(),
    counterpart: bigint({ mode: 'bigint' }).notNull(),
    otherFunding: bigint({ mode: 'bigint' }).notNull(),
    currency: currency().notNull(),
    start: plainDate().notNull(),
    /** The last day of the period. */
    end: plainDate().notNull(),
    durationMonths: integer().notNull(),
    contact: jsonb().$type<{ name?: string; position?: string; phone?: string; email?: string }>().notNull(),
    aidKind: text({ enum: ['programme', 'project', 'non_project'] }),
    activities: text(),
    rationale: text(),
    expectedResults: text(),
    counterpartKind: text({ enum: ['cash', 'in_kind', 'labour', 'land'] }),
    /** 1 to 3, the unit's own: 1 is the most urgent. */
    priority: integer(),
    /** 0 to 100, by rules/completeness.ts at the time. */
    completeness: integer().notNull(),
    at: instant().notNull(),
    byId: id<'person'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.needId, t.no] }),
    foreignKey({ columns: [t.needId], foreignColumns: [need.id], name: 'need_revision_need' }),
    index('need_revision_field').on(t.field),
  ],
);

/** A file of a need, or of a draft that will become one. */
export const needAttachment = pgTable(
  'need_attachment',
  {
    id: id<'need_attachment'>().primaryKey(),
    needId: id<'need'>(),
    draftId: id<'draft'>(),
    fileId: id<'file'>().notNull(),
    name: text().notNull(),
    kind: text({ enum: ['letter', 'paper', 'photo'] }).notNull(),
    at: instant().notNull(),
    byId: id<'person'>().notNull(),
  },
  (t) => [
    check('need_attachment_of', sql`need_id is not null or draft_id is not null`),
    foreignKey({ columns: [t.needId], foreignColumns: [need.id], name: 'need_attachment_need' }),
    index('need_attachment_need').on(t.needId),
    index('need_attachment_draft').on(t.draftId).where(sql`need_id is null`),
    uniqueIndex('need_attachment_file').on(t.fileId),
  ],
);

/** What an officer asks the unit about a need, and its answer. */
export const needQuestion = pgTable(
  'need_question',
  {
    id: id<'need_question'>().primaryKey(),
    needId: id<'need'>().notNull(),
    text: text().notNull(),
    askedBy: id<'person'>().notNull(),
    at: instant().notNull(),
    answer: text(),
    answeredBy: id<'person'>(),
    answeredAt: instant(),
  },
  (t) => [
    foreignKey({ columns: [t.needId], foreignColumns: [need.id], name: 'need_question_need' }),
    index('need_question_need').on(t.needId, t.at),
  ],
);
