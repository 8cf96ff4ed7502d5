import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readJson } from '../../../src/base/http/body.ts';
import { securityHeaders } from '../../../src/base/http/headers.ts';
import { healthRoutes } from '../../../src/base/http/health.ts';
import { answerErrors } from '../../../src/base/http/refusal.ts';

const bugs: unknown[] = [];
const app = new Hono();
answerErrors(app, (error) => bugs.push(error));
app.use(securityHeaders({ https: true }));
app.post('/echo', async (c) => c.json(await readJson(c, z.object({ text: z.string() }), 100)));
app.get('/broken', () => {
  throw new Error('secret detail');
});
app.get('/own', (c) => {
  c.header('content-security-policy', 'sandbox');
  return c.text('own');
});

const post = (body: string | Uint8Array<ArrayBuffer> | ReadableStream, type = 'application/json') =>
  app.request('/echo', { method: 'POST', body, headers: { 'content-type': type } });

test('a body in the right shape is read, and NUL characters are taken out at the border', async () => {
  const answer = await post(JSON.stringify({ text: 'xin\u0000 chào' }));
  expect(await answer.json()).toEqual({ text: 'xin chào' });
});

test.each([
  ['broken JSON', '{"text":', 'application/json', 400, 'bad_json'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), 'application/json', 400, 'bad_json'],
  ['nothing', '', 'application/json', 400, 'bad_json'],
  ['another type', '{"text":"a"}', 'text/plain', 415, 'not_json'],
  ['another shape', '{"text":1}', 'application/json', 422, 'wrong_shape'],
  ['a list', '[]', 'application/json', 422, 'wrong_shape'],
  ['too much', JSON.stringify({ text: 'x'.repeat(200) }), 'application/json', 413, 'too_large'],
])('%s is refused with a sentence', async (_what, body, type, status, code) => {
  const answer = await post(body, type);
  expect(answer.status).toBe(status);
  const said = (await answer.json()) as { code: string; says: { vi: string; en: string } };
  expect(said.code).toBe(code);
  expect(said.says.vi).toMatch(/[.)]$/);
  expect(said.says.en).toMatch(/[.)]$/);
});

test('a body without a length is counted while it is read', async () => {
  const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(64)) });
  const answer = await app.request('/echo', {
    method: 'POST',
    body: endless,
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
  } as RequestInit);
  expect(answer.status).toBe(413);
});

test('our own bug is reported to us and not to the visitor', async () => {
  const answer = await app.request('/broken');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret detail');
  expect(bugs).toHaveLength(1);
  expect((await app.request('/nowhere')).status).toBe(404);
});

test('every answer carries the headers, refusals too, and a handler may set its own', async () => {
  for (const path of ['/nowhere', '/broken', '/own']) {
    const { headers } = await app.request(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toContain('max-age');
  }
  const csp = (await app.request('/nowhere')).headers.get('content-security-policy')!;
  expect(csp).toContain("script-src 'self'");
  expect(csp).toContain("frame-ancestors 'self'");
  expect(csp).not.toContain('unsafe');
  expect((await app.request('/own')).headers.get('content-security-policy')).toBe('sandbox');
});

test('ready says how each part is; only a needed one makes us unready', async () => {
  const states = { database: true, telegram: false };
  const health = new Hono();
  healthRoutes(health, () => ({
    database: { needed: true, state: () => ({ ok: states.database, says: 'PostgreSQL answers.' }) },
    telegram: {
      needed: false,
      state: async () => ({
        ok: states.telegram,
        says: 'Away.',
        since: Temporal.Instant.from('2026-11-23T07:00:00Z'),
      }),
    },
    broken: {
      needed: false,
      state: () => {
        throw new Error('It fell over.');
      },
    },
  }));
  expect((await health.request('/health')).status).toBe(200);
  const ready = await health.request('/ready');
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    ready: true,
    parts: {
      database: { ok: true, needed: true, says: 'PostgreSQL answers.' },
      telegram: { ok: false, needed: false, says: 'Away.', since: '2026-11-23T07:00:00Z' },
      broken: { ok: false, needed: false, says: 'It fell over.' },
    },
  });
  states.database = false;
  expect((await health.request('/ready')).status).toBe(503);
});
