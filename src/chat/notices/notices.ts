import { guest } from '../../base/access/access.ts';
import type { Sql } from '../../base/database/client.ts';
import { parseInstant } from '../../base/database/columns.ts';
import type { Store } from '../../base/database/store.ts';
import { type Id, newId } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import type { Clock } from '../../base/time/clock.ts';
import type { Registry } from '../dialogue/registry.ts';
import type { Ports } from '../dialogue/types.ts';
import type { Unit } from '../dialogue/unit/unit.ts';
import type { Outbound } from '../messaging/dispatcher.ts';
import type { Button, Channel, ChannelName, Outcome, Say } from '../messaging/types.ts';
import { type Candidate, onlyWeb, reach, unreadHours } from './reach.ts';

export interface NoticesParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly unit: Unit;
  readonly registry: Registry;
  readonly ports: Ports;
  readonly run: Id<'service_run'>;
  /** Runs of the service that are gone: pages that they had open are not. */
  readonly gone: () => ReadonlySet<string>;
  readonly channel: (account: Id<'account'>) => Channel | undefined;
  readonly send: (messages: readonly Outbound[]) => void;
  /** Notices that are being sent: while there are many no more are taken, so that a reply never waits behind them for long. */
  readonly waiting: () => number;
  readonly log: (line: { level: 'info' | 'warn' | 'error'; what: string; [more: string]: unknown }) => void;
}

interface NoticeRow {
  id: Id<'notice'>;
  person_id: Id<'person'>;
  template: string;
  values: Json;
  buttons: Button[][] | null;
  topic: string;
  urgent: boolean;
  if_unknown: 'resend' | 'report';
  tried: string[];
}

interface ChatRow {
  person_id: Id<'person'>;
  dialogue_id: Id<'dialogue'>;
  chat_id: Id<'chat'>;
  account_id: Id<'account'>;
  external: string;
  channel: ChannelName;
  lang: 'vi' | 'en';
  unreachable: boolean;
  /** A page is open at another process. */
  open_elsewhere: boolean;
  paused_until: string | null;
  heard: string | null;
}

/** How many notices one sweep takes: replies go first, so bulk goes in small portions. */
const most = 32;
/** How often it is looked whether notices lie unread. */
const unreadEvery = { minutes: 1 };

/** Sends notices that are due: chooses the chat now, and again when it failed; tells the office when nobody could be reached. */
export class Notices {
  readonly #parts: NoticesParts;
  #unreadAt: Temporal.Instant | null = null;

  constructor(parts: NoticesParts) {
    this.#parts = parts;
  }

  /** Takes what is due at `now`; how many it took. */
  async runDue(now: Temporal.Instant): Promise<number> {
    if (this.#unreadAt === null || Temporal.Instant.compare(now, this.#unreadAt) >= 0) {
      await this.#unread(now);
      this.#unreadAt = now.add(unreadEvery);
    }
    const room = most - this.#parts.waiting();
    if (room <= 0) return 0;
    const due = await this.#parts.store.aside(
      (sql) => sql<NoticeRow[]>`
        select id, person_id, template, "values", buttons, topic, urgent, if_unknown, tried from notice
        where state = 'waiting' and not_before <= ${now.toString()} order by not_before, id limit ${room}`,
    );
    if (due.length === 0) return 0;
    const chats = await this.#chats([...new Set(due.map((n) => n.person_id))]);
    for (const notice of due) {
      const candidates = chats.filter((c) => c.person_id === notice.person_id).map((c) => this.#candidate(c, now));
      const chosen = reach(candidates, notice.tried);
      const readBy = onlyWeb(candidates, notice.tried) ? now.add({ hours: unreadHours(notice.urgent) }) : null;
      if (chosen) await this.#place(notice, chosen, chats.find((c) => c.chat_id === chosen.chat)!.dialogue_id, readBy);
      else await this.#undelivered(notice, notice.tried.length === 0 ? 'no_channel' : 'all_failed');
    }
    return due.length;
  }

  /** What became of notices that were sent: done, the next channel, or word to the office. */
  async ended(ends: readonly { notice: Id<'notice'>; chat: Id<'chat'>; outcome: Outcome }[]): Promise<void> {
    for (const { notice, chat, outcome } of ends) {
      const at = this.#parts.clock.now().toString();
      if (outcome.end === 'sent') {
        await this.#parts.store.aside(
          (sql) => sql`update notice set state = 'sent', ended_at = ${at} where id = ${notice} and state = 'sending'`,
        );
      } else if (outcome.end === 'unknown') {
        await this.#close(notice, 'unknown', outcome.why);
      } else if (outcome.end !== 'wait') {
        await this.#parts.store.aside(
          (sql) => sql`
            update notice set state = 'waiting', not_before = ${at}, read_by = null, why = ${outcome.why}, tried = tried || ${JSON.stringify([chat])}::jsonb
            where id = ${notice} and state = 'sending'`,
        );
      }
    }
  }

  /** Deliveries of notices whose process died while sending: their fate is unknown. */
  async lost(notice: Id<'notice'>): Promise<void> {
    await this.#close(notice, 'unknown', 'process_died');
  }

  #candidate(row: ChatRow, now: Temporal.Instant): Candidate {
    const key = { account: row.account_id, chat: row.external, kind: 'private' as const };
    return {
      chat: row.chat_id,
      key,
      channel: row.channel,
      lang: row.lang,
      unreachable: row.unreachable || !this.#parts.channel(row.account_id),
      paused: row.paused_until !== null && Temporal.Instant.compare(parseInstant(row.paused_until), now) > 0,
      heard: row.heard === null ? null : parseInstant(row.heard),
      open: row.open_elsewhere || (this.#parts.channel(row.account_id)?.open?.(key) ?? false),
    };
  }

  #chats(persons: readonly Id<'person'>[]): Promise<ChatRow[]> {
    return this.#parts.store.aside(
      (sql) => sql<ChatRow[]>`
        select d.person_id, d.id as dialogue_id, c.id as chat_id, c.account_id, c.external, a.channel, d.lang,
          c.unreachable_since is not null as unreachable, a.paused_until,
          exists (
            select from open_chat o where o.account_id = c.account_id and o.external = c.external
            and o.run_id <> all(${`{${[this.#parts.run, ...this.#parts.gone()].join(',')}}`}::uuid[])) as open_elsewhere,
          (select m.at from message m where m.chat_id = c.id and m.direction = 'in' order by m.seq desc limit 1) as heard
        from dialogue d join chat c on c.dialogue_id = d.id join account a on a.id = c.account_id
        where d.person_id = any(${`{${persons.join(',')}}`}::uuid[]) and c.kind = 'private'`,
    );
  }

  /** Writes the message under the lock of its dialogue (so that its place in the transcript is final), then lets it be sent. */
  async #place(
    notice: NoticeRow,
    to: Candidate,
    dialogue: Id<'dialogue'>,
    readBy: Temporal.Instant | null,
  ): Promise<void> {
    const render = this.#parts.registry.notices.get(notice.template);
    if (!render) throw new Error(`no slice renders the notice ${notice.template}`);
    const rendered = render(notice.values, to.lang);
    const say: Say = notice.buttons
      ? { ...rendered, buttons: [...(rendered.buttons ?? []), ...notice.buttons] }
      : rendered;
    const now = this.#parts.clock.now();
    const id = newId<'message'>(now.epochMilliseconds);
    const placed = await this.#parts.unit.transaction(async (sql: Sql) => {
      const at = now.toString();
      await sql`select id from dialogue where id = ${dialogue} for update`;
      const taken =
        await sql`update notice set state = 'sending', message_id = ${id}, read_by = ${readBy?.toString() ?? null}, holder = ${this.#parts.run} where id = ${notice.id} and state = 'waiting' returning id`;
      if (taken.length === 0) return null;
      const [[row]] = await Promise.all([
        sql<{ seq: string }[]>`
          insert into message (id, chat_id, direction, at, content, slot)
          values (${id}, ${to.chat}, 'out', ${at}, ${JSON.stringify(say)}::json, ${say.slot ?? null}) returning seq`,
        sql`insert into delivery (message_id, chat_id, notice_id, state, holder, attempts) values (${id}, ${to.chat}, ${notice.id}, 'sending', ${this.#parts.run}, 1)`,
      ]);
      return row!.seq;
    });
    if (placed === null) return;
    this.#parts.send([
      { id, seq: placed, at: now, chat: to.chat, key: to.key, say, notice: notice.id, ifUnknown: notice.if_unknown },
    ]);
  }

  async #close(notice: Id<'notice'>, state: 'unknown', why: string): Promise<void> {
    await this.#parts.unit.write(
      { actor: guest, via: { channel: 'task', request: `notice:${notice}` } },
      async (work) => {
        const [row] = (await work.raw`
        update notice set state = ${state}, read_by = null, why = ${why}, ended_at = ${work.now.toString()} where id = ${notice} and state = 'sending'
        returning person_id, topic`) as { person_id: Id<'person'>; topic: string }[];
        if (row)
          await this.#parts.ports.undelivered(work, { id: notice, person: row.person_id, topic: row.topic, why });
      },
    );
  }

  /** What lies unread in a web chat past its deadline, where nothing else reaches the person: somebody must phone. */
  async #unread(now: Temporal.Instant): Promise<void> {
    const over = await this.#parts.store.aside(
      (sql) => sql<{ id: Id<'notice'>; person_id: Id<'person'>; topic: string; read: boolean }[]>`
        select n.id, n.person_id, n.topic, d.read_at is not null as read
        from notice n left join delivery d on d.message_id = n.message_id
        where n.read_by <= ${now.toString()} and n.state = 'sent' order by n.read_by limit ${most}`,
    );
    const read = over.filter((row) => row.read).map((row) => row.id);
    if (read.length > 0) {
      await this.#parts.store.aside(
        (sql) => sql`update notice set read_by = null where id = any(${`{${read.join(',')}}`}::uuid[])`,
      );
    }
    for (const row of over.filter((one) => !one.read)) {
      await this.#parts.unit.write(
        { actor: guest, via: { channel: 'task', request: `notice:${row.id}` } },
        async (work) => {
          const mine = await work.raw`
            update notice set read_by = null, why = 'unread' where id = ${row.id} and read_by is not null returning id`;
          if (mine.length > 0)
            await this.#parts.ports.undelivered(work, {
              id: row.id,
              person: row.person_id,
              topic: row.topic,
              why: 'unread',
            });
        },
      );
    }
  }

  /** Nobody could be reached: the notice has failed and somebody must phone. */
  async #undelivered(notice: NoticeRow, why: string): Promise<void> {
    await this.#parts.unit.write(
      { actor: guest, via: { channel: 'task', request: `notice:${notice.id}` } },
      async (work) => {
        const rows = await work.raw`
        update notice set state = 'failed', why = ${why}, ended_at = ${work.now.toString()} where id = ${notice.id} and state = 'waiting' returning id`;
        if (rows.length > 0)
          await this.#parts.ports.undelivered(work, {
            id: notice.id,
            person: notice.person_id,
            topic: notice.topic,
            why,
          });
      },
    );
    this.#parts.log({ level: 'warn', what: 'a notice reached nobody', topic: notice.topic, why });
  }
}
