import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flow, Slice } from '../../../src/chat/dialogue/types.ts';
import { type TestKernel, testKernel } from '../../support/kernel.ts';
import { type TestStore, testStore } from '../../support/store.ts';

const behaviour: Record<string, (turn: Parameters<Flow['run']>[0]) => Promise<void> | void> = {
  throws: () => {
    throw new Error('a bug in a handler');
  },
  'never returns': () => new Promise(() => {}),
  'throws late': async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw new Error('a bug after an await');
  },
};

const echo: Slice = {
  name: 'echo',
  actions: [
    {
      name: 'echo.pressed',
      run: (turn, args) => turn.reply({ text: [`pressed ${JSON.stringify(args)}`] }),
    },
  ],
  flows: [
    {
      name: 'help',
      intents: ['help'],
      may: () => true,
      run: (turn) => turn.reply({ text: ['help'] }),
    },
    {
      name: 'echo',
      intents: ['echo'],
      command: 'echo',
      may: () => true,
      async run(turn, ask) {
        const said = ask.text.slice('/echo '.length);
        await behaviour[said]?.(turn);
        turn.reply({
          text: [`echo ${said}`],
          buttons: [[{ label: 'Bấm', call: { action: 'echo.pressed', args: { said } } }]],
        });
      },
    },
    {
      name: 'slow',
      intents: ['slow'],
      command: 'slow',
      may: () => true,
      look: async (reads) => {
        const rows = await reads.$count((await import('../../../src/chat/messaging/schema.ts')).message);
        return rows;
      },
      run: (turn, _ask, found) => turn.reply({ text: [`found ${typeof found}`] }),
    } satisfies Flow<number>,
  ],
};

let of: TestStore;
let k: TestKernel;
beforeAll(async () => {
  of = await testStore();
  k = await testKernel(of.store, [echo], { turnMs: 150 });
});
afterAll(async () => {
  await k.stop();
  await of.close();
});

describe('a turn', () => {
  it('answers, writes both directions and the delivery, in one commit', async () => {
    expect(await k.say('a1', '/echo xin chào')).toEqual(['echo xin chào']);
    const rows = await of.store.aside(
      (sql) => sql`
        select m.direction, d.state from message m join chat c on c.id = m.chat_id left join delivery d on d.message_id = m.id
        where c.external = 'a1' order by m.seq`,
    );
    expect(rows.map((r) => ({ ...r }))).toEqual([
      { direction: 'in', state: null },
      { direction: 'out', state: 'sent' },
    ]);
  });

  it('takes effect once when it is delivered twice', async () => {
    const first = await k.event('a2', { kind: 'text', text: '/echo một' }, { key: 'same' });
    const second = await k.event('a2', { kind: 'text', text: '/echo một' }, { key: 'same' });
    expect([first, second]).toEqual(['done', 'duplicate']);
    expect(k.read('a2')).toEqual(['echo một']);
  });

  it('keeps the order of a chat and runs chats beside each other', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        k.event(`b${i % 20}`, { kind: 'text', text: `/echo ${Math.floor(i / 20)}` }),
      ),
    );
    for (let i = 0; i < 20; i++) expect(k.read(`b${i}`)).toEqual(['echo 0', 'echo 1', 'echo 2']);
  });

  it('presses a button once or many times, and refuses one of another chat or forged', async () => {
    await k.say('c1', '/echo nút');
    expect(await k.press('c1', 'Bấm')).toEqual(['pressed {"said":"nút"}']);
    expect(await k.press('c1', 'Bấm')).toEqual(['pressed {"said":"nút"}']);
    const message = k.channel.sent.find((s) => s.chat === 'c1')!.what.id;
    await k.event('c2', { kind: 'press', message, button: 0 });
    expect(k.read('c2')[0]).toContain('không thuộc cuộc trò chuyện');
    await k.event('c2', { kind: 'press', message: 'no-such', button: 7 });
    expect(k.read('c2')[1]).toContain('không còn tác dụng');
    expect(await k.say('c1', 'bấm')).toEqual(['pressed {"said":"nút"}']);
  });

  it('reads slowly outside the unit, then runs with what was found', async () => {
    expect(await k.say('d1', '/slow')).toEqual(['found number']);
  });
});

describe('a handler that goes wrong', () => {
  it.each(['throws', 'throws late', 'never returns'])('%s: is parked, told, and harms no other chat', async (how) => {
    const chat = `e ${how}`;
    const others = Promise.all(Array.from({ length: 8 }, (_, i) => k.say(`f${how}${i}`, '/echo khỏe')));
    const end = await k.event(chat, { kind: 'text', text: `/echo ${how}` });
    expect(end).toBe('parked');
    expect((await others).flat()).toEqual(Array(8).fill('echo khỏe'));
    expect(k.read(chat)[0]).toContain('Nhịp Cầu chưa xử lý được tin này');
    expect(await k.say(chat, '/echo tiếp')).toEqual(['echo tiếp']);
    const [row] = await of.store.aside(
      (sql) =>
        sql`select state, event, code, error from inbox where state = 'parked' order by at desc, key desc limit 1`,
    );
    expect(row).toMatchObject({ state: 'parked' });
    expect(k.read(chat)[0]).toContain(row!['code']);
  });
});

describe('bad input', () => {
  it.each([
    ['empty', ''],
    ['blanks', ' \n\t '],
    ['emoji only', '🌸🌸'],
    ['marks only', '?!…'],
    ['huge', 'x'.repeat(100_000)],
    ['zero-width', '\u200b\u200d'],
    ['binary', '\u0001\u0002\u001b[0m'],
  ])('%s is answered and the next message works', async (name, text) => {
    const chat = `bad ${name}`;
    expect((await k.say(chat, text)).length).toBe(1);
    expect(await k.say(chat, '/echo sau đó')).toEqual(['echo sau đó']);
  });
});
