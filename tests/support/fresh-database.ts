import { inject } from 'vitest';
import { type Databases, databasesAt } from './databases.ts';
import { templateName } from './template.ts';

let databases: Databases | undefined;
let made = 0;

/** A database of a test's own: the newest schema, no rows. A copy of the run's template, 5 to 50 ms. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes it, throwing out whoever is still connected. What is forgotten ends with the run. */
  drop(): Promise<void>;
}

/** Copies the migrated template. Only for projects whose globalSetup is `global-postgres.ts`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  databases ??= databasesAt(inject('postgresUrl'));
  const own = databases;
  made += 1;
  const name = `test_${process.pid}_${inThisThread}_${made}`;
  const url = await own.createDatabase(name, templateName);
  return { url, drop: () => own.dropDatabase(name) };
}

// Threads share a process id and vitest may load this module anew for each file.
const inThisThread = crypto.randomUUID().slice(0, 8);
