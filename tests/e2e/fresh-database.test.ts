import postgres from 'postgres';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/fresh-database.ts';

test('what one test writes, another does not see', async () => {
  const [mine, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  const sql = postgres(mine.url, { max: 1 });
  const otherSql = postgres(other.url, { max: 1 });
  await sql`create table note (text text)`;
  const [seen] = await otherSql`select to_regclass('note') as note`;
  expect(seen).toEqual({ note: null });
  await Promise.all([sql.end(), otherSql.end(), mine.drop(), other.drop()]);
});

test('the database speaks UTF-8 and is dropped from under an open connection', async () => {
  const mine = await freshDatabase();
  const sql = postgres(mine.url, { max: 1 });
  const [read] = await sql`select 'Púng Bánh' as name, upper('xã') as upper, current_setting('TimeZone') as zone`;
  expect(read).toEqual({ name: 'Púng Bánh', upper: 'XÃ', zone: 'UTC' });
  await mine.drop();
  await expect(sql`select 1`).rejects.toThrow();
  await sql.end();
});
