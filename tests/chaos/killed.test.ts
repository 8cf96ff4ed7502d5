import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { scriptOf } from '../../bench/turns/script.ts';
import { openStore } from '../../src/base/database/store.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { freshFolder } from '../support/fresh-folder.ts';
import { type Fleet, fleet } from './support/fleet.ts';

const conversations = 200;
/** Fewer would prove little: the last conversations begin when so many processes were killed. */
const fewestKills = 3;
const talkers = 32;
const answersBetween = () => 30 + Math.floor(Math.random() * 50);
/** A message that is hit by three kills is parked, as it should be: with more kills than this that happens to innocent ones. */
const mostKills = 8;
const now = Temporal.Instant.from('2026-11-23T07:00:00Z');
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Where the fleet's store is: PostgreSQL for several processes, a folder for one. */
async function place(kind: 'postgres' | 'pglite') {
  if (kind === 'postgres') {
    const { url, drop } = await freshDatabase();
    ends.push(drop);
    return { env: { DATABASE_URL: url }, options: { databaseUrl: url, dataDir: tmpdir() } };
  }
  const { dataDir, drop } = await freshFolder();
  ends.push(drop);
  return { env: { DATA_DIR: dataDir }, options: { dataDir } };
}

/**
 * Every conversation of the script, from start to receipt, while processes are killed under them: each time after some more
 * answers, so that it is the work that is hit, on a fast machine and on a slow one.
 */
async function converse(of: Fleet, processes: number): Promise<number> {
  let running = true;
  let killed = 0;
  const enough = Promise.withResolvers<void>();
  const starting: Promise<number>[] = [];
  const killing = (async () => {
    let after = answersBetween();
    while (running && killed < mostKills) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
      const alive = of.alive();
      // One is always left where there are several: a fleet that only starts has nothing to lose.
      const victim = alive[Math.floor(Math.random() * alive.length)];
      if (of.journal.length < after || victim === undefined || alive.length < Math.max(1, processes - 1)) continue;
      await of.kill(victim);
      killed += 1;
      if (killed === fewestKills) enough.resolve();
      after = of.journal.length + answersBetween();
      starting.push(of.start());
    }
  })();
  const chats = Array.from({ length: conversations }, (_, i) => i + 1);
  const worker = async () => {
    for (let chat = chats.shift(); chat !== undefined; chat = chats.shift()) {
      if (chat > conversations - talkers) await enough.promise;
      const { messages } = scriptOf(chat);
      for (const [at, text] of ['/nhucau', ...messages.slice(1)].entries())
        await of.say(`c${chat}`, text, `c${chat}:${at}`);
    }
  };
  await Promise.all(Array.from({ length: talkers }, worker));
  running = false;
  await killing;
  await Promise.all(starting);
  return killed;
}

describe.each([
  { kind: 'postgres' as const, processes: 3 },
  { kind: 'pglite' as const, processes: 1 },
])('$kind with $processes processes, killed at random moments', ({ kind, processes }) => {
  it('keeps every need once, every number gapless, every reply at least once, twice only where marked', async () => {
    const { env, options } = await place(kind);
    const of = await fleet(env);
    ends.push(() => of.end());
    await of.start({ SEED: String(conversations) });
    for (let i = 1; i < processes; i++) await of.start();
    const killed = await converse(of, processes);
    expect(killed).toBeGreaterThanOrEqual(fewestKills);
    // What the last victims left is taken up by those who live.
    if (of.alive().length === 0) await of.start();
    await expect.poll(() => of.open(), { timeout: 60_000, interval: 100 }).toBe(0);
    await of.end();
    expect(of.alive()).toEqual([]);

    const store = await openStore(options, now);
    ends.push(() => store.close());
    await store.aside(async (sql) => {
      const needs = await sql<{ code: string; n: number }[]>`
        select n.code, count(*) over (partition by i.external)::int as n
        from need n join identity i on i.person_id = n.author_id order by n.code`;
      expect(needs.length).toBe(conversations);
      expect(needs.every((need) => need.n === 1)).toBe(true);
      const numbers = needs.map((need) => Number(need.code.split('-').at(-1))).sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: conversations }, (_, i) => i + 1));
      const parked = await sql`select code, error from inbox where state <> 'done'`;
      expect(parked.map((p) => p['error'])).toEqual([]);

      const arrived = new Map<string, number>();
      for (const { id } of of.journal) arrived.set(id, (arrived.get(id) ?? 0) + 1);
      const deliveries = await sql<{ message_id: string; state: string; unknowns: number }[]>`
        select d.message_id, d.state, d.unknowns from delivery d join chat c on c.id = d.chat_id where c.external like 'c%'`;
      expect(deliveries.filter((d) => d.state !== 'sent')).toEqual([]);
      expect(deliveries.filter((d) => !arrived.has(d.message_id))).toEqual([]);
      const unmarked = deliveries.filter((d) => (arrived.get(d.message_id) ?? 0) > d.unknowns + 1);
      expect(unmarked).toEqual([]);
    });
  });
});
