import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownAccount } from '../../../src/chat/messaging/account.ts';
import { bulkSlot } from '../../../src/chat/messaging/bulk.ts';
import { type TestStore, testStore } from '../../support/store.ts';

const now = Temporal.Instant.from('2026-11-23T07:00:00Z');
let made: TestStore;
beforeAll(async () => {
  made = await testStore();
});
afterAll(() => made?.close());

const slots = async (account: Awaited<ReturnType<typeof ownAccount>>, count: number, at = now) => {
  const given = await Promise.all(Array.from({ length: count }, () => bulkSlot(made.store, account, 25, at)));
  return given.map((slot) => slot.since(at).total('milliseconds')).sort((a, b) => a - b);
};

test('all who ask share one row of slots: a few at once, then 25 a second', async () => {
  const account = await ownAccount(made.store, 'telegram', 'bulk', now);
  const given = await slots(account, 100);
  expect(given.filter((ms) => ms <= 0)).toHaveLength(7);
  for (let i = 1; i < given.length; i++) expect(given[i]! - given[i - 1]!).toBe(40);
});

test('a process whose clock is far ahead holds nobody up', async () => {
  const account = await ownAccount(made.store, 'telegram', 'ahead', now);
  await slots(account, 3, now.add({ hours: 5 }));
  expect((await slots(account, 1))[0]).toBeLessThanOrEqual(0);
});
