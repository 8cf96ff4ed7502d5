import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../../src/base/database/store.ts';
import { newId } from '../../../../src/base/ids.ts';
import { hears } from '../../../support/drivers/driver.ts';
import { streamEvents } from '../../../support/drivers/event-stream.ts';
import { freshStore, type WebSite, webSite } from './web.bench.ts';

let site: WebSite;
/** A second process of the same service. */
let twin: WebSite;
let store: Store;
let close: () => Promise<void>;

beforeAll(async () => {
  const made = await freshStore();
  store = made.store;
  site = await webSite(store);
  twin = await webSite(store, { account: site.account, kernel: site.kernel });
  close = async () => {
    await Promise.all([site.close(), twin.close()]);
    await made.close();
  };
});
afterAll(() => close());

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, i) => `tin ${i + from}`);

test('a page whose line breaks again and again gets everything once and in order', async () => {
  const driver = await site.person();
  await driver.start();
  const all = numbers(60);
  const telling = (async () => {
    for (const text of all) await site.kernel.tell(site.channel, driver.chat, { text: [text] });
  })();
  for (let i = 0; i < 6; i++) {
    await driver.reconnect();
    await expect.poll(() => driver.messages().length).toBeGreaterThan(i * 5);
  }
  await telling;
  await hears(driver, 'tin 60');
  expect(driver.messages().flatMap(({ lines }) => lines)).toEqual(all);
  await driver.close();
});

test('what came while nobody listened follows at once, more than one look brings', async () => {
  const driver = await site.person();
  await driver.say('xin chào');
  await expect.poll(() => driver.messages().length).toBe(1);
  driver.disconnect();
  const all = numbers(230);
  for (const text of all) await site.kernel.tell(site.channel, driver.chat, { text: [text] });
  await driver.reconnect();
  await hears(driver, 'tin 230');
  expect(driver.messages().flatMap(({ lines }) => lines)).toEqual(['xin chào', ...all]);
  await driver.close();
});

test('what another process wrote is on the page within about a second', async () => {
  const driver = await site.person();
  await driver.start();
  await twin.kernel.tell(twin.channel, driver.chat, { text: ['từ tiến trình khác'] });
  const started = performance.now();
  await hears(driver, 'từ tiến trình khác', 5_000);
  expect(performance.now() - started).toBeLessThan(4_000);
  await driver.close();
});

test('two pages of one person show the same, wherever each is open', async () => {
  const phone = await site.person();
  const office = await twin.person(phone.cookie);
  await phone.say('gửi từ điện thoại');
  await site.kernel.tell(site.channel, phone.chat, { text: ['đã nhận'] });
  for (const page of [phone, office]) {
    await expect
      .poll(async () => (await page.read()).map(({ text }) => text), { timeout: 5_000 })
      .toEqual(['gửi từ điện thoại', 'đã nhận']);
  }
  await Promise.all([phone.close(), office.close()]);
});

test('a page that opens later gets the newest messages, and older ones when it asks', async () => {
  const driver = await site.person();
  await driver.start();
  for (const text of numbers(130)) await site.kernel.tell(site.channel, driver.chat, { text: [text] });
  await hears(driver, 'tin 130');
  const later = await site.person(driver.cookie);
  await expect.poll(() => later.messages().length).toBe(60);
  expect(later.messages()[0]!.lines).toEqual(['tin 71']);
  const ask = async (before: string) => {
    const answer = await fetch(`${site.url}/web/history?before=${before}`, { headers: { cookie: driver.cookie } });
    return (await answer.json()) as { older: boolean; messages: { seq: string; lines: string[]; did?: string }[] };
  };
  const second = await ask(later.messages()[0]!.seq);
  expect([second.older, second.messages.length, second.messages[0]!.lines]).toEqual([true, 60, ['tin 11']]);
  const first = await ask(second.messages[0]!.seq);
  expect([first.older, first.messages.map(({ did, lines }) => did ?? lines[0])]).toEqual([
    false,
    ['start', ...numbers(10)],
  ]);
  expect((await ask('x').catch(() => null))?.messages).toBeUndefined();
  await Promise.all([driver.close(), later.close()]);
});

test('the page learns that a message was delivered and read, and the service too', async () => {
  const driver = await site.person();
  await driver.start();
  const marks: { id: string; delivered: boolean; read: boolean }[] = [];
  const line = new AbortController();
  const stream = await fetch(`${site.url}/web/stream`, { headers: { cookie: driver.cookie }, signal: line.signal });
  void (async () => {
    for await (const { event, data } of streamEvents(stream)) if (event === 'mark') marks.push(JSON.parse(data));
  })().catch(() => {});
  const { id } = await site.kernel.tell(site.channel, driver.chat, { text: ['Đã nhận nhu cầu'] });
  await hears(driver, 'Đã nhận nhu cầu');
  await expect
    .poll(() => marks.some((mark) => mark.id === id && mark.delivered && !mark.read), { timeout: 5_000 })
    .toBe(true);
  const seq = driver.messages().at(-1)!.seq;
  const read = await fetch(`${site.url}/web/read`, {
    method: 'POST',
    headers: { cookie: driver.cookie, 'content-type': 'application/json', 'x-nhip-cau': '1' },
    body: JSON.stringify({ seq }),
  });
  expect(await read.json()).toEqual({ read: 1 });
  await expect.poll(() => marks.some((mark) => mark.id === id && mark.read)).toBe(true);
  const [row] = await store.aside(
    (sql) =>
      sql`select delivered_at is not null and read_at is not null as both from delivery where message_id = ${id}`,
  );
  expect(row).toEqual({ both: true });
  line.abort();
  await driver.close();
});

test('what a button does stays with us: the page gets its label and its place', async () => {
  const driver = await site.person();
  const call = { action: 'need.approve', args: { need: 'secret-id' } };
  await site.kernel.tell(site.channel, driver.chat, { text: ['?'], buttons: [[{ label: 'Duyệt', call }]] });
  await hears(driver, '?');
  expect(JSON.stringify(driver.messages())).not.toMatch(/secret-id|need\.approve/);
  await driver.close();
});

test('a cancelled message is not shown, and holds back nothing behind it', async () => {
  const driver = await site.person();
  await driver.start();
  driver.disconnect();
  const { id } = await site.kernel.tell(site.channel, driver.chat, { text: ['rút lại'] });
  await store.aside((sql) => sql`update delivery set state = 'cancelled' where message_id = ${id}`);
  await site.kernel.tell(site.channel, driver.chat, { text: ['tin sau'] });
  await driver.reconnect();
  await hears(driver, 'tin sau');
  expect((await driver.read()).map(({ text }) => text)).toEqual(['tin sau']);
  await driver.close();
});

test('the channel knows whether a page is open', async () => {
  const driver = await site.person();
  const to = { account: site.account, chat: driver.chat, kind: 'private' as const };
  expect(site.channel.open!(to)).toBe(true);
  expect(site.channel.open!({ ...to, chat: 'nobody' })).toBe(false);
  driver.disconnect();
  await expect.poll(() => site.channel.open!(to)).toBe(false);
});

test('typing shows on the open page and leaves its place alone', async () => {
  const driver = await site.person();
  const stream = await fetch(`${site.url}/web/stream`, { headers: { cookie: driver.cookie } });
  const events = streamEvents(stream);
  expect((await events.next()).value).toMatchObject({ event: 'hello' });
  await site.channel.hint!({ account: site.account, chat: driver.chat, kind: 'private' }, 'typing');
  const next = (await events.next()).value;
  expect(next).toEqual({ event: 'typing', data: '{}' });
  await events.return(undefined);
  await driver.close();
});

test('no more than a dozen pages of one person are open at once', async () => {
  const driver = await site.person();
  const more = [];
  for (let i = 0; i < 11; i++) more.push(await site.person(driver.cookie));
  const answer = await fetch(`${site.url}/web/stream`, { headers: { cookie: driver.cookie } });
  expect(answer.status).toBe(429);
  await answer.text();
  await Promise.all([driver, ...more].map((one) => one.close()));
  const again = async () => {
    const stream = await fetch(`${site.url}/web/stream`, { headers: { cookie: driver.cookie } });
    await stream.body?.cancel();
    return stream.status;
  };
  await expect.poll(again).toBe(200);
});

test('a stop ends the open streams, and the page comes back to the successor and resumes', async () => {
  const { store: own, close: end } = await freshStore();
  const first = await webSite(own);
  const driver = await first.person();
  await driver.say('trước khi khởi động lại');
  await expect.poll(() => driver.messages().length).toBe(1);
  const started = performance.now();
  await first.close();
  expect(performance.now() - started).toBeLessThan(2_000);
  const second = await webSite(own, { account: first.account, kernel: first.kernel, port: first.server.port });
  await second.kernel.tell(second.channel, driver.chat, { text: ['sau khi khởi động lại'] });
  await driver.reconnect();
  await hears(driver, 'sau khi');
  expect(driver.messages()).toHaveLength(2);
  await driver.close();
  await second.close();
  await end();
});

test('other processes learn which chats have a page here, by a row that comes and goes with it', async () => {
  const own = newId<'service_run'>(0);
  const here = await webSite(store, {
    account: site.account,
    kernel: site.kernel,
    runs: { own, gone: () => new Set() },
  });
  const driver = await here.person();
  const rows = async () =>
    (await store.aside((sql) => sql<{ external: string }[]>`select external from open_chat where run_id = ${own}`)).map(
      ({ external }) => external,
    );
  await expect.poll(rows).toEqual([driver.chat]);
  await driver.reconnect();
  await driver.close();
  await expect.poll(rows).toEqual([]);
  await here.close();
});
