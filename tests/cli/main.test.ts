import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceCommands } from '../../src/cli/commands.ts';
import { type Control, serveControl } from '../../src/cli/control.ts';
import { help } from '../../src/cli/help.ts';
import { serviceNames, split } from '../../src/cli/names.ts';
import { controlPath, type Request } from '../../src/cli/protocol.ts';
import { keepCompiled } from '../support/compiled.ts';

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
const asked: Request[] = [];
let control: Control;

beforeAll(async () => {
  control = await serveControl({
    path: controlPath(folder),
    broken: () => {},
    run: async (call) => {
      asked.push(call);
      return call.command === 'doctor' ? { ok: false, text: 'FAULT' } : { ok: true, text: 'Đã xong' };
    },
  });
});
afterAll(async () => {
  await control.close(1_000);
  rmSync(folder, { recursive: true, force: true });
});

/** What the operator sees, and the exit code. */
function cli(words: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const all = { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, ...keepCompiled, ...env };
    execFile(process.execPath, [program, ...words], { env: all }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out: out.trim(), err: err.trim() }),
    );
  });
}

test('a command reaches the service with its words and the folder where it was typed', async () => {
  expect(await cli(['backup', 'hôm nay.gz'], { INIT_CWD: '/srv/backups' })).toEqual({
    code: 0,
    out: 'Đã xong',
    err: '',
  });
  expect(await cli(['office', 'set', 'phone=1'])).toMatchObject({ code: 0 });
  expect(asked).toEqual([
    { command: 'backup', args: ['hôm nay.gz'], cwd: '/srv/backups' },
    { command: 'office set', args: ['phone=1'], cwd: process.cwd() },
  ]);
});

test('what is wrong ends with code 1', async () => {
  expect(await cli(['doctor'])).toEqual({ code: 1, out: '', err: 'FAULT' });
});

test('no service: says where it was looked for and what to do', async () => {
  const { code, err } = await cli(['doctor'], { DATA_DIR: join(folder, 'elsewhere') });
  expect(code).toBe(1);
  expect(err).toContain(`Nhịp Cầu does not run with DATA_DIR=${join(folder, 'elsewhere')}`);
  expect(err).toContain('Start it (npm start)');
});

test('a restore beside a running service is refused', async () => {
  expect(await cli(['restore', 'x.gz'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('The service runs. Stop it first'),
  });
});

test.each([
  [['restore', 'none.gz'], { DATA_DIR: join(folder, 'new') }, /^There is no file .*none\.gz\.$/],
  [['doctor'], { PORT: 'x' }, /^1 setting is wrong/],
  [['docter'], {}, /Did you mean doctor\?/],
  [['audit'], {}, /Did you mean audit verify\?/],
])('%j: a sentence, no stack', async (words, env, says) => {
  const { code, err } = await cli(words, env);
  expect(code).toBe(1);
  expect(err).toMatch(says);
  expect(err).not.toMatch(/\n {4}at /);
});

test('help needs no service and no settings', async () => {
  const { code, out } = await cli([], { PORT: 'x' });
  expect(code).toBe(0);
  for (const name of ['help', 'doctor', 'invite', 'office set', 'units import', 'backup', 'restore', 'audit verify'])
    expect(out).toContain(`  ${name}`);
  expect((await cli(['invite', '--help'])).out).toContain('focal_point "Lò Văn Minh"');
  expect(help(['nothing'])).toMatchObject({ ok: false });
});

test.each([
  [['audit', 'verify', 'x'], { command: 'audit verify', args: ['x'] }],
  [['backup', 'verify'], { command: 'backup', args: ['verify'] }],
  [[], { command: 'help', args: [] }],
])('%j is split', (words, into) => {
  expect(split(words)).toEqual(into);
});

test('the names that are typed are those of the commands', () => {
  expect(serviceCommands.map(({ name }) => name)).toEqual(serviceNames);
});
