import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, id, instant } from '../database/columns.ts';

/** The log of changes, chained by keyed hashes. Personal values stand in it masked, with a salted digest. Nothing has a foreign key here. */
export const auditEvent = pgTable(
  'audit_event',
  {
    /** Given by us, without gaps. */
    seq: bigint({ mode: 'bigint' }).primaryKey(),
    at: instant().notNull(),
    actor: id<'person'>(),
    role: text(),
    actingFor: id<'person'>(),
    channel: text().notNull(),
    request: text().notNull(),
    action: text().notNull(),
    kind: text().notNull(),
    record: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    key: text().notNull(),
    prev: bytea().notNull(),
    hash: bytea().notNull(),
  },
  (t) => [
    index('audit_event_record').on(t.kind, t.record, t.seq),
    index('audit_event_actor').on(t.actor, t.seq),
    index('audit_event_at').on(t.at),
  ],
);

/** The personal values of the log, sealed, with the salt of their digests. Deleting one erases it for good and leaves the chain whole. */
export const auditValue = pgTable(
  'audit_value',
  {
    seq: bigint({ mode: 'bigint' }).notNull(),
    path: text().notNull(),
    subject: id<'person'>(),
    salt: bytea().notNull(),
    sealed: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.seq, t.path] }),
    index('audit_value_subject').on(t.subject).where(sql`subject is not null`),
  ],
);

/** Where the chain ends: one row, locked by whoever appends. */
export const auditHead = pgTable(
  'audit_head',
  {
    id: integer().primaryKey(),
    seq: bigint({ mode: 'bigint' }).notNull(),
    hash: bytea().notNull(),
    startSeq: bigint({ mode: 'bigint' }).notNull(),
    startHash: bytea().notNull(),
    key: text().notNull(),
    mac: bytea().notNull(),
  },
  (t) => [check('audit_head_one', sql`${t.id} = 1`)],
);
