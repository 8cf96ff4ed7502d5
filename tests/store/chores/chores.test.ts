import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { genesis } from '../../../src/base/audit/chain.ts';
import { handOutHead, headsFile, headsIn } from '../../../src/base/audit/hand-out.ts';
import { loadHead } from '../../../src/base/audit/store.ts';
import { backupChore } from '../../../src/base/backup/chore.ts';
import { backupsIn, backupTime } from '../../../src/base/backup/keep.ts';
import { type Chore, keepChores } from '../../../src/base/chores/chores.ts';
import { daily } from '../../../src/base/chores/daily.ts';
import type { Store } from '../../../src/base/database/store.ts';
import { keyring } from '../../../src/base/secrets/keyring.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { storeOfThisFile } from '../audit/open.ts';

let store: Store;
let folder: string;
const keys = keyring(new Uint8Array(32).fill(7));

beforeAll(async () => {
  ({ store } = await storeOfThisFile());
});
beforeEach(async () => {
  await store.aside((sql) => sql`truncate lease, store_fact`);
  folder = mkdtempSync(join(tmpdir(), 'chores-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = <T>(work: Parameters<typeof store.aside<T>>[0]) => store.aside(work);

/** A process that does chores. `failures`: what it was told. */
function keeper(chores: readonly Chore[], clock: FakeClock, alone = true) {
  const failures: string[] = [];
  const kept = keepChores({
    run,
    clock,
    holder: crypto.randomUUID(),
    alone,
    chores,
    failed: (chore, error) => failures.push(`${chore}: ${(error as Error).message}`),
  });
  onTestFinished(() => kept.stop());
  return { ...kept, failures };
}

/** Lets time pass, a minute at a time, so that every look is taken; real statements run in between. */
async function minutes(clock: FakeClock, count: number, until: () => boolean = () => false): Promise<void> {
  for (let i = 0; i < count && !until(); i++) {
    clock.advance({ minutes: 1 });
    await store.aside((sql) => sql`select 1`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Counts how often it was done. */
function counted(due: (clock: FakeClock) => Temporal.Instant | null, clock: FakeClock): Chore & { times: number } {
  return {
    name: 'counted',
    times: 0,
    due: async () => due(clock),
    async run() {
      this.times += 1;
    },
  };
}

test('a chore that fails is told and tried again after a quarter of an hour; the others are done all the same', async () => {
  const clock = fakeClock();
  let tries = 0;
  const broken: Chore = {
    name: 'broken',
    due: async () => clock.now(),
    run: async () => {
      tries += 1;
      throw new Error('no room on the disk');
    },
  };
  const other = counted((at) => at.now(), clock);
  const { failures } = keeper([broken, other], clock);
  await expect.poll(() => other.times).toBeGreaterThan(0);
  expect(failures).toEqual(['broken: no room on the disk']);
  await minutes(clock, 10);
  expect(tries).toBe(1);
  await minutes(clock, 30, () => tries > 1);
  expect(tries).toBe(2);
  expect(other.times).toBeGreaterThan(3);
});

test('of two processes one does the chores; when it stops, the other goes on', async () => {
  const clock = fakeClock();
  const [mine, theirs] = [counted((at) => at.now(), clock), counted((at) => at.now(), clock)];
  const first = keeper([mine], clock, false);
  await expect.poll(() => mine.times).toBeGreaterThan(0);
  keeper([theirs], clock, false);
  await minutes(clock, 30);
  expect(mine.times).toBeGreaterThan(5);
  expect(theirs.times).toBe(0);
  await first.stop();
  await minutes(clock, 60, () => theirs.times > 0);
  expect(theirs.times).toBeGreaterThan(0);
});

test('a daily chore is done once a day, also by a service that is started ten times', async () => {
  const clock = fakeClock();
  let times = 0;
  const chore = () =>
    daily('x', { run, clock }, async () => {
      times += 1;
    });
  for (let i = 0; i < 10; i++) {
    const one = keeper([chore()], clock);
    await expect.poll(() => times).toBeGreaterThan(0);
    await minutes(clock, 3);
    await one.stop();
  }
  expect(times).toBe(1);
  const one = keeper([chore()], clock);
  clock.advance({ hours: 24 });
  await minutes(clock, 20, () => times > 1);
  expect(times).toBe(2);
  await one.stop();
});

test('backups are made by themselves, counted from the newest, and the oldest go', async () => {
  const clock = fakeClock();
  const made: string[] = [];
  const every = Temporal.Duration.from({ hours: 6 });
  const of = {
    store,
    clock,
    keyId: null,
    folder,
    every,
    keep: 2,
    made: ({ path }: { path: string }) => made.push(path),
  };
  const chore = backupChore(of);
  expect(await chore.due()).toEqual(clock.now().add({ minutes: 10 }));
  expect(await backupChore({ ...of, every: null }).due()).toBe(null);
  const stop = new AbortController().signal;
  for (let i = 0; i < 3; i++) {
    await chore.run(stop);
    expect(await chore.due()).toEqual(clock.now().add(every));
    clock.advance({ hours: 6 });
  }
  expect(made).toHaveLength(3);
  const left = await backupsIn(folder);
  expect(left).toEqual(['nhip-cau-20261123T130000Z.backup.gz', 'nhip-cau-20261123T190000Z.backup.gz']);
  expect(left.map(backupTime).map(String)).toEqual(['2026-11-23T13:00:00Z', '2026-11-23T19:00:00Z']);
});

test('a stop ends a backup under way and leaves nothing of it; what a dead process left half done goes with the next', async () => {
  const clock = fakeClock();
  const chore = backupChore({ store, clock, keyId: null, folder, every: null, keep: 2, made: () => {} });
  await expect(chore.run(AbortSignal.abort(new Error('stopping')))).rejects.toThrow('stopping');
  expect(await backupsIn(folder)).toEqual([]);

  mkdirSync(folder, { recursive: true });
  const old = join(folder, 'nhip-cau-20261101T000000Z.backup.gz.body');
  const young = join(folder, 'nhip-cau-20261123T065900Z.backup.gz.part');
  const other = join(folder, 'letter.part');
  const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds / 1000;
  for (const [path, iso] of [
    [old, '2026-11-01T00:00:00Z'],
    [young, '2026-11-23T06:59:00Z'],
    [other, '2026-11-01T00:00:00Z'],
  ] as const) {
    writeFileSync(path, '');
    utimesSync(path, at(iso), at(iso));
  }
  await chore.run(new AbortController().signal);
  const exists = (path: string) => {
    try {
      return readFileSync(path) !== null;
    } catch {
      return false;
    }
  };
  expect([old, young, other].map(exists)).toEqual([false, true, true]);
});

test('the head of the log is handed out, a line each day', async () => {
  const now = Temporal.Instant.from('2026-11-24T03:00:00Z');
  await store.exclusive(async (sql) => {
    await sql.unsafe('begin read write');
    await loadHead(sql, keys);
    await sql.unsafe('commit');
  });
  await run((sql) => handOutHead(sql, folder, now));
  await run((sql) => handOutHead(sql, folder, now.add({ hours: 24 })));
  const none = Buffer.from(genesis).toString('hex');
  expect(readFileSync(headsFile(folder), 'utf8')).toBe(
    `2026-11-24T03:00:00Z 0:${none}\n2026-11-25T03:00:00Z 0:${none}\n`,
  );
  expect(await headsIn(headsFile(folder))).toEqual([
    { seq: 0n, hash: genesis },
    { seq: 0n, hash: genesis },
  ]);
  expect(await headsIn(join(folder, 'none'))).toBe(null);
});
