import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { copied } from '../../../src/base/backup/copied.ts';
import { BackupError } from '../../../src/base/backup/format.ts';
import { backupInto, backupsIn } from '../../../src/base/backup/keep.ts';
import { checkBackup, readHeader } from '../../../src/base/backup/read.ts';
import { restoreBackup } from '../../../src/base/backup/restore.ts';
import { writeBackup } from '../../../src/base/backup/write.ts';
import type { Sql } from '../../../src/base/database/client.ts';
import { migrations } from '../../../src/base/database/migrate.ts';
import { openStore, type Store, type StoreOptions } from '../../../src/base/database/store.ts';
import { newId } from '../../../src/base/ids.ts';
import { freshDatabase } from '../../support/fresh-database.ts';
import { freshFolder } from '../../support/fresh-folder.ts';
import { testStore } from '../../support/store.ts';
import { fillEveryTable } from './filled.ts';

const now = Temporal.Instant.from('2026-11-24T03:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const file = join(folder, 'whole.backup.gz');
const onPostgres = process.env['STORE'] === 'postgres';

let source: Awaited<ReturnType<typeof testStore>>;
let types: ReadonlySet<string>;
const undo: (() => unknown)[] = [];

beforeAll(async () => {
  source = await testStore();
  types = await fillEveryTable(source.store, 9);
  await writeBackup(source.store, file, { now, keyId: 'abcd1234' });
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Where a new, empty store is to be. */
async function empty(kind: 'pglite' | 'postgres', schema?: string): Promise<StoreOptions> {
  const also = schema ? { schema } : {};
  if (kind === 'postgres') {
    const { url, drop } = await freshDatabase();
    undo.push(drop);
    return { databaseUrl: url, dataDir: tmpdir(), ...also };
  }
  // Migrated already, as after a first start; making one anew takes seconds (one test below does).
  const { dataDir, drop } = await freshFolder();
  undo.push(drop);
  return { dataDir, ...also };
}

async function opened(options: StoreOptions): Promise<Store> {
  const store = await openStore(options, now);
  undo.push(() => store.close());
  return store;
}

/** What of a store a backup says, without the words that differ from file to file. */
async function content(store: Store) {
  const path = join(folder, `${newId(0)}.gz`);
  const { header } = await writeBackup(store, path, { now, keyId: null });
  return { tables: header.tables, sequences: header.sequences };
}

describe('round trip', () => {
  test.each(onPostgres ? (['postgres', 'pglite'] as const) : (['pglite'] as const))(
    'every table and every type of value, into %s',
    async (kind) => {
      expect([...types].toSorted()).toEqual(
        expect.arrayContaining(['bigint', 'boolean', 'bytea', 'date', 'integer', 'jsonb', 'text', 'text[]', 'uuid']),
      );
      const to = await empty(kind);
      const header = await restoreBackup(file, to, now);
      const copy = await opened(to);
      expect(copy.kind).toBe(kind);
      expect(await content(copy)).toEqual(await content(source.store));
      expect(header.tables.every((table) => table.rows > 0)).toBe(true);
      // What the database counts by itself goes on behind what was there.
      const [row] = await copy.aside(async (sql) => {
        const before = await sql<{ most: string }[]>`select max(seq)::text as most from message`;
        const [made] = await sql<{ seq: string }[]>`
          insert into message (id, chat_id, direction, at, content)
          values (${newId(1)}, ${newId(1)}, 'in', ${now.toString()}, '{}') returning seq`;
        return [{ before: BigInt(before[0]!.most), seq: BigInt(made!.seq) }];
      });
      expect(row!.seq).toBeGreaterThan(row!.before);
    },
  );

  test.runIf(onPostgres)('from the embedded database into PostgreSQL, into a schema of its own', async () => {
    const from = await opened(await empty('pglite'));
    await fillEveryTable(from, 3);
    const path = join(folder, 'embedded.gz');
    await writeBackup(from, path, { now, keyId: null });
    const to = await empty('postgres', 'sonla');
    await restoreBackup(path, to, now);
    expect(await content(await opened(to))).toEqual(await content(from));
  });

  test('into a folder, or a schema, that is not there yet', async () => {
    const dataDir = join(folder, 'anew');
    const to = onPostgres ? await empty('postgres', 'another') : { dataDir };
    await restoreBackup(file, to, now);
    expect((await content(await opened(to))).tables).toEqual((await readHeader(file)).tables);
  });
});

test('a backup beside a running service is of one moment', async () => {
  const { store } = source;
  let stop = false;
  let written = 0;
  const writing = (async () => {
    while (!stop) {
      const id = newId(now.epochMilliseconds);
      await store.exclusive(async (sql) => {
        await sql`begin read write`;
        await sql`insert into store_fact (key, value, at) values (${`a${id}`}, '1'::jsonb, ${now.toString()})`;
        await sql`insert into account (id, channel, name, created_at) values (${id}, 'web', ${`a${id}`}, ${now.toString()})`;
        await sql`insert into task (id, kind, args, due, state, created_at) values (${id}, 'x', '{}', ${now.toString()}, 'open', ${now.toString()})`;
        await sql`commit`;
      });
      written += 1;
      await new Promise((resolve) => setTimeout(resolve));
    }
  })();
  for (let i = 0; i < 3; i++) {
    const path = join(folder, `beside-${i}.gz`);
    const { header } = await writeBackup(store, path, { now, keyId: null });
    const rows = (name: string) => header.tables.find((table) => table.name === name)!.rows;
    const before = await readHeader(file);
    const more = (name: string) => rows(name) - before.tables.find((table) => table.name === name)!.rows;
    expect([more('account'), more('store_fact'), more('task')]).toEqual(Array(3).fill(more('account')));
    expect(await checkBackup(path)).toEqual(header);
  }
  stop = true;
  await writing;
  expect(written).toBeGreaterThan(0);
});

describe('the file', () => {
  test('says what is in it in its first line, is private, and holds no key', () => {
    const [first] = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    expect(JSON.parse(first!)).toMatchObject({
      format: 1,
      madeAt: '2026-11-24T03:00:00Z',
      from: source.store.kind,
      keyId: 'abcd1234',
      migrations: migrations().map(({ tag }) => ({ tag })),
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => /part|body/.test(name))).toEqual([]);
  });

  test.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 40), /damaged or cut off/],
    [
      'a changed byte',
      (bytes) => Buffer.from(bytes.map((b, i) => (i === bytes.length - 200 ? b ^ 1 : b))),
      /damaged|hash differs/,
    ],
    [
      'a row left out',
      (bytes) => repacked(bytes, (text) => text.replace(/(\\table need\n)[^\n]+\n/, '$1')),
      /hash differs/,
    ],
    ['something else', () => gzipSync('{"a":1}\n'), /header of this backup is damaged/],
    ['not even packed', () => Buffer.from('hello'), /damaged or cut off/],
    ['empty', () => gzipSync(''), /is empty/],
    [
      'of a later version',
      (bytes) => repacked(bytes, (text) => text.replace('"format":1', '"format":2')),
      /newer version/,
    ],
    [
      'of a later schema',
      (bytes) => repacked(bytes, (text) => text.replace('"0000_first"', '"9999_later"')),
      /newer version.*9999_later/,
    ],
    [
      'of another build',
      (bytes) => repacked(bytes, (text) => text.replace(/"hash":"[^"]+"/, '"hash":"x"')),
      /another build/,
    ],
  ])('%s: refused with a reason before the store is touched', async (_, spoil, reason) => {
    const bad = join(folder, `bad-${newId(2)}.gz`);
    writeFileSync(bad, spoil(readFileSync(file)));
    // The file is checked before the store is touched: this one could not even be reached.
    const nowhere = { databaseUrl: 'postgres://127.0.0.1:1/none', dataDir: folder };
    await expect(restoreBackup(bad, nowhere, now)).rejects.toThrow(reason);
    await expect(restoreBackup(bad, nowhere, now)).rejects.toThrow(BackupError);
  });

  test('one that says more than it holds is undone at the end', async () => {
    const bad = join(folder, 'lies.gz');
    writeFileSync(
      bad,
      repacked(readFileSync(file), (text) => text.replace(/("name":"unit","columns":\[[^\]]+\],"rows":)\d+/, '$17')),
    );
    const to = await empty(onPostgres ? 'postgres' : 'pglite');
    await expect(restoreBackup(bad, to, now)).rejects.toThrow(/unit was not restored as it was/);
    expect((await content(await opened(to))).tables.every((table) => table.rows === 0)).toBe(true);
  });
});

test('a store with anything in it is never restored into', async () => {
  const to = await empty(onPostgres ? 'postgres' : 'pglite');
  const store = await openStore(to, now);
  await store.aside((sql) => sql`insert into series values ('NC-2026', 7)`);
  await store.close();
  await expect(restoreBackup(file, to, now)).rejects.toThrow(/not empty \(series has rows\)/);
});

test('a missing file, and a full folder', async () => {
  const to = await empty(onPostgres ? 'postgres' : 'pglite');
  await expect(restoreBackup(join(folder, 'none.gz'), to, now)).rejects.toThrow(/There is no file/);
  await expect(writeBackup(source.store, '/dev/full/x.gz', { now, keyId: null })).rejects.toThrow();
  // The connection is in order after a failure.
  expect(await source.store.ping()).toBe(true);
});

test.each([1, 999, 1000, 1001, 5000, 20_000])(
  'a table of %i rows comes whole, and the connection goes on',
  async (rows) => {
    const { store } = source;
    await store.aside((sql) => sql`delete from message`);
    await store.aside(
      (sql) => sql`
      insert into message (id, chat_id, direction, at, content)
      select gen_random_uuid(), gen_random_uuid(), 'out', ${now.toString()}, jsonb_build_object('text', repeat('Púng Bánh ', 30))
      from generate_series(1, ${rows}::int)`,
    );
    const path = join(folder, `rows-${rows}.gz`);
    const { header } = await writeBackup(store, path, { now, keyId: null });
    expect(header.tables.find((table) => table.name === 'message')!.rows).toBe(rows);
    expect(await checkBackup(path)).toEqual(header);
    expect(await store.ping()).toBe(true);
  },
);

test('a reader that stops in the middle leaves the connection fit', async () => {
  await source.store.aside(async (sql) => {
    await sql.begin('read only', async (own) => {
      for (let i = 0; i < 3; i++) {
        const rows = copied(own as unknown as Sql, 'message', ['id', 'content']);
        await rows.next();
        await rows.return(undefined);
        expect(await own`select 1 as one`).toEqual([{ one: 1 }]);
      }
    });
  });
});

test('old backups go when the new one is whole; other files stay', async () => {
  const own = join(folder, 'kept');
  for (let day = 0; day < 4; day++)
    await backupInto(source.store, own, { now: now.add({ hours: 24 * day }), keyId: null, keep: 2 });
  writeFileSync(join(own, 'notes.txt'), 'x');
  expect(await backupsIn(own)).toEqual(['nhip-cau-20261126T030000Z.backup.gz', 'nhip-cau-20261127T030000Z.backup.gz']);
  expect(readdirSync(own)).toContain('notes.txt');
});

/** The same file with its unpacked text changed, packed as before. */
function repacked(bytes: Buffer, change: (text: string) => string): Buffer {
  return gzipSync(change(gunzipSync(bytes).toString('utf8')));
}
