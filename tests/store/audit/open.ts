import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import type { Sql } from '../../../src/base/database/client.ts';
import { openStore, type Store } from '../../../src/base/database/store.ts';
import { freshDatabase } from '../../support/fresh-database.ts';

const start = Temporal.Instant.from('2026-01-01T00:00:00Z');
const ends: (() => Promise<unknown>)[] = [];

/** A store of this file's own, on the database that the project names; closed after the file. */
export async function storeOfThisFile(): Promise<Store & { readonly url: string | null }> {
  afterAll(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  if (process.env['STORE'] === 'postgres') {
    inject('postgresUrl');
    const { url, drop } = await freshDatabase();
    const store = await openStore({ databaseUrl: url, dataDir: tmpdir() }, start);
    ends.push(drop, () => store.close());
    return { ...store, url };
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  const store = await openStore({ dataDir }, start);
  ends.push(
    async () => rmSync(dataDir, { recursive: true, force: true }),
    () => store.close(),
  );
  return { ...store, url: null };
}

/** Work in a transaction of its own, committed unless it throws. */
export const committed = <T>(store: Store, work: (sql: Sql) => Promise<T>): Promise<T> =>
  store.exclusive(async (sql) => {
    await sql.unsafe('begin');
    try {
      const result = await work(sql);
      await sql.unsafe('commit');
      return result;
    } catch (error) {
      await sql.unsafe('rollback');
      throw error;
    }
  });
