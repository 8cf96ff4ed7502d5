import { defineConfig } from 'vitest/config';
import LongFirst from './tests/support/long-first.ts';

const postgres = { globalSetup: ['./tests/support/global-postgres.ts'] };

/** The store's tests run twice: on the embedded database and on a real PostgreSQL, told apart by the environment. */
const store = { include: ['tests/store/**/*.test.ts'] };

export default defineConfig({
  test: {
    // One more than the smallest machine has cores: what is started and waited for leaves half a core idle.
    maxWorkers: 3,
    globalSetup: ['./tests/support/global-temporary.ts'],
    sequence: { sequencer: LongFirst },
    // The limit of a hang, not of a machine: what is polled for comes within a moment on an idle one.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
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
        test: { ...postgres, name: 'service', include: ['tests/service/**/*.test.ts'], testTimeout: 180_000 },
      },
      {
        extends: true,
        test: {
          ...postgres,
          name: 'chaos',
          include: ['tests/chaos/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        // They wait more than they compute (for the undo's seconds, for a page that types), so others run beside them.
        test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 180_000 },
      },
    ],
  },
});
