import { tmpdir } from 'node:os';
import { openStore } from '../../src/base/database/store.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { TestStore } from '../support/store.ts';
import { play } from './play.ts';
import { scenes } from './scenes/index.ts';

/** The same on PostgreSQL: what a province runs on. */
async function postgresStore(): Promise<TestStore> {
  const { url, drop } = await freshDatabase();
  const options = { databaseUrl: url, dataDir: tmpdir() };
  const store = await openStore(options, Temporal.Instant.from('2026-01-01T00:00:00Z'));
  return {
    store,
    options,
    async close() {
      await store.close();
      await drop();
    },
  };
}

// One phone: what the phones differ in does not reach the database, and all three play on the embedded one.
play(postgresStore, scenes, { on: ['web'] });
