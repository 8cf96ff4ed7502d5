import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../support/fresh-database.ts';
import { visitor } from './support/browser.ts';
import { cli, dataFolder, secretKey, started } from './support/process.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function database(): Promise<string> {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  return url;
}

const office = [
  'name_vi=Sở Ngoại vụ tỉnh Sơn La',
  'name_en=Department of Foreign Affairs',
  'province_vi=tỉnh Sơn La',
  'province_en=Sơn La province',
  'address=Số 1, phường Tô Hiệu',
  'phone=0212 3000 100',
  'email=songoaivu@example.org',
  'data_officer=Lò Thị Hương',
  'data_officer_phone=0212 3000 102',
  'duty_phone=0212 3000 199',
];

/** What an operator does from the first start of a live service to its restore elsewhere. */
async function wholeLife(env: Record<string, string>, elsewhere: Record<string, string>): Promise<void> {
  const service = await started(env);
  const ask = async (...words: string[]) => {
    const { code, text } = await cli(words, env);
    expect(code, text).toBe(0);
    return text;
  };
  expect(await ask('doctor')).toMatch(/real data[\s\S]*office +not set yet/);
  expect(await ask('office', 'set', ...office)).toContain('duty_phone=0212 3000 199');
  expect(await ask('units', 'import')).toMatch(/^\d+ units were made; there are \d+ now\.$/);
  // The snapshot of names follows within seconds.
  await expect
    .poll(async () => (await cli(['invite', 'sở y tế', 'focal_point', 'Lò Văn Minh'], env)).code, { timeout: 15_000 })
    .toBe(0);
  const code = /^[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await ask('invite', 'officer', 'Quàng Văn Minh'))![0];
  const officer = await visitor(() => service.url);
  expect(await officer.say(code, 'message-1')).toBe(200);
  expect(JSON.stringify(await officer.history())).toContain('Mã đúng: Sở Ngoại vụ, chuyên viên.');

  const file = join(emptyFolder(), 'store.gz');
  expect(await ask('backup', file)).toContain('SECRET_KEY is not in it');
  const head = /\d+:[0-9a-f]{64}/.exec(await ask('audit', 'verify'))![0];
  const heads = join(emptyFolder(), 'heads.txt');
  writeFileSync(heads, `2026-11-24T00:00:00Z ${head}\n`);
  expect(await ask('audit', 'verify', heads)).toMatch(/^The log is whole/);
  expect(await cli(['restore', file], env)).toMatchObject({
    code: 1,
    text: expect.stringMatching(/^The service runs/),
  });
  expect(await cli(['invite', 'nobody'], env)).toMatchObject({ code: 1, text: expect.stringMatching(/^Say for whom/) });
  await service.stop();

  expect(await cli(['doctor'], env)).toMatchObject({ code: 1, text: expect.stringMatching(/^Nhịp Cầu does not run/) });
  expect(await cli(['restore', file], env)).toMatchObject({
    code: 1,
    text: expect.stringMatching(/^The store is not empty/),
  });
  const restored = await cli(['restore', file], elsewhere);
  expect(restored, restored.text).toMatchObject({ code: 0, text: expect.stringMatching(/^Restored: \d+ tables/) });
  const second = await started(elsewhere);
  const there = await cli(['audit', 'verify', head], elsewhere);
  expect(there.text).toMatch(/^The log is whole/);
  expect((await cli(['office', 'set'], elsewhere)).text).toContain('email=songoaivu@example.org');
  await second.stop();
}

describe("the operator's commands beside a real service", () => {
  test('embedded database, restored into PostgreSQL', async () => {
    await wholeLife(
      { DATA_DIR: await dataFolder(), DEMO: '0' },
      { DATABASE_URL: await database(), SECRET_KEY: secretKey, DATA_DIR: join(emptyFolder(), 'data') },
    );
  });

  test('PostgreSQL, restored into the embedded database', async () => {
    const dataDir = join(emptyFolder(), 'made', 'by itself');
    await wholeLife(
      { DATABASE_URL: await database(), DATABASE_SCHEMA: 'sonla', SECRET_KEY: secretKey, DATA_DIR: dataDir },
      { DATA_DIR: await dataFolder(), DEMO: '0' },
    );
  });
});

test('with PostgreSQL the data folder holds nothing but the door, for its owner alone, and a second service there is refused', async () => {
  const dataDir = join(emptyFolder(), 'data');
  const env = { DATABASE_URL: await database(), SECRET_KEY: secretKey, DATA_DIR: dataDir };
  const service = await started(env);
  const door = join(dataDir, 'control.sock');
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(door).mode & 0o777).toBe(0o600);
  await expect(started(env)).rejects.toThrow(
    `ended with 1: Another service listens at ${door}. Stop it first, or use a DATA_DIR of its own.\n`,
  );
  expect((await cli(['doctor'], env)).code).toBe(0);
  await service.stop();
  expect(existsSync(door)).toBe(false);

  // What a killed one left is replaced.
  const killed = await started(env);
  await killed.stop('SIGKILL');
  expect(existsSync(door)).toBe(true);
  await started(env);
  expect((await cli(['doctor'], env)).code).toBe(0);
});

test('chores run by themselves: the head of the log is in the folder of the backups soon after the start', async () => {
  const backups = join(emptyFolder(), 'backups');
  const env = { DATA_DIR: await dataFolder(), BACKUP_DIR: backups };
  const service = await started(env);
  const file = join(backups, 'audit-heads.txt');
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toMatch(/^\S+Z \d+:[0-9a-f]{64}\n$/);
  expect((await cli(['audit', 'verify', file], env)).text).toMatch(/^The log is whole/);
  expect(service.err()).not.toContain('"error"');
});
