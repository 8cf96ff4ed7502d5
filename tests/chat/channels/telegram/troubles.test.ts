import { createServer, request } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Secret } from '../../../../src/base/secrets/secret.ts';
import { type OnTelegram, onTelegram, secret, until } from './open.ts';

async function open(
  mode: 'polling' | 'webhook' = 'polling',
  of: Parameters<typeof onTelegram>[1] = {},
): Promise<OnTelegram> {
  const on = await onTelegram(mode, of);
  onTestFinished(() => on.close());
  return on;
}
const ready = (on: OnTelegram) => until(() => on.channel.state().ok);
const texts = (on: OnTelegram) => on.kernel.heard.map(({ input }) => (input.kind === 'text' ? input.text : input.kind));
const send = (on: OnTelegram, chat: string, text = 'tin') => on.kernel.tell(on.channel, chat, { text: [text] });

describe('troubles of fetching end in a state and another try', () => {
  test.each([
    ['a token that is not known', 'tokenRevoked', true, /token \(401\)/],
    ['another program that fetches', 'otherPoller', true, /Another program .* \(409\)/],
    ['a dead network', 'away', true, /can't be reached/],
    ['the page of a carrier that blocks Telegram', 'blockPage', true, /can't be reached \(answer 200 is not/],
    ['errors of the server', 'serverErrors', 1, /error of its own \(502\)/],
  ] as const)('%s', async (_, fault, value, says) => {
    const on = await open();
    Object.assign(on.emulator.faults, { [fault]: value });
    await until(() => says.test(on.channel.state().says), 8_000);
    expect(on.channel.state().ok).toBe(false);
    const person = on.emulator.person();
    const typed = person.type('có mạng chưa');
    Object.assign(on.emulator.faults, { [fault]: typeof value === 'number' ? 0 : false });
    await typed;
    await ready(on);
    expect(texts(on)).toEqual(['có mạng chưa']);
    expect(JSON.stringify([on.log, on.channel.state()])).not.toContain(on.emulator.token.split(':')[1]);
  });
});

describe('how a send ends', () => {
  test('blocked, not found, too many, lost, away, an unknown token', async () => {
    const on = await open();
    await ready(on);
    const person = on.emulator.person();
    expect(await send(on, '12345')).toMatchObject({ end: 'unreachable', why: 'not_found' });
    await person.block(true);
    expect(await send(on, person.chat)).toMatchObject({ end: 'unreachable', why: 'blocked' });
    await person.block(false);
    on.emulator.faults.limitedUntil = performance.now() + 2_500;
    const limited = await send(on, person.chat);
    expect(limited).toMatchObject({ end: 'wait', scope: 'account' });
    on.emulator.faults.limitedUntil = 0;
    on.emulator.faults.answersLost = true;
    expect(await send(on, person.chat, 'mất tin')).toMatchObject({ end: 'unknown', why: 'answer_lost' });
    on.emulator.faults.answersLost = false;
    expect(person.screen().at(-1)!.text).toBe('mất tin');
    on.emulator.faults.serverErrors = 1;
    expect(await send(on, person.chat)).toMatchObject({ end: 'unknown', why: 'answer_lost' });
    on.emulator.faults.serverErrors = 0;
    on.emulator.faults.tokenRevoked = true;
    expect(await send(on, person.chat)).toMatchObject({ end: 'wait', scope: 'account' });
    expect(on.channel.state()).toMatchObject({ ok: false, says: expect.stringMatching(/401/) });
  });

  test('nobody answers at all: nothing was sent, so it waits', async () => {
    const on = await open('polling', { channel: { apiRoot: 'http://127.0.0.1:9' } });
    expect(await send(on, '1')).toMatchObject({ end: 'wait', scope: 'account' });
    expect(on.channel.state()).toMatchObject({ ok: false });
  });

  test('what comes in parts goes on where it stood', async () => {
    const on = await open();
    await ready(on);
    const person = on.emulator.person();
    const lines = Array.from({ length: 300 }, (_, i) => `${i}. Sở Ngoại vụ tỉnh Sơn La tiếp nhận nhu cầu`);
    const what = {
      id: crypto.randomUUID() as never,
      seq: '1',
      at: Temporal.Instant.fromEpochMilliseconds(0),
      say: { text: lines },
      files: [],
    };
    const to = { account: on.account, chat: person.chat, kind: 'private' as const };
    let outcome = await on.channel.send(to, what);
    expect(outcome).toMatchObject({ end: 'sent' });
    const whole = person
      .screen()
      .map(({ text }) => text)
      .join('\n');
    expect(whole).toBe(lines.join('\n'));
    on.emulator.faults.limited = 0.7;
    const again = { ...what, id: crypto.randomUUID() as never };
    for (let tries = 0; tries < 200; tries++) {
      outcome = await on.channel.send(to, again);
      if (outcome.end === 'sent') break;
    }
    expect(person.screen().length).toBe(2 * 4);
  });

  test('an edit of the same, of what is gone, and of a file', async () => {
    const on = await open();
    await ready(on);
    const person = on.emulator.person();
    const to = { account: on.account, chat: person.chat, kind: 'private' as const };
    const what = {
      id: crypto.randomUUID() as never,
      seq: '1',
      at: Temporal.Instant.fromEpochMilliseconds(0),
      say: { text: ['Trang 1'] },
      files: [],
    };
    const first = await on.channel.send(to, what);
    const ref = first.end === 'sent' ? first.ref : '';
    expect(await on.channel.send(to, what, ref)).toEqual({ end: 'sent', ref });
    expect(await on.channel.send(to, what, '1')).toMatchObject({ end: 'sent' });
    expect(person.screen().map(({ text }) => text)).toEqual(['Trang 1', 'Trang 1']);
  });

  test('a group that became a supergroup keeps its chat, whether it was told or found out', async () => {
    const on = await open();
    await ready(on);
    const user = { id: 42, is_bot: false, first_name: 'Minh' };
    for (const told of [true, false]) {
      const group = on.emulator.group();
      await group.say(user, '/hannop');
      const before = String(group.id);
      await group.migrate(told);
      const to = { account: on.account, chat: before, kind: 'group' as const };
      const what = {
        id: crypto.randomUUID() as never,
        seq: '1',
        at: Temporal.Instant.fromEpochMilliseconds(0),
        say: { text: ['Hạn nộp'] },
        files: [],
      };
      expect(await on.channel.send(to, what)).toMatchObject({ end: 'sent' });
      expect(group.screen().map(({ text }) => text)).toEqual(['Hạn nộp']);
      expect(group.screen()[0]!.buttons.flat()).toEqual([
        { text: 'Nhắn riêng với Nhịp Cầu', url: 'https://t.me/nhip_cau_test_bot' },
      ]);
      const rows = await on.made.store.aside(
        (sql) => sql`select 1 from chat where external in (${before}, ${String(group.id)})`,
      );
      expect(rows).toHaveLength(1);
    }
  });
});

describe('the webhook', () => {
  const post = (on: OnTelegram, body: string | Uint8Array, headers: Record<string, string> = {}) =>
    fetch(`${on.url}/telegram/updates`, { method: 'POST', body: body as never, headers });
  const own = { 'x-telegram-bot-api-secret-token': secret };
  const update = (id: number, text: string) =>
    JSON.stringify({
      update_id: id,
      message: { message_id: id, date: 1, chat: { id: 5, type: 'private' }, from: { id: 5, is_bot: false }, text },
    });

  test('takes nothing without the secret, nothing too large, nothing that is no update', async () => {
    const on = await open('webhook');
    await ready(on);
    expect((await post(on, update(1, 'x'))).status).toBe(401);
    expect((await post(on, update(1, 'x'), { 'x-telegram-bot-api-secret-token': `${secret}x` })).status).toBe(401);
    expect((await post(on, new Uint8Array(1024 * 1024 + 1), own)).status).toBe(413);
    expect((await post(on, '{', own)).status).toBe(400);
    expect((await post(on, '{"message":{}}', own)).status).toBe(422);
    expect((await post(on, update(1, 'tiếng Việt'), own)).status).toBe(200);
    expect(texts(on)).toEqual(['tiếng Việt']);
  });

  test('answers 200 only for what is settled', async () => {
    const on = await open('webhook');
    await ready(on);
    on.kernel.refuse(1);
    expect((await post(on, update(1, 'x'), own)).status).toBe(503);
    expect((await post(on, update(1, 'x'), own)).status).toBe(200);
    expect(texts(on)).toEqual(['x']);
  });

  test('what overtook on the way is put in order again', async () => {
    const on = await open('webhook');
    await ready(on);
    on.emulator.faults.overtaking = true;
    const person = on.emulator.person();
    await send(on, person.chat, 'hỏi');
    await Promise.all([person.type('trước'), person.pressData('x'), person.type('giữa')]);
    expect(texts(on).slice(0, 2)).toEqual(['trước', 'press']);
  });

  test('another address, or calls that fail, are seen by the operator; the address is set again', async () => {
    const on = await open('webhook');
    await ready(on);
    await fetch(`${on.emulator.url}/bot${on.emulator.token}/setWebhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: 'https://elsewhere.test/x' }),
    });
    await until(() => /another address/.test(on.channel.state().says));
    await ready(on);
    await on.emulator.person().type('về đúng chỗ');
    expect(texts(on)).toEqual(['về đúng chỗ']);
  });
});

test('switching between fetching and being called loses nothing and doubles nothing', async () => {
  const on = await open();
  await ready(on);
  const person = on.emulator.person();
  const sent: string[] = [];
  const typing: Promise<void>[] = [];
  const say = (text: string) => {
    sent.push(text);
    typing.push(person.type(text));
  };
  for (const mode of ['webhook', 'polling', 'webhook'] as const) {
    say(`trước ${mode}`);
    const restarted = on.restart({ mode });
    say(`trong lúc ${mode}`);
    await restarted;
    await ready(on);
    say(`sau ${mode}`);
    await Promise.all(typing);
  }
  expect(texts(on)).toEqual(sent);
});

test('a silence of more than 150 seconds is told, with its beginning; a restart remembers when Telegram was heard', async () => {
  const told: string[] = [];
  const outage = async (since: Temporal.Instant) => void told.push(since.toString());
  const on = await open('polling', { channel: { outage } });
  await ready(on);
  await on.emulator.person().type('một');
  await on.restart();
  await ready(on);
  await on.emulator.person().type('hai');
  expect(told).toEqual([]);
  const long = Temporal.Now.instant().subtract({ seconds: 200 });
  await on.restart();
  await on.made.store.aside(
    (sql) =>
      sql`update store_fact set value = ${JSON.stringify(long.toString())}::jsonb where key like 'telegram.heard.%'`,
  );
  await on.restart();
  await on.emulator.person().type('ba');
  await until(() => told.length > 0);
  expect(told).toEqual([long.toString()]);
});

test('through a proxy and no other way; a dead one is said without its password', async () => {
  const through: string[] = [];
  // A plain address is forwarded, as proxies do; an https one would ask for a tunnel.
  const proxy = createServer((asked, answer) => {
    through.push(String(asked.headers['proxy-authorization']));
    const onward = request(asked.url!, { method: asked.method, headers: asked.headers }, (got) => {
      answer.writeHead(got.statusCode!, got.headers);
      got.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  const at = (port: number) => new Secret(`http://user:word@127.0.0.1:${port}`);
  const on = await open('polling', { channel: { proxy: at((proxy.address() as { port: number }).port) } });
  await ready(on);
  expect(new Set(through)).toEqual(new Set([`Basic ${Buffer.from('user:word').toString('base64')}`]));
  const dead = await open('polling', { channel: { proxy: at(9) } });
  await until(() => /can't be reached/.test(dead.channel.state().says));
  expect(JSON.stringify([dead.log, dead.channel.state()])).not.toContain('word@');
});
