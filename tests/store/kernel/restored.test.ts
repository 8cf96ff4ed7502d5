import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type TestStore, testStore } from '../../support/store.ts';

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
  ],
};

let of: TestStore;
let k: TestKernel;
beforeAll(async () => {
  of = await testStore();
  k = await testKernel(of.store, [slice]);
});
afterAll(async () => {
  await k.stop();
  await of.close();
});

it('a chat that a restored database has forgotten is made anew by its next message', async () => {
  expect(await k.say('a', '/say một')).toEqual(['một']);
  expect(await k.say('b', '/say một')).toEqual(['một']);
  await of.store.aside(async (sql) => {
    await sql`delete from dialogue where id = (select dialogue_id from chat where external = 'a')`;
    await sql`delete from chat where external = 'a'`;
  });
  const [gone, other] = await Promise.all([k.say('a', '/say hai'), k.say('b', '/say hai')]);
  expect(gone).toEqual(['hai']);
  expect(other).toEqual(['hai']);
  expect(k.log.filter((line) => line.level === 'error')).toEqual([]);
});
