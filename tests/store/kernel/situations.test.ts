import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { guest } from '../../../src/base/access/access.ts';
import type { Sql } from '../../../src/base/database/client.ts';
import type { Store } from '../../../src/base/database/store.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import type { Json } from '../../../src/base/json.ts';
import { enterRun } from '../../../src/base/runs/runs.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { fakeClock } from '../../support/clock.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type TestStore, testStore } from '../../support/store.ts';

/** How often a statement still fails as it does on a full disk. */
let full = 0;
/** The arguments of tasks that ran. */
const worked: Json[] = [];
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
    {
      name: 'count',
      intents: ['count'],
      command: 'count',
      may: () => true,
      async run(turn) {
        await turn.raw`insert into series (name, last) values ('count', 1) on conflict (name) do update set last = series.last + 1`;
        turn.reply({ text: ['đã đếm'] });
      },
    },
    {
      name: 'keep',
      intents: ['keep'],
      command: 'keep',
      may: () => true,
      async run(turn) {
        if (full-- > 0)
          await turn.raw`do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`;
        turn.reply({ text: ['đã lưu'] });
      },
    },
  ],
  notices: { hello: () => ({ text: ['tin báo'] }) },
  tasks: [
    {
      kind: 'test.work',
      async run(args) {
        worked.push(args);
        if (args === 'bad') throw new Error('a task that fails');
      },
    },
  ],
};

/** The store, but after `lose.next` the answer to the next commit never arrives: it is done, and nobody here learns it. */
function losing(store: Store, lose: { next: boolean }): Store {
  const without = (sql: Sql): Sql =>
    new Proxy(sql, {
      apply(target, self, parameters: [TemplateStringsArray, ...unknown[]]) {
        const done = Reflect.apply(target as never, self, parameters) as Promise<unknown>;
        if (!lose.next || parameters[0][0]?.trim() !== 'commit') return done;
        lose.next = false;
        const fail = () => {
          throw Object.assign(new Error('the connection was closed'), { code: 'CONNECTION_CLOSED' });
        };
        // Asked for when the unit asks, not before: a statement is sent when somebody waits for it, and commit is the last.
        // biome-ignore lint/suspicious/noThenProperty: it stands in for the driver's own promise
        return { then: (ok: () => void, no: (why: unknown) => void) => done.then(fail).then(ok, no) };
      },
    });
  return { ...store, exclusive: (work) => store.exclusive((sql, free) => work(without(sql), free)) };
}

let of: TestStore;
let k: TestKernel;
const lose = { next: false };
beforeAll(async () => {
  of = await testStore();
  k = await testKernel(losing(of.store, lose), [slice]);
});
afterAll(async () => {
  await k.stop();
  await of.close();
});
beforeEach(() => {
  k.channel.outcome = (_, what) => ({ end: 'sent', ref: what.id });
});

const deliveries = (chat: string) =>
  of.store.aside(
    (sql) => sql<{ state: string; unknowns: number; attempts: number; why: string | null }[]>`
      select d.state, d.unknowns, d.attempts, d.why from delivery d join message m on m.id = d.message_id join chat c on c.id = d.chat_id
      where c.external = ${chat} order by m.seq`,
  );
const settled = async (chat: string, state: string) =>
  expect.poll(async () => (await deliveries(chat)).at(-1)?.state).toBe(state);

describe('the answer to a commit is lost', () => {
  it('takes effect once, and its reply is found and sent', async () => {
    lose.next = true;
    const end = await k.event('a', { kind: 'text', text: '/count' });
    // It was committed: run again, it is known.
    expect(end).toBe('duplicate');
    const [row] = await of.store.aside((sql) => sql<{ last: number }[]>`select last from series where name = 'count'`);
    expect(row!.last).toBe(1);
    // Two looks: what is only on its way from the commit to the dispatcher must not be taken for lost.
    expect(k.read('a')).toEqual([]);
    await k.kernel.runDue();
    await k.kernel.runDue();
    await settled('a', 'sent');
    expect(k.read('a')).toEqual(['đã đếm']);
    expect((await deliveries('a')).at(-1)).toMatchObject({ state: 'sent', unknowns: 1 });
  });
});

describe('a full disk', () => {
  it('is waited for: the message is settled once there is room, not parked', async () => {
    full = 3;
    expect(await k.event('d', { kind: 'text', text: '/keep' })).toBe('done');
    expect(k.read('d')).toEqual(['đã lưu']);
  });
});

describe('a platform that stays away', () => {
  it('is tried five times, then the reply counts as unknown and the next one goes its way', async () => {
    k.channel.outcome = () => ({ end: 'unknown', why: 'answer_lost' });
    const said = k.say('p', '/say một');
    for (let i = 0; i < 200 && (await deliveries('p')).at(-1)?.state !== 'unknown'; i++) {
      k.clock.advance({ seconds: 30 });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await said;
    expect(k.channel.sent.filter((s) => s.chat === 'p')).toHaveLength(5);
    const [end] = (await deliveries('p')).slice(-1);
    expect(end).toMatchObject({ state: 'unknown', why: 'answer_lost' });
    expect(end!.unknowns).toBeGreaterThanOrEqual(1);
    k.channel.outcome = (_, what) => ({ end: 'sent', ref: what.id });
    expect(await k.say('p', '/say hai')).toEqual(['hai']);
  });

  it('says that the person blocked us: not tried again, and reachable again once they write', async () => {
    k.channel.outcome = () => ({ end: 'unreachable', why: 'blocked' });
    await k.say('b', '/say một');
    await settled('b', 'failed');
    const since = async () =>
      (await of.store.aside((sql) => sql`select unreachable_since from chat where external = 'b'`))[0]![
        'unreachable_since'
      ];
    await expect.poll(since).not.toBe(null);
    expect(k.channel.sent.filter((s) => s.chat === 'b')).toHaveLength(1);
    k.channel.outcome = (_, what) => ({ end: 'sent', ref: what.id });
    expect(await k.say('b', '/say tôi đây')).toEqual(['tôi đây']);
    expect(await since()).toBe(null);
  });
});

describe('the wall clock jumps', () => {
  const linked = async (chat: string): Promise<Id<'person'>> => {
    const id = newId<'person'>(k.clock.now().epochMilliseconds);
    await k.say(chat, '/say xin chào');
    await of.store.aside(
      (sql) =>
        sql`update dialogue set version = version + 1, person_id = ${id} where id = (select dialogue_id from chat where external = ${chat})`,
    );
    return id;
  };
  const notify = (to: Id<'person'>) =>
    k.kernel.write({ actor: guest, via: { channel: 'task', request: 'test' } }, async (work) =>
      work.notify(
        to,
        { template: 'hello', values: 1, topic: 'test', ifUnknown: 'resend' },
        { holdFor: { kind: 'need', id: 'n' } },
      ),
    );

  it.each([
    ['back by a year', { hours: -8_760 }],
    ['forwards by a year', { hours: 8_760 }],
  ])('%s: chats go on in order, and nothing that waits is lost or sent twice', async (_, by) => {
    const chat = `j${by.hours}`;
    const to = await linked(chat);
    await notify(to);
    const before = k.clock.now();
    k.clock.jump(before.add(by));
    expect(await k.say(chat, '/say một')).toEqual(['một']);
    expect(await k.say(chat, '/say hai')).toEqual(['hai']);
    await k.kernel.runDue();
    // Set right again, and past the undo.
    k.clock.jump(before.add({ seconds: 121 }));
    await k.kernel.runDue();
    await k.kernel.runDue();
    await expect.poll(() => k.read(chat).filter((text) => text === 'tin báo')).toHaveLength(1);
  });

  it('does not make another process count as dead; silence on our own clock does', async () => {
    const ours = fakeClock();
    const theirs = fakeClock();
    const [one, other] = [await enterRun(of.store, ours), await enterRun(of.store, theirs)];
    if (of.store.kind === 'pglite') {
      // Nobody else can be on an embedded database: its folder is locked.
      expect(await one.beat()).toContain(other.own);
    } else {
      await of.store.aside((sql) => sql`update service_run set host = 'elsewhere' where id = ${other.own}`);
      await one.beat();
      for (const to of ['1999-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
        theirs.jump(Temporal.Instant.from(to));
        await other.beat();
        ours.jump(Temporal.Instant.from(to));
        ours.advance({ seconds: 2 });
        expect(await one.beat()).not.toContain(other.own);
      }
      ours.advance({ seconds: 16 });
      expect(await one.beat()).toContain(other.own);
    }
    await Promise.all([one.stop(), other.stop()]);
  });
});

describe('a task', () => {
  const tasks = () =>
    of.store.aside((sql) => sql<{ state: string; attempts: number }[]>`select state, attempts from task order by id`);

  it('whose process died is taken over', async () => {
    const at = k.clock.now().toString();
    const run = newId(k.clock.now().epochMilliseconds);
    const id = newId(k.clock.now().epochMilliseconds);
    await of.store.aside(async (sql) => {
      await sql`insert into service_run (id, host, pid, started_at, seen_at, stopped_at) values (${run}, 'elsewhere', 1, ${at}, ${at}, ${at})`;
      await sql`insert into task (id, kind, args, due, state, attempts, holder, created_at)
        values (${id}, 'test.work', '"left"'::jsonb, ${at}, 'open', 1, ${run}, ${at})`;
    });
    await k.kernel.runDue();
    expect(worked).toEqual(['left']);
    expect((await tasks()).map((t) => ({ ...t }))).toEqual([{ state: 'done', attempts: 2 }]);
    await k.kernel.runDue();
    expect(worked).toEqual(['left']);
  });

  it('that fails is tried six times with growing pauses, then stays for the operator', async () => {
    await of.store.aside((sql) => sql`delete from task`);
    worked.length = 0;
    await k.kernel.write({ actor: guest, via: { channel: 'task', request: 'test' } }, async (work) =>
      work.later({ kind: 'test.work', args: 'bad' }),
    );
    for (let minutes = 0; minutes < 40; minutes++) {
      await k.kernel.runDue();
      k.clock.advance({ minutes: 1 });
    }
    expect(worked).toEqual(Array(6).fill('bad'));
    expect((await tasks()).map((t) => ({ ...t }))).toEqual([{ state: 'failed', attempts: 6 }]);
  });
});

describe('a chat that says too much', () => {
  it('is told once and not worked on, until a minute is over; others go on', async () => {
    const calm = await testKernel(of.store, [slice], { perMinute: 3, clock: k.clock });
    for (const n of ['1', '2', '3']) expect(await calm.say('fast', `/say ${n}`)).toEqual([n]);
    expect((await calm.say('fast', '/say 4'))[0]).toContain('gửi quá nhanh');
    expect(await calm.say('fast', '/say 5')).toEqual([]);
    expect(await calm.say('other', '/say khỏe')).toEqual(['khỏe']);
    k.clock.advance({ minutes: 1 });
    expect(await calm.say('fast', '/say 6')).toEqual(['6']);
    await calm.stop();
  });
});
