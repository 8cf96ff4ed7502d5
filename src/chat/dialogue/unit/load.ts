import type { Actor } from '../../../base/access/access.ts';
import type { Sql } from '../../../base/database/client.ts';
import { parseInstant } from '../../../base/database/columns.ts';
import { type Id, isId, newId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Inbound, Say } from '../../messaging/types.ts';
import type { Dialogue, Draft, Frame, OpenQuestion, Ports } from '../types.ts';

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
  readonly actors: readonly Actor[];
  /** Messages whose buttons were pressed. */
  readonly pressed: ReadonlyMap<string, { readonly chat: Id<'chat'>; readonly say: Say }>;
}

interface DialogueRow {
  account_id: string;
  external: string;
  chat_id: Id<'chat'>;
  channel: ChatRow['channel'];
  unreachable: boolean;
  id: Id<'dialogue'>;
  person_id: Id<'person'> | null;
  lang: 'vi' | 'en';
  open: Frame | null;
  suspended: Frame | null;
  question: (Omit<OpenQuestion, 'askedAt'> & { askedAt: string }) | null;
  kept: string | null;
}

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
  updatedAt: parseInstant(row.updated_at),
});

/** The key of a chat in maps. */
export const chatKey = (of: { account: string; chat: string }): string => `${of.account} ${of.chat}`;

/** Reads one draft under its lock; undefined where there is none. */
export async function lockDraft(sql: Sql, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await sql<DraftRow[]>`select * from draft where id = ${id} for update`;
  return row && draftOf(row);
}

/**
 * One round trip: makes chats that are new, locks the dialogues in id order, then reads drafts, settled keys, actors and pressed messages.
 * The statements are sent without waiting for each other; `begin` has been sent before. `known` remembers chats that exist.
 */
export async function load(
  sql: Sql,
  events: readonly Inbound[],
  now: Temporal.Instant,
  ports: Pick<Ports, 'identify'>,
  known: ReadonlySet<string>,
): Promise<Loaded> {
  const at = now.toString();
  const keys = new Map(events.map((event) => [chatKey(event.chat), event.chat]));
  const fresh = [...keys].filter(([key]) => !known.has(key)).map(([, of]) => of);
  const chatsJson = JSON.stringify([...keys.values()].map((of) => ({ a: of.account, e: of.chat })));
  const pressedIds = events.flatMap((e) =>
    (e.input.kind === 'press' || e.input.kind === 'reaction') && isId(e.input.message) ? [e.input.message] : [],
  );
  const sent: Promise<unknown>[] = [];
  if (fresh.length > 0) {
    const ms = now.epochMilliseconds;
    const rows = fresh.map((of) => ({ id: newId(ms), a: of.account, e: of.chat, k: of.kind, d: newId(ms) }));
    sent.push(sql`
      with asked as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, a uuid, e text, k text, d uuid)),
      made as (
        insert into chat (id, account_id, external, kind, dialogue_id, created_at)
        select id, a, e, k, d, ${at}::timestamptz from asked on conflict (account_id, external) do nothing returning dialogue_id)
      insert into dialogue (id, lang, updated_at) select dialogue_id, 'vi', ${at}::timestamptz from made`);
  }
  const dialogues = sql<DialogueRow[]>`
    select c.account_id, c.external, c.id as chat_id, a.channel, c.unreachable_since is not null as unreachable,
      d.id, d.person_id, d.lang, d.open, d.suspended, d.question, d.kept
    from json_to_recordset(${chatsJson}::json) as k(a uuid, e text)
    join chat c on c.account_id = k.a and c.external = k.e
    join account a on a.id = c.account_id
    join dialogue d on d.id = c.dialogue_id
    order by d.id for update of d`;
  const drafts = sql<DraftRow[]>`
    select dr.* from json_to_recordset(${chatsJson}::json) as k(a uuid, e text)
    join chat c on c.account_id = k.a and c.external = k.e
    join dialogue d on d.id = c.dialogue_id
    join draft dr on dr.id = d.open_draft
    order by dr.id for update of dr`;
  const settled = sql<{ account_id: string; key: string }[]>`
    select i.account_id, i.key
    from json_to_recordset(${JSON.stringify(events.map((e) => ({ a: e.chat.account, k: e.key })))}::json) as k(a uuid, k text)
    join inbox i on i.account_id = k.a and i.key = k.k where i.state <> 'running'`;
  const actors = ports.identify(
    sql,
    events.map((e) => ({ account: e.chat.account, external: e.from.external })),
  );
  const pressed =
    pressedIds.length === 0
      ? Promise.resolve([])
      : sql<{ id: string; chat_id: Id<'chat'>; content: Say }[]>`
          select id, chat_id, content from message where id = any(${`{${pressedIds.join(',')}}`}::uuid[]) and direction = 'out'`;
  sent.push(dialogues, drafts, settled, actors, pressed);
  await Promise.all(sent);

  const chats = new Map<string, ChatRow>();
  const byId = new Map<string, Dialogue>();
  for (const row of await dialogues) {
    const key = chatKey({ account: row.account_id, chat: row.external });
    chats.set(key, { id: row.chat_id, dialogue: row.id, channel: row.channel, unreachable: row.unreachable });
    if (byId.has(row.id)) continue;
    byId.set(row.id, {
      id: row.id,
      person: row.person_id,
      lang: row.lang,
      open: row.open,
      suspended: row.suspended,
      question: row.question && { ...row.question, askedAt: Temporal.Instant.from(row.question.askedAt) },
      kept: row.kept,
    });
  }
  return {
    chats,
    dialogues: byId,
    drafts: new Map((await drafts).map((row) => [row.id, draftOf(row)])),
    settled: new Set((await settled).map((row) => `${row.account_id} ${row.key}`)),
    actors: await actors,
    pressed: new Map((await pressed).map((row) => [row.id, { chat: row.chat_id, say: row.content }])),
  };
}
