import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { dataFolder, follow, runNode, type Service, up } from './support/process.ts';

/** What `npm start` runs, as a demonstration. */
const startedAsDemo = (dataDir: string, env: Record<string, string> = {}): Promise<Service> =>
  up(runNode(['src/start.ts'], { DATA_DIR: dataDir, PORT: '0', DEMO: '1', ...env }));

/** Who answers: the process that the page's stream names. */
async function pidOf(url: string): Promise<number> {
  const answer = await fetch(`${url}/demo/stream`);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  for (;;) {
    said += (await reader.read()).value ?? '';
    const [, pid] = /"pid":(\d+)/.exec(said) ?? [];
    if (pid === undefined) continue;
    await reader.cancel();
    return Number(pid);
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const post = (url: string, path: string, headers: Record<string, string> = { 'x-nhip-cau': '1' }) =>
  fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });

test('a killed service is started again on its port, prints nothing twice, and SIGTERM still ends everything in order', async () => {
  const dataDir = await dataFolder();
  const service = await startedAsDemo(dataDir);
  const first = await pidOf(service.url);
  expect(first).not.toBe(service.child.pid);
  process.kill(first, 'SIGKILL');
  await expect.poll(() => pidOf(service.url).catch(() => first), { timeout: 30_000 }).not.toBe(first);
  const second = await pidOf(service.url);
  expect(alive(first)).toBe(false);
  expect(service.out().match(/^Open /gm)).toHaveLength(1);
  const end = await service.stop();
  expect(end).toMatchObject({ code: 0, signal: null });
  expect(end.ms).toBeLessThan(30_000);
  expect([alive(second), existsSync(join(dataDir, 'lock'))]).toEqual([false, false]);
  expect(service.err()).not.toMatch(/did not stop in order|"fatal"/);
});

test('the page’s button kills the real process, from our own page alone', async () => {
  const service = await startedAsDemo(await dataFolder());
  const first = await pidOf(service.url);
  for (const headers of [
    {},
    { 'x-nhip-cau': '1', 'sec-fetch-site': 'cross-site' },
    { 'x-nhip-cau': '1', origin: 'https://example.org' },
  ]) {
    expect((await post(service.url, '/demo/kill', headers as Record<string, string>)).status).toBe(403);
  }
  expect(await pidOf(service.url)).toBe(first);
  expect((await post(service.url, '/demo/kill')).status).toBe(200);
  await expect.poll(() => alive(first)).toBe(false);
  await expect.poll(() => pidOf(service.url).catch(() => first), { timeout: 30_000 }).not.toBe(first);
  await service.stop();
});

test('without a parent nothing is killed, and a live service has no demonstration', async () => {
  const bare = await up(runNode(['src/main.ts'], { DATA_DIR: await dataFolder(), PORT: '0', DEMO: '1' }));
  expect((await post(bare.url, '/demo/kill')).status).toBe(409);
  await bare.stop();
  const live = await startedAsDemo(await dataFolder(), { DEMO: '0' });
  expect(live.child.pid).toBeDefined();
  for (const path of ['/demo', '/demo/stream', '/demo/people', '/demo/as/officer'])
    expect((await fetch(live.url + path)).status).toBe(404);
  for (const path of ['/demo/kill', '/demo/enter', '/demo/platforms', '/demo/phones/zalo/focal'])
    expect((await post(live.url, path)).status).toBe(404);
  await live.stop();
});

test('a service whose parent is killed stops in order by itself', async () => {
  const dataDir = await dataFolder();
  const service = await startedAsDemo(dataDir);
  const pid = await pidOf(service.url);
  service.child.kill('SIGKILL');
  await expect.poll(() => alive(pid), { timeout: 30_000 }).toBe(false);
  expect(existsSync(join(dataDir, 'lock'))).toBe(false);
});

test('Ctrl+C under npm start reaches parent and service twice and still stops them in order', async () => {
  const dataDir = await dataFolder();
  const npm = spawn('npm', ['start'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DEMO: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const service = await up(follow(npm));
  const pid = await pidOf(service.url);
  process.kill(-npm.pid!, 'SIGINT');
  await service.ended;
  await expect.poll(() => alive(pid)).toBe(false);
  expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  expect(service.err()).not.toMatch(/did not stop in order|"fatal"/);
});

test('what is wrong with a start is said once, with its exit code', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const settings = runNode(['src/start.ts'], { DATA_DIR: folder, PORT: '99999' });
  expect(await settings.ended).toEqual({ code: 1, signal: null });
  expect(settings.err().match(/1 setting is wrong/g)).toHaveLength(1);
  const file = join(folder, 'secret.key');
  writeFileSync(file, '');
  const taken = runNode(['src/start.ts'], { DATA_DIR: file, PORT: '0', DEMO: '1' });
  expect(await taken.ended).toEqual({ code: 1, signal: null });
  expect(taken.err().match(/a file stands in its place/g)).toHaveLength(1);
});
