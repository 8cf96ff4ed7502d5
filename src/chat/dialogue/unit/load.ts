import type { Sql } from '../../../base/database/client.ts';
import { parseInstant } from '../../../base/database/columns.ts';
import { type Id, isId, newId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Inbound, Say } from '../../messaging/types.ts';
import type { Dialogue, Draft, Frame, Identified, OpenQuestion, Ports, ShownThing } from '../types.ts';
import type { Memory } from './memory.ts';

/** A chat as a unit knows it. */
export interface ChatRow {
  readonly id: Id<'chat'>;
  readonly dialogue: Id<'dialogue'>;
  readonly channel: 'telegram' | 'zalo' | 'web' | 'email';
  readonly unreachable: boolean;
}

/** Everything that the turns of a unit start from, read under the locks of their dialogues. */
export interface Loaded {
  readonly chats: ReadonlyMap<string, ChatRow>;
  readonly dialogues: Map<string, Dialogue>;
  readonly drafts: Map<string, Draft>;
  /** `<account> <key>` of events that were settled before. */
  readonly settled: ReadonlySet<string>;
  readonly senders: readonly Identified[];
  /** Messages of ours that events name: their buttons were pressed, they were reacted or replied to. */
  readonly pressed: ReadonlyMap<string, { readonly chat: Id<'chat'>; readonly say: Say }>;
}

interface DialogueRow {
  key: string;
  /** A row that another process writes while we wait for the lock is not seen here: the flush finds it. */
  settled: true | null;
  account_id: string;
  external: string;
  chat_id: Id<'chat'>;
  channel: ChatRow['channel'];
  unreachable: boolean;
  id: Id<'dialogue'>;
  version: number;
  /** The row is as this process remembers it; what follows is then null. */
  same: boolean;
  person_id: Id<'person'> | null;
  lang: 'vi' | 'en';
  open: Frame | null;
  suspended: Frame | null;
  question: StoredQuestion | null;
  kept: string | null;
  shown: ShownThing | null;
  /** The message that asked. */
  asked: Say | null;
  /** The open draft, without its lock: a change of it in between shows at the flush, by its version. */
  draft: DraftRow | null;
  draft_version: number | null;
}

/** An open question as it is stored: what it offers is read from its message, as for a press. */
export type StoredQuestion = Omit<OpenQuestion, 'askedAt' | 'options'> & { readonly askedAt: string };

/** The stored form of an open question. */
export const storedQuestion = (q: OpenQuestion | null): StoredQuestion | null =>
  q && { message: q.message, chat: q.chat, askedAt: q.askedAt.toString(), kind: q.kind };

/** What can be picked from a message. */
export const optionsOf = (say: Say): OpenQuestion['options'] =>
  (say.buttons ?? []).flat().map((b) => ({
    label: b.label,
    call: b.call,
    way: b.way === true,
    ...(b.means ? { means: b.means } : {}),
  }));

export interface DraftRow {
  id: Id<'draft'>;
  form: string;
  subject_kind: string | null;
  subject_id: string | null;
  unit_id: Id<'unit'> | null;
  by_id: Id<'person'> | null;
  state: Draft['state'];
  answers: Record<string, Json>;
  aside: Record<string, Json>;
  version: number;
  updated_at: string;
}

/** A stored draft as the engine works with it. */
export const draftOf = (row: DraftRow): Draft => ({
  id: row.id,
  form: row.form,
  subject: row.subject_kind === null ? null : { kind: row.subject_kind, id: row.subject_id! },
  unit: row.unit_id,
  by: row.by_id,
  state: row.state,
  answers: row.answers,
  aside: row.aside,
  version: row.version,
  storedVersion: row.version,
  updatedAt: parseInstant(row.updated_at),
});

/** The key of a chat in maps. */
export const chatKey = (of: { account: string; chat: string }): string => `${of.account} ${of.chat}`;

/** The message of ours that an event names: its button was pressed, it was reacted or replied to. */
export const messageNamed = ({ input, replyTo }: Inbound): string | undefined =>
  input.kind === 'press' || input.kind === 'reaction' ? input.message : replyTo;

/** Reads one draft under its lock; undefined where there is none. */
export async function lockDraft(sql: Sql, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await sql<DraftRow[]>`select * from draft where id = ${id} for update`;
  return row && draftOf(row);
}

/**
 * One round trip: makes chats that are new, locks the dialogues in id order, reads what is open in them, which keys were settled, the actors and pressed messages.
 * The statements are sent without waiting for each other; `begin` has been sent before. `known` remembers chats that exist.
 */
export async function load(
  sql: Sql,
  events: readonly Inbound[],
  now: Temporal.Instant,
  ports: Pick<Ports, 'identify'>,
  known: ReadonlySet<string>,
  memory: Memory,
): Promise<Loaded> {
  const at = now.toString();
  const keys = new Map(events.map((event) => [chatKey(event.chat), event.chat]));
  const fresh = [...keys].filter(([key]) => !known.has(key)).map(([, of]) => of);
  // Taken now: a unit that is committed meanwhile may push something out of the memory, and of a row that is the same nothing else is read.
  const states = new Map([...keys.keys()].map((key) => [key, memory.find(key)]));
  const askedJson = JSON.stringify(
    events.map(({ chat, key }) => {
      const remembered = states.get(chatKey(chat))?.dialogue;
      return { a: chat.account, e: chat.chat, k: key, d: remembered?.id, v: remembered?.version };
    }),
  );
  const pressedIds = events.map(messageNamed).filter(isId);
  const sent: Promise<unknown>[] = [];
  if (fresh.length > 0) {
    const ms = now.epochMilliseconds;
    const rows = fresh.map((of) => ({ id: newId(ms), a: of.account, e: of.chat, k: of.kind, d: newId(ms) }));
    sent.push(sql`
      with asked as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, a uuid, e text, k text, d uuid)),
      made as (
        insert into chat (id, account_id, external, kind, dialogue_id, created_at)
        select id, a, e, k, d, ${at}::timestamptz from asked on conflict (account_id, external) do nothing returning dialogue_id)
      insert into dialogue (id, lang, version, updated_at) select dialogue_id, 'vi', 1, ${at}::timestamptz from made`);
  }
  // Scalar, not `exists`: PostgreSQL would hash that over the whole inbox (7 times the time of this statement).
  const dialogues = sql<DialogueRow[]>`
    select k.k as key, (select true from inbox i where i.account_id = k.a and i.key = k.k and i.state <> 'running' limit 1) as settled,
      c.account_id, c.external, c.id as chat_id, a.channel, c.unreachable_since is not null as unreachable,
      d.id, d.version, (d.id = k.d and d.version = k.v) is true as same, d.person_id, d.lang,
      case when (d.id = k.d and d.version = k.v) is not true then d.open end as open,
      case when (d.id = k.d and d.version = k.v) is not true then d.suspended end as suspended,
      case when (d.id = k.d and d.version = k.v) is not true then d.question end as question,
      case when (d.id = k.d and d.version = k.v) is not true then d.kept end as kept,
      case when (d.id = k.d and d.version = k.v) is not true then d.shown end as shown,
      qm.content as asked, dr.version as draft_version,
      case when (d.id = k.d and d.version = k.v) is not true then row_to_json(dr.*) end as draft
    from json_to_recordset(${askedJson}::json) as k(a uuid, e text, k text, d uuid, v int)
    join chat c on c.account_id = k.a and c.external = k.e
    join account a on a.id = c.account_id
    join dialogue d on d.id = c.dialogue_id
    left join message qm on (d.id = k.d and d.version = k.v) is not true and qm.id = (d.question ->> 'message')::uuid
    left join draft dr on dr.id = d.open_draft
    order by d.id for update of d`;
  const remembered = events.map((event) => rememberedSender(memory, event, now));
  const accounts = (of: readonly Inbound[]) => of.map((e) => ({ account: e.chat.account, external: e.from.external }));
  const strangers = events.filter((_, at) => !remembered[at]);
  const identified = strangers.length === 0 ? Promise.resolve([]) : ports.identify(sql, accounts(strangers));
  const pressed =
    pressedIds.length === 0
      ? Promise.resolve([])
      : sql<{ id: string; chat_id: Id<'chat'>; content: Say }[]>`
          select id, chat_id, content from message where id = any(${`{${pressedIds.join(',')}}`}::uuid[]) and direction = 'out'`;
  sent.push(dialogues, identified, pressed);
  await Promise.all(sent);

  const rows = await dialogues;
  const questions = await askedBy(sql, rows);
  const chats = new Map<string, ChatRow>();
  const byId = new Map<string, Dialogue>();
  const drafts = new Map<string, Draft>();
  const settled = new Set<string>();
  const changed = new Set<string>();
  for (const row of rows) {
    if (row.settled) settled.add(`${row.account_id} ${row.key}`);
    const key = chatKey({ account: row.account_id, chat: row.external });
    if (!row.same) changed.add(key);
    chats.set(key, { id: row.chat_id, dialogue: row.id, channel: row.channel, unreachable: row.unreachable });
    if (byId.has(row.id)) continue;
    const remembered = row.same ? states.get(key) : undefined;
    if (remembered) {
      byId.set(row.id, { ...remembered.dialogue });
      // Another person of the unit may have worked on the draft since: then it is read when it is needed.
      if (remembered.draft?.storedVersion === row.draft_version)
        drafts.set(remembered.draft!.id, { ...remembered.draft! });
      continue;
    }
    if (row.draft) drafts.set(row.draft.id, draftOf(row.draft));
    const asked = row.question && questions.get(row.question.message);
    byId.set(row.id, {
      id: row.id,
      person: row.person_id,
      lang: row.lang,
      open: row.open,
      suspended: row.suspended,
      question: !asked
        ? null
        : {
            ...row.question!,
            askedAt: Temporal.Instant.from(row.question!.askedAt),
            options: optionsOf(asked),
          },
      kept: row.kept,
      shown: row.shown,
      version: row.version,
    });
  }
  const found = new Map((await identified).map((one, at) => [strangers[at]!, one]));
  // Remembered, but somebody else wrote the dialogue since, or changed who its person is or what that person may do.
  const late = events.filter((event, at) => remembered[at] && changed.has(chatKey(event.chat)));
  if (late.length > 0) {
    const again = await ports.identify(sql, accounts(late));
    for (const [at, event] of late.entries()) found.set(event, again[at]!);
  }
  return {
    chats,
    dialogues: byId,
    drafts,
    settled,
    senders: events.map((event, at) => found.get(event) ?? remembered[at]!),
    pressed: new Map((await pressed).map((row) => [row.id, { chat: row.chat_id, say: row.content }])),
  };
}

/** The sender as remembered with the dialogue, while its version stands and no grant has begun or ended since. */
export function rememberedSender(memory: Memory, event: Inbound, now: Temporal.Instant): Identified | null {
  const sender = memory.find(chatKey(event.chat))?.sender;
  if (!sender || sender.external !== event.from.external) return null;
  return sender.until && Temporal.Instant.compare(now, sender.until) >= 0 ? null : sender;
}

/**
 * The messages of the open questions. Where a dialogue was waited for, its row is newer than what was joined to it
 * (PostgreSQL reads only the locked row anew): then the message is read by itself.
 */
async function askedBy(sql: Sql, rows: readonly DialogueRow[]): Promise<ReadonlyMap<string, Say>> {
  const found = new Map<string, Say>();
  const missing = new Set<string>();
  for (const { question, asked } of rows) {
    if (!question) continue;
    if (asked) found.set(question.message, asked);
    else missing.add(question.message);
  }
  if (missing.size > 0) {
    const late = await sql<
      { id: string; content: Say }[]
    >`select id, content from message where id = any(${`{${[...missing].join(',')}}`}::uuid[])`;
    for (const row of late) found.set(row.id, row.content);
  }
  return found;
}
