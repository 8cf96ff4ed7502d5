import type { Sql } from '../database/client.ts';
import type { Json } from '../json.ts';
import { CannotOpen } from '../secrets/keyring.ts';
import type { AuditHead, AuditRow } from './chain.ts';
import { digest, digestAt, putBack } from './personal.ts';
import { type AuditRing, boundTo, findHead, readRows, type StoredRow, toRow } from './store.ts';
import { type AuditFault, verifier } from './verify.ts';

interface StoredValue {
  readonly seq: string;
  readonly path: string;
  readonly salt: Uint8Array;
  readonly sealed: Uint8Array;
}

const valuesBetween = (sql: Sql, from: bigint, to: bigint) =>
  sql<
    StoredValue[]
  >`select seq, path, salt, sealed from audit_value where seq between ${from.toString()} and ${to.toString()} order by seq, path`;

function tryOpen(ring: AuditRing, value: StoredValue): Json | undefined {
  try {
    return JSON.parse(ring.decryptText('audit', value.sealed, boundTo(value.seq, value.path))) as Json;
  } catch (error) {
    if (error instanceof CannotOpen) return undefined;
    throw error;
  }
}

/** The first kept clear value that does not fit its row. What was erased is no fault. */
function wrongValue(rows: readonly AuditRow[], values: readonly StoredValue[], ring: AuditRing): AuditFault | null {
  const bySeq = new Map(rows.map((row) => [row.seq.toString(), row]));
  for (const value of values) {
    const row = bySeq.get(value.seq);
    const stands = row && digestAt(row, value.path);
    const clear = tryOpen(ring, value);
    const fits = stands && clear !== undefined && digest(value.salt, clear) === stands;
    if (!fits) {
      const says = `The clear value ${value.path} of row ${value.seq} is not the one that was logged, or can't be opened with this key. The row itself is as it was.`;
      return { what: 'value', seq: BigInt(value.seq), says };
    }
  }
  return null;
}

/**
 * Checks the whole log of a store, 1,000 rows at a time: the chain, its head, heads that were handed out, and every clear value that was not erased.
 * Null when nothing is wrong. Run it in a repeatable-read transaction beside a running service, or it may see a head newer than its rows.
 */
export async function checkAudit(
  sql: Sql,
  ring: AuditRing,
  handedOut: readonly Pick<AuditHead, 'seq' | 'hash'>[] = [],
): Promise<AuditFault | null> {
  const head = await findHead(sql);
  let page = await readRows(sql, -1n, 1000);
  if (!head && page.length === 0 && handedOut.length === 0) return null;
  const chain = verifier({ head, handedOut }, ring.subkeys('audit'));
  while (page.length > 0) {
    for (const row of page) {
      const fault = chain.next(row);
      if (fault) return fault;
    }
    const last = page.at(-1)!.seq;
    const wrong = wrongValue(page, await valuesBetween(sql, page[0]!.seq, last), ring);
    if (wrong) return wrong;
    page = await readRows(sql, last, 1000);
  }
  return chain.end();
}

/**
 * The history of one record, newest first, personal values in clear where they were not erased (and the key still opens them).
 * Ask for the right to see it before.
 */
export async function historyOf(
  sql: Sql,
  ring: AuditRing,
  kind: string,
  record: string,
  limit: number,
): Promise<AuditRow[]> {
  const rows = await sql<StoredRow[]>`
    select seq, at, actor, role, acting_for, channel, request, action, kind, record, before, after, key, prev, hash
    from audit_event where kind = ${kind} and record = ${record} order by seq desc limit ${limit}`;
  const oldest = rows.at(-1)?.seq ?? '0';
  const values = await sql<StoredValue[]>`
    select v.seq, v.path, v.salt, v.sealed from audit_value v join audit_event e on e.seq = v.seq
    where e.kind = ${kind} and e.record = ${record} and e.seq >= ${oldest}`;
  const clear = new Map<string, Map<string, Json>>();
  for (const value of values) {
    const found = tryOpen(ring, value);
    if (found === undefined) continue;
    const of = clear.get(value.seq) ?? new Map<string, Json>();
    clear.set(value.seq, of.set(value.path, found));
  }
  return rows.map((row) => {
    const of = clear.get(row.seq) ?? new Map<string, Json>();
    const { before, after, ...rest } = toRow(row);
    return { ...rest, before: putBack(before, '/before', of), after: putBack(after, '/after', of) };
  });
}
