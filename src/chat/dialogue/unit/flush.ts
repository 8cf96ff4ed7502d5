import type { Sql } from '../../../base/database/client.ts';
import type { Id } from '../../../base/ids.ts';
import { newId } from '../../../base/ids.ts';
import type { ChatKey, Inbound, Say } from '../../messaging/types.ts';
import type { Dialogue, Draft } from '../types.ts';
import { type ChatRow, storedQuestion } from './load.ts';
import type { Reply } from './turn.ts';
import type { Collected } from './work.ts';

/** What one turn leaves to be written. */
export interface Outcome {
  readonly event: Inbound;
  readonly chat: ChatRow;
  readonly person: Id<'person'> | null;
  readonly dialogue: Dialogue;
  readonly drafts: Iterable<Draft>;
  readonly replies: readonly Reply[];
  readonly collected: Collected;
  /** Where the turn was parked instead of done. */
  readonly parked?: { readonly code: string; readonly error: string };
}

/** A reply that is written and now may be sent. */
export interface ToSend {
  readonly id: Id<'message'>;
  readonly seq: string;
  readonly at: Temporal.Instant;
  readonly chat: Id<'chat'>;
  readonly key: ChatKey;
  readonly say: Say;
  readonly notice: Id<'notice'> | null;
}

/** Everything of decisions that is not in a chat: holds, notices, tasks; one statement a kind. */
export function flushCollected(sql: Sql, all: readonly Collected[], now: Temporal.Instant): Promise<unknown>[] {
  const at = now.toString();
  const sent: Promise<unknown>[] = [];
  // Holds of one record in the order in which they were changed, before anything new is held for it.
  for (const { recalls, releases } of all) {
    for (const ref of recalls) {
      sent.push(sql`
        update notice set state = 'cancelled', why = 'undone', ended_at = ${at}
        where state = 'waiting' and hold_kind = ${ref.kind} and hold_id = ${ref.id}`);
    }
    for (const ref of releases) {
      sent.push(sql`
        update notice set not_before = ${at}, hold_kind = null, hold_id = null
        where state = 'waiting' and hold_kind = ${ref.kind} and hold_id = ${ref.id}`);
    }
  }
  const notices = all.flatMap((one) => one.notices);
  if (notices.length > 0) {
    const rows = notices.map(({ id, to, notice, notBefore, hold }) => ({
      id,
      person_id: to,
      template: notice.template,
      values: notice.values,
      buttons: notice.buttons ?? null,
      topic: notice.topic,
      urgent: notice.urgent ?? false,
      if_unknown: notice.ifUnknown,
      not_before: notBefore.toString(),
      hold_kind: hold?.kind ?? null,
      hold_id: hold?.id ?? null,
    }));
    sent.push(sql`
      insert into notice (id, person_id, template, "values", buttons, topic, urgent, if_unknown, state, not_before, hold_kind, hold_id, tried, created_at)
      select id, person_id, template, "values", buttons, topic, urgent, if_unknown, 'waiting', not_before, hold_kind, hold_id, '[]'::jsonb, ${at}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, person_id uuid, template text, "values" jsonb, buttons jsonb,
        topic text, urgent boolean, if_unknown text, not_before timestamptz, hold_kind text, hold_id text)`);
  }
  const tasks = all.flatMap((one) => one.tasks);
  if (tasks.length > 0) {
    const rows = tasks.map((task) => ({
      id: newId(now.epochMilliseconds),
      kind: task.kind,
      args: task.args,
      due: (task.due ?? now).toString(),
      once: task.once ?? null,
    }));
    sent.push(sql`
      insert into task (id, kind, args, due, once, state, attempts, created_at)
      select id, kind, args, due, once, 'open', 0, ${at}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, kind text, args jsonb, due timestamptz, once text)
      on conflict (once) where state = 'open' do nothing`);
  }
  return sent;
}

/** Two people changed one draft at once: the later turn runs again on what the earlier one left. */
export class DraftMoved extends Error {
  override readonly name = 'DraftMoved';
}

const draftRow = (d: Draft) => ({
  id: d.id,
  sk: d.subject?.kind ?? null,
  si: d.subject?.id ?? null,
  u: d.unit,
  st: d.state,
  a: d.answers,
  x: d.aside,
  v: d.version,
});

const messageRows = (outcomes: readonly Outcome[], now: Temporal.Instant) =>
  outcomes.flatMap(({ event, chat, person, replies }) => [
    ...(event.input.kind === 'signal'
      ? []
      : [
          {
            id: newId(now.epochMilliseconds),
            c: chat.id,
            d: 'in',
            p: person,
            t: { ...event.input, key: event.key },
            s: null,
          },
        ]),
    ...replies.map((r) => ({ id: r.id, c: chat.id, d: 'out', p: null, t: r.say, s: r.say.slot ?? null })),
  ]);

/**
 * Writes what the turns left, one statement a table, all sent without waiting for each other.
 * The caller sends `commit` behind them: one that failed turns it into a rollback.
 * @returns the statements, and what may be sent once the commit has succeeded.
 */
export function flush(
  sql: Sql,
  outcomes: readonly Outcome[],
  run: Id<'service_run'>,
  now: Temporal.Instant,
): { sent: Promise<unknown>[]; replies: () => Promise<ToSend[]> } {
  const at = now.toString();
  const sent: Promise<unknown>[] = [];

  const inbox = outcomes.map((o) => ({
    a: o.event.chat.account,
    k: o.event.key,
    s: o.parked ? 'parked' : 'done',
    e: o.parked ? o.event : null,
    x: o.parked?.error ?? null,
    c: o.parked?.code ?? null,
  }));
  sent.push(sql`
    insert into inbox (account_id, key, at, state, attempts, event, error, code)
    select a, k, ${at}::timestamptz, s, 1, e, x, c from json_to_recordset(${JSON.stringify(inbox)}::json) as r(a uuid, k text, s text, e jsonb, x text, c text)
    on conflict (account_id, key) do update set state = excluded.state, at = excluded.at, event = excluded.event, error = excluded.error, code = excluded.code
    where inbox.state = 'running'`);

  const dialogues = new Map(outcomes.map((o) => [o.dialogue.id, o.dialogue]));
  const rows = [...dialogues.values()].map((d) => ({
    id: d.id,
    p: d.person,
    l: d.lang,
    o: d.open,
    od: d.open?.draft ?? null,
    s: d.suspended,
    q: storedQuestion(d.question),
    k: d.kept,
  }));
  sent.push(sql`
    update dialogue d set person_id = r.p, lang = r.l, open = r.o, open_draft = r.od, suspended = r.s, question = r.q, kept = r.k, updated_at = ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, p uuid, l text, o jsonb, od uuid, s jsonb, q jsonb, k text)
    where d.id = r.id`);

  const drafts = [...new Map(outcomes.flatMap((o) => [...o.drafts].map((d) => [d.id, d] as const))).values()];
  const fresh = drafts.filter((d) => d.storedVersion === 0);
  if (fresh.length > 0) {
    const rows = fresh.map((d) => ({ ...draftRow(d), f: d.form, b: d.by }));
    sent.push(sql`
      insert into draft (id, form, subject_kind, subject_id, unit_id, by_id, state, answers, aside, version, created_at, updated_at)
      select id, f, sk, si, u, b, st, a, x, v, ${at}::timestamptz, ${at}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, f text, sk text, si text, u uuid, b uuid, st text, a jsonb, x jsonb, v int)`);
  }
  const known = drafts.filter((d) => d.storedVersion > 0);
  if (known.length > 0) {
    const rows = known.map((d) => ({ ...draftRow(d), lv: d.storedVersion }));
    sent.push(
      sql`
      update draft d set subject_kind = r.sk, subject_id = r.si, unit_id = r.u, state = r.st, answers = r.a, aside = r.x, version = r.v, updated_at = ${at}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, sk text, si text, u uuid, st text, a jsonb, x jsonb, v int, lv int)
      where d.id = r.id and d.version = r.lv`.then(({ count }) => {
        if (count !== known.length) throw new DraftMoved('somebody else changed this draft in between');
      }),
    );
  }

  const messages = messageRows(outcomes, now);
  let inserted: Promise<{ id: Id<'message'>; seq: string }[]> = Promise.resolve([]);
  if (messages.length > 0) {
    inserted = sql<{ id: Id<'message'>; seq: string }[]>`
      insert into message (id, chat_id, direction, person_id, at, content, slot)
      select id, c, d, p, ${at}::timestamptz, t, s from json_to_recordset(${JSON.stringify(messages)}::json) as r(id uuid, c uuid, d text, p uuid, t jsonb, s text)
      returning id, seq`.then((rows) => [...rows]);
    sent.push(inserted);
  }
  const deliveries = outcomes.flatMap((o) => o.replies.map((r) => ({ m: r.id, c: o.chat.id })));
  if (deliveries.length > 0) {
    sent.push(sql`
      insert into delivery (message_id, chat_id, state, holder, attempts)
      select m, c, 'sending', ${run}::uuid, 1 from json_to_recordset(${JSON.stringify(deliveries)}::json) as r(m uuid, c uuid)`);
  }
  const heard = outcomes.filter((o) => o.chat.unreachable && o.event.input.kind !== 'signal').map((o) => o.chat.id);
  if (heard.length > 0)
    sent.push(sql`update chat set unreachable_since = null where id = any(${`{${heard.join(',')}}`}::uuid[])`);
  sent.push(
    ...flushCollected(
      sql,
      outcomes.map((o) => o.collected),
      now,
    ),
  );

  return {
    sent,
    replies: async () => {
      const seqs = new Map((await inserted).map((row) => [row.id, row.seq]));
      return outcomes.flatMap((o) =>
        o.replies.map((r) => ({
          id: r.id,
          seq: seqs.get(r.id)!,
          at: now,
          chat: o.chat.id,
          key: o.event.chat,
          say: r.say,
          notice: null,
        })),
      );
    },
  };
}
