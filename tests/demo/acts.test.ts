import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { answerErrors } from '../../src/base/http/refusal.ts';
import { demoActs } from '../../src/demo/acts.ts';
import type { DemoPlatforms, PlatformName } from '../../src/demo/platforms.ts';
import { demoStream } from '../../src/demo/stream.ts';
import { phonesWithKernel } from '../chat/channels/phones.bench.ts';
import { fakeClock } from '../support/clock.ts';

const call = { action: 'nothing', args: null };

/** The page's routes over two platforms whose kernel believes everything. */
function setup(kill: (() => void) | null = null) {
  const clock = fakeClock();
  const zalo = phonesWithKernel('poor', clock);
  const telegram = phonesWithKernel('rich', clock);
  onTestFinished(() => {
    zalo.phones.stop();
    telegram.phones.stop();
  });
  const both = { zalo: zalo.phones, telegram: telegram.phones };
  const platforms: DemoPlatforms = {
    ...both,
    restore: async () => {},
    switch: async (name, on) => both[name].set({ cut: !on }),
    isOn: (name) => !both[name].faults().cut,
    stop: () => {},
  };
  const app = new Hono();
  answerErrors(app, (error) => {
    throw error;
  });
  const entered: string[] = [];
  const off = () => (['zalo', 'telegram'] as const).filter((name) => !platforms.isOn(name));
  const stream = demoStream(app, { clock, platforms, service: () => ({ pid: 1, age: 0, off: off() }) });
  demoActs(app, {
    clock,
    platforms,
    kill,
    origin: null,
    address: () => '10.0.0.1',
    changed: stream.changed,
    enter: async (phone, role) => void entered.push(`${phone} ${role}`),
  });
  const post = (path: string, body: object, headers: Record<string, string> = { 'x-nhip-cau': '1' }) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const heard = (name: PlatformName) => (name === 'zalo' ? zalo : telegram).kernel.heard.map(({ input }) => input);
  return { app, clock, platforms, post, heard, entered, zalo, telegram };
}

const typed = { kind: 'type', key: 'key-00000001', text: 'xin chào' };

test.each(['zalo', 'telegram'] as const)(
  '%s: what is handed in twice under one key is said and shown once',
  async (name) => {
    const { post, heard, platforms } = setup();
    for (let i = 0; i < 2; i++) expect((await post(`/demo/phones/${name}/focal`, typed)).status).toBe(200);
    expect(heard(name)).toEqual([{ kind: 'text', text: 'xin chào' }]);
    const screen = platforms[name].phone('demo-focal').screen();
    expect(screen.map(({ ref, text }) => [ref, text])).toEqual([['key-00000001', 'xin chào']]);
  },
);

test('a button is pressed at the message that it stands under, and only one that is there', async () => {
  const { post, heard, telegram } = setup();
  const tell = (text: string) =>
    telegram.kernel.tell(telegram.phones.channel, 'demo-officer', { text: [text], buttons: [[{ label: 'Mở', call }]] });
  const [first] = [await tell('một'), await tell('hai')];
  const press = (ref: string, label: string, key: string) =>
    post('/demo/phones/telegram/officer', { kind: 'press', key, ref, label });
  const [older] = telegram.phones.phone('demo-officer').screen();
  expect((await press(older!.ref, 'Mở', 'key-00000002')).status).toBe(200);
  expect(heard('telegram')).toMatchObject([{ kind: 'press', message: first.id, button: 0 }]);
  expect((await press(older!.ref, 'Đóng', 'key-00000003')).status).toBe(422);
  expect((await press('nobody', 'Mở', 'key-00000004')).status).toBe(422);
  expect(heard('telegram')).toHaveLength(1);
});

test('while a platform is off nothing is taken from its phones, and the page is told', async () => {
  const { app, post, heard, entered } = setup();
  const read = reader(await app.request('/demo/stream'));
  expect((await read('hello'))[0]).toMatchObject({ off: [] });
  expect((await post('/demo/platforms', { platform: 'zalo', on: false })).status).toBe(200);
  expect((await read('hello'))[0]).toMatchObject({ off: ['zalo'] });
  expect((await post('/demo/phones/zalo/focal', typed)).status).toBe(503);
  expect((await post('/demo/enter', { phone: 'zalo', role: 'focal' })).status).toBe(503);
  expect((await post('/demo/enter', { phone: 'web', role: 'guest' })).status).toBe(200);
  expect([heard('zalo'), entered]).toEqual([[], ['web guest']]);
  await post('/demo/platforms', { platform: 'zalo', on: true });
  expect((await post('/demo/phones/zalo/focal', typed)).status).toBe(200);
});

test('other sites’ pages, unknown phones and wrong shapes are refused', async () => {
  const { post, heard } = setup(() => {
    throw new Error('killed');
  });
  const paths = ['/demo/phones/zalo/focal', '/demo/platforms', '/demo/enter', '/demo/kill'];
  for (const path of paths) {
    expect((await post(path, typed, {})).status, path).toBe(403);
    const cross: Record<string, string> = { 'x-nhip-cau': '1', 'sec-fetch-site': 'cross-site' };
    expect((await post(path, typed, cross)).status, path).toBe(403);
  }
  expect((await post('/demo/phones/viber/focal', typed)).status).toBe(404);
  expect((await post('/demo/phones/zalo/director', typed)).status).toBe(404);
  expect((await post('/demo/phones/zalo/focal', { ...typed, key: 'x' })).status).toBe(422);
  expect((await post('/demo/phones/zalo/focal', { ...typed, text: ' ' })).status).toBe(422);
  expect((await post('/demo/platforms', { platform: 'web', on: false })).status).toBe(422);
  expect(heard('zalo')).toEqual([]);
});

test('the server is killed three times in a row at most, and never where nobody starts it again', async () => {
  let killed = 0;
  const { post, clock } = setup(() => {
    killed += 1;
  });
  const statuses = [];
  for (let i = 0; i < 4; i++) statuses.push((await post('/demo/kill', {})).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  clock.advance({ seconds: 10 });
  expect((await post('/demo/kill', {})).status).toBe(200);
  await expect.poll(() => killed).toBe(4);
  expect((await setup().post('/demo/kill', {})).status).toBe(409);
});

test('a page gets every screen once, and then of each change the order and the messages that are new to it', async () => {
  const { app, post, zalo } = setup();
  await post('/demo/phones/zalo/focal', typed);
  const read = reader(await app.request('/demo/stream'));
  const isFocal = ({ platform, role }: { platform: string; role: string }) => platform === 'zalo' && role === 'focal';
  const first = (await read('screen')).find(isFocal)!;
  expect([first['order'], (first['bubbles'] as unknown[]).length]).toEqual([['key-00000001'], 1]);
  await zalo.kernel.tell(zalo.phones.channel, 'demo-focal', { text: ['chào anh'] });
  const next = (await read('screen')).find(isFocal)!;
  expect(next['order']).toHaveLength(2);
  expect(next['bubbles']).toMatchObject([{ from: 'bot', lines: ['chào anh'] }]);
});

type Event = Record<string, unknown> & { platform: string; role: string };

/** Reads a stream piece by piece; gives the events of a name that the next piece with one of them holds. */
function reader(answer: Response): (name: string) => Promise<Event[]> {
  const from = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  onTestFinished(() => from.cancel());
  let text = '';
  return async (name) => {
    for (;;) {
      const found = [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)].filter(([, one]) => one === name);
      if (
        found.length > 0 &&
        (name !== 'screen' || found.some(([, , data]) => data!.includes('"zalo","role":"focal"')))
      ) {
        text = '';
        return found.map(([, , data]) => JSON.parse(data!) as Event);
      }
      text += (await from.read()).value ?? '';
    }
  };
}
