import { afterAll } from 'vitest';
import type { Sql } from '../../../src/base/database/client.ts';
import type { Store } from '../../../src/base/database/store.ts';
import { testStore } from '../../support/store.ts';

/** A store of this file's own, on the database that the project names; closed after the file. `url`: null where nobody else can connect. */
export async function storeOfThisFile(): Promise<{ readonly store: Store; readonly url: string | null }> {
  const { store, options, close } = await testStore();
  afterAll(close);
  return { store, url: options.databaseUrl ?? null };
}

/** Work in a transaction of its own, committed unless it throws. */
export const committed = <T>(store: Store, work: (sql: Sql) => Promise<T>): Promise<T> =>
  store.exclusive(async (sql) => {
    await sql.unsafe('begin read write');
    try {
      const result = await work(sql);
      await sql.unsafe('commit');
      return result;
    } catch (error) {
      await sql.unsafe('rollback');
      throw error;
    }
  });
