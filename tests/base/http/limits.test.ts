import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientAddress } from '../../../src/base/http/client.ts';
import { rateLimiter } from '../../../src/base/http/limiter.ts';
import type { Clock } from '../../../src/base/time/clock.ts';

function hands(): Clock & { pass(ms: number): void } {
  let ms = 0;
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(ms),
    monotonic: () => ms,
    sleep: async () => {},
    pass: (by) => {
      ms += by;
    },
  };
}

test('a bucket gives a burst, then its rate, and tells how long to wait', () => {
  const clock = hands();
  const limiter = rateLimiter(clock, { burst: 3, perSecond: 2 });
  expect([1, 2, 3].map(() => limiter.take('minh'))).toEqual([0, 0, 0]);
  expect(limiter.take('minh')).toBe(500);
  expect(limiter.take('another')).toBe(0);
  clock.pass(499);
  expect(limiter.take('minh')).toBe(1);
  clock.pass(1);
  expect(limiter.take('minh')).toBe(0);
  expect(limiter.take('minh')).toBe(500);
});

test('being refused costs nothing, and a bucket never holds more than its burst', () => {
  const clock = hands();
  const limiter = rateLimiter(clock, { burst: 2, perSecond: 1 });
  limiter.take('a', 2);
  for (let i = 0; i < 10; i++) expect(limiter.take('a')).toBe(1000);
  clock.pass(60_000);
  expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 1000]);
});

test('inventing keys does not lift the limit of a key in use', () => {
  const clock = hands();
  const limiter = rateLimiter(clock, { burst: 1, perSecond: 0.001 }, 100);
  for (let i = 0; i < 1000; i++) limiter.take(`invented ${i}`);
  limiter.take('mine');
  expect(limiter.take('mine')).toBeGreaterThan(0);
});

const seen = async (trusted: string[], from: string, forwarded?: string) => {
  const address = clientAddress(trusted);
  const app = new Hono().get('/', (c) => c.text(address(c)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const env = { incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: 'IPv4' } } };
  return (await app.request('/', { headers }, env)).text();
};

test('X-Forwarded-For is believed from our own proxies only, and only the part that they wrote', async () => {
  expect(await seen([], '10.0.0.1', '1.2.3.4')).toBe('10.0.0.1');
  expect(await seen(['loopback'], '::ffff:127.0.0.1', '9.9.9.9, 1.2.3.4')).toBe('1.2.3.4');
  expect(await seen(['loopback', '10.0.0.0/8'], '127.0.0.1', 'forged, 1.2.3.4, 10.1.2.3')).toBe('1.2.3.4');
  expect(await seen(['loopback'], '203.0.113.9', '1.2.3.4')).toBe('203.0.113.9');
  expect(await seen(['loopback'], '127.0.0.1', 'nonsense')).toBe('127.0.0.1');
  expect(await seen(['loopback'], '127.0.0.1')).toBe('127.0.0.1');
});
