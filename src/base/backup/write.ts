import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import type { Sql } from '../database/client.ts';
import type { Store } from '../database/store.ts';
import { copied } from './copied.ts';
import { RowDigest } from './digest.ts';
import { type BackupHeader, type BackupTable, formatVersion, tableEnd, tableStart } from './format.ts';
import { plainWords, sequencesOf, type TableShape, tablesOf } from './tables.ts';

/** A backup that was made. */
export interface Written {
  readonly path: string;
  /** Size of the packed file. */
  readonly bytes: number;
  readonly header: BackupHeader;
}

export interface WriteOptions {
  readonly now: Temporal.Instant;
  /** Names the SECRET_KEY, for whoever restores. */
  readonly keyId: string | null;
  /** Ends it early: nothing is left then, and it throws. */
  readonly stop?: AbortSignal;
}

/**
 * Writes every table of the store into one file: a header line, then the tables, packed by gzip, as they were at one moment.
 * The service goes on meanwhile on PostgreSQL; the embedded database has one connection, so that units wait.
 * The file appears under its name only when it is whole and on the disk; its folder is made when missing.
 */
export async function writeBackup(store: Store, path: string, of: WriteOptions): Promise<Written> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const body = `${path}.body`;
  const whole = `${path}.part`;
  try {
    const parts = await store.long((sql) => snapshot(sql, (own) => writeBody(own, body, of.stop)));
    const header: BackupHeader = {
      format: formatVersion,
      madeAt: of.now.toString(),
      from: store.kind,
      keyId: of.keyId,
      ...parts,
    };
    // Two gzip members, one behind the other, unpack as one text: the header can say what was only known at the end.
    const file = createWriteStream(whole, { mode: 0o600 });
    file.write(gzipSync(`${JSON.stringify(header)}\n`));
    await pipeline(createReadStream(body), file);
    const handle = await open(whole, 'r+');
    const { size } = await handle.stat();
    await handle.sync();
    await handle.close();
    await rename(whole, path);
    return { path, bytes: size, header };
  } finally {
    await rm(body, { force: true });
    await rm(whole, { force: true });
  }
}

/** Runs in one read-only snapshot. By `begin`, since `reserve` on a connection that is only just being made never ends in this driver. */
async function snapshot<T>(sql: Sql, work: (own: Sql) => Promise<T>): Promise<T> {
  const box: { done?: T } = {};
  await sql.begin('isolation level repeatable read read only', async (own) => {
    for (const words of plainWords) await own.unsafe(words);
    box.done = await work(own as unknown as Sql);
  });
  return box.done!;
}

async function writeBody(
  sql: Sql,
  path: string,
  stop: AbortSignal | undefined,
): Promise<Pick<BackupHeader, 'migrations' | 'tables' | 'sequences' | 'sha256'>> {
  const migrations = await sql<
    { tag: string; hash: string }[]
  >`select tag, hash from migration order by applied_at, tag`;
  const tables: BackupTable[] = [];
  const hash = createHash('sha256');
  const out = new PassThrough();
  const written = pipeline(out, createGzip({ level: 6 }), createWriteStream(path, { mode: 0o600 }));
  try {
    // A full disk ends `written` while a table is being read: then there is no room to wait for.
    const room = () => {
      stop?.throwIfAborted();
      return Promise.race([once(out, 'drain'), written]);
    };
    for (const table of await tablesOf(sql)) {
      stop?.throwIfAborted();
      tables.push(await writeTable(sql, table, out, hash, room));
    }
    out.end();
    await written;
  } catch (error) {
    out.destroy(error as Error);
    await written.catch(() => {});
    throw error;
  }
  const sequences: BackupHeader['sequences'] = [];
  for (const { table, column, sequence } of await sequencesOf(sql)) {
    const [row] = await sql.unsafe<{ last: string | null }[]>(
      `select case when is_called then last_value end::text as last from ${sequence}`,
    );
    if (row?.last) sequences.push({ table, column, last: row.last });
  }
  return { migrations: [...migrations], tables, sequences, sha256: hash.digest('hex') };
}

const lineBreak = Buffer.from('\n');

async function writeTable(
  sql: Sql,
  table: TableShape,
  out: PassThrough,
  hash: Hash,
  room: () => Promise<unknown>,
): Promise<BackupTable> {
  const columns = table.columns.map((column) => column.name);
  const digest = new RowDigest();
  // Rows are gathered: hashing and packing them one by one costs five times as much.
  let gathered: Uint8Array[] = [Buffer.from(`${tableStart(table.name)}\n`)];
  let size = 0;
  const flush = async () => {
    const bytes = Buffer.concat(gathered);
    gathered = [];
    size = 0;
    hash.update(bytes);
    if (!out.write(bytes)) await room();
  };
  for await (const row of copied(sql, table.name, columns)) {
    digest.add(row);
    gathered.push(row, lineBreak);
    size += row.length;
    if (size > 64_000) await flush();
  }
  gathered.push(Buffer.from(`${tableEnd}\n`));
  await flush();
  return { name: table.name, columns, rows: digest.rows, digest: digest.end() };
}
