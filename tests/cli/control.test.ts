import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askService } from '../../src/cli/client.ts';
import { type Answer, UsageError } from '../../src/cli/command.ts';
import { type Control, ControlInUse, serveControl } from '../../src/cli/control.ts';
import { controlPath, mostBytes, type Request } from '../../src/cli/protocol.ts';

let folder: string;
let path: string;
let control: Control | null;
let broken: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'control-'));
  path = controlPath(folder);
  control = null;
  broken = [];
});
afterEach(async () => {
  await control?.close(1_000);
  rmSync(folder, { recursive: true, force: true });
});

const serve = async (run: (call: Request) => Promise<Answer>, at = path) => {
  control = await serveControl({ path: at, run, broken: (error) => broken.push(error) });
  return control;
};
const echo = async (call: Request): Promise<Answer> => ({ ok: true, text: JSON.stringify(call) });
const call = { command: 'echo', args: ['xã Co Mạ', 'a\nb'], cwd: '/somewhere' };

test('a request is answered, whatever letters it has', async () => {
  await serve(echo);
  expect(await askService(path, call)).toEqual({ ok: true, text: JSON.stringify(call) });
});

test('only the owner may use the socket, and it is gone afterwards', async () => {
  const server = await serve(echo);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await server.close(1_000);
  expect(existsSync(path)).toBe(false);
  expect(await askService(path, call)).toBe('nobody');
});

test('nobody there: no folder, no socket, a plain file', async () => {
  expect(await askService(join(folder, 'none', 'control.sock'), call)).toBe('nobody');
  expect(await askService(path, call)).toBe('nobody');
  writeFileSync(path, '');
  expect(await askService(path, call)).toBe('nobody');
});

describe('what a command ends with', () => {
  test('refused, a mistake of the operator, a mistake of ours', async () => {
    const ends: Record<string, () => Promise<Answer>> = {
      refused: async () => ({ ok: false, text: 'no' }),
      usage: async () => {
        throw new UsageError('write it otherwise');
      },
      bug: async () => {
        throw new TypeError('secret detail');
      },
    };
    await serve((of) => ends[of.command]!());
    const ask = (command: string) => askService(path, { ...call, command });
    expect(await ask('refused')).toEqual({ ok: false, error: 'no' });
    expect(await ask('usage')).toEqual({ ok: false, error: 'write it otherwise' });
    expect(await ask('bug')).toEqual({ ok: false, error: 'bug went wrong. The log of the service says how.' });
    expect(broken.map(String)).toEqual(['TypeError: secret detail']);
  });

  test('several at once do not wait for each other', async () => {
    let free = () => {};
    const first = new Promise<void>((resolve) => {
      free = resolve;
    });
    await serve(async ({ command }) => {
      if (command === 'slow') await first;
      return { ok: true, text: command };
    });
    const slow = askService(path, { ...call, command: 'slow' });
    expect(await askService(path, { ...call, command: 'quick' })).toEqual({ ok: true, text: 'quick' });
    free();
    expect(await slow).toEqual({ ok: true, text: 'slow' });
  });

  test('what is in work when the service stops is answered if it ends in time, else cut', async () => {
    let free = () => {};
    const wait = new Promise<void>((resolve) => {
      free = resolve;
    });
    const started = Promise.withResolvers<void>();
    const server = await serve(async () => {
      started.resolve();
      await wait;
      return { ok: true, text: 'in time' };
    });
    const asked = askService(path, call);
    await started.promise;
    const closing = server.close(5_000);
    free();
    await closing;
    expect(await asked).toEqual({ ok: true, text: 'in time' });

    const never = await serve(() => new Promise(() => {}));
    const cut = askService(path, call);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await never.close(20);
    expect(await cut).toBe('silent');
  });
});

/** What the server says to these bytes. */
const raw = (bytes: string | Buffer): Promise<string> =>
  new Promise((resolve) => {
    const socket = createConnection(path, () => socket.write(bytes));
    let said = '';
    socket.on('data', (piece) => {
      said += piece;
      socket.end();
    });
    socket.on('close', () => resolve(said));
    socket.on('error', () => resolve(said));
  });

test.each(['hello\n', '{}\n', '[1]\n', '{"command":1,"args":[],"cwd":""}\n', '\n'])(
  '%j is no request',
  async (bytes) => {
    await serve(echo);
    expect(JSON.parse(await raw(bytes))).toMatchObject({
      ok: false,
      error: expect.stringContaining('request is none'),
    });
  },
);

test('a request that does not end is cut off, and the next one is served', async () => {
  await serve(echo);
  expect(await raw(Buffer.alloc(mostBytes + 10, 'x'))).toBe('');
  expect(await askService(path, call)).toMatchObject({ ok: true });
});

describe('the place', () => {
  test('a socket that a killed service left is replaced', async () => {
    const dead = createServer().listen(path);
    await new Promise((resolve) => dead.once('listening', resolve));
    // As after SIGKILL: the file stays, nobody listens.
    const kept = join(folder, 'kept');
    const { linkSync } = await import('node:fs');
    linkSync(path, kept);
    await new Promise((resolve) => dead.close(resolve));
    linkSync(kept, path);
    expect(await askService(path, null)).toBe('nobody');
    await serve(echo);
    expect(await askService(path, call)).toMatchObject({ ok: true });
  });

  test('a socket that a live service has is not', async () => {
    await serve(echo);
    const second = serveControl({ path, run: echo, broken: () => {} });
    await expect(second).rejects.toThrow(ControlInUse);
    await expect(second).rejects.toThrow(/Another service listens/);
    expect(await askService(path, call)).toMatchObject({ ok: true });
  });

  test.runIf(existsSync('/proc/self/fd'))('a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'x'.repeat(80), 'y'.repeat(80));
    mkdirSync(deep, { recursive: true });
    const far = controlPath(deep);
    await serve(echo, far);
    expect(statSync(far).mode & 0o777).toBe(0o600);
    expect(await askService(far, call)).toMatchObject({ ok: true });
  });
});
