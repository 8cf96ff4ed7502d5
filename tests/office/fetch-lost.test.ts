import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '../../src/base/ids.ts';
import type { Channel, Inbound } from '../../src/chat/messaging/types.ts';
import { attachments } from '../../src/office/attachments/fetch.ts';
import { fakeClock } from '../support/clock.ts';
import { type TestStore, testStore } from '../support/store.ts';

let db: TestStore;
beforeAll(async () => {
  db = await testStore();
});
afterAll(() => db.close());

test('a file that can’t be fetched is tried again in silence; after the last try its sender is told, and the operator sees it', async () => {
  const clock = fakeClock();
  const settled: Inbound[] = [];
  const slice = attachments({
    store: db.store,
    clock,
    channel: () =>
      ({
        // biome-ignore lint/correctness/useYield: nothing ever comes
        async *fetch() {
          throw new Error('the platform is away');
        },
      }) as unknown as Channel,
    intake: () => ({ settle: async (events: readonly Inbound[]) => void settled.push(...events) }) as never,
  });
  const [task] = slice.tasks!;
  const args = {
    key: 'k1',
    account: '00000000-0000-7000-8000-000000000001' as Id<'account'>,
    chat: 'c',
    from: 'c',
    by: null,
    sentAt: clock.now().toString(),
    files: [{ ref: 'f', name: 'to-trinh.pdf' }],
  };
  const of = { now: clock.now(), stop: new AbortController().signal, read: null as never, write: null as never };
  await expect(task!.run(args, { ...of, last: false })).rejects.toThrow('away');
  expect(settled).toEqual([]);
  await expect(task!.run(args, { ...of, last: true })).rejects.toThrow('away');
  expect(settled).toMatchObject([
    { input: { kind: 'signal', name: 'file.refused', data: { vi: expect.stringContaining('gửi lại tệp') } } },
  ]);
});
