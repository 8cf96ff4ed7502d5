import { parseInstant } from '../../base/database/columns.ts';
import type { Store } from '../../base/database/store.ts';
import type { Id } from '../../base/ids.ts';
import type { Outbound } from './dispatcher.ts';
import type { Say } from './types.ts';

interface OpenRow {
  message_id: Id<'message'>;
  chat_id: Id<'chat'>;
  notice_id: Id<'notice'> | null;
  holder: string;
  seq: string;
  at: string;
  content: Say;
  account_id: Id<'account'>;
  external: string;
  kind: 'private' | 'group';
  if_unknown: 'resend' | 'report' | null;
}

/** How many lost deliveries one sweep takes up. */
const most = 200;

/**
 * Deliveries that nobody has in hand: their process died while sending, or ours lost them between a commit and its answer
 * (`suspects`: seen so once; taken up when seen so twice). The platform may or may not have had them: that is counted as unknown.
 * @returns what is sent again, in order; and notices that may not be sent twice, whose fate stays unknown.
 */
export async function orphans(
  store: Store,
  own: Id<'service_run'>,
  gone: ReadonlySet<string>,
  inHand: ReadonlySet<string>,
  suspects: Set<string>,
): Promise<{ resend: Outbound[]; lost: Id<'notice'>[] }> {
  const holders = `{${[own, ...gone].join(',')}}`;
  const rows = await store.aside(
    (sql) => sql<OpenRow[]>`
      select d.message_id, d.chat_id, d.notice_id, d.holder, m.seq, m.at, m.content, c.account_id, c.external, c.kind, n.if_unknown
      from delivery d join message m on m.id = d.message_id join chat c on c.id = d.chat_id left join notice n on n.id = d.notice_id
      where d.state in ('queued', 'sending') and d.holder = any(${holders}::uuid[])
      order by m.seq limit ${most}`,
  );
  const open = rows.filter((row) => row.holder !== own || !inHand.has(row.message_id));
  const taken = open.filter((row) => row.holder !== own || suspects.has(row.message_id));
  suspects.clear();
  for (const row of open) if (row.holder === own && !taken.includes(row)) suspects.add(row.message_id);
  if (taken.length === 0) return { resend: [], lost: [] };
  const again = taken.filter((row) => row.if_unknown !== 'report');
  const reported = taken.filter((row) => row.if_unknown === 'report');
  const claimed = await store.aside(async (sql) => {
    const of = (list: OpenRow[]) => `{${list.map((row) => row.message_id).join(',')}}`;
    const [mine] = await Promise.all([
      sql<{ message_id: string }[]>`
        update delivery set holder = ${own}, attempts = attempts + 1, unknowns = unknowns + 1
        where message_id = any(${of(again)}::uuid[]) and state in ('queued', 'sending') and holder = any(${holders}::uuid[]) returning message_id`,
      sql`
        update delivery set state = 'unknown', why = 'process_died', unknowns = unknowns + 1
        where message_id = any(${of(reported)}::uuid[]) and state in ('queued', 'sending') and holder = any(${holders}::uuid[])`,
    ]);
    return new Set(mine.map((row) => row.message_id));
  });
  return {
    resend: again
      .filter((row) => claimed.has(row.message_id))
      .map((row) => ({
        id: row.message_id,
        seq: row.seq,
        at: parseInstant(row.at),
        chat: row.chat_id,
        key: { account: row.account_id, chat: row.external, kind: row.kind },
        say: row.content,
        notice: row.notice_id,
        ...(row.if_unknown ? { ifUnknown: row.if_unknown } : {}),
      })),
    lost: reported.flatMap((row) => (row.notice_id ? [row.notice_id] : [])),
  };
}

/** Accounts that a platform told to wait, until when: obeyed by all processes. */
export async function pausedAccounts(
  store: Store,
  now: Temporal.Instant,
): Promise<(readonly [Id<'account'>, Temporal.Instant])[]> {
  const rows = await store.aside(
    (sql) =>
      sql<
        { id: Id<'account'>; paused_until: string }[]
      >`select id, paused_until from account where paused_until > ${now.toString()}`,
  );
  return rows.map((row) => [row.id, parseInstant(row.paused_until)] as const);
}
