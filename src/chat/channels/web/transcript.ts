import type { Store } from '../../../base/database/store.ts';
import type { Id } from '../../../base/ids.ts';
import { replacedId } from '../../messaging/slots.ts';
import type { Lang } from '../../text.ts';

/** A message of the transcript, as the database has it. */
export interface TranscriptRow {
  readonly chat: string;
  readonly seq: string;
  readonly id: Id<'message'>;
  readonly direction: 'in' | 'out';
  readonly at: string;
  /** `Say` where we spoke, `Input` (with `key`, where the kernel keeps it) where the person did. */
  readonly content: unknown;
  /** The message before it (presses apart), where both have the same slot: what the dispatcher would replace elsewhere. */
  readonly replaces: Id<'message'> | null;
  readonly lang: Lang;
  readonly state: string | null;
  readonly delivered: boolean | null;
  readonly read: boolean | null;
}

/** How the delivery of a message stands. */
export interface DeliveryMark {
  readonly id: Id<'message'>;
  readonly state: string;
  readonly delivered: boolean;
  readonly read: boolean;
}

/** What the web chat asks of the database; single statements beside the units. */
export interface Transcript {
  /** What chats said after a place each; at most `limit` messages a chat, in order. */
  after(wants: readonly { chat: string; after: string }[]): Promise<TranscriptRow[]>;
  /** The last messages before a place (or the very last), oldest first. */
  before(chat: string, seq: string | null, count: number): Promise<TranscriptRow[]>;
  marks(ids: readonly Id<'message'>[]): Promise<DeliveryMark[]>;
  /** Our messages up to a place that are sent and not read. */
  unread(chat: string, upTo: string): Promise<Id<'message'>[]>;
  /** Whether a message of the chat refers to a file. */
  speaksOf(chat: string, file: string): Promise<boolean>;
}

/** Most messages of one chat in one answer of `after`. */
export const atOnce = 200;

/** The transcript of the chats of one account. */
export function transcript(store: Store, account: Id<'account'>): Transcript {
  return {
    // One statement for all pages, whatever their number: chats as one json parameter, the index (chat_id, seq) for each.
    // Measured on PostgreSQL 18 with 300,000 messages: 500 chats without news 2.4 ms, with one new message each 6 ms.
    after: (wants) =>
      store.aside(
        (sql) => sql<TranscriptRow[]>`
          select c.external as chat, m.seq::text, m.id, m.direction, m.at, m.content, g.lang, d.state,
            d.delivered_at is not null as delivered, d.read_at is not null as read,
            case when m.slot is not null then ${replacedId(sql)} end as replaces
          from jsonb_to_recordset(${JSON.stringify(wants)}::jsonb) as want (chat text, after bigint)
          join chat c on c.account_id = ${account} and c.external = want.chat
          join dialogue g on g.id = c.dialogue_id
          cross join lateral (select * from message where chat_id = c.id and seq > want.after order by seq limit ${atOnce}) m
          left join delivery d on d.message_id = m.id
          order by m.seq`,
      ),
    before: async (chat, seq, count) => {
      const rows = await store.aside(
        (sql) => sql<TranscriptRow[]>`
          select c.external as chat, m.seq::text, m.id, m.direction, m.at, m.content, g.lang, d.state,
            d.delivered_at is not null as delivered, d.read_at is not null as read,
            case when m.slot is not null then ${replacedId(sql)} end as replaces
          from chat c
          join dialogue g on g.id = c.dialogue_id
          join message m on m.chat_id = c.id
          left join delivery d on d.message_id = m.id
          where c.account_id = ${account} and c.external = ${chat} and m.seq < ${seq ?? '9223372036854775807'}::bigint
          order by m.seq desc limit ${count}`,
      );
      return [...rows].reverse();
    },
    marks: (ids) =>
      store.aside(
        (sql) => sql<DeliveryMark[]>`
          select message_id as id, state, delivered_at is not null as delivered, read_at is not null as read
          from delivery
          where message_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
      ),
    unread: async (chat, upTo) => {
      const rows = await store.aside(
        (sql) => sql<{ id: Id<'message'> }[]>`
          select m.id from chat c
          join message m on m.chat_id = c.id
          join delivery d on d.message_id = m.id
          where c.account_id = ${account} and c.external = ${chat} and m.seq <= ${upTo}::bigint
            and d.read_at is null and d.state = 'sent'
          order by m.seq desc limit ${atOnce}`,
      );
      return rows.map((row) => row.id);
    },
    speaksOf: async (chat, file) => {
      const rows = await store.aside(
        (sql) => sql`
          select 1 from chat c join message m on m.chat_id = c.id
          where c.account_id = ${account} and c.external = ${chat}
            and ((m.content->'files')::jsonb @> ${JSON.stringify([file])}::jsonb
              or (m.content->'files')::jsonb @> ${JSON.stringify([{ file }])}::jsonb)
          limit 1`,
      );
      return rows.length > 0;
    },
  };
}
