import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/fresh-database.ts';
import { type Visitor, visitor } from './support/browser.ts';
import { dataFolder, follow, secretKey, started, up } from './support/process.ts';

test('SIGTERM ends it in order: nothing is left in the folder but data and key, and the next start knows of no crash', async () => {
  const dataDir = await dataFolder();
  const service = await started({ DATA_DIR: dataDir });
  await visitor(() => service.url);
  expect(await service.stop()).toMatchObject({ code: 0, signal: null });
  expect(
    readdirSync(dataDir)
      .filter((name) => name !== 'backups')
      .sort(),
  ).toEqual(['pglite', 'secret.key']);
  expect(service.err()).not.toMatch(/did not stop in order|"error"|"fatal"/);
});

/**
 * 50 visitors say one thing after the other, the next when the last was answered, until the stop refuses one: 50 requests are
 * in flight all the time, and so at the moment of the signal. What was acknowledged is there afterwards, once.
 */
async function stoppedInFlight(env: Record<string, string>): Promise<void> {
  let service = await started(env);
  const people = await Promise.all(Array.from({ length: 50 }, () => visitor(() => service.url)));
  const sent: { person: Visitor; key: string; text: string; status: number | undefined }[] = [];
  const inFlight = () => sent.filter(({ status }) => status === undefined).length;
  const stopped = Promise.withResolvers<{ readonly inFlight: number; readonly end: ReturnType<typeof service.stop> }>();
  let answered = 0;
  const saying = people.map(async (person, p) => {
    for (let n = 0; ; n++) {
      const one = {
        person,
        key: `message-${p}-${n}`,
        text: `tin số ${p}-${n}`,
        status: undefined as number | undefined,
      };
      sent.push(one);
      one.status = await person.say(one.text, one.key);
      if (one.status !== 200) return;
      answered += 1;
      if (answered === 21) stopped.resolve({ inFlight: inFlight(), end: service.stop() });
    }
  });
  const at = await stopped.promise;
  // All but the one who has just been answered.
  expect(at.inFlight).toBe(people.length - 1);
  await Promise.all(saying);
  const end = await at.end;
  expect(end.code).toBe(0);
  expect(end.ms).toBeLessThan(30_000);
  for (const { status } of sent) expect([200, 503, 0]).toContain(status);

  service = await started(env);
  const there = async () => {
    const all = await Promise.all(people.map((person) => person.history()));
    return all.flat().flatMap((one) => (one.from === 'me' ? [one.lines.join(' ')] : []));
  };
  const kept = await there();
  for (const { text, status } of sent) {
    const times = kept.filter((one) => one === text).length;
    if (status === 200) expect(times, `${text}, acknowledged`).toBe(1);
    else expect(times, text).toBeLessThanOrEqual(1);
  }
  // The page sends again what was not acknowledged, under the same key.
  const again = await Promise.all(sent.map(({ person, text, key }) => person.say(text, key)));
  expect(again.every((state) => state === 200)).toBe(true);
  expect((await there()).sort()).toEqual(sent.map(({ text }) => text).sort());
}

test('SIGTERM with 50 requests in flight loses nothing: embedded database', async () => {
  await stoppedInFlight({ DATA_DIR: await dataFolder(), DEMO: '0' });
});

test('SIGTERM with 50 requests in flight loses nothing: PostgreSQL', async () => {
  const { url, drop } = await freshDatabase();
  await stoppedInFlight({ DATA_DIR: await dataFolder(), DATABASE_URL: url, SECRET_KEY: secretKey });
  await drop();
});

test('a second Ctrl+C ends at once what hangs', async () => {
  // A request that is never answered keeps the web part for its whole time.
  const service = await started(
    { DATA_DIR: await dataFolder() },
    `import http from 'node:http'; const own = http.Server.prototype.close; http.Server.prototype.close = function () { return this; };`,
  );
  service.child.kill('SIGINT');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(service.child.exitCode).toBe(null);
  const from = performance.now();
  service.child.kill('SIGINT');
  expect(await service.ended).toEqual({ code: 1, signal: null });
  expect(performance.now() - from).toBeLessThan(3_000);
});

test('a part that hangs is left behind in its time, and said', async () => {
  const service = await started(
    { DATA_DIR: await dataFolder() },
    `import http from 'node:http'; http.Server.prototype.close = function () { return this; };`,
  );
  const end = await service.stop();
  expect(end).toMatchObject({ code: 0, signal: null });
  expect(end.ms).toBeLessThan(30_000);
  expect(service.err()).toMatch(/"part":"web".*did not stop in order/);
});

test('Ctrl+C under npm start reaches the process twice and still stops it in order', async () => {
  const dataDir = await dataFolder();
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DEMO: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // As a terminal does: a process group of its own, to which the key's signal goes as a whole.
    detached: true,
  });
  const service = await up(follow(npm));
  process.kill(-npm.pid!, 'SIGINT');
  await service.ended;
  await expect.poll(() => existsSync(join(dataDir, 'lock'))).toBe(false);
  expect(
    readdirSync(dataDir)
      .filter((name) => name !== 'backups')
      .sort(),
  ).toEqual(['pglite', 'secret.key']);
  expect(service.err()).toContain('stopping');
});

test.each([
  ['a promise that nobody looks at', `process.on('SIGUSR2', () => void Promise.reject(new Error('số 0912 345 678')))`],
  ['an error that nobody catches', `process.on('SIGUSR2', () => { throw new Error('số 0912 345 678'); })`],
])('%s ends the process, said once, without what it was about', async (_, imports) => {
  const service = await started({ DATA_DIR: await dataFolder() }, imports);
  expect(await service.stop('SIGUSR2')).toMatchObject({ code: 1, signal: null });
  const lines = service.err().trim().split('\n');
  expect(lines.filter((line) => line.includes('"fatal"'))).toHaveLength(1);
  expect(service.err()).not.toContain('0912 345 678');
});
