import type { Sql } from '../database/client.ts';

/** How one statement gets to the database (`Store.aside`). */
export type Run = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

/** A lease as it stands. */
export interface LeaseRow {
  /** Null: given back. */
  readonly holder: string | null;
  readonly beat: bigint;
  /** How long its holder's silence must last, in milliseconds. */
  readonly forMs: number;
}

/** Reads a lease; null where nobody ever held it. */
export async function readLease(sql: Sql, name: string): Promise<LeaseRow | null> {
  const [row] = await sql<{ holder: string | null; beat: string; for_ms: number }[]>`
    select holder, beat, for_ms from lease where name = ${name}`;
  return row ? { holder: row.holder, beat: BigInt(row.beat), forMs: row.for_ms } : null;
}

/**
 * Takes a lease that is free, or that still stands as in `silent` (the holder and beat that were watched for long enough).
 * Gives the new beat, or null when somebody was quicker or the holder lives after all.
 */
export async function takeLease(
  sql: Sql,
  of: { readonly name: string; readonly claim: string; readonly forMs: number; readonly at: Temporal.Instant },
  silent: LeaseRow | null,
): Promise<bigint | null> {
  const [row] = await sql<{ beat: string }[]>`
    insert into lease as l (name, holder, beat, for_ms, at)
    values (${of.name}, ${of.claim}, 1, ${of.forMs}, ${of.at.toString()})
    on conflict (name) do update set holder = excluded.holder, beat = l.beat + 1, for_ms = excluded.for_ms, at = excluded.at
    where l.holder is null or (l.holder = ${silent?.holder ?? ''} and l.beat = ${(silent?.beat ?? -1n).toString()})
    returning beat`;
  return row ? BigInt(row.beat) : null;
}

/** Shows that the holder lives. False when the lease is another's by now. */
export async function beatLease(sql: Sql, name: string, claim: string, at: Temporal.Instant): Promise<boolean> {
  const rows = await sql`
    update lease set beat = beat + 1, at = ${at.toString()} where name = ${name} and holder = ${claim} returning name`;
  return rows.length === 1;
}

/** Gives a lease back, so that nobody has to wait for it. Nothing happens when it is another's by now. */
export async function freeLease(sql: Sql, name: string, claim: string, at: Temporal.Instant): Promise<void> {
  await sql`update lease set holder = null, beat = beat + 1, at = ${at.toString()} where name = ${name} and holder = ${claim}`;
}
