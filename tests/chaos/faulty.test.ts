import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/base/database/store.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { type Fleet, fleet } from './support/fleet.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function place(kind: 'postgres' | 'pglite') {
  if (kind === 'pglite') {
    const { dataDir, drop } = await freshFolder();
    ends.push(drop);
    return { env: { DATA_DIR: dataDir }, options: { dataDir } };
  }
  const { url, drop } = await freshDatabase();
  ends.push(drop);
  return { env: { DATABASE_URL: url }, options: { databaseUrl: url, dataDir: '.' } };
}

/** Starts processes again as a service manager would, until told to stop. */
function supervise(of: Fleet): () => Promise<void> {
  let running = true;
  const loop = (async () => {
    while (running) {
      if (of.alive().length === 0) await of.start();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return async () => {
    running = false;
    await loop;
  };
}

describe.each(['postgres', 'pglite'] as const)('on %s, a handler that', (kind) => {
  it.each([
    ['kills its process', 'die'],
    ['loops for ever', 'loop'],
  ])('%s is parked after three deaths and harms no other chat', async (_, how) => {
    const { env, options } = await place(kind);
    const of = await fleet({ ...env, WATCHDOG_MS: '1000', CAREFUL_MS: '2000' });
    ends.push(() => of.end());
    await of.start({ SEED: '10' });
    const stop = supervise(of);
    ends.push(stop);
    const bad = of.deliver({ key: 'bad', chat: 'c1', text: `/faulty ${how}` });
    const others = Promise.all(Array.from({ length: 8 }, (_, i) => of.say(`c${i + 2}`, '/faulty ok', `ok${i}`)));
    expect(await bad).toBe('parked');
    expect(await others).toEqual(Array(8).fill('khỏe'));
    await expect
      .poll(() => of.journal.find((s) => s.chat === 'c1')?.text ?? '', { timeout: 5_000 })
      .toContain('Nhịp Cầu chưa xử lý được tin này');
    expect(await of.say('c1', '/faulty ok', 'after')).toBe('khỏe');
    await stop();
    ends.splice(ends.indexOf(stop), 1);
    await of.end();
    const store = await openStore(options, Temporal.Instant.from('2026-11-23T07:00:00Z'));
    ends.push(() => store.close());
    const [row] = await store.aside((sql) => sql`select state, attempts from inbox where key = 'bad'`);
    expect({ ...row }).toEqual({ state: 'parked', attempts: 4 });
  });
});
