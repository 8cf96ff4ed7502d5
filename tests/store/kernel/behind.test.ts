import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { drained } from '../../support/drained.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { sampleSlice } from '../../support/sample-form.ts';
import { type TestStore, testStore } from '../../support/store.ts';

// Under load a unit begins while the last one is being committed, on the same connection (PostgreSQL). Whatever becomes of the
// first must not touch the second: no rollback of the one may fall into the transaction of the other.

const sample = sampleSlice();
const numbers: Slice = {
  ...sample,
  name: 'numbers',
  flows: [
    ...sample.flows!,
    {
      name: 'number',
      intents: ['number'],
      command: 'number',
      may: () => true,
      async run(turn) {
        await turn.raw`insert into series (name, last) values ('behind', 1) on conflict (name) do update set last = series.last + 1`;
        turn.audit({ action: 'sample.numbered', on: { kind: 'sample', id: 'one' } });
        turn.reply({ text: ['đã cấp số'] });
      },
    },
  ],
};

let of: TestStore;
let k: TestKernel;
/** Settles an event as another process would, at the worst moment: after the unit has looked, before it writes. */
let steal: (() => Promise<void>) | null = null;
beforeAll(async () => {
  of = await testStore();
  k = await testKernel(of.store, [numbers], {
    ports: {
      gate: async () => {
        const now = steal;
        steal = null;
        await now?.();
        return 'pass' as const;
      },
    },
  });
});
afterAll(async () => {
  await k.stop();
  await of.close();
});

const last = async () =>
  (await of.store.aside((sql) => sql<{ last: number }[]>`select last from series where name = 'behind'`))[0]?.last ?? 0;

const events = (round: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: `${round}-${i}`,
    chat: { account: k.account, chat: `${round} ${i}`, kind: 'private' as const },
    from: { external: `${round} ${i}` },
    sentAt: k.clock.now(),
    input: { kind: 'text' as const, text: '/number' },
  }));

it('sixty at once: each draws one number and is answered once', async () => {
  const ends = await k.kernel.intake.settle(events('calm', 60));
  await drained(k.kernel);
  expect(ends).toEqual(Array(60).fill('done'));
  expect(await last()).toBe(60);
  expect(k.channel.sent).toHaveLength(60);
});

it.runIf(process.env['STORE'] === 'postgres')(
  'a unit that fails as it commits is undone alone, and its messages are worked on again',
  async () => {
    const before = await last();
    steal = async () => {
      await of.store.aside(
        (sql) => sql`insert into inbox (account_id, key, at, state, attempts)
          values (${k.account}, 'torn-3', ${k.clock.now().toString()}, 'done', 1)`,
      );
    };
    const ends = await k.kernel.intake.settle(events('torn', 60));
    await drained(k.kernel);
    expect(steal).toBeNull();
    expect(k.log.filter(({ what }) => what.startsWith('a unit failed'))).toHaveLength(1);
    expect(ends.map((end, at) => (at === 3 ? end === 'duplicate' : end === 'done'))).toEqual(Array(60).fill(true));
    expect(await last()).toBe(before + 59);
    expect(k.channel.sent.filter((s) => s.chat.startsWith('torn'))).toHaveLength(59);
    const [chain] = await of.store.aside(
      (sql) =>
        sql<{ rows: number; last: number }[]>`select count(*)::int as rows, max(seq)::int as last from audit_event`,
    );
    expect(chain).toEqual({ rows: before + 59, last: before + 59 });
  },
);
