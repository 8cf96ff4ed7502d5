import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Id, newId } from '../../../src/base/ids.ts';
import { chatKey, load } from '../../../src/chat/dialogue/unit/load.ts';
import { Memory, type Remembered } from '../../../src/chat/dialogue/unit/memory.ts';
import type { Inbound } from '../../../src/chat/messaging/types.ts';
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

it('an answer that another hand gave on the same draft meanwhile: none is lost', async () => {
  const { id } = office.demo.senh;
  await office.seat('senh 2', id);
  await office.say('senh 2', '/nhucau');
  await office.say('senh 2', 'Cấp nước sinh hoạt cho bản Nà Tân');
  await own.store.aside(
    (
      sql,
    ) => sql`update draft set answers = (answers::jsonb || '{"title":"Trường mầm non bản Nà Tân"}')::json, version = version + 1
      where by_id = ${id} and state = 'open'`,
  );
  await office.say('senh 2', 'nước sạch và vệ sinh');
  const [draft] = await own.store.aside(
    (sql) => sql<{ answers: object }[]>`select answers from draft where by_id = ${id} and state = 'open'`,
  );
  expect(draft!.answers).toMatchObject({ title: 'Trường mầm non bản Nà Tân', field: 'water_sanitation' });
});

it('an event that comes again after a restart of its platform is known, though its chat is remembered', async () => {
  await office.seat('ha 3', office.demo.ha.id);
  await office.say('ha 3', '/toi');
  const again = { key: 'again' };
  const said = () => office.channel.sent.filter((s) => s.chat === 'ha 3').length;
  expect(await office.event('ha 3', { kind: 'text', text: '/toi' }, again)).toBe('done');
  const before = said();
  expect(await office.event('ha 3', { kind: 'text', text: '/toi' }, again)).toBe('duplicate');
  expect(said()).toBe(before);
});

it('a chat that is pushed out of the memory while its version is asked keeps its state', async () => {
  await office.say('tight', '/toi');
  const [row] = await own.store.aside(
    (sql) => sql<{ chat: Id<'chat'>; dialogue: Id<'dialogue'>; version: number }[]>`
      select c.id as chat, d.id as dialogue, d.version from chat c join dialogue d on d.id = c.dialogue_id where c.external = 'tight'`,
  );
  const of = { account: office.account, chat: 'tight' };
  const memory = new Memory(1);
  const state: Remembered = {
    chat: { id: row!.chat, dialogue: row!.dialogue, channel: 'telegram', unreachable: false },
    dialogue: {
      id: row!.dialogue,
      person: null,
      lang: 'vi',
      open: null,
      suspended: null,
      question: null,
      kept: 'only in the memory',
      shown: null,
      version: row!.version,
    },
    draft: null,
    sender: null,
  };
  memory.keep(chatKey(of), state);
  const now = office.clock.now();
  const event: Inbound = {
    key: 'tight-2',
    chat: { ...of, kind: 'private' },
    from: { external: 'tight' },
    sentAt: now,
    input: { kind: 'text', text: 'x' },
  };
  const loaded = await own.store.aside((sql) => {
    const loading = load(sql, [event], now, { identify: async () => [] }, new Set([chatKey(of)]), memory);
    memory.keep('another', state);
    return loading;
  });
  expect(loaded.dialogues.get(row!.dialogue)!.kept).toBe('only in the memory');
});
