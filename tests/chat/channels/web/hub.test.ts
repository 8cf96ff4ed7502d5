import { expect, onTestFinished, test } from 'vitest';
import type { Id } from '../../../../src/base/ids.ts';
import { type Hub, hub, type Page } from '../../../../src/chat/channels/web/hub.ts';
import type { DeliveryMark, TranscriptRow } from '../../../../src/chat/channels/web/transcript.ts';
import { fakeClock } from '../../../support/clock.ts';

/** A database of two chats, and a hub that looks at it by a clock that only the test moves. */
function setup() {
  const clock = fakeClock();
  const rows: TranscriptRow[] = [];
  const marks = new Map<string, DeliveryMark>();
  const looks: string[][] = [];
  const arrived: string[] = [];
  const broken: unknown[] = [];
  const present: string[][] = [];
  let away = false;
  const made: Hub = hub({
    clock,
    after: async (wants) => {
      looks.push(wants.map(({ chat }) => chat));
      if (away) throw new Error('the database is away');
      return rows.filter(({ chat, seq }) =>
        wants.some((want) => want.chat === chat && BigInt(seq) > BigInt(want.after)),
      );
    },
    marks: async (ids) => ids.flatMap((id) => marks.get(id) ?? []),
    arrived: (ids) => arrived.push(...ids),
    present: async (chats) => void present.push([...chats]),
    broken: (error) => broken.push(error),
  });
  onTestFinished(() => made.stop());
  const write = (chat: string, direction: 'in' | 'out' = 'out') => {
    const seq = String(rows.length + 1);
    const id = `message-${seq}` as Id<'message'>;
    const common = { at: '2026-11-23 07:00:00+00', content: {}, replaces: null, lang: 'vi' as const };
    rows.push({ chat, seq, id, direction, state: 'sending', delivered: false, read: false, ...common });
    marks.set(id, { id, state: 'sending', delivered: false, read: false });
    return id;
  };
  const open = (chat: string, after = 0n) => {
    const got: string[] = [];
    const seen: DeliveryMark[] = [];
    const page: Page = {
      chat,
      after,
      message: ({ seq }) => got.push(seq),
      mark: (mark) => seen.push(mark),
      hint: () => {},
      end: () => got.push('end'),
    };
    return { got, seen, leave: made.join(page) };
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    clock,
    hub: made,
    looks,
    arrived,
    broken,
    present,
    marks,
    write,
    open,
    settle,
    second: async () => {
      clock.advance({ seconds: 1 });
      await settle();
      await settle();
    },
    setAway: (now: boolean) => {
      away = now;
    },
  };
}

test('one look serves all chats that have a page, and none is taken while nobody is there', async () => {
  const { open, looks, settle, second, write } = setup();
  await second();
  expect(looks).toEqual([]);
  const [a, b] = [open('a'), open('b')];
  await settle();
  looks.length = 0;
  write('a');
  write('b');
  write('c');
  await second();
  expect(looks.map((chats) => chats.sort())).toEqual([['a', 'b']]);
  expect([a.got, b.got]).toEqual([['1'], ['2']]);
  a.leave();
  b.leave();
  looks.length = 0;
  await second();
  await second();
  expect(looks).toEqual([]);
});

test('what this process wrote is looked for at once, in that chat only', async () => {
  const { open, looks, settle, write, hub } = setup();
  const page = open('a');
  open('b');
  await settle();
  looks.length = 0;
  write('a');
  hub.wake('a');
  hub.wake('nobody');
  await settle();
  expect(looks).toEqual([['a']]);
  expect(page.got).toEqual(['1']);
});

test('pages of one chat stand at different places; each gets what it lacks', async () => {
  const { open, settle, write } = setup();
  for (let i = 0; i < 5; i++) write('a');
  const fresh = open('a');
  const resumed = open('a', 3n);
  await settle();
  expect([fresh.got, resumed.got]).toEqual([
    ['1', '2', '3', '4', '5'],
    ['4', '5'],
  ]);
});

test('while the database is away pages wait, and it is tried again every second', async () => {
  const { open, settle, second, write, hub, setAway, broken } = setup();
  const page = open('a');
  await settle();
  setAway(true);
  write('a');
  hub.wake('a');
  await settle();
  expect([hub.state().ok, broken.length, page.got]).toEqual([false, 1, []]);
  await second();
  expect(broken.length).toBe(2);
  setAway(false);
  await second();
  expect([hub.state().ok, page.got]).toEqual([true, ['1']]);
});

test('arrival is told once a message counts as sent, and no more when it is marked', async () => {
  const { open, settle, second, write, hub, marks, arrived } = setup();
  const page = open('a');
  await settle();
  const id = write('a');
  hub.wake('a');
  await settle();
  expect(arrived).toEqual([]);
  marks.set(id, { id, state: 'sent', delivered: false, read: false });
  await second();
  expect(arrived).toEqual([id]);
  marks.set(id, { id, state: 'sent', delivered: true, read: false });
  await second();
  await second();
  expect(arrived).toEqual([id]);
  marks.set(id, { id, state: 'sent', delivered: true, read: true });
  await second();
  await second();
  expect(page.seen.map(({ state, delivered, read }) => [state, delivered, read])).toEqual([
    ['sent', false, false],
    ['sent', true, false],
    ['sent', true, true],
  ]);
});

test('which chats have a page is told every second, and that none has any more', async () => {
  const { open, second, present } = setup();
  const [a, b] = [open('a'), open('b')];
  await second();
  a.leave();
  await second();
  b.leave();
  await second();
  await second();
  expect(present).toEqual([['a', 'b'], ['b'], []]);
});

test('a stop ends every page', async () => {
  const { open, settle, hub } = setup();
  const [a, b] = [open('a'), open('b')];
  await settle();
  hub.stop();
  expect([a.got, b.got, hub.pages()]).toEqual([['end'], ['end'], 0]);
});
