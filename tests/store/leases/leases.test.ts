import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/base/database/store.ts';
import { type LeaseEnd, type LeaseOf, withLease } from '../../../src/base/leases/lease.ts';
import { beatLease, type Run, readLease } from '../../../src/base/leases/store.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { storeOfThisFile } from '../audit/open.ts';

const forMs = 8000;
let store: Store;
let busy = 0;
/** Everybody's clocks move together, but for what a test does to one of them. */
let clocks: FakeClock[] = [];

beforeAll(async () => {
  ({ store } = await storeOfThisFile());
});
beforeEach(async () => {
  clocks = [];
  await store.aside((sql) => sql`truncate lease`);
});

/** Waits until nothing is under way in the database and nobody has more to do before time moves. */
async function quiet(): Promise<void> {
  for (let still = 0; still < 20; still++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (busy > 0) still = 0;
  }
}
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    for (const clock of clocks) clock.advance({ milliseconds: Math.min(left, 500) });
    await quiet();
  }
}

/** A process with clocks of its own. */
function process(holder: string, at = '2026-11-23T07:00:00Z', also: Partial<LeaseOf> = {}) {
  const clock = fakeClock(Temporal.Instant.from(at));
  clocks.push(clock);
  const of = {
    clock,
    working: false,
    /** The database does not answer it. */
    cut: false,
    fence: 0n,
    end: undefined as LeaseEnd | undefined,
    finish: () => {},
    dead: false,
    run: (async (work) => {
      if (of.dead) return new Promise(() => {});
      if (of.cut) throw Object.assign(new Error('cut off'), { code: 'ECONNRESET' });
      busy += 1;
      try {
        return await store.aside(work);
      } finally {
        busy -= 1;
      }
    }) as Run,
    start() {
      const work = (stop: AbortSignal, fence: bigint) =>
        new Promise<void>((resolve) => {
          of.working = true;
          of.fence = fence;
          of.finish = () => {
            of.working = false;
            resolve();
          };
          if (stop.aborted) of.finish();
          stop.addEventListener('abort', of.finish);
        });
      return withLease(of.run, clock, { name: 'poller', holder, forMs, ...also }, work).then((end) => {
        of.end = end;
        return end;
      });
    },
  };
  return of;
}

describe('two processes', () => {
  test('the first works, the second waits, and takes over soon after it is given back', async () => {
    const [a, b] = [process('a'), process('b')];
    void a.start();
    await quiet();
    void b.start();
    await pass(60_000);
    expect([a.working, b.working]).toEqual([true, false]);
    a.finish();
    await pass(forMs / 2);
    expect([a.end, a.working, b.working]).toEqual(['done', false, true]);
    expect(b.fence).toBeGreaterThan(a.fence);
    b.finish();
    await quiet();
    expect(b.end).toBe('done');
    expect(await store.aside((sql) => readLease(sql, 'poller'))).toMatchObject({ holder: null });
  });

  test('of ten that start together one works', async () => {
    const all = Array.from({ length: 10 }, (_, i) => process(`p${i}`));
    for (const one of all) void one.start();
    await pass(20_000);
    expect(all.filter((one) => one.working)).toHaveLength(1);
  });

  test('a dead holder is followed after the lease time, not before', async () => {
    const [a, b] = [process('a'), process('b')];
    void a.start();
    await quiet();
    void b.start();
    await pass(3000);
    a.dead = true;
    a.clock.advance = () => {};
    await pass(forMs - 2000);
    expect(b.working).toBe(false);
    await pass(2000 + forMs / 4);
    expect(b.working).toBe(true);
  });

  test('who comes after the holder died waits as long: it knows only what it has seen', async () => {
    const a = process('a');
    void a.start();
    await quiet();
    a.dead = true;
    a.clock.advance = () => {};
    await pass(60_000);
    const b = process('b');
    void b.start();
    await pass(forMs - 500);
    expect(b.working).toBe(false);
    await pass(500 + forMs / 4);
    expect(b.working).toBe(true);
  });

  test('a holder that the database does not answer stops before another may begin', async () => {
    const [a, b] = [process('a'), process('b')];
    void a.start();
    await quiet();
    void b.start();
    await pass(3000);
    a.cut = true;
    for (let i = 0; i < 40; i++) {
      await pass(500);
      expect(a.working && b.working).toBe(false);
    }
    expect([a.end, b.working]).toEqual(['lost', true]);
  });

  test('a holder that was frozen and robbed meanwhile learns it with its next beat', async () => {
    const [a, b] = [process('a'), process('b')];
    void a.start();
    await quiet();
    void b.start();
    const { advance } = a.clock;
    a.clock.advance = () => {};
    await pass(20_000);
    expect(b.working).toBe(true);
    a.clock.advance = advance;
    await pass(forMs / 4);
    expect([a.working, a.end, b.working]).toEqual([false, 'lost', true]);
    expect(b.fence).toBeGreaterThan(a.fence);
  });
});

describe('wrong wall clocks steal nothing', () => {
  test.each(['2001-01-01T00:00:00Z', '2099-01-01T00:00:00Z'])('a second process that lives in %s', async (at) => {
    const [a, b] = [process('a'), process('b', at)];
    void a.start();
    await quiet();
    void b.start();
    await pass(60_000);
    expect([a.working, b.working]).toEqual([true, false]);
  });

  test('a wall clock that jumps, at either, forwards', async () => {
    const [a, b] = [process('a'), process('b')];
    void a.start();
    await quiet();
    void b.start();
    for (const one of [a, b, b, a]) {
      one.clock.jump(one.clock.now().add({ hours: 24 * 365 }));
      await pass(3000);
      expect([a.working, b.working]).toEqual([true, false]);
    }
  });
});

test('stop ends the waiting, and the work', async () => {
  const stop = new AbortController();
  const [a, b] = [process('a', undefined, { stop: stop.signal }), process('b', undefined, { stop: stop.signal })];
  void a.start();
  await quiet();
  void b.start();
  await pass(3000);
  stop.abort();
  await quiet();
  expect([a.end, b.end]).toEqual(['done', 'stopped']);
  expect(await store.aside((sql) => readLease(sql, 'poller'))).toMatchObject({ holder: null });
});

test('what the work throws comes out, and the lease is free', async () => {
  const { clock, run } = process('a');
  const failed = withLease(run, clock, { name: 'poller', holder: 'a', forMs }, () => Promise.reject(new Error('bug')));
  await expect(failed).rejects.toThrow('bug');
  expect(await store.aside((sql) => readLease(sql, 'poller'))).toMatchObject({ holder: null });
});

test('a database that is away is waited for', async () => {
  const a = process('a');
  a.cut = true;
  void a.start();
  await pass(30_000);
  expect(a.working).toBe(false);
  a.cut = false;
  await pass(forMs / 4);
  expect(a.working).toBe(true);
});

test('alone on the embedded database: what a dead process left is taken at once, what this one holds is not', async () => {
  const dead = process('old');
  void dead.start();
  await quiet();
  dead.dead = true;
  dead.clock.advance = () => {};
  const [a, again] = [process('new', undefined, { alone: true }), process('new', undefined, { alone: true })];
  void a.start();
  await quiet();
  expect(a.working).toBe(true);
  void again.start();
  await pass(60_000);
  expect([a.working, again.working]).toEqual([true, false]);
});

test('a holder that is known to be gone is not waited for, one that lives is', async () => {
  const dead = process('old');
  void dead.start();
  await quiet();
  dead.dead = true;
  dead.clock.advance = () => {};
  const [a, other] = [
    process('new', undefined, { gone: (holder) => holder === 'old' }),
    process('newer', undefined, { gone: (holder) => holder === 'old' }),
  ];
  void a.start();
  await quiet();
  expect(a.working).toBe(true);
  void other.start();
  await pass(60_000);
  expect([a.working, other.working]).toEqual([true, false]);
});

test('a beat of another claim is refused', async () => {
  const a = process('a');
  void a.start();
  await quiet();
  expect(await store.aside((sql) => beatLease(sql, 'poller', 'a', a.clock.now()))).toBe(false);
});
