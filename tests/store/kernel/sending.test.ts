import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { guest } from '../../../src/base/access/access.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import type { Notice, Work } from '../../../src/chat/work.ts';
import { drained } from '../../support/drained.ts';
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
      run: (turn, ask) => {
        for (const part of ask.text.slice(5).split('|')) turn.reply({ text: [part] });
      },
    },
    {
      name: 'page',
      intents: ['page'],
      command: 'page',
      may: () => true,
      run: (turn) =>
        turn.reply({
          text: ['trang 1'],
          slot: 'page',
          buttons: [[{ label: 'Tiếp', call: { action: 'page.next', args: null } }]],
        }),
    },
  ],
  actions: [
    {
      name: 'page.next',
      run: (turn) =>
        turn.reply({
          text: ['trang 2'],
          slot: 'page',
          buttons: [[{ label: 'Tiếp', call: { action: 'page.next', args: null } }]],
        }),
    },
  ],
  notices: { hello: (values) => ({ text: [`tin ${JSON.stringify(values)}`] }) },
};
const record = { kind: 'need', id: 'n1' };
const notice: Notice = { template: 'hello', values: 1, topic: 'test', ifUnknown: 'resend' };

let of: TestStore;
let k: TestKernel;
let undelivered: { topic: string; why: string }[] = [];
beforeAll(async () => {
  of = await testStore();
  k = await testKernel(of.store, [slice], {
    ports: { undelivered: async (_work, n) => void undelivered.push({ topic: n.topic, why: n.why }) },
  });
});
afterAll(async () => {
  await k.stop();
  await of.close();
});
beforeEach(() => {
  k.channel.outcome = (_, what) => ({ end: 'sent', ref: what.id });
  k.channel.sent.length = 0;
  undelivered = [];
});

/** Links a chat to a person, as linking would. */
async function person(...chats: string[]): Promise<Id<'person'>> {
  const id = newId<'person'>(k.clock.now().epochMilliseconds);
  for (const [at, chat] of chats.entries()) {
    k.clock.advance({ seconds: 1 });
    await k.say(chat, '/say xin chào');
    await of.store.aside((sql) =>
      at === 0
        ? sql`update dialogue set version = version + 1, person_id = ${id} where id = (select dialogue_id from chat where external = ${chat})`
        : sql`update chat set dialogue_id = (select id from dialogue where person_id = ${id}) where external = ${chat}`,
    );
  }
  k.channel.sent.length = 0;
  return id;
}
const write = (change: (work: Work) => void) =>
  k.kernel.write({ actor: guest, via: { channel: 'task', request: 'test' } }, async (work) => change(work));
const due = async () => {
  await k.kernel.runDue();
  await drained(k.kernel);
};
const noticeRow = async (to: Id<'person'>) =>
  (
    await of.store.aside(
      (sql) => sql`select state, why from notice where person_id = ${to} order by created_at desc, id desc limit 1`,
    )
  )[0];
const deliveryRows = (chat: string) =>
  of.store.aside(
    (sql) => sql<{ state: string; unknowns: number; why: string | null }[]>`
      select d.state, d.unknowns, d.why from delivery d join message m on m.id = d.message_id join chat c on c.id = d.chat_id
      where c.external = ${chat} order by m.seq`,
  );

describe('a reply', () => {
  it('comes in order, several in one turn', async () => {
    expect(await k.say('r1', '/say một|hai|ba')).toEqual(['một', 'hai', 'ba']);
  });

  it('is sent again when the answer of the platform was lost, and that is counted', async () => {
    let lost = 1;
    k.channel.outcome = (_, what) =>
      lost-- > 0 ? { end: 'unknown', why: 'answer_lost' } : { end: 'sent', ref: what.id };
    const said = k.say('r2', '/say hai lần');
    await expect.poll(() => k.channel.sent.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    k.clock.advance({ seconds: 2 });
    expect(await said).toEqual(['hai lần', 'hai lần']);
    expect((await deliveryRows('r2')).map((r) => ({ ...r }))).toEqual([{ state: 'sent', unknowns: 1, why: null }]);
  });

  it('waits as long as the platform says, for the whole account, and holds nothing back after', async () => {
    const until = k.clock.now().add({ seconds: 30 });
    let first = true;
    k.channel.outcome = (_, what) => {
      if (!first) return { end: 'sent', ref: what.id };
      first = false;
      return { end: 'wait', until, scope: 'account' };
    };
    const one = k.say('r3', '/say chờ');
    await expect.poll(() => k.channel.sent.length).toBe(1);
    await expect
      .poll(
        async () => (await of.store.aside((sql) => sql`select 1 from account where paused_until is not null`)).length,
      )
      .toBe(1);
    const other = k.say('r4', '/say cũng chờ');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(k.channel.sent.length).toBe(1);
    k.clock.advance({ seconds: 31 });
    expect((await one).at(-1)).toBe('chờ');
    expect(await other).toEqual(['cũng chờ']);
  });

  it('ends as failed with a reason, and the next one is sent', async () => {
    k.channel.outcome = () => ({ end: 'failed', why: 'refused' });
    await k.say('r5', '/say hỏng');
    k.channel.outcome = (_, what) => ({ end: 'sent', ref: what.id });
    expect(await k.say('r5', '/say tốt')).toEqual(['tốt']);
    expect((await deliveryRows('r5')).map((r) => [r.state, r.why])).toEqual([
      ['failed', 'refused'],
      ['sent', null],
    ]);
  });

  it('replaces the last message with the same slot, and only the last', async () => {
    await k.say('r6', '/page 1');
    const first = k.channel.sent.at(-1)!.what.id;
    await k.press('r6', 'Tiếp');
    expect(k.channel.sent.at(-1)).toMatchObject({ replaces: first });
    await k.say('r6', '/say xen giữa');
    await k.press('r6', 'Tiếp');
    expect(k.channel.sent.at(-1)!.replaces).toBeUndefined();
  });
});

describe('a notice', () => {
  it('waits out the undo, and is sent by itself after', async () => {
    const to = await person('n1');
    await write((work) => work.notify(to, notice, { holdFor: record }));
    await due();
    expect(k.read('n1')).toEqual([]);
    k.clock.advance({ seconds: 121 });
    await due();
    expect(k.read('n1')).toEqual(['tin 1']);
    expect(await noticeRow(to)).toMatchObject({ state: 'sent' });
  });

  it('is recalled by the undo', async () => {
    const to = await person('n2');
    await write((work) => work.notify(to, notice, { holdFor: record }));
    await write((work) => work.recall(record));
    k.clock.advance({ seconds: 500 });
    await due();
    expect(k.read('n2')).toEqual([]);
    expect(await noticeRow(to)).toMatchObject({ state: 'cancelled', why: 'undone' });
  });

  it('is released by the next action on the record', async () => {
    const to = await person('n3');
    await write((work) => work.notify(to, notice, { holdFor: record }));
    await write((work) => work.release(record));
    await due();
    expect(k.read('n3')).toEqual(['tin 1']);
  });

  it('goes to the chat where the person wrote last, to the other when that one is blocked, and not again to the blocked one', async () => {
    const to = await person('n4a', 'n4b');
    k.channel.outcome = (chat, what) =>
      chat === 'n4b' ? { end: 'unreachable', why: 'blocked' } : { end: 'sent', ref: what.id };
    await write((work) => work.notify(to, notice));
    await due();
    await due();
    expect(k.channel.sent.map((s) => s.chat)).toEqual(['n4b', 'n4a']);
    await write((work) => work.notify(to, notice));
    await due();
    expect(k.channel.sent.map((s) => s.chat)).toEqual(['n4b', 'n4a', 'n4a']);
    k.channel.outcome = (_, what) => ({ end: 'sent', ref: what.id });
    await k.say('n4b', '/say tôi đây');
    await write((work) => work.notify(to, notice));
    await due();
    expect(k.channel.sent.at(-1)!.chat).toBe('n4b');
  });

  it('that reaches nobody is handed to the office, once', async () => {
    const to = await person('n5');
    k.channel.outcome = () => ({ end: 'unreachable', why: 'blocked' });
    await write((work) => work.notify(to, notice));
    for (let i = 0; i < 3; i++) await due();
    expect(undelivered).toEqual([{ topic: 'test', why: 'all_failed' }]);
    expect(await noticeRow(to)).toMatchObject({ state: 'failed' });
    const nobody = newId<'person'>(k.clock.now().epochMilliseconds);
    await write((work) => work.notify(nobody, notice));
    await due();
    expect(undelivered.at(-1)).toEqual({ topic: 'test', why: 'no_channel' });
  });

  it('that is billed is not sent again when its fate is unknown', async () => {
    const to = await person('n6');
    k.channel.outcome = () => ({ end: 'unknown', why: 'answer_lost' });
    await write((work) => work.notify(to, { ...notice, ifUnknown: 'report' }));
    await due();
    await expect.poll(async () => (await noticeRow(to))?.['state']).toBe('unknown');
    expect(k.channel.sent.length).toBe(1);
    expect(undelivered).toEqual([{ topic: 'test', why: 'answer_lost' }]);
  });
});

describe('what a dead process left', () => {
  const died = async (ifUnknown: 'resend' | 'report' | null, chat: string, to: Id<'person'>) => {
    const at = k.clock.now().toString();
    const run = newId(k.clock.now().epochMilliseconds);
    const id = newId(k.clock.now().epochMilliseconds);
    const n = ifUnknown ? newId(k.clock.now().epochMilliseconds) : null;
    await of.store.aside(async (sql) => {
      await sql`insert into service_run (id, host, pid, started_at, seen_at, stopped_at) values (${run}, 'elsewhere', 1, ${at}, ${at}, ${at})`;
      if (n)
        await sql`insert into notice (id, person_id, template, "values", topic, urgent, if_unknown, state, not_before, tried, created_at)
          values (${n}, ${to}, 'hello', '1'::jsonb, 'test', false, ${ifUnknown}, 'sending', ${at}, '[]'::jsonb, ${at})`;
      await sql`insert into message (id, chat_id, direction, at, content)
        select ${id}, id, 'out', ${at}, ${JSON.stringify({ text: ['dở dang'] })}::jsonb from chat where external = ${chat}`;
      await sql`insert into delivery (message_id, chat_id, notice_id, state, holder, attempts) select ${id}, id, ${n}, 'sending', ${run}, 1 from chat where external = ${chat}`;
    });
  };

  it('is sent again and marked unknown once', async () => {
    const to = await person('o1');
    await died(null, 'o1', to);
    await due();
    expect(k.read('o1')).toEqual(['dở dang']);
    expect((await deliveryRows('o1')).at(-1)).toMatchObject({ state: 'sent', unknowns: 1 });
    await due();
    expect(k.read('o1')).toEqual(['dở dang']);
  });

  it('is reported where it may not come twice', async () => {
    const to = await person('o2');
    await died('report', 'o2', to);
    await due();
    expect(k.read('o2')).toEqual([]);
    expect(await noticeRow(to)).toMatchObject({ state: 'unknown', why: 'process_died' });
    expect(undelivered).toEqual([{ topic: 'test', why: 'process_died' }]);
  });
});
