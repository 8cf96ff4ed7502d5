import type { Json } from '../json.ts';
import type { Sql } from './client.ts';

/** What the store remembers about itself under a key; undefined: nothing. */
export async function fact(sql: Sql, key: string): Promise<Json | undefined> {
  const [row] = await sql<{ value: Json }[]>`select value from store_fact where key = ${key}`;
  return row?.value;
}

/** Remembers something about the store. */
export async function setFact(sql: Sql, key: string, value: Json, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into store_fact (key, value, at) values (${key}, ${JSON.stringify(value)}::jsonb, ${at.toString()})
    on conflict (key) do update set value = excluded.value, at = excluded.at`;
}
