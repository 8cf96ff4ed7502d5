import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { connect, type Sql } from './client.ts';
import { type Embedded, startEmbedded } from './embedded/embedded.ts';
import { isLost } from './errors.ts';
import { migrate } from './migrate.ts';
import { Mutex } from './mutex.ts';
import { ConnectionLost, UnitConnection } from './unit-connection.ts';

/** Where the store is and how long things may take. Times in milliseconds. */
export interface StoreOptions {
  /** Unset: the embedded database under `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly schema?: string;
  readonly dataDir: string;
  /** One statement of a unit (default 2,000). */
  readonly statementMs?: number;
  /** One wait for a lock in a unit (default 500). */
  readonly lockMs?: number;
}

/**
 * The database, by the ways in which it may be used. The pool itself is exported to nobody.
 * On the embedded database all ways share its one connection and take turns; on PostgreSQL each has its own.
 */
export interface Store {
  readonly kind: 'pglite' | 'postgres';
  readonly schema: string;
  /**
   * The connection that units use: one at a time in this process. `work` begins and ends its transactions itself and must have ended them.
   * It may call `free` once its last statement, the commit, is on its way: the next work's statements then queue behind it.
   */
  exclusive<T>(work: (sql: Sql, free: () => void) => Promise<T>): Promise<T>;
  /** Single statements beside the units: marks of the dispatcher, leases, pages that resume. */
  aside<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Work of minutes in a transaction of its own, without a limit of time: backups, checks of everything. On the embedded database all else waits. */
  long<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Slow reads, between units on the embedded database. PostgreSQL refuses a write here. */
  read<T>(work: (reads: PostgresJsDatabase) => Promise<T>): Promise<T>;
  /** Whether the database answers now. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

/** Drizzle on a client whose statements are prepared and pipelined; `check` runs before each statement and may throw. */
export function handle(sql: Sql, check: () => void = () => {}): PostgresJsDatabase {
  const client = new Proxy(sql, {
    get(target, name, self) {
      if (name === 'unsafe') {
        return (query: string, parameters: never[], options: object) => {
          check();
          // A list of varying length makes a new text each time: those are not worth keeping prepared.
          return target.unsafe(query, parameters, { ...options, prepare: parameters.length <= 40 });
        };
      }
      if (name === 'begin' || name === 'savepoint')
        return () => Promise.reject(new Error('a unit is one transaction: none is nested'));
      return Reflect.get(target, name, self);
    },
  });
  return drizzle({ client, casing: 'snake_case' });
}

/** What ran on the embedded database took too long: its thread was ended and started again. PostgreSQL answers 57014 instead. */
export class StatementTooLong extends Error {
  override readonly name = 'StatementTooLong';
}

/** What holds the embedded database may take its statement limit and this much longer, in milliseconds, before its thread is ended. */
const embeddedGraceMs = 2_000;

async function openEmbedded(options: StoreOptions): Promise<Store> {
  const embedded: Embedded = await startEmbedded(options.dataDir);
  const schema = options.schema ?? 'public';
  const one = new UnitConnection((closed) =>
    connect({ socket: embedded.socket, schema, name: 'embedded', max: 1, closed }),
  );
  const turns = new Mutex();
  const limited = <T>(limitMs: number, work: () => Promise<T>): Promise<T> =>
    turns.run(async () => {
      let restarting: Promise<void> | null = null;
      const timer = setTimeout(() => {
        restarting = embedded.restart();
      }, limitMs);
      try {
        return await work();
      } catch (error) {
        if (!restarting) throw error;
        await restarting;
        throw new StatementTooLong(`a statement ran longer than ${limitMs} ms and its database was started again`);
      } finally {
        clearTimeout(timer);
      }
    });
  return {
    kind: 'pglite',
    schema,
    exclusive: (work) =>
      limited((options.statementMs ?? 2_000) + embeddedGraceMs, () => one.lend((sql) => work(sql, () => {}))),
    aside: (work) => limited(30_000, () => one.lend(work)),
    long: (work) => turns.run(() => one.lend(work)),
    read: (work) => limited(30_000, () => one.lend((sql) => work(handle(sql)))),
    ping: () => limited(10_000, () => one.lend(async (sql) => (await sql`select 1`).length === 1)).catch(() => false),
    async close() {
      await turns.run(async () => {});
      await one.end();
      await embedded.stop();
    },
  };
}

/** The driver may never answer what it sent on a connection that died: past every statement's own limit that is taken for lost. */
async function answered<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ConnectionLost('the database did not answer within its limits')), 90_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function openPostgres(options: StoreOptions & { databaseUrl: string }): Store {
  const schema = options.schema ?? 'public';
  const of = { url: options.databaseUrl, schema };
  const unit = new UnitConnection((closed) =>
    connect({
      ...of,
      name: 'unit',
      max: 1,
      statementMs: options.statementMs ?? 2_000,
      lockMs: options.lockMs ?? 500,
      // A statement that strays onto a new connection, outside the transaction that it belongs to, must not write.
      readOnly: true,
      byKey: true,
      closed,
    }),
  );
  const side = connect({ ...of, name: 'side', max: 3, statementMs: 30_000, lockMs: 5_000, byKey: true });
  const reads = connect({ ...of, name: 'read', max: 3, statementMs: 30_000, readOnly: true });
  const readHandle = handle(reads);
  const turns = new Mutex();
  return {
    kind: 'postgres',
    schema,
    exclusive: (work) => turns.run((free) => unit.lend((sql) => work(sql, free))),
    aside: (work) => answered(work(side)),
    long: (work) => work(side),
    read: (work) => answered(work(readHandle)),
    ping: () =>
      side`select 1`.then(
        (rows) => rows.length === 1,
        () => false,
      ),
    async close() {
      await turns.run(async () => {});
      await Promise.all([unit.end(), side.end({ timeout: 2 }), reads.end({ timeout: 2 })]);
    },
  };
}

/**
 * Opens the database and brings it to this version's schema under a lock.
 * @throws FolderInUse, NewerDatabase, DatabaseUnreachable: each message says what to do.
 */
export async function openStore(options: StoreOptions, now: Temporal.Instant): Promise<Store> {
  const store = options.databaseUrl
    ? openPostgres({ ...options, databaseUrl: options.databaseUrl })
    : await openEmbedded(options);
  try {
    if (options.databaseUrl) {
      const sql = connect({ url: options.databaseUrl, schema: store.schema, name: 'migrate', max: 1 });
      try {
        await migrate(sql, store.schema, now);
      } finally {
        await sql.end({ timeout: 2 });
      }
    } else {
      await store.aside((sql) => migrate(sql, store.schema, now));
    }
    return store;
  } catch (error) {
    await store.close();
    if (options.databaseUrl && isLost(error)) {
      const at = new URL(options.databaseUrl);
      throw new DatabaseUnreachable(
        `The database at ${at.hostname}:${at.port || 5432} does not answer (${(error as { code?: string }).code ?? 'no answer'}). Check that it runs and that DATABASE_URL is right.`,
      );
    }
    throw error;
  }
}

/** The database does not answer at the start. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
}
