import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { guest } from '../../../src/base/access/access.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import type { Button } from '../../../src/chat/messaging/types.ts';
import { drained } from '../../support/drained.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let acknowledged: string[] = [];
const slice: Slice = {
  name: 'test',
  actions: [
    {
      name: 'test.ack',
      run: (turn, args) => {
        acknowledged.push(String(args));
        turn.reply({ text: ['đã ghi'] });
      },
    },
  ],
  notices: { reminder: () => ({ text: ['hạn gửi là thứ Sáu'] }) },
};

let of: TestStore;
let test_: TestKernel;
let person: Id<'person'>;

beforeAll(async () => {
  of = await testStore();
  test_ = await testKernel(of.store, [slice]);
  person = newId<'person'>(test_.clock.now().epochMilliseconds);
  const actor = { ...guest, person, name: 'Thào A Sếnh', consent: 'given' as const };
  test_.people.set('a', actor);
  await test_.say('a', 'alo');
  await of.store.aside((sql) => sql`update dialogue set person_id = ${person}, version = version + 1`);
});
afterAll(async () => {
  await test_?.stop();
  await of?.close();
});

const button: Button = { label: 'Đã nhận', call: { action: 'test.ack', args: 'r1' } };

/** A reminder arrives. */
async function reminded(buttons: readonly Button[] = [button]): Promise<string> {
  await test_.kernel.write({ actor: guest, via: { channel: 'cli', request: 'test' } }, async (work) => {
    work.notify(person, {
      template: 'reminder',
      values: {},
      topic: 'round',
      ifUnknown: 'resend',
      ...(buttons.length > 0 ? { buttons: [buttons] } : {}),
    });
  });
  await test_.kernel.runDue();
  await drained(test_.kernel);
  return test_.channel.sent.at(-1)!.what.id;
}

beforeEach(() => {
  acknowledged = [];
});

test.each(['vâng', 'rõ', 'vâng ạ', '👍', 'ok', 'đã nhận', 'da ro', 'dạ em nhận được rồi ạ'])(
  '%s after a reminder is its button',
  async (text) => {
    await reminded();
    expect(await test_.say('a', text)).toEqual(['đã ghi']);
    expect(acknowledged).toEqual(['r1']);
  },
);

test('👍 on the reminder itself is, and on anything else wants nothing', async () => {
  const message = await reminded();
  await test_.event('a', { kind: 'reaction', message, sign: '👍' });
  expect(acknowledged).toEqual(['r1']);
  const reply = test_.channel.sent.at(-1)!.what.id;
  await test_.event('a', { kind: 'reaction', message: reply, sign: '👍' });
  await test_.event('a', { kind: 'reaction', message, sign: '😡' });
  expect(acknowledged).toEqual(['r1']);
});

test('somebody else’s chat acknowledges nothing by it', async () => {
  const message = await reminded();
  await test_.event('b', { kind: 'reaction', message, sign: '👍' });
  expect(acknowledged).toEqual([]);
});

test('a reminder that wants no answer is thanked for; after anything else nothing waits', async () => {
  await reminded([]);
  expect((await test_.say('a', 'vâng')).join()).toContain('không cần trả lời thêm');
  expect((await test_.say('a', 'vâng')).join()).toContain('hiện không có việc nào đang chờ');
  expect(acknowledged).toEqual([]);
});
