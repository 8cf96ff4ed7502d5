import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../src/base/ids.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

/** Who writes is remembered with the dialogue; whatever changes it must count from the very next message on. */
let own: TestStore;
let office: TestOffice;
beforeAll(async () => {
  own = await testStore();
  office = await testOffice(own.store);
});
afterAll(() => own.close());

const roles = async (chat: string) => (await office.say(chat, '/toi')).join('\n');

it('a name that is corrected by another hand', async () => {
  const { id } = office.demo.ha;
  await office.link('ha', id);
  expect(await roles('ha')).toContain('Nguyễn Thị Thu Hà');
  await own.store.aside((sql) => sql`update person set full_name = 'Nguyễn Thị Hải Hà' where id = ${id}`);
  expect(await roles('ha')).toContain('Nguyễn Thị Hải Hà');
});

it('a grant that is added, one that ends at a time, one that begins at a time', async () => {
  const { id } = office.demo.minh;
  await office.link('minh', id);
  expect(await roles('minh')).not.toContain('quản trị');
  const { clock } = office;
  const grant = (from: Temporal.Instant, to: Temporal.Instant | null, role: string) =>
    own.store.aside(
      (sql) => sql`insert into role_grant (id, person_id, role, valid_from, valid_to, created_at)
        values (${newId(clock.now().epochMilliseconds)}, ${id}, ${role}, ${from.toString()}, ${to?.toString() ?? null}, ${clock.now().toString()})`,
    );
  await grant(clock.now(), clock.now().add({ hours: 1 }), 'admin');
  await grant(clock.now().add({ hours: 2 }), null, 'director');
  expect(await roles('minh')).toContain('quản trị');
  clock.advance({ minutes: 61 });
  expect(await roles('minh')).not.toContain('quản trị');
  expect(await roles('minh')).not.toContain('lãnh đạo Sở');
  clock.advance({ minutes: 60 });
  expect(await roles('minh')).toContain('lãnh đạo Sở');
});

it('an account that is taken from its person', async () => {
  const { id } = office.demo.senh;
  await office.link('senh', id);
  expect(await roles('senh')).toContain('Thào A Sếnh');
  await own.store.aside((sql) => sql`update identity set status = 'unlinked' where external = 'senh'`);
  expect(await roles('senh')).not.toContain('Thào A Sếnh');
});

it('consent that is withdrawn', async () => {
  const { id } = office.demo.ha;
  await office.link('ha 2', id);
  expect(await roles('ha 2')).toContain('– chuyên viên');
  await own.store.aside(
    (sql) => sql`update consent set withdrawn_at = ${office.clock.now().toString()} where person_id = ${id}`,
  );
  expect(await roles('ha 2')).not.toContain('– chuyên viên');
});
