import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterRun } from '../../../src/base/runs/runs.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { fakeClock } from '../../support/clock.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type TestStore, testStore } from '../../support/store.ts';

/** Says whether its own attempt was counted before it ran, as after a crash. */
const slice: Slice = {
  name: 'test',
  flows: [
    {
      name: 'how',
      intents: ['how'],
      command: 'how',
      may: () => true,
      async run(turn) {
        const [row] = await turn.raw<{ n: number }[]>`select count(*)::int as n from inbox where state = 'running'`;
        turn.reply({ text: [row!.n > 0 ? 'counted' : 'as always'] });
      },
    },
  ],
};

let own: TestStore;
let k: TestKernel;
beforeAll(async () => {
  own = await testStore();
  const clock = fakeClock();
  const runs = await enterRun(own.store, clock);
  k = await testKernel(own.store, [slice], { clock, runs: { ...runs, afterCrash: true } });
});
afterAll(() => own.close());

it('after an unclean stop messages run one by one while old ones come in, and not for ever because new ones do', async () => {
  const { clock } = k;
  const before = clock.now().subtract({ seconds: 30 });
  const how = async (chat: string, sentAt = clock.now()) => {
    await k.event(chat, { kind: 'text', text: '/how' }, { sentAt });
    return k.channel.sent.at(-1)!.what.say.text.join('');
  };
  expect(await how('a')).toBe('counted');
  clock.advance({ seconds: 18 });
  expect(await how('b', before)).toBe('counted');
  clock.advance({ seconds: 4 });
  // Handed in again late: five seconds more are waited for others like it.
  expect(await how('c')).toBe('counted');
  clock.advance({ seconds: 2 });
  expect(await how('d')).toBe('as always');
});
