import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Migration, migrate, migrations, NewerDatabase } from '../../../src/base/database/migrate.ts';
import { openStore, type Store } from '../../../src/base/database/store.ts';
import { freshDatabase } from '../../support/fresh-database.ts';
import { type TestStore, testStore } from '../../support/store.ts';

const postgres = process.env['STORE'] === 'postgres';
const now = Temporal.Instant.from('2026-11-24T01:00:00Z');
const step = (tag: string, ...statements: string[]): Migration => ({ tag, hash: tag, statements });

let of: TestStore;
beforeAll(async () => {
  of = await testStore();
});
afterAll(() => of.close());

/** Migrates the store's own schema with these besides what the service has. */
const upgrade = (...more: Migration[]) =>
  of.store.aside((sql) => onOneConnection(sql, (own) => migrate(own, 'public', now, [...migrations(), ...more])));
const tables = async (like: string) =>
  (
    await of.store.aside(
      (sql) => sql<{ name: string }[]>`
        select table_name as name from information_schema.tables where table_schema = 'public' and table_name like ${like} order by 1`,
    )
  ).map((row) => row.name);

/** The migrator wants a single connection; beside the units PostgreSQL has several. */
async function onOneConnection<T>(
  sql: Parameters<Parameters<Store['aside']>[0]>[0],
  work: (own: typeof sql) => Promise<T>,
): Promise<T> {
  if (!postgres) return work(sql);
  const own = await sql.reserve();
  try {
    return await work(own as unknown as typeof sql);
  } finally {
    own.release();
  }
}

describe('migrations', () => {
  test('a new store has them all, in the order of the journal', async () => {
    const rows = await of.store.aside((sql) => sql<{ tag: string }[]>`select tag from migration order by tag`);
    expect(rows.map((row) => row.tag)).toEqual(migrations().map(({ tag }) => tag));
    expect(await upgrade()).toEqual([]);
  });

  test('one that is merged late, with an older time than what is applied, is not skipped', async () => {
    const later = step('2027_later', 'create table late_one (id int)');
    const earlier = step('2026_earlier', 'create table late_two (id int)');
    expect(await upgrade(later)).toEqual(['2027_later']);
    // Its branch began before and was merged after: it stands before the other in the journal.
    expect(await upgrade(earlier, later)).toEqual(['2026_earlier']);
    expect(await tables('late_%')).toEqual(['late_one', 'late_two']);
    await of.store.aside((sql) => sql`delete from migration where tag in ('2027_later', '2026_earlier')`);
  });

  test('one that fails leaves nothing of itself, keeps those before, and is tried again', async () => {
    const good = step('good', 'create table half_one (id int)');
    const bad = step('bad', 'create table half_two (id int)', 'select 1 / 0');
    await expect(upgrade(good, bad)).rejects.toThrow('division by zero');
    expect(await tables('half_%')).toEqual(['half_one']);
    expect(await upgrade(good, step('bad', 'create table half_two (id int)'))).toEqual(['bad']);
    expect(await tables('half_%')).toEqual(['half_one', 'half_two']);
    await of.store.aside((sql) => sql`delete from migration where tag in ('good', 'bad')`);
  });

  test('a database of a newer version is refused, with what to do', async () => {
    await of.store.aside((sql) => sql`insert into migration values ('0099_tomorrow', 'x', ${now.toString()})`);
    const said = await upgrade().then(
      () => null,
      (error: unknown) => error,
    );
    expect(said).toBeInstanceOf(NewerDatabase);
    expect((said as Error).message).toMatch(/newer version.*0099_tomorrow.*(Start that version|restore a backup)/);
    await of.store.aside((sql) => sql`delete from migration where tag = '0099_tomorrow'`);
  });

  test.runIf(postgres)('two processes that start together on an empty schema make it once', async () => {
    const { url, drop } = await freshDatabase();
    const options = { databaseUrl: url, schema: 'another', dataDir: '.' };
    const stores = await Promise.all([openStore(options, now), openStore(options, now), openStore(options, now)]);
    for (const store of stores) expect(await store.ping()).toBe(true);
    const [row] = await stores[0]!.aside((sql) => sql<{ n: number }[]>`select count(*)::int as n from migration`);
    expect(row!.n).toBe(migrations().length);
    await Promise.all(stores.map((store) => store.close()));
    await drop();
  });
});
