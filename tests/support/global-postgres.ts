import type { TestProject } from 'vitest/node';
import { databasesAt } from './databases.ts';
import { startPostgres } from './postgres.ts';
import { buildTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the run's PostgreSQL; tests ask `freshDatabase` for a database of their own. */
    postgresUrl: string;
  }
}

/** Vitest loads this file once for every project that names it; they share one server through the global object. */
const run = globalThis as { testPostgres?: ReturnType<typeof start> | undefined; testPostgresUsers?: number };

/** Starts the run's PostgreSQL with a migrated template, and stops it when the last project is through. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.testPostgres ??= start();
  run.testPostgresUsers = (run.testPostgresUsers ?? 0) + 1;
  const server = await run.testPostgres;
  project.provide('postgresUrl', server.url);
  return async () => {
    run.testPostgresUsers! -= 1;
    if (run.testPostgresUsers! > 0) return;
    run.testPostgres = undefined;
    await server.stop();
  };
}

async function start() {
  const server = await startPostgres({ durable: false });
  const databases = databasesAt(server.url);
  try {
    await buildTemplate(databases);
  } catch (broken) {
    await server.stop();
    throw broken;
  } finally {
    await databases.end();
  }
  return server;
}
