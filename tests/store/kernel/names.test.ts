import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPartner } from '../../../src/language/index.ts';
import { readNames } from '../../../src/office/names.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let db: TestStore;
let of: TestOffice;
beforeAll(async () => {
  db = await testStore();
  of = await testOffice(db.store);
  await of.link('minh', of.demo.minh.id);
});
afterAll(async () => {
  await of?.stop();
  await db?.close();
});

test('an organisation that was just added is found by its name in the very next message', async () => {
  await of.say('minh', 'thêm tổ chức Lantern Minority Trust, quốc tịch Na Uy, làm y tế');
  await of.press('minh', 'Thêm vào sổ');
  expect((await of.say('minh', 'lantern minority còn hạn không')).join('\n')).toMatch(/^⚪ Lantern Minority Trust/u);
});

test('so is a new name of one that was there, and its old one', async () => {
  await of.say('minh', 'đổi tên Lantern Minority Trust thành Beacon Hill Fund');
  await of.press('minh', 'Ghi vào sổ');
  for (const name of ['beacon hill', 'lantern minority']) {
    expect((await of.say('minh', `${name} còn hạn không`)).join('\n'), name).toContain('Beacon Hill Fund');
  }
});

test('another process finds it with its next look, also where the clock of the writer was behind', async () => {
  const other = await readNames(db.store);
  expect(await other.refresh()).toBe(false);
  await of.say('minh', 'thêm tổ chức Quiet Harbour Society, quốc tịch Đức, làm giáo dục');
  await of.press('minh', 'Thêm vào sổ');
  expect(findPartner('quiet harbour', other.current()).sure).toBeNull();
  expect(await other.refresh()).toBe(true);
  expect(findPartner('quiet harbour', other.current()).sure).not.toBeNull();
  await db.store.aside(
    (sql) => sql`
      update partner set name_en = 'Loud Harbour Society', row_version = row_version + 1, updated_at = '2020-01-01T00:00:00Z'
      where name_en = 'Quiet Harbour Society'`,
  );
  expect(await other.refresh()).toBe(true);
  expect(findPartner('loud harbour', other.current()).sure).not.toBeNull();
});

test('looks that come together leave the newest names', async () => {
  const other = await readNames(db.store);
  await of.say('minh', 'thêm tổ chức Amber Ridge Network, quốc tịch Áo, làm giáo dục');
  const first = other.refresh();
  await of.press('minh', 'Thêm vào sổ');
  await Promise.all([first, other.changed(new Set(['need'])), other.changed(new Set(['partner'])), other.refresh()]);
  expect(findPartner('amber ridge', other.current()).sure).not.toBeNull();
});

test('what has no names reads nothing again', async () => {
  const other = await readNames(db.store);
  const before = other.current();
  await db.store.aside((sql) => sql`update partner set row_version = row_version + 1`);
  await other.changed(new Set(['need', 'round']));
  expect(other.current()).toBe(before);
});
