import type { Sql } from '../../../base/database/client.ts';
import { databaseError } from '../../../base/database/errors.ts';
import type { Id } from '../../../base/ids.ts';
import { newId } from '../../../base/ids.ts';
import type { Outbound } from '../../messaging/dispatcher.ts';
import type { Inbound } from '../../messaging/types.ts';
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
  /** The question that was open before and is no longer the last one: what is said next takes its buttons off. */
  readonly answered?: Id<'message'> | null;
  /** Where the turn was parked instead of done. */
  readonly parked?: { readonly code: string; readonly error: string };
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

/**
 * What the statement fails with when it finds fewer rows than it should: a number that is none. It must fail in the database,
 * since the commit is on its way behind it and a count that is compared here would come too late.
 */
const faults = { settled: 'settled meanwhile: ', moved: 'draft moved: ' } as const;

/** Another process settled an event between our look and our write. */
export class SettledMeanwhile extends Error {
  override readonly name = 'SettledMeanwhile';
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

/** The platform says that the person blocked us or took us out: the chat can't be written to until something comes from it. */
const isGone = (input: Inbound['input']): boolean =>
  input.kind === 'presence' && (input.state === 'blocked' || input.state === 'left');

/** A row of every kind that a unit writes; `storedVersion` 0: a draft that is new. */
function rowsOf(outcomes: readonly Outcome[], now: Temporal.Instant) {
  const drafts = [...new Map(outcomes.flatMap((o) => [...o.drafts].map((d) => [d.id, d] as const))).values()];
  const dialogues = new Map(outcomes.map((o) => [o.dialogue.id, o.dialogue]));
  return {
    inbox: outcomes.map((o) => ({
      a: o.event.chat.account,
      k: o.event.key,
      s: o.parked ? 'parked' : 'done',
      e: o.parked ? o.event : null,
      x: o.parked?.error ?? null,
      c: o.parked?.code ?? null,
    })),
    dialogues: [...dialogues.values()].map((d) => ({
      id: d.id,
      p: d.person,
      l: d.lang,
      o: d.open,
      od: d.open?.draft ?? null,
      s: d.suspended,
      q: storedQuestion(d.question),
      k: d.kept,
      sh: d.shown,
    })),
    fresh: drafts.filter((d) => d.storedVersion === 0).map((d) => ({ ...draftRow(d), f: d.form, b: d.by })),
    drafts: drafts.filter((d) => d.storedVersion > 0).map((d) => ({ ...draftRow(d), lv: d.storedVersion })),
    messages: messageRows(outcomes, now),
    heard: outcomes
      .filter((o) => o.chat.unreachable && o.event.input.kind !== 'signal' && !isGone(o.event.input))
      .map((o) => o.chat.id),
    gone: outcomes.filter((o) => !o.chat.unreachable && isGone(o.event.input)).map((o) => o.chat.id),
  };
}

/**
 * Writes what the turns left, all tables with one statement: as a statement each they took twice the processor time in this process.
 * The caller sends `commit` behind it: one that failed turns it into a rollback.
 * @returns the statements, and what may be sent once the commit has succeeded.
 * @throws (through the statements) DraftMoved, SettledMeanwhile: somebody else was faster, the turns run again.
 */
export function flush(
  sql: Sql,
  outcomes: readonly Outcome[],
  run: Id<'service_run'>,
  now: Temporal.Instant,
): { sent: Promise<unknown>[]; replies: () => Promise<Outbound[]> } {
  const at = now.toString();
  const rows = rowsOf(outcomes, now);
  const json = (of: readonly object[]) => JSON.stringify(of);
  const written = sql<{ seqs: [Id<'message'>, string][] | null }[]>`
    with ib as (
      insert into inbox (account_id, key, at, state, attempts, event, error, code)
      select a, k, ${at}::timestamptz, s, 1, e, x, c
      from json_to_recordset(${json(rows.inbox)}::json) as r(a uuid, k text, s text, e jsonb, x text, c text)
      on conflict (account_id, key) do update
        set state = excluded.state, at = excluded.at, event = excluded.event, error = excluded.error, code = excluded.code
        where inbox.state = 'running'
      returning 1),
    di as (
      update dialogue d set person_id = r.p, lang = r.l, open = r.o, open_draft = r.od, suspended = r.s, question = r.q, kept = r.k, shown = r.sh, version = d.version + 1, updated_at = ${at}::timestamptz
      from json_to_recordset(${json(rows.dialogues)}::json) as r(id uuid, p uuid, l text, o json, od uuid, s json, q json, k text, sh json)
      where d.id = r.id),
    dn as (
      insert into draft (id, form, subject_kind, subject_id, unit_id, by_id, state, answers, aside, version, created_at, updated_at)
      select id, f, sk, si, u, b, st, a, x, v, ${at}::timestamptz, ${at}::timestamptz
      from json_to_recordset(${json(rows.fresh)}::json) as r(id uuid, f text, sk text, si text, u uuid, b uuid, st text, a json, x json, v int)),
    du as (
      update draft d set subject_kind = r.sk, subject_id = r.si, unit_id = r.u, state = r.st, answers = r.a, aside = r.x, version = r.v, updated_at = ${at}::timestamptz
      from json_to_recordset(${json(rows.drafts)}::json) as r(id uuid, sk text, si text, u uuid, st text, a json, x json, v int, lv int)
      where d.id = r.id and d.version = r.lv
      returning 1),
    m as (
      select * from json_to_recordset(${json(rows.messages)}::json) as r(id uuid, c uuid, d text, p uuid, t json, s text)),
    mi as (
      insert into message (id, chat_id, direction, person_id, at, content, slot)
      select id, c, d, p, ${at}::timestamptz, t, s from m
      returning id, seq),
    de as (
      insert into delivery (message_id, chat_id, state, holder, attempts)
      select id, c, 'sending', ${run}::uuid, 1 from m where d = 'out')
    select
      case when i.n <> ${outcomes.length}::int then (${faults.settled} || i.n)::int end,
      case when d.n <> ${rows.drafts.length}::int then (${faults.moved} || d.n)::int end,
      (select json_agg(json_build_array(id, seq::text)) from mi) as seqs
    from (select count(*)::int as n from ib) i, (select count(*)::int as n from du) d`.then(
    ([done]) => done!.seqs ?? [],
    (error: unknown) => {
      const { message = '' } = databaseError(error) ?? {};
      if (message.includes(faults.settled)) throw new SettledMeanwhile('another process settled one of these events');
      if (message.includes(faults.moved)) throw new DraftMoved('somebody else changed this draft in between');
      throw error;
    },
  );
  const sent: Promise<unknown>[] = [written];
  if (rows.heard.length > 0) {
    sent.push(sql`update chat set unreachable_since = null where id = any(${`{${rows.heard.join(',')}}`}::uuid[])`);
  }
  if (rows.gone.length > 0) {
    sent.push(sql`update chat set unreachable_since = ${at} where id = any(${`{${rows.gone.join(',')}}`}::uuid[])`);
  }
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
      const seqs = new Map(await written);
      return outcomes.flatMap((o) =>
        o.replies.map((r, place) => ({
          ...(place === 0 && o.answered ? { answered: o.answered } : {}),
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
