import { connect, type Sql } from '../database/client.ts';
import { startEmbedded } from '../database/embedded/embedded.ts';
import { migrate, migrations } from '../database/migrate.ts';
import type { StoreOptions } from '../database/store.ts';
import { copied } from './copied.ts';
import { RowDigest } from './digest.ts';
import { BackupError, type BackupHeader } from './format.ts';
import { type BackupRow, backupRows, checkBackup } from './read.ts';
import {
  foreignKeysOf,
  plainWords,
  quoted,
  sequencesOf,
  type TableShape,
  tablesOf,
  triggeredTables,
} from './tables.ts';

/** A statement takes at most this many rows, and about this much text; one row alone may be larger. */
const batchRows = 500;
const batchChars = 4_000_000;

/**
 * Fills an empty store from a backup: all of it, or, when anything is wrong, nothing. The service must be stopped.
 * The store is brought to the backup's schema, filled in one transaction, compared with the header row by row, and only then
 * brought to this version's schema.
 * @throws BackupError, FolderInUse
 */
export async function restoreBackup(path: string, options: StoreOptions, now: Temporal.Instant): Promise<BackupHeader> {
  const header = await checkBackup(path);
  const steps = stepsOf(header);
  const { sql, close } = await openAlone(options);
  const schema = options.schema ?? 'public';
  try {
    await refuseFilled(sql);
    if ((await appliedTags(sql)).some((tag) => !steps.some((step) => step.tag === tag))) {
      throw new BackupError(
        'The store is empty but already newer than the backup. Use a new DATA_DIR, or a new DATABASE_SCHEMA.',
      );
    }
    await migrate(sql, schema, now, steps);
    await sql.unsafe('begin');
    try {
      for (const words of plainWords) await sql.unsafe(words);
      await fill(sql, path, header);
      await sql.unsafe('commit');
    } catch (error) {
      await sql.unsafe('rollback');
      throw error;
    }
    await migrate(sql, schema, now);
    return header;
  } finally {
    await close();
  }
}

/** The migrations that the backup's store had, of those this version knows. */
function stepsOf(header: BackupHeader) {
  const all = migrations();
  for (const { tag, hash } of header.migrations) {
    const own = all.find((one) => one.tag === tag);
    if (!own) throw new BackupError(`This backup was made by a newer version of Nhịp Cầu (${tag}). Use that version.`);
    if (own.hash !== hash) {
      throw new BackupError(`This backup was made by another build of Nhịp Cầu (${tag} differs). Use that build.`);
    }
  }
  return all.filter((one) => header.migrations.some(({ tag }) => tag === one.tag));
}

/** One connection to a store that nobody else has open. */
async function openAlone(options: StoreOptions): Promise<{ sql: Sql; close: () => Promise<void> }> {
  const schema = options.schema ?? 'public';
  const embedded = options.databaseUrl ? null : await startEmbedded(options.dataDir);
  const where = embedded ? { socket: embedded.socket } : { url: options.databaseUrl! };
  const sql = connect({ ...where, schema, name: 'restore', max: 1 });
  if (schema !== 'public') await sql.unsafe(`create schema if not exists ${quoted(schema)}`);
  return {
    sql,
    async close() {
      await sql.end({ timeout: 5 });
      await embedded?.stop();
    },
  };
}

/** The migrations that this very schema has had: a table of the same name in another schema of the search path doesn't count. */
async function appliedTags(sql: Sql): Promise<string[]> {
  const [there] = await sql<{ at: string | null }[]>`
    select to_regclass(quote_ident(current_schema()) || '.migration')::text as at`;
  if (!there?.at) return [];
  return (await sql.unsafe<{ tag: string }[]>(`select tag from ${there.at}`)).map((row) => row.tag);
}

async function refuseFilled(sql: Sql): Promise<void> {
  for (const { name } of await tablesOf(sql)) {
    const rows = await sql.unsafe(`select from ${quoted(name)} limit 1`);
    if (rows.length === 0) continue;
    throw new BackupError(
      `The store is not empty (${name} has rows), and a restore never mixes two stores. Use a new DATA_DIR, or a new DATABASE_SCHEMA.`,
    );
  }
}

async function fill(sql: Sql, path: string, header: BackupHeader): Promise<void> {
  const shapes = new Map((await tablesOf(sql)).map((shape) => [shape.name, shape]));
  for (const { name, columns } of header.tables) {
    const own = shapes.get(name)?.columns.map((column) => column.name) ?? [];
    const unknown = columns.filter((column) => !own.includes(column));
    if (unknown.length > 0)
      throw new BackupError(`The backup has ${name}.${unknown[0]}, which this version does not know.`);
  }
  const keys = await foreignKeysOf(sql);
  for (const key of keys) await sql.unsafe(key.drop);
  // What a trigger would change is in the file already.
  const triggered = await triggeredTables(sql);
  for (const name of triggered) await sql.unsafe(`alter table ${quoted(name)} disable trigger user`);
  for await (const batch of batches(backupRows(path))) {
    const columns = header.tables.find((table) => table.name === batch[0]!.table)!.columns;
    await insert(sql, shapes.get(batch[0]!.table)!, columns, batch);
  }
  for (const name of triggered) await sql.unsafe(`alter table ${quoted(name)} enable trigger user`);
  // Checks every row anew.
  for (const key of keys) await sql.unsafe(key.add);
  await setSequences(sql, header);
  await compare(sql, header);
}

/** Rows of one table each, as many as one statement takes. */
async function* batches(rows: AsyncIterable<BackupRow>): AsyncGenerator<readonly BackupRow[]> {
  let batch: BackupRow[] = [];
  let chars = 0;
  for await (const row of rows) {
    const full = batch.length >= batchRows || chars + row.line.length > batchChars;
    if (batch.length > 0 && (full || batch[0]!.table !== row.table)) {
      yield batch;
      batch = [];
      chars = 0;
    }
    batch.push(row);
    chars += row.line.length;
  }
  if (batch.length > 0) yield batch;
}

/** Inserts rows whose values are text, each cast to its column's type. One parameter, so that every batch is the same statement. */
async function insert(
  sql: Sql,
  table: TableShape,
  columns: readonly string[],
  rows: readonly BackupRow[],
): Promise<void> {
  const typed = columns.map((name, i) => `(r->>${i})::${table.columns.find((column) => column.name === name)!.type}`);
  await sql.unsafe(
    `insert into ${quoted(table.name)} (${columns.map(quoted).join(', ')}) overriding system value
      select ${typed.join(', ')} from json_array_elements($1::json) as r`,
    [JSON.stringify(rows.map((row) => row.values))],
  );
}

async function setSequences(sql: Sql, header: BackupHeader): Promise<void> {
  for (const { table, column, sequence } of await sequencesOf(sql)) {
    const last = header.sequences.find((of) => of.table === table && of.column === column)?.last;
    if (last) await sql.unsafe('select setval($1::regclass, $2::bigint)', [sequence, last]);
  }
}

/** Reads back what was stored and compares it with what the file says. */
async function compare(sql: Sql, header: BackupHeader): Promise<void> {
  for (const { name, columns, rows, digest } of header.tables) {
    const stored = new RowDigest();
    for await (const row of copied(sql, name, columns)) stored.add(row);
    if (stored.rows !== rows || stored.end() !== digest) {
      throw new BackupError(
        `${name} was not restored as it was (${stored.rows} of ${rows} rows, digest ${stored.end() === digest ? 'right' : 'different'}). Nothing was changed.`,
      );
    }
  }
}
