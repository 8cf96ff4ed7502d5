import type { Sql } from '../database/client.ts';
import { parseInstant } from '../database/columns.ts';
import { databaseError } from '../database/errors.ts';
import type { Keyring } from '../secrets/keyring.ts';
import { type AuditFact, type AuditHead, type AuditRow, emptyHead, link, sealHead } from './chain.ts';
import { type TakenOut, takeOut } from './personal.ts';

/** What the audit store needs of the keyring. */
export type AuditRing = Pick<Keyring, 'subkeys' | 'encrypt' | 'decryptText'>;

/** A fact as a command states it, personal values in clear. `subject`: the person whose they are, where the record is not that person. */
export interface AuditOrder extends AuditFact {
  readonly subject?: string | null;
}

interface StoredHead {
  readonly seq: string;
  readonly hash: Uint8Array;
  readonly start_seq: string;
  readonly start_hash: Uint8Array;
  readonly key: string;
  readonly mac: Uint8Array;
}

const toHead = (row: StoredHead): AuditHead => ({
  seq: BigInt(row.seq),
  hash: new Uint8Array(row.hash),
  startSeq: BigInt(row.start_seq),
  startHash: new Uint8Array(row.start_hash),
  key: row.key,
  mac: new Uint8Array(row.mac),
});

/** The place that a sealed value is bound to. */
export const boundTo = (seq: bigint | string, path: string): string => `audit/${seq}${path}`;

const hex = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** The head as it stands, or null where nothing was ever logged. */
export async function findHead(sql: Sql): Promise<AuditHead | null> {
  const [row] = await sql<StoredHead[]>`select seq, hash, start_seq, start_hash, key, mac from audit_head where id = 1`;
  return row ? toHead(row) : null;
}

/**
 * The head to append behind; made when the log is empty. Read it once at the start, then keep what `appendFacts` gives, after its commit.
 * @throws Error when rows exist without a head: somebody deleted it, and a new one would hide that.
 */
export async function loadHead(sql: Sql, ring: AuditRing): Promise<AuditHead> {
  const found = await findHead(sql);
  if (found) return found;
  const [row] = await sql`select 1 from audit_event limit 1`;
  if (row)
    throw new Error(
      'The head of the audit log is missing although the log has rows. Run the audit check, and restore a backup.',
    );
  const head = emptyHead(ring.subkeys('audit'));
  await sql`insert into audit_head (id, seq, hash, start_seq, start_hash, key, mac)
    values (1, 0, ${head.hash}, 0, ${head.startHash}, ${head.key}, ${head.mac}) on conflict do nothing`;
  return (await findHead(sql)) ?? head;
}

const rowJson = (row: AuditRow) => ({
  seq: row.seq.toString(),
  at: row.at.toString(),
  actor: row.actor,
  role: row.role,
  acting_for: row.actingFor,
  channel: row.channel,
  request: row.request,
  action: row.action,
  kind: row.kind,
  record: row.record,
  before: row.before,
  after: row.after,
  key: row.key,
  prev: hex(row.prev),
  hash: hex(row.hash),
});

/** What the statement fails with where it must not find another head: a number that is none. */
const moved = 'audit head moved: ';

/** Another process appended since this one knew the head. */
export class HeadMoved extends Error {
  override readonly name = 'HeadMoved';
}

/** A fact with its personal values taken out. */
interface Taken {
  readonly fact: AuditFact;
  readonly values: readonly TakenOut[];
}

const takenOut = (orders: readonly AuditOrder[]): Taken[] =>
  orders.map((order) => {
    const values: TakenOut[] = [];
    const subject = order.kind === 'person' ? order.record : (order.subject ?? null);
    const before = takeOut(order.before, '/before', subject, values);
    const after = takeOut(order.after, '/after', subject, values);
    return { fact: { ...order, before, after }, values };
  });

/**
 * Links facts behind a head and sends rows, values and the new head as one statement, which writes only if the head still is `from`;
 * `written` says whether it was, or fails with HeadMoved in the database where it `must` be.
 * Rows travel as one json text: the statement has one form whatever their number, so it stays prepared.
 */
function linked(
  sql: Sql,
  ring: AuditRing,
  from: AuditHead,
  taken: readonly Taken[],
  must: boolean,
): { head: AuditHead; written: Promise<boolean> } {
  const { rows, head: to } = link(
    taken.map(({ fact }) => fact),
    from,
    ring.subkeys('audit'),
  );
  const values = taken.flatMap((one, i) =>
    one.values.map(({ path, salt, value, subject }) => {
      const seq = rows[i]!.seq;
      const sealed = ring.encrypt('audit', JSON.stringify(value), boundTo(seq, path));
      return { seq: seq.toString(), path, subject, salt: hex(salt), sealed: hex(sealed) };
    }),
  );
  const written = sql<{ n: number }[]>`
    with head as (
      update audit_head set seq = ${to.seq.toString()}, hash = ${to.hash}, key = ${to.key}, mac = ${to.mac}
      where id = 1 and seq = ${from.seq.toString()} and hash = ${from.hash} and start_seq = ${from.startSeq.toString()}
      returning id
    ), event as (
      insert into audit_event (seq, at, actor, role, acting_for, channel, request, action, kind, record, before, after, key, prev, hash)
      select r.seq, r.at, r.actor, r.role, r.acting_for, r.channel, r.request, r.action, r.kind, r.record, r.before, r.after, r.key,
        decode(r.prev, 'hex'), decode(r.hash, 'hex')
      from head, json_to_recordset(${JSON.stringify(rows.map(rowJson))}::json) as r(
        seq bigint, at timestamptz, actor uuid, role text, acting_for uuid, channel text, request text, action text, kind text,
        record text, before jsonb, after jsonb, key text, prev text, hash text)
    ), clear as (
      insert into audit_value (seq, path, subject, salt, sealed)
      select v.seq, v.path, v.subject, decode(v.salt, 'hex'), decode(v.sealed, 'hex')
      from head, json_to_recordset(${JSON.stringify(values)}::json) as v(seq bigint, path text, subject uuid, salt text, sealed text)
    )
    select case when n = 0 and ${must}::boolean then (${moved} || n)::int else n end as n from (select count(*)::int as n from head) h`.then(
    ([done]) => done!.n === 1,
    (error: unknown) => {
      if (databaseError(error)?.message.includes(moved))
        throw new HeadMoved('another process appended to the audit log');
      throw error;
    },
  );
  return { head: to, written };
}

/**
 * Sends what is to be appended without waiting, for a commit that is sent right behind it; the head that it gives is true once that has succeeded.
 * `written` fails with HeadMoved where `cached` was no longer the head: then nothing of the transaction is kept.
 */
export function followFacts(
  sql: Sql,
  ring: AuditRing,
  cached: AuditHead,
  orders: readonly AuditOrder[],
): { head: AuditHead; written: Promise<unknown> } {
  return linked(sql, ring, cached, takenOut(orders), true);
}

/**
 * Appends to the log inside the caller's transaction, as its last statement: the head's row stays locked until the commit.
 * One round trip while `cached` is the head; three when another process appended meanwhile (its head is read under the lock).
 * Gives the new head, which is true only once the transaction is committed.
 */
export async function appendFacts(
  sql: Sql,
  ring: AuditRing,
  cached: AuditHead,
  orders: readonly AuditOrder[],
): Promise<AuditHead> {
  if (orders.length === 0) return cached;
  const taken = takenOut(orders);
  const attempt = async (from: AuditHead): Promise<AuditHead | null> => {
    const { head, written } = linked(sql, ring, from, taken, false);
    return (await written) ? head : null;
  };
  const appended = await attempt(cached);
  if (appended) return appended;
  const [row] = await sql<
    StoredHead[]
  >`select seq, hash, start_seq, start_hash, key, mac from audit_head where id = 1 for update`;
  // No head at all: the transaction that made it was rolled back, so it is made again (and refused where the log has rows).
  const again = await attempt(row ? toHead(row) : await loadHead(sql, ring));
  if (!again) throw new Error('The head of the audit log changed while it was locked.');
  return again;
}

/** A row as the driver gives it. */
export interface StoredRow extends Omit<AuditRow, 'seq' | 'at' | 'actingFor'> {
  readonly seq: string;
  readonly at: string;
  readonly acting_for: string | null;
}

/** A row as the chain knows it. */
export const toRow = ({ seq, at, acting_for: actingFor, prev, hash, ...same }: StoredRow): AuditRow => ({
  ...same,
  seq: BigInt(seq),
  at: parseInstant(at),
  actingFor,
  prev: new Uint8Array(prev),
  hash: new Uint8Array(hash),
});

/** At most `limit` rows behind `after`, in the order of the chain. */
export async function readRows(sql: Sql, after: bigint, limit: number): Promise<AuditRow[]> {
  const rows = await sql<StoredRow[]>`
    select seq, at, actor, role, acting_for, channel, request, action, kind, record, before, after, key, prev, hash
    from audit_event where seq > ${after.toString()} order by seq limit ${limit}`;
  return rows.map(toRow);
}

/** Erases the personal values of a person for good: of records that are the person, and those marked as the person's. Gives how many. The chain stays whole. */
export async function erasePerson(sql: Sql, person: string): Promise<number> {
  const gone = await sql`delete from audit_value where subject = ${person}::uuid returning seq`;
  return gone.length;
}

/** Erases the personal values that one record's rows hold. Gives how many. */
export async function eraseRecord(sql: Sql, kind: string, record: string): Promise<number> {
  const gone = await sql`
    delete from audit_value v using audit_event e
    where e.seq = v.seq and e.kind = ${kind} and e.record = ${record} returning v.seq`;
  return gone.length;
}

/**
 * Deletes the rows before a moment (kept 5 years) with their values, and moves the beginning of the chain; gives the new head.
 * A transaction of its own, not beside a unit: the caller's cached head is out of date afterwards, which only costs it two round trips once.
 */
export async function pruneBefore(sql: Sql, ring: AuditRing, before: Temporal.Instant): Promise<AuditHead | null> {
  const [stored] = await sql<
    StoredHead[]
  >`select seq, hash, start_seq, start_hash, key, mac from audit_head where id = 1 for update`;
  if (!stored) return null;
  const head = toHead(stored);
  // Up to the first row that is kept: clocks may have gone back, the chain may not have holes.
  const [last] = await sql<{ seq: string; hash: Uint8Array }[]>`
    select seq, hash from audit_event
    where seq < coalesce((select min(seq) from audit_event where at >= ${before.toString()}), ${(head.seq + 1n).toString()}::bigint)
    order by seq desc limit 1`;
  if (!last) return head;
  await sql`delete from audit_value where seq <= ${last.seq}`;
  await sql`delete from audit_event where seq <= ${last.seq}`;
  const sealed = sealHead(
    { ...head, startSeq: BigInt(last.seq), startHash: new Uint8Array(last.hash) },
    ring.subkeys('audit'),
  );
  await sql`update audit_head set start_seq = ${last.seq}, start_hash = ${sealed.startHash}, key = ${sealed.key}, mac = ${sealed.mac} where id = 1`;
  return sealed;
}
