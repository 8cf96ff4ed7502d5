import { tmpdir } from 'node:os';
import { openStore, type Store, type StoreOptions } from '../../src/base/database/store.ts';
import { freshDatabase } from './fresh-database.ts';
import { freshFolder } from './fresh-folder.ts';

const start = Temporal.Instant.from('2026-01-01T00:00:00Z');

/** Longer than the service's, so that no statement is cut because the machine is slow. */
const statementMs = 20_000;

/** A store of a test's own on the database that the project names (STORE), and how to reach it again. */
export interface TestStore {
  readonly store: Store;
  readonly options: StoreOptions;
  close(): Promise<void>;
}

/** Opens one. `also`: limits other than the service's. */
export async function testStore(also: Partial<StoreOptions> = {}): Promise<TestStore> {
  if (process.env['STORE'] === 'postgres') {
    const { url, drop } = await freshDatabase();
    const options = { databaseUrl: url, dataDir: tmpdir(), statementMs, ...also };
    const store = await openStore(options, start);
    return {
      store,
      options,
      async close() {
        await store.close();
        await drop();
      },
    };
  }
  const { dataDir, drop } = await freshFolder();
  const options = { dataDir, statementMs, ...also };
  const store = await openStore(options, start);
  return {
    store,
    options,
    async close() {
      await store.close();
      await drop();
    },
  };
}
