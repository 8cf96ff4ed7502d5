import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../../src/base/database/store.ts';
import type { Id } from '../../src/base/ids.ts';
import { systemClock } from '../../src/base/time/clock.ts';
import { type Emulator, openEmulator } from '../emulators/telegram/emulator.ts';
import { crowd } from '../support/crowd.ts';
import { startPostgres } from '../support/postgres.ts';
import { judge } from './judge.ts';
import { freePort, type ServiceProcess, serviceProcess } from './service.ts';
import { type Talk, talk } from './talk.ts';

const publicUrl = 'https://nhipcau.test';

/**
 * The real program on PostgreSQL against the emulator of the Bot API: many people chat for some minutes while answers are lost,
 * connections cut, updates doubled, 429s given, the process killed (once a minute, ten times in ten) and the mode switched once.
 * The emulator's journal is the judge. @returns whether nothing was lost, doubled or out of order
 */
export async function telegram(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: 'string', default: '10' }, people: { type: 'string', default: '200' } },
  });
  const minutes = Number(values.minutes);
  const people = Number(values.people);
  if (!(minutes >= 0.5 && minutes <= 60 && people >= 1 && people <= 2_000))
    throw new Error('--minutes from 0.5 to 60, --people from 1 to 2000');

  const folder = mkdtempSync(join(tmpdir(), 'nhip-cau-soak-'));
  const postgres = await startPostgres({ durable: false });
  const port = await freePort();
  const emulator = await openEmulator({
    route: (url) => url.replace(publicUrl, `http://127.0.0.1:${port}`),
    perChat: 20,
    againMs: 200,
  });
  const databaseUrl = await postgres.createDatabase('soak');
  const service = serviceProcess({
    DATABASE_URL: databaseUrl,
    SECRET_KEY: Buffer.alloc(32, 5).toString('base64'),
    DATA_DIR: folder,
    DEMO: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    BACKUP_EVERY: 'off',
    LOG_LEVEL: 'error',
    TELEGRAM_BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.url,
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-for-the-soak-0123456789',
    TELEGRAM_MODE: 'polling',
  });
  try {
    console.log(`${people} people, ${minutes} minutes`);
    await service.start();
    const talks: Talk[] = Array.from({ length: people }, (_, i) => ({
      person: emulator.person(`Người ${i + 1}`),
      codes: [],
      faults: [],
      messages: 0,
      waits: [],
    }));
    const before = await link(databaseUrl, folder, talks);
    // Names of units are read once a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const kills = await during(emulator, service, talks, minutes);
    return judge({ emulator, talks, before, kills, errors: service.errors });
  } finally {
    await service.stop();
    await emulator.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Links every person's chat to a focal point of a unit of its own. @returns how many needs there were before */
async function link(databaseUrl: string, dataDir: string, talks: readonly Talk[]): Promise<number> {
  const store = await openStore({ databaseUrl, dataDir }, systemClock.now());
  try {
    return await store.aside(async (sql) => {
      const [account] = await sql<{ id: Id<'account'> }[]>`select id from account where channel = 'telegram'`;
      const chat = (n: number) => talks[n - 1]!.person.chat;
      await crowd({ raw: sql as never, now: systemClock.now() }, account!.id, talks.length, chat);
      const [last] = await sql<
        { n: number }[]
      >`select coalesce(max(split_part(code, '-', 3)::int), 0)::int as n from need`;
      return last!.n;
    });
  } finally {
    await store.close();
  }
}

/** Lets them chat while things go wrong; ends when everybody has brought the last step to its end. @returns how often the process was killed */
async function during(
  emulator: Emulator,
  service: ServiceProcess,
  talks: readonly Talk[],
  minutes: number,
): Promise<number> {
  const totalMs = minutes * 60_000;
  const began = performance.now();
  const over = () => performance.now() - began > totalMs;
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  Object.assign(emulator.faults, { duplicates: 0.02, serverErrors: 0.02, cuts: 0.01, limited: 0.001 });
  const chatting = talks.map((one, i) => talk(one, i + 1, over, () => 1_500 + Math.random() * 5_000));

  const wanted = Math.max(2, Math.round(minutes));
  let kills = 0;
  let mode = 'polling';
  for (let n = 1; n <= wanted; n++) {
    await sleep(Math.max(0, (totalMs * n) / (wanted + 1) - (performance.now() - began)));
    await service.kill();
    kills += 1;
    if (mode === 'polling' && n > wanted / 2) {
      // The switch: started, then stopped in order and started in the other mode.
      await service.start({ TELEGRAM_MODE: mode });
      await sleep(1_000);
      await service.stop();
      mode = 'webhook';
    }
    await service.start({ TELEGRAM_MODE: mode });
    emulator.faults.limitedUntil = performance.now() + 2_000;
    console.log(`${Math.round((performance.now() - began) / 1000)} s: killed ${kills} times, ${mode}`);
  }
  await Promise.all(chatting);
  Object.assign(emulator.faults, { duplicates: 0, serverErrors: 0, cuts: 0, limited: 0 });
  for (let waited = 0; emulator.pending() > 0 && waited < 60_000; waited += 100) await sleep(100);
  await sleep(2_000);
  return kills;
}
