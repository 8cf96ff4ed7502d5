import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/base/database/store.ts';
import type { Id } from '../../../src/base/ids.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { sampleSlice } from '../../support/sample-form.ts';
import { type TestStore, testStore } from '../../support/store.ts';

// What one process sees of another between its look and its write must undo the whole transaction. The commit is sent behind the
// flush without waiting for it, so only an error of the statement itself does that: a count that is compared here comes too late.

/** How long each answer takes to be read, so that others come in between. */
const slow = { ms: 0 };
const sample = sampleSlice();
const waiting: Slice = {
  ...sample,
  name: 'waiting',
  flows: [
    ...sample.flows!,
    {
      name: 'join',
      intents: ['join'],
      command: 'join',
      may: () => true,
      run: (turn, ask) => turn.open('sample', { draft: ask.text.slice(6) as Id<'draft'> }),
    },
    {
      name: 'number',
      intents: ['number'],
      command: 'number',
      may: () => true,
      async run(turn) {
        await turn.raw`insert into series (name, last) values ('race', 1) on conflict (name) do update set last = series.last + 1`;
        turn.reply({ text: ['đã cấp số'] });
      },
    },
  ],
};

let of: TestStore;
let k: TestKernel;
const ports = {
  // The last thing before routing: here the draft has been read and nothing is written yet.
  gate: async () => {
    if (slow.ms > 0) await new Promise((resolve) => setTimeout(resolve, slow.ms));
    return 'pass' as const;
  },
};
beforeAll(async () => {
  of = await testStore();
  k = await testKernel(of.store, [waiting], { ports });
});
afterAll(async () => {
  await k.stop();
  await of.close();
});

const drafts = () =>
  of.store.aside(
    (sql) =>
      sql<{ id: string; answers: Record<string, string> }[]>`select id, answers from draft order by created_at, id`,
  );

async function bothInOneDraft(one: TestKernel, first: string, other: TestKernel, second: string): Promise<string> {
  await one.say(first, '/form');
  const { id } = (await drafts()).at(-1)!;
  await other.say(second, `/join ${id}`);
  return id;
}

describe('two people who work on one draft', () => {
  it('at the same moment in one process: both answers are taken, one after the other', async () => {
    const id = await bothInOneDraft(k, 'a', k, 'b');
    const ends = await Promise.all([
      k.event('a', { kind: 'text', text: 'Nước sạch Co Mạ' }),
      k.event('b', { kind: 'text', text: 'Trường học Co Mạ' }),
    ]);
    expect(ends).toEqual(['done', 'done']);
    const row = (await drafts()).find((d) => d.id === id)!;
    expect(['Nước sạch Co Mạ', 'Trường học Co Mạ']).toContain(row.answers['title']);
    expect(k.log.filter((line) => line.level === 'error')).toEqual([]);
  });

  it.runIf(process.env['STORE'] === 'postgres')(
    'at the same moment in two processes: the later one runs again on what the earlier one left',
    async () => {
      const store = await openStore(of.options, k.clock.now());
      const other = await testKernel(store, [waiting], { ports });
      const id = await bothInOneDraft(k, 'c', other, 'd');
      await k.say('c', 'Nước sạch Co Mạ');
      slow.ms = 60;
      const ends = await Promise.all([
        k.event('c', { kind: 'text', text: 'đỏ' }),
        other.event('d', { kind: 'text', text: 'Trường học Co Mạ' }),
      ]);
      slow.ms = 0;
      expect(ends).toEqual(['done', 'done']);
      // Each answered another question: neither answer is lost under the other.
      const row = (await drafts()).find((d) => d.id === id)!;
      expect(row.answers).toMatchObject({ title: 'Trường học Co Mạ', colour: 'đỏ' });
      expect([...k.log, ...other.log].filter((line) => line.level === 'error')).toEqual([]);
      await other.stop();
      await store.close();
    },
  );
});

describe.runIf(process.env['STORE'] === 'postgres')('one event that two processes are given at the same moment', () => {
  it('draws one number and is answered once, however long its handler takes', async () => {
    const store = await openStore(of.options, k.clock.now());
    const other = await testKernel(store, [waiting], { ports });
    await k.say('e', '/number');
    slow.ms = 60;
    const ends = await Promise.all(
      [k, other].map((one) => one.event('e', { kind: 'text', text: '/number' }, { key: 'one-event' })),
    );
    slow.ms = 0;
    expect(ends.sort()).toEqual(['done', 'duplicate']);
    const [row] = await of.store.aside((sql) => sql<{ last: number }[]>`select last from series where name = 'race'`);
    expect(row!.last).toBe(2);
    const [said] = await of.store.aside(
      (sql) => sql<{ n: number }[]>`
        select count(*)::int as n from message m join chat c on c.id = m.chat_id where c.external = 'e' and m.direction = 'out'`,
    );
    expect(said!.n).toBe(2);
    await other.stop();
    await store.close();
  });
});
