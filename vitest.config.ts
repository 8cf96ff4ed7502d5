import { defineConfig } from 'vitest/config';

const postgres = { globalSetup: ['./tests/support/global-postgres.ts'] };

/** The store's tests run twice: on the embedded database and on a real PostgreSQL, told apart by the environment. */
const store = { include: ['tests/store/**/*.test.ts'] };

export default defineConfig({
  test: {
    // The default is one less than there are cores: one worker on a small machine.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './tests/last-line.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{store,e2e,chaos,browser,service,soak}/**'],
          pool: 'threads',
          isolate: false,
        },
      },
      { extends: true, test: { ...store, name: 'pglite', env: { STORE: 'pglite' } } },
      { extends: true, test: { ...store, ...postgres, name: 'postgres', env: { STORE: 'postgres' } } },
      { extends: true, test: { ...postgres, name: 'e2e', include: ['tests/e2e/**/*.test.ts'] } },
      {
        extends: true,
        // The real program in processes of its own, started and ended by signals.
        test: { ...postgres, name: 'service', include: ['tests/service/**/*.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        // Kills processes and waits for their successors: one file at a time, or the limits would measure the machine.
        test: {
          ...postgres,
          name: 'chaos',
          include: ['tests/chaos/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        // They wait more than they compute (for the undo's seconds, for a page that types), so others run beside them.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});
