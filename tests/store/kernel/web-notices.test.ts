import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { guest } from '../../../src/base/access/access.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import { enterRun } from '../../../src/base/runs/runs.ts';
import { presence } from '../../../src/chat/channels/web/presence.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { ownAccount } from '../../../src/chat/messaging/account.ts';
import type { Notice } from '../../../src/chat/work.ts';
import { drained } from '../../support/drained.ts';
import { type RecordingChannel, recordingChannel, type TestKernel, testKernel } from '../../support/kernel.ts';
import { type TestStore, testStore } from '../../support/store.ts';

const slice: Slice = {
  name: 'test',
  flows: [
    { name: 'say', intents: ['say'], command: 'say', may: () => true, run: (turn) => turn.reply({ text: ['chào'] }) },
  ],
  notices: { hello: () => ({ text: ['tin'] }) },
};
const notice: Notice = { template: 'hello', values: 1, topic: 'test', ifUnknown: 'resend' };

let of: TestStore;
let k: TestKernel;
let web: Id<'account'>;
let page: RecordingChannel;
const open = new Set<string>();
let undelivered: { person: string; why: string }[] = [];

beforeAll(async () => {
  of = await testStore();
  page = { ...recordingChannel(), name: 'web', open: ({ chat }) => open.has(chat) };
  let phone: RecordingChannel;
  k = await testKernel(of.store, [slice], {
    channel: (account) => (account === web ? page : phone),
    ports: { undelivered: async (_, { person, why }) => void undelivered.push({ person, why }) },
  });
  phone = k.channel;
  web = await ownAccount(of.store, 'web', 'web', k.clock.now());
});
afterAll(async () => {
  await k.stop();
  await of.close();
});
beforeEach(() => {
  open.clear();
  page.sent.length = 0;
  k.channel.sent.length = 0;
  undelivered = [];
});

let number = 0;
/** Somebody linked in the web chat, and on a phone where asked. */
async function person(also?: 'phone'): Promise<{ id: Id<'person'>; chat: string }> {
  const id = newId<'person'>(k.clock.now().epochMilliseconds);
  number += 1;
  const chat = `w${number}`;
  await k.event(chat, { kind: 'text', text: '/say' }, { chat: { account: web, chat, kind: 'private' } });
  await of.store.aside(
    (sql) => sql`
      update dialogue set version = version + 1, person_id = ${id} where id = (select dialogue_id from chat where external = ${chat})`,
  );
  if (also) {
    await k.event(`p${number}`, { kind: 'text', text: '/say' });
    await of.store.aside(
      (sql) => sql`
        update chat set dialogue_id = (select id from dialogue where person_id = ${id}) where external = ${`p${number}`}`,
    );
  }
  page.sent.length = 0;
  k.channel.sent.length = 0;
  return { id, chat };
}

async function due(): Promise<void> {
  await k.kernel.runDue();
  await drained(k.kernel);
}
async function tell(to: Id<'person'>, what: Notice = notice): Promise<void> {
  await k.kernel.write({ actor: guest, via: { channel: 'task', request: 'test' } }, async (work) =>
    work.notify(to, what),
  );
  await due();
}
const hours = async (count: number) => {
  k.clock.advance({ hours: count });
  await due();
};

describe('a notice for somebody who has nothing but the web chat', () => {
  it('becomes a duty to phone when it lies unread for a day, once', async () => {
    const { id } = await person();
    await tell(id);
    expect(page.sent).toHaveLength(1);
    await hours(23);
    expect(undelivered).toEqual([]);
    await hours(2);
    await hours(30);
    expect(undelivered).toEqual([{ person: id, why: 'unread' }]);
  });

  it('becomes one after four hours where it is urgent', async () => {
    const { id } = await person();
    await tell(id, { ...notice, urgent: true });
    await hours(3);
    expect(undelivered).toEqual([]);
    await hours(2);
    expect(undelivered).toEqual([{ person: id, why: 'unread' }]);
  });

  it('is nobody’s concern once it was read', async () => {
    const { id } = await person();
    await tell(id);
    const ref = page.sent[0]!.what.id;
    await k.kernel.intake.receipts([{ account: web, ref, state: 'read', at: k.clock.now() }]);
    await hours(48);
    expect(undelivered).toEqual([]);
    const [row] = await of.store.aside((sql) => sql`select state, read_by from notice where person_id = ${id}`);
    expect(row).toMatchObject({ state: 'sent', read_by: null });
  });
});

describe('a notice for somebody who has a phone too', () => {
  it('goes to the phone, to the page only while one is open, and is never waited for', async () => {
    const { id, chat } = await person('phone');
    await tell(id);
    expect([page.sent.length, k.channel.sent.length]).toEqual([0, 1]);
    open.add(chat);
    await tell(id);
    expect([page.sent.length, k.channel.sent.length]).toEqual([1, 1]);
    await hours(48);
    expect(undelivered).toEqual([]);
  });

  it('that fails goes to the web chat, and there it is waited for', async () => {
    const { id } = await person('phone');
    k.channel.outcome = () => ({ end: 'failed', why: 'refused' });
    await tell(id);
    await due();
    expect([page.sent.length, k.channel.sent.length]).toEqual([1, 1]);
    k.channel.outcome = (_, what) => ({ end: 'sent', ref: what.id });
    await hours(25);
    expect(undelivered).toEqual([{ person: id, why: 'unread' }]);
  });

  it('finds a page that is open at another process, as long as that process lives and the page is open', async () => {
    const { id, chat } = await person('phone');
    const other = await enterRun(of.store, k.clock);
    const there = presence({ store: of.store, account: web, runs: other });
    await there.keep(['somebody', chat]);
    await tell(id);
    // The embedded database has one owner: whatever another run left there is from before.
    const alive = of.store.kind === 'postgres' ? 1 : 0;
    expect([page.sent.length, k.channel.sent.length]).toEqual([alive, 1 - alive]);
    await there.keep(['somebody']);
    await tell(id);
    expect([page.sent.length, k.channel.sent.length]).toEqual([alive, 2 - alive]);
    await there.keep([chat]);
    await other.stop();
    await tell(id);
    expect([page.sent.length, k.channel.sent.length]).toEqual([alive, 3 - alive]);
    // What it left is swept away by the next process that writes.
    const third = await enterRun(of.store, k.clock);
    await presence({ store: of.store, account: web, runs: third }).keep(['another']);
    const rows = await of.store.aside((sql) => sql<{ external: string }[]>`select external from open_chat`);
    expect(rows.map(({ external }) => external)).toEqual(['another']);
    await third.stop();
  });
});
