import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Sql } from './client.ts';

/** The database was made by a newer version of the service. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

export interface Migration {
  readonly tag: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

const folder = fileURLToPath(new URL('../../../drizzle/', import.meta.url));
const journal = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });

/** The generated migrations in the order of drizzle's journal. */
export function migrations(from: string = folder): readonly Migration[] {
  const { entries } = journal.parse(JSON.parse(readFileSync(`${from}/meta/_journal.json`, 'utf8')));
  return entries.map(({ tag }) => {
    const text = readFileSync(`${from}/${tag}.sql`, 'utf8');
    return {
      tag,
      hash: createHash('sha256').update(text).digest('hex'),
      statements: text
        .split('--> statement-breakpoint')
        .map((s) => s.trim())
        .filter(Boolean),
    };
  });
}

/** Any number, the same in every process: two that migrate one schema wait for each other. */
const lockKey = 7_201_167;

/**
 * Applies what is missing, each migration in a transaction of its own, all under one advisory lock.
 * Decided by tag, not by timestamp as drizzle's migrator does: one that is merged late is not skipped.
 * `sql` must be a single connection. `schema` is made when missing; the generated SQL names "public" in foreign keys, which is replaced.
 * @returns the tags that were applied now.
 * @throws NewerDatabase when the database knows a migration that this version does not.
 */
export async function migrate(
  sql: Sql,
  schema: string,
  now: Temporal.Instant,
  known: readonly Migration[] = migrations(),
): Promise<string[]> {
  await sql`select pg_advisory_lock(${lockKey})`;
  try {
    if (schema !== 'public') await sql.unsafe(`create schema if not exists "${schema}"`);
    await sql.unsafe(
      'create table if not exists migration (tag text primary key, hash text not null, applied_at timestamptz not null)',
    );
    const done = new Set((await sql<{ tag: string }[]>`select tag from migration`).map((row) => row.tag));
    const foreign = [...done].filter((tag) => !known.some((m) => m.tag === tag));
    if (foreign.length > 0) {
      throw new NewerDatabase(
        `The database was made by a newer version of Nhịp Cầu (it knows ${foreign.join(', ')}). Start that version, or restore a backup made before the upgrade into an empty store.`,
      );
    }
    const missing = known.filter((m) => !done.has(m.tag));
    for (const migration of missing) {
      await sql.unsafe('begin');
      try {
        for (const statement of migration.statements) {
          await sql.unsafe(schema === 'public' ? statement : statement.replaceAll('"public".', `"${schema}".`));
        }
        await sql`insert into migration values (${migration.tag}, ${migration.hash}, ${now.toString()})`;
        await sql.unsafe('commit');
      } catch (error) {
        await sql.unsafe('rollback');
        throw error;
      }
    }
    return missing.map((m) => m.tag);
  } finally {
    await sql`select pg_advisory_unlock(${lockKey})`;
  }
}
