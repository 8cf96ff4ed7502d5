import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sql } from '../../../src/base/database/client.ts';
import type { Store } from '../../../src/base/database/store.ts';
import { newId } from '../../../src/base/ids.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { Marks } from '../../../src/chat/messaging/marks.ts';
import { fakeClock } from '../../support/clock.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type TestStore, testStore } from '../../support/store.ts';

// The database goes away between a commit and the end of its sends.

const slice: Slice = {
  name: 'test',
  flows: [
    {
      name: 'page',
      intents: ['page'],
      command: 'page',
      may: () => true,
      run: (turn) => turn.reply({ text: ['trang'], slot: 'page' }),
    },
  ],
};

/** The store, but the next statements beside the units that hold these words fail as when the connection is gone. */
function failing(store: Store, on: { words: string; times: number }): Store {
  const without = (sql: Sql): Sql =>
    new Proxy(sql, {
      apply(target, self, parameters: [TemplateStringsArray, ...unknown[]]) {
        if (on.times > 0 && parameters[0].join('').includes(on.words)) {
          on.times -= 1;
          throw Object.assign(new Error('the connection was closed'), { code: 'CONNECTION_CLOSED' });
        }
        return Reflect.apply(target as never, self, parameters);
      },
    });
  return { ...store, aside: (work) => store.aside((sql) => work(without(sql))) };
}

let of: TestStore;
let k: TestKernel;
const on = { words: 'select m.slot', times: 0 };
beforeAll(async () => {
  of = await testStore();
  k = await testKernel(failing(of.store, on), [slice]);
});
afterAll(async () => {
  await k.stop();
  await of.close();
});

it('what a slot replaces cannot be read: the reply is sent all the same', async () => {
  await k.say('a', '/page');
  on.times = 1;
  const said = k.say('a', '/page');
  for (let i = 0; i < 20; i++) {
    k.clock.advance({ seconds: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await said).toEqual(['trang']);
  const rows = await of.store.aside((sql) => sql<{ state: string }[]>`select state from delivery`);
  expect(rows.map((row) => row.state)).toEqual(['sent', 'sent']);
});

it('a doubt and the end that follows it are written together: both count', async () => {
  const clock = fakeClock();
  const at = clock.now();
  const id = newId<'message'>(at.epochMilliseconds);
  await of.store.aside(
    (sql) =>
      sql`insert into delivery (message_id, chat_id, state, holder, attempts) values (${id}, ${id}, 'sending', ${id}, 1)`,
  );
  const marks = new Marks(of.store, clock, async () => {});
  marks.add({ message: id, state: 'sending', why: 'answer_lost', at, unknown: true });
  marks.add({ message: id, state: 'sending', why: 'answer_lost', at, unknown: true });
  marks.add({ message: id, state: 'sent', ref: 'x', at });
  await marks.drained(2_000);
  const [row] = await of.store.aside(
    (sql) => sql`select state, ref, unknowns, attempts from delivery where message_id = ${id}`,
  );
  expect({ ...row }).toEqual({ state: 'sent', ref: 'x', unknowns: 2, attempts: 3 });
});
