import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { id, instant } from '../../base/database/columns.ts';

/** The bot's own account on a platform. `pausedUntil`: the platform told all processes to wait. */
export const account = pgTable(
  'account',
  {
    id: id<'account'>().primaryKey(),
    channel: text({ enum: ['telegram', 'zalo', 'web', 'email'] }).notNull(),
    name: text().notNull(),
    pausedUntil: instant(),
    /** Until when the slots for notices are given out. */
    bulkAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('account_name').on(t.channel, t.name)],
);

/** A chat of an account; speaks for one dialogue. */
export const chat = pgTable(
  'chat',
  {
    id: id<'chat'>().primaryKey(),
    accountId: id<'account'>().notNull(),
    external: text().notNull(),
    kind: text({ enum: ['private', 'group'] }).notNull(),
    dialogueId: id<'dialogue'>().notNull(),
    /** When the platform said that it can't be reached; cleared by the next message from it. */
    unreachableSince: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('chat_external').on(t.accountId, t.external), index('chat_dialogue').on(t.dialogueId)],
);

/**
 * Web chats that have a page open, by the run of the service that keeps it: a row is written when the first page of a chat opens there
 * and deleted with the last, nothing in between. What a dead run left counts for nothing.
 */
export const openChat = pgTable(
  'open_chat',
  {
    accountId: id<'account'>().notNull(),
    external: text().notNull(),
    runId: id<'service_run'>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.external, t.runId] })],
);

/** Every event that was settled, once. `running` and `parked` keep the event itself. */
export const inbox = pgTable(
  'inbox',
  {
    accountId: id<'account'>().notNull(),
    key: text().notNull(),
    at: instant().notNull(),
    state: text({ enum: ['done', 'running', 'parked'] }).notNull(),
    attempts: integer().notNull(),
    event: jsonb(),
    error: text(),
    /** What the sender was told to quote. */
    code: text(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.key] }),
    index('inbox_unsettled').on(t.state, t.at).where(sql`state <> 'done'`),
  ],
);

/** The transcript: what was said, both directions, content once. No foreign key points here, so that it can be partitioned. */
export const message = pgTable(
  'message',
  {
    id: id<'message'>().primaryKey(),
    /** Rises within a chat, since messages of a chat are inserted under the lock of its dialogue. */
    seq: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity(),
    chatId: id<'chat'>().notNull(),
    direction: text({ enum: ['in', 'out'] }).notNull(),
    personId: id<'person'>(),
    at: instant().notNull(),
    /** json, not jsonb: it is written and read whole, and parsed by nobody in between. */
    content: json().notNull(),
    slot: text(),
  },
  (t) => [
    index('message_chat').on(t.chatId, t.seq),
    index('message_slot').on(t.chatId, t.slot).where(sql`slot is not null`),
  ],
);

/** One attempt to bring an outgoing message to its chat, with how it ended. */
export const delivery = pgTable(
  'delivery',
  {
    messageId: id<'message'>().primaryKey(),
    chatId: id<'chat'>().notNull(),
    noticeId: id<'notice'>(),
    state: text({ enum: ['queued', 'sending', 'sent', 'failed', 'skipped', 'cancelled', 'unknown'] }).notNull(),
    /** The run of the service that has it in hand; another takes it over only when that run is dead. */
    holder: id<'service_run'>(),
    attempts: integer().notNull(),
    /** How often the platform's answer was lost and it was sent again: a reply may have come that often twice. */
    unknowns: integer().notNull().default(0),
    ref: text(),
    why: text(),
    billed: boolean(),
    sentAt: instant(),
    deliveredAt: instant(),
    readAt: instant(),
  },
  (t) => [index('delivery_open').on(t.holder).where(sql`state in ('queued', 'sending')`)],
);

/** Something told to a person unasked; which chat takes it is decided when it is sent, and again when that fails. */
export const notice = pgTable(
  'notice',
  {
    id: id<'notice'>().primaryKey(),
    personId: id<'person'>().notNull(),
    template: text().notNull(),
    values: jsonb().notNull(),
    buttons: jsonb(),
    topic: text().notNull(),
    holder: id<'service_run'>(),
    urgent: boolean().notNull(),
    ifUnknown: text({ enum: ['resend', 'report'] }).notNull(),
    state: text({ enum: ['waiting', 'sending', 'sent', 'failed', 'cancelled', 'unknown'] }).notNull(),
    notBefore: instant().notNull(),
    holdKind: text(),
    holdId: text(),
    /** Chats that were tried and failed. */
    tried: jsonb().notNull(),
    messageId: id<'message'>(),
    /** Set where it went to the web chat for want of anything else: unread by then, somebody has to phone. */
    readBy: instant(),
    why: text(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    index('notice_due').on(t.notBefore).where(sql`state = 'waiting'`),
    index('notice_read_by').on(t.readBy).where(sql`read_by is not null`),
    index('notice_hold').on(t.holdKind, t.holdId).where(sql`state = 'waiting' and hold_kind is not null`),
  ],
);
