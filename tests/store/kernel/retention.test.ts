import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetMessages, forgetTraces, messageDays } from '../../../src/chat/messaging/retention.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let store: TestStore;
let o: TestOffice;
beforeAll(async () => {
  store = await testStore();
  o = await testOffice(store.store);
  await o.seat('senh', o.demo.senh.id);
  await o.seat('minh', o.demo.minh.id);
});
afterAll(async () => {
  await o.stop();
  await store.close();
});

const count = async (table: string) =>
  Number((await store.store.aside((sql) => sql`select count(*)::int as n from ${sql(table)}`))[0]!['n']);
const cutoff = () => o.clock.now().subtract({ hours: 24 * messageDays });
const forget = (most = 500) => store.store.aside((sql) => forgetMessages(sql, cutoff(), most));

test('what people wrote goes after 90 days, a few at a time; the open question and the draft stay usable', async () => {
  await o.say('minh', 'hạn nộp');
  await o.say('minh', 'menu');
  await o.say('senh', 'xã tôi cần nước sạch cho ba bản, 120 hộ, tổng 800 triệu, xin 700 triệu');
  const asked = o.read('senh').at(-1)!;
  const all = await count('message');

  await o.later({ hours: 24 * 89 });
  expect(await forget()).toBe(0);
  await o.later({ hours: 49 });
  expect(await forget(3)).toBe(3);
  let gone = 3;
  for (let n = 1; n > 0; gone += n) n = await forget(3);
  const left = await store.store.aside((sql) => sql<{ content: object }[]>`select content from message`);
  // The open question of each dialogue is all that stays.
  expect(gone + left.length).toBe(all);
  expect(JSON.stringify(left)).toContain('Bỏ bản nháp');
  expect(left.length).toBeLessThanOrEqual(2);
  expect(await count('delivery')).toBe(left.length);

  // The person comes back after three months and answers by the button that was there.
  expect(asked).toContain('BẢN NHÁP');
  await o.press('senh', 'Để sau – đã lưu');
  expect(o.read('senh').at(-1)).toContain('đã lưu, chưa gửi');
  await o.say('senh', 'tiếp tục');
  expect(o.read('senh').at(-1)).toContain('Mục tiêu của dự án là gì');
});

test('so do ended notices, settled events and what was typed and put aside; what waits stays', async () => {
  await o.kernel.write({ actor: o.demo.minh.actor, via: { channel: 'task', request: 't' } }, async (work) => {
    const say = {
      template: 'need.alarm',
      values: { unit: 'x', text: 'y', by: 'z' },
      topic: 't',
      ifUnknown: 'resend' as const,
    };
    work.notify(o.demo.senh.id, say);
    work.notify(o.demo.senh.id, say, { notBefore: o.clock.now().add({ hours: 24 * 200 }) });
  });
  await o.later({ seconds: 2 });
  await store.store.aside((sql) => sql`update dialogue set kept = 'Thào A Sếnh, 0912 000 111', version = version + 1`);
  expect(await count('notice')).toBe(2);
  await o.later({ hours: 24 * 91 });
  await store.store.aside((sql) => forgetTraces(sql, cutoff(), 500));
  expect(await count('notice')).toBe(1);
  expect(await store.store.aside((sql) => sql`select 1 from dialogue where kept is not null`)).toEqual([]);
  expect(await count('inbox')).toBe(0);
  expect(await count('need')).toBe(0);
  expect(await count('draft')).toBeGreaterThan(0);
});
