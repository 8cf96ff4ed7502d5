import { databaseError } from './base/database/errors.ts';

/** Errors whose message is written for the operator: what is wrong, and what to do. */
const written = new Set([
  'AddressUnusable',
  'BackupError',
  'ConfigError',
  'ControlInUse',
  'DatabaseUnreachable',
  'FolderInUse',
  'FolderUnusable',
  'KeyFileError',
  'NewerDatabase',
  'PortBusy',
  'UsageError',
  'WrongKey',
  'WrongStore',
]);

/** What PostgreSQL refuses for the way in which it was set up, and what to do. */
const refused: readonly (readonly [code: RegExp, say: string])[] = [
  [/^28/, 'PostgreSQL refuses the login: check user and password in DATABASE_URL.'],
  [/^3D000$/, 'The database of DATABASE_URL does not exist: create it, or correct the name.'],
  [
    /^42501$/,
    'PostgreSQL refuses a right: the user of DATABASE_URL must own the database or the schema (DATABASE_SCHEMA).',
  ],
  [/^25006$/, 'PostgreSQL is read-only here (a standby?): DATABASE_URL must name the server that takes writes.'],
  [/^53300$/, 'PostgreSQL has no connection free: stop other clients, or raise its max_connections.'],
];

/**
 * The sentence with which a start (or a command) ends for this error; null for a mistake of ours, which is shown with its stack.
 * Never holds a value of a setting that is secret.
 */
export function sentenceFor(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (written.has(error.name)) return error.message;
  const code = databaseError(error)?.code;
  return refused.find(([fits]) => code !== undefined && fits.test(code))?.[1] ?? null;
}
