import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { expect, onTestFinished, test } from 'vitest';
import { listen, PortBusy } from '../../../src/base/http/listen.ts';

const hello = new Hono().get('/', (c) => c.text('xin chào'));

async function busyPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test('a busy port takes the next free one and says so', async () => {
  const port = await busyPort();
  const said: string[] = [];
  const web = await listen({ app: hello, host: '127.0.0.1', port, say: (s) => said.push(s) });
  expect(web.port).toBeGreaterThan(port);
  expect(said).toEqual([`Port ${port} is busy: answering on ${web.port} instead.`]);
  expect(await (await fetch(web.url)).text()).toBe('xin chào');
  await web.stop();
  await expect(fetch(web.url)).rejects.toThrow();
});

test('when every port tried is busy, the operator reads which setting helps', async () => {
  const port = await busyPort();
  await expect(listen({ app: hello, host: '127.0.0.1', port, tries: 0 })).rejects.toThrow(PortBusy);
  await expect(listen({ app: hello, host: '127.0.0.1', port, tries: 0 })).rejects.toThrow(/Set PORT/);
});

test('a stop ends an open event stream at once and lets an answer finish', async () => {
  let left = false;
  let answer: (() => void) | undefined;
  const app = new Hono()
    .get('/stream', (c) =>
      streamSSE(c, async (stream) => {
        await stream.writeSSE({ data: 'one' });
        await new Promise<void>((resolve) => stream.onAbort(() => resolve()));
        left = true;
      }),
    )
    .get('/slow', async (c) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return c.text('finished');
    });
  const web = await listen({ app, host: '127.0.0.1', port: 0 });
  const stream = await fetch(`${web.url}/stream`);
  const reader = stream.body!.getReader();
  await reader.read();
  const slow = fetch(`${web.url}/slow`).then((r) => r.text());
  await expect.poll(() => answer).toBeDefined();
  const stopped = web.stop();
  expect((await reader.read()).done).toBe(true);
  answer?.();
  expect(await slow).toBe('finished');
  await stopped;
  expect(left).toBe(true);
});

test('a stop is bounded: an answer that never comes is cut off', async () => {
  let asked = false;
  const app = new Hono().get('/', () => {
    asked = true;
    return new Promise<Response>(() => {});
  });
  const web = await listen({ app, host: '127.0.0.1', port: 0 });
  const never = fetch(web.url);
  never.catch(() => {});
  await expect.poll(() => asked).toBe(true);
  await web.stop(30);
  await expect(never).rejects.toThrow();
});
