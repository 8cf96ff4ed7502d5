import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { setFact } from '../../src/base/database/facts.ts';
import { openStore, type Store } from '../../src/base/database/store.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { dataFolder, runService, secretKey, started } from './support/process.ts';

const at = Temporal.Instant.from('2026-11-24T01:00:00Z');

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function emptyDatabase(): Promise<string> {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  return url;
}

/** What a start says that comes to nothing: all on standard error, no stack, exit code 1. */
async function refusal(env: Record<string, string>): Promise<string> {
  const running = runService(env);
  expect(await running.ended, running.err()).toEqual({ code: 1, signal: null });
  expect(running.out()).toBe('');
  expect(running.err()).not.toMatch(/^\s+at /m);
  // What was logged on the way is not what the person reads.
  return running
    .err()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{'))
    .join('\n');
}

async function inStore(options: Parameters<typeof openStore>[0], change: (store: Store) => Promise<unknown>) {
  const store = await openStore(options, at);
  await change(store);
  await store.close();
}

test('a first start says three lines and nothing else, and answers', async () => {
  const dataDir = join(emptyFolder(), 'data');
  const service = await started({ DATA_DIR: dataDir, LOG_LEVEL: 'trace' });
  expect(service.out().split('\n')).toEqual([
    `Nhịp Cầu runs: demonstration, embedded database in ${dataDir}.`,
    `Open ${service.url}/demo`,
    'Stop it with Ctrl+C.',
    '',
  ]);
  for (const path of ['/', '/demo', '/health', '/ready']) expect((await fetch(service.url + path)).status).toBe(200);
  expect(await service.stop()).toMatchObject({ code: 0 });
});

test('several wrong settings: all in one message, each with its mend', async () => {
  const says = await refusal({
    DATA_DIR: emptyFolder(),
    PORT: '99999',
    UNDO_SECONDS: 'long',
    DATABASE_URL: 'mysql://x',
    DEMO: 'x',
  });
  expect(says).toMatch(/^5 settings are wrong \(\.env\.example explains each\):/);
  for (const name of ['PORT', 'UNDO_SECONDS', 'DATABASE_URL', 'DEMO', 'SECRET_KEY'])
    expect(says).toMatch(new RegExp(`^  - ${name} `, 'm'));
});

test('a secret that lies in a file which is not there', async () => {
  expect(await refusal({ DATA_DIR: emptyFolder(), SECRET_KEY_FILE: '/nowhere/key' })).toMatch(/SECRET_KEY_FILE/);
});

/** Somebody else's server. Where another program has the port at the moment, this waits until it is ours for the length of the test. */
async function taken(port: number): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  for (;;) {
    server.listen(port, '127.0.0.1');
    const listening = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (listening) return (server.address() as AddressInfo).port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a busy port: the next free one is taken and said, in the line to open too', async () => {
  const port = await taken(0);
  const service = await started({ DATA_DIR: await dataFolder(), PORT: String(port) });
  expect(service.url).not.toContain(`:${port}`);
  expect(service.err()).toContain(`Port ${port} is busy: answering on ${new URL(service.url).port} instead.`);
});

test('no port free', async () => {
  await taken(65_535);
  expect(await refusal({ DATA_DIR: await dataFolder(), PORT: '65535' })).toBe(
    'No free port from 65535 to 65535 on 127.0.0.1. Set PORT to one that is free.',
  );
});

test('an address of another machine', async () => {
  expect(await refusal({ DATA_DIR: await dataFolder(), HOST: '203.0.113.7' })).toBe(
    '203.0.113.7 is no address of this machine (EADDRNOTAVAIL). Set HOST to one that is, or to 0.0.0.0 for all.',
  );
});

test('a data folder that is a file', async () => {
  const file = join(emptyFolder(), 'data');
  writeFileSync(file, '');
  expect(await refusal({ DATA_DIR: file })).toBe(
    `The folder ${file} can't be used: a file stands in its place. Mend that, or name another folder (DATA_DIR).`,
  );
});

test('a data folder that a living service has', async () => {
  const dataDir = await dataFolder();
  const first = await started({ DATA_DIR: dataDir });
  expect(await refusal({ DATA_DIR: dataDir })).toBe(
    `The data folder ${dataDir} is in use by process ${first.child.pid}. Stop that one first (kill ${first.child.pid}), or give this one a folder of its own (DATA_DIR).`,
  );
  expect((await fetch(`${first.url}/ready`)).status).toBe(200);
});

const dead = spawnSync(process.execPath, ['-e', '']).pid;
test.each([
  ['of a process that is gone', JSON.stringify({ pid: dead, started: '1', boot: null })],
  ['half written', '{"pid":1'],
])('a lock %s is taken over', async (_, lock) => {
  const dataDir = await dataFolder();
  writeFileSync(join(dataDir, 'lock'), lock);
  const service = await started({ DATA_DIR: dataDir });
  expect((await fetch(`${service.url}/ready`)).status).toBe(200);
});

const newer = (store: Store) =>
  store.aside((sql) => sql`insert into migration values ('0099_later', 'x', ${at.toString()})`);
const newerSays =
  'The database was made by a newer version of Nhịp Cầu (it knows 0099_later). Start that version, or restore a backup made before the upgrade into an empty store.';

test('a store of a newer version', async () => {
  const dataDir = await dataFolder();
  await inStore({ dataDir }, newer);
  expect(await refusal({ DATA_DIR: dataDir })).toBe(newerSays);

  const databaseUrl = await emptyDatabase();
  await inStore({ databaseUrl, dataDir: emptyFolder() }, newer);
  expect(await refusal({ DATA_DIR: emptyFolder(), DATABASE_URL: databaseUrl, SECRET_KEY: secretKey })).toBe(newerSays);
});

test('PostgreSQL that does not answer, and one that refuses', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = (server.address() as { port: number }).port;
  server.close();
  const live = { DATA_DIR: emptyFolder(), SECRET_KEY: secretKey };
  expect(await refusal({ ...live, DATABASE_URL: `postgres://me:topsecret@127.0.0.1:${port}/x` })).toBe(
    `The database at 127.0.0.1:${port} does not answer (ECONNREFUSED). Check that it runs and that DATABASE_URL is right.`,
  );

  const there = new URL(await emptyDatabase());
  there.pathname = '/not-there';
  expect(await refusal({ ...live, DATABASE_URL: there.href })).toBe(
    'The database of DATABASE_URL does not exist: create it, or correct the name.',
  );
  there.username = 'nobody';
  expect(await refusal({ ...live, DATABASE_URL: there.href })).toMatch(/^PostgreSQL refuses the login/);
});

test('a database without its key file', async () => {
  const dataDir = await dataFolder();
  await inStore({ dataDir }, async () => {});
  rmSync(join(dataDir, 'secret.key'));
  const file = join(dataDir, 'secret.key');
  expect(await refusal({ DATA_DIR: dataDir })).toBe(
    `The data folder ${dataDir} has a database but its key file ${file} is gone: what the key sealed could not be opened. Put the file back from your copy, or set SECRET_KEY.`,
  );
  writeFileSync(file, 'half a key', { mode: 0o600 });
  expect(await refusal({ DATA_DIR: dataDir })).toMatch(/is damaged/);
});

test('a store that was written with another key', async () => {
  const env = { DATA_DIR: emptyFolder(), DATABASE_URL: await emptyDatabase() };
  await (await started({ ...env, SECRET_KEY: secretKey })).stop();
  const other = 'e'.repeat(64);
  expect(await refusal({ ...env, SECRET_KEY: other })).toMatch(
    /^The store was written with another SECRET_KEY \([0-9a-f]{8}, yours is [0-9a-f]{8}\)\. Set that one; /,
  );
  await (await started({ ...env, SECRET_KEY: other, SECRET_KEY_PREVIOUS: secretKey })).stop();
  await (await started({ ...env, SECRET_KEY: other })).stop();
});

test('a demonstration does not go live, and a live store is no demonstration', async () => {
  const demo = await dataFolder();
  await inStore({ dataDir: demo }, (store) => store.aside((sql) => setFact(sql, 'demo', true, at)));
  expect(await refusal({ DATA_DIR: demo, DEMO: '0' })).toMatch(
    /^This store holds demonstration data, so it can’t go live\. Give the live service an empty DATA_DIR/,
  );

  const live = await dataFolder();
  await inStore({ dataDir: live }, (store) =>
    store.aside(
      (sql) =>
        sql`insert into account (id, channel, name, created_at) values (gen_random_uuid(), 'web', 'web', ${at.toString()})`,
    ),
  );
  const office = await started({ DATA_DIR: live, DEMO: '0' });
  await office.stop();
  await inStore({ dataDir: live }, (store) =>
    store.aside(
      (sql) => sql`
        insert into message (id, chat_id, direction, at, content)
        values (gen_random_uuid(), gen_random_uuid(), 'in', ${at.toString()}, '{}')`,
    ),
  );
  expect(await refusal({ DATA_DIR: live, DEMO: '1' })).toMatch(/^DEMO=1, but this store holds real data\. Set DEMO=0/);
});

const readHolder = (dataDir: string): number | undefined => {
  try {
    return (JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8')) as { pid: number }).pid;
  } catch {
    return undefined;
  }
};

test('a start that was killed while the demonstration was made begins anew', async () => {
  const dataDir = await dataFolder();
  // After the folder is locked: while the database opens, and about when the data are written.
  for (const later of [100, 500, 700]) {
    const first = runService({ DATA_DIR: dataDir });
    await expect.poll(() => readHolder(dataDir), { interval: 5, timeout: 20_000 }).toBe(first.child.pid);
    await new Promise((resolve) => setTimeout(resolve, later));
    first.child.kill('SIGKILL');
    await first.ended;
  }
  const service = await started({ DATA_DIR: dataDir });
  expect(await (await fetch(`${service.url}/demo/people`)).text()).toContain('Co Mạ');
});
