import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/base/database/store.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type TestStore, testStore } from '../../support/store.ts';

const postgres = process.env['STORE'] === 'postgres';

/** Locks two rows in the order given, with a pause between: two of these in opposite order block each other. */
const slice: Slice = {
  name: 'test',
  flows: [
    {
      name: 'say',
      intents: ['say'],
      command: 'say',
      may: () => true,
      run: (turn, ask) => turn.reply({ text: [ask.text.slice(5)] }),
    },
    {
      name: 'lock',
      intents: ['lock'],
      command: 'lock',
      may: () => true,
      async run(turn, ask) {
        const [, first, second] = ask.text.split(' ');
        await turn.raw`update series set last = last + 1 where name = ${first!}`;
        await new Promise((resolve) => setTimeout(resolve, 100));
        await turn.raw`update series set last = last + 1 where name = ${second!}`;
        turn.reply({ text: ['khóa xong'] });
      },
    },
    {
      name: 'hang',
      intents: ['hang'],
      command: 'hang',
      may: () => true,
      async run(turn) {
        await turn.raw`with recursive forever as (select 1 as n union all select n + 1 from forever) select count(*) from forever`;
      },
    },
    {
      name: 'broken',
      intents: ['broken'],
      command: 'broken',
      may: () => true,
      async run(turn) {
        await turn.raw`select 1 / ${0}::int`;
      },
    },
  ],
};

let of: TestStore;
let k: TestKernel;
beforeAll(async () => {
  of = await testStore({ statementMs: 300, lockMs: 200 });
  await of.store.aside((sql) => sql`insert into series values ('a', 0), ('b', 0)`);
  k = await testKernel(of.store, [slice], { turnMs: 5_000 });
});
afterAll(async () => {
  await k.stop();
  await of.close();
});

describe('a unit whose statement fails', () => {
  it('parks that message alone and harms no other chat', async () => {
    const others = Promise.all(Array.from({ length: 5 }, (_, i) => k.say(`g${i}`, '/say khỏe')));
    expect(await k.event('bad', { kind: 'text', text: '/broken' })).toBe('parked');
    expect((await others).flat()).toEqual(Array(5).fill('khỏe'));
  });

  it('ends a statement that hangs, parks its message, and goes on', async () => {
    const others = Promise.all(Array.from({ length: 5 }, (_, i) => k.say(`h${i}`, '/say khỏe')));
    expect(await k.event('hang', { kind: 'text', text: '/hang' })).toBe('parked');
    expect((await others).flat()).toEqual(Array(5).fill('khỏe'));
    expect(await k.say('hang', '/say tiếp')).toEqual(['tiếp']);
  }, 60_000);
});

describe.runIf(postgres)('two processes', () => {
  it('that block each other both finish', async () => {
    const store = await openStore(of.options, k.clock.now());
    const other = await testKernel(store, [slice], { turnMs: 5_000 });
    const ends = await Promise.all([
      k.event('l1', { kind: 'text', text: '/lock a b' }),
      other.event('l2', { kind: 'text', text: '/lock b a' }),
      k.event('l3', { kind: 'text', text: '/lock a b' }),
      other.event('l4', { kind: 'text', text: '/lock b a' }),
    ]);
    expect(ends).toEqual(['done', 'done', 'done', 'done']);
    const rows = await of.store.aside((sql) => sql<{ last: number }[]>`select last from series order by name`);
    expect(rows.map((r) => r.last)).toEqual([4, 4]);
    await other.stop();
    await store.close();
  });

  it('that are given the same event settle it once', async () => {
    const store = await openStore(of.options, k.clock.now());
    const other = await testKernel(store, [slice]);
    const ends = await Promise.all(
      [k, other].map((one) => one.event('same', { kind: 'text', text: '/say một lần' }, { key: 'the-same' })),
    );
    expect(ends.sort()).toEqual(['done', 'duplicate']);
    expect([...k.read('same'), ...other.read('same')]).toEqual(['một lần']);
    await other.stop();
    await store.close();
  });

  it('waits while the database is away and loses nothing', async () => {
    const kill = () =>
      of.store
        .aside(
          (sql) =>
            sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'nhip-cau unit' and datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => {});
    const said = Promise.all(Array.from({ length: 40 }, (_, i) => k.say(`w${i}`, `/say ${i}`)));
    for (let i = 0; i < 4; i++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await kill();
    }
    expect((await said).flat()).toEqual(Array.from({ length: 40 }, (_, i) => `${i}`));
  });
});
