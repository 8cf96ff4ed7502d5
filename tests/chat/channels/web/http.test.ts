import { connect } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { webRates } from '../../../../src/chat/channels/web/guard.ts';
import { perMinute } from '../../../../src/chat/dialogue/unit/pace.ts';
import { freshStore, type WebSite, webSite } from './web.bench.ts';

let site: WebSite;
let close: () => Promise<void>;
let cookie: string;

beforeAll(async () => {
  const made = await freshStore();
  site = await webSite(made.store, {
    rates: {
      messages: { burst: 8, perSecond: 1 },
      files: { burst: 5, perSecond: 1 },
      address: { burst: 500, perSecond: 100 },
      addressFiles: { burst: 50, perSecond: 1 },
    },
  });
  close = async () => {
    await site.close();
    await made.close();
  };
});
afterAll(() => close());

async function guest(): Promise<string> {
  const page = await fetch(`${site.url}/`);
  await page.text();
  return page.headers.getSetCookie()[0]!.split(';')[0]!;
}

const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${site.url}/web/messages`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'x-nhip-cau': '1', ...headers },
    body,
  });
const text = (words: string, more: object = {}) =>
  JSON.stringify({ kind: 'text', text: words, key: crypto.randomUUID(), ...more });

async function refusal(answer: Response) {
  const { code, says } = (await answer.json()) as { code: string; says: { vi: string; en: string } };
  expect(says.vi.length).toBeGreaterThan(8);
  expect(says.en.length).toBeGreaterThan(8);
  return `${answer.status} ${code}`;
}

test('the page comes with a session that scripts can not read, and keeps it', async () => {
  const page = await fetch(`${site.url}/`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const set = page.headers.getSetCookie()[0]!;
  expect(set).toMatch(/^nhip-cau=/);
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Lax/);
  expect(set).not.toMatch(/Secure/);
  const again = await fetch(`${site.url}/`, { headers: { cookie: set.split(';')[0]! } });
  expect(again.headers.getSetCookie()).toEqual([]);
  await Promise.all([page.text(), again.text()]);
});

test('where people come by https the cookie is for https and for this host only', async () => {
  const { store, close: end } = await freshStore();
  const secure = await webSite(store, { publicUrl: 'https://nhipcau.sonla.gov.vn' });
  onTestFinished(async () => {
    await secure.close();
    await end();
  });
  const page = await fetch(`${secure.url}/`);
  await page.text();
  expect(page.headers.getSetCookie()[0]).toMatch(/^__Host-nhip-cau=.*Secure/);
});

test('everything that the page names is served for ever, and the page itself asks anew', async () => {
  const page = await fetch(`${site.url}/vao/K7M4-PX9R`);
  expect(page.status).toBe(200);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const html = await page.text();
  expect(html).not.toMatch(/<script(?![^>]*src=)|style=|https?:\/\//);
  const addresses = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map((found) => found[1]!);
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) {
    const file = await fetch(site.url + address);
    expect([address, file.status, file.headers.get('cache-control')]).toEqual([
      address,
      200,
      'public, max-age=31536000, immutable',
    ]);
    const etag = file.headers.get('etag')!;
    await file.arrayBuffer();
    const again = await fetch(site.url + address, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  }
  const old = await fetch(`${site.url}/web/a/older-version/app.js`);
  expect(old.headers.get('cache-control')).toBe('no-cache');
  expect(await old.text()).toContain('import');
  expect((await fetch(`${site.url}/web/a/x/..%2f..%2fweb.ts`)).status).toBe(404);
});

test('what is no message is refused with a sentence, and nothing of it is heard', async () => {
  cookie = await guest();
  const before = site.kernel.handed.length;
  expect(await refusal(await send('{"kind":'))).toBe('400 bad_json');
  expect(await refusal(await send('null'))).toBe('422 wrong_shape');
  cookie = await guest();
  expect(await refusal(await send(JSON.stringify({ kind: 'text', text: 5, key: 'abcdefgh' })))).toBe('422 wrong_shape');
  expect(await refusal(await send(text('   ')))).toBe('422 wrong_shape');
  expect(await refusal(await send(text('x', { key: '../../etc' })))).toBe('422 wrong_shape');
  expect(await refusal(await send(text('x', { age: -1 })))).toBe('422 wrong_shape');
  expect(await refusal(await send(text('x', { kind: 'signal', name: 'task', data: {} })))).toBe('422 wrong_shape');
  cookie = await guest();
  const press = { kind: 'press', key: crypto.randomUUID() };
  expect(await refusal(await send(JSON.stringify({ ...press, message: "'; drop table", button: 0 })))).toBe(
    '422 wrong_shape',
  );
  expect(await refusal(await send(JSON.stringify({ ...press, message: crypto.randomUUID(), button: 1.5 })))).toBe(
    '422 wrong_shape',
  );
  expect(await refusal(await send(crypto.getRandomValues(new Uint8Array(500))))).toBe('400 bad_json');
  expect(await refusal(await send(text('x'.repeat(100_000))))).toBe('413 too_large');
  expect(await refusal(await send('{}', { 'content-type': 'text/plain' }))).toBe('415 not_json');
  expect(site.kernel.handed.length).toBe(before);
  expect(site.bugs).toEqual([]);
});

test('what another site sends in a visitor’s name is refused', async () => {
  cookie = await guest();
  expect(await refusal(await send(text('x'), { origin: 'https://evil.example' }))).toBe('403 foreign');
  expect(await refusal(await send(text('x'), { 'sec-fetch-site': 'cross-site' }))).toBe('403 foreign');
  expect(await refusal(await send(text('x'), { 'sec-fetch-site': 'same-site' }))).toBe('403 foreign');
  const bare = await fetch(`${site.url}/web/messages`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: text('x'),
  });
  expect(await refusal(bare)).toBe('403 foreign');
  expect((await send(text('x'), { origin: site.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await send(text('x'), { origin: site.url })).status).toBe(200);
  // Behind a proxy that ends https; old browsers send no Sec-Fetch-Site.
  expect((await send(text('x'), { origin: site.url.replace('http:', 'https:') })).status).toBe(200);
});

test('without a session, or with one that was tampered with, the page is asked to open itself anew', async () => {
  const real = await guest();
  for (cookie of ['', 'nhip-cau=abc.def', `${real}x`, real.replace('=', '=x')]) {
    expect(await refusal(await send(text('x')))).toBe('401 no_session');
  }
  expect((await fetch(`${site.url}/web/stream`)).status).toBe(401);
});

test('what the database can not store is taken out, and the age of a message sets its time', async () => {
  cookie = await guest();
  const answer = await send(text('xin\u0000 chào\ud800', { age: 3_600_000 }));
  expect(await answer.json()).toEqual({ settled: 'done' });
  const heard = site.kernel.heard.at(-1)!;
  expect(heard.input).toEqual({ kind: 'text', text: 'xin chào\ufffd' });
  const age = Temporal.Now.instant().since(heard.sentAt).total('seconds');
  expect(age).toBeGreaterThan(3_599);
  expect(age).toBeLessThan(3_620);
});

test('too much at once is slowed down, with the seconds to wait', async () => {
  cookie = await guest();
  const answers = [];
  for (let i = 0; i < 10; i++) answers.push(await send(text(`tin ${i}`)));
  expect(answers.map(({ status }) => status).slice(0, 8)).toEqual(Array(8).fill(200));
  const last = answers.at(-1)!;
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refusal(last)).toBe('429 too_fast');
  cookie = await guest();
  expect((await send(text('another person'))).status).toBe(200);
});

test('a page is never let through faster than its messages are worked on', () => {
  expect(webRates.messages.burst + 60 * webRates.messages.perSecond).toBeLessThan(perMinute);
});

test('while the service starts or stops nothing is taken, and the page is told to come back', async () => {
  cookie = await guest();
  site.intakeRef.current = null;
  const answer = await send(text('x'));
  site.intakeRef.current = site.kernel;
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(await refusal(answer)).toBe('503 stopping');
});

test('a request that is no HTTP at all ends its own connection only', async () => {
  const socket = connect(site.server.port, '127.0.0.1');
  const said = await new Promise<string>((resolve, reject) => {
    let all = '';
    socket.on('data', (piece) => {
      all += piece;
    });
    socket.on('close', () => resolve(all));
    socket.on('error', reject);
    socket.write('\u0016\u0003\u0001 nonsense\r\n\r\n');
  });
  expect(said).toMatch(/^HTTP\/1\.1 400/);
  expect((await fetch(`${site.url}/`)).status).toBe(200);
});
