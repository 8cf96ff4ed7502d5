import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Databases, databasesAt } from './databases.ts';
import { memoryOrDisk } from './memory.ts';
import { handOver, postgresBinaries, serverAccount } from './postgres-binaries.ts';

/** How a server is started. */
export interface PostgresOptions {
  /** `true`: every commit reaches the disk, for figures. `false`: nothing is synced, in memory where it has room, for tests. */
  readonly durable: boolean;
  /** Further server settings, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running PostgreSQL of our own, empty but for what `createDatabase` made. */
export interface PostgresServer extends Omit<Databases, 'end'> {
  /** The address of the maintenance database. */
  readonly url: string;
  /** Stops the server and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL 18 from the binaries that npm brought, on a free port of 127.0.0.1 without a password.
 * Works as root (the server then runs as `nobody`) and as an ordinary user. It ends with this process, even when that
 * one is killed, and its data with it.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const scratch = await mkdtemp(join(options.durable ? tmpdir() : await memoryOrDisk(), 'nhip-cau-postgres-'));
  await handOver(scratch);
  const bin = await postgresBinaries(scratch);
  const data = join(scratch, 'data');
  await initdb(join(bin, 'initdb'), data);
  const { supervisor, port } = await listen(join(bin, 'postgres'), data, scratch, options);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const { end: disconnect, ...databases } = databasesAt(url);
  return {
    url,
    ...databases,
    stop: async () => {
      await disconnect();
      await end(supervisor);
    },
  };
}

// Messages in English, because the launcher reads them; cwd because `nobody` may not be able to enter ours.
const environment = { ...serverAccount, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };

async function initdb(program: string, data: string): Promise<void> {
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  await promisify(execFile)(
    program,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', ...locale],
    environment,
  );
}

// Waits for the end of its input, which comes when our process ends in whatever way, then stops the server and tidies up.
// Both signals: a server that has just been started ignores INT (so the shell starts it) and obeys TERM; later TERM
// waits for clients and INT does not.
const supervise = `dir=$1; shift; "$@" & server=$!; cat >/dev/null
kill -TERM $server; kill -INT $server; wait $server; rm -rf "$dir"`;

async function listen(program: string, data: string, scratch: string, options: PostgresOptions, attempts = 5) {
  const port = await freePort();
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [program, '-D', data, '-p', `${port}`, ...flags];
  const supervisor = spawn('/bin/sh', ['-c', supervise, 'sh', scratch, ...command], {
    ...environment,
    stdio: ['pipe', 'ignore', 'pipe'],
    // Of its own session: Ctrl-C in a terminal would otherwise kill the supervisor before it has tidied up.
    detached: true,
  });
  const failure = await ready(supervisor);
  if (failure === undefined) {
    // From here on nothing of the server keeps our process alive.
    for (const handle of [supervisor, supervisor.stdin, supervisor.stderr]) (handle as { unref?(): void }).unref?.();
    return { supervisor, port };
  }
  if (attempts > 1 && failure.includes('Address already in use')) {
    // The port was taken between our look and the start. The data stay: only the server of this attempt is gone.
    process.kill(-supervisor.pid!, 'SIGKILL');
    return listen(program, data, scratch, options, attempts - 1);
  }
  await end(supervisor);
  throw new Error(`PostgreSQL did not start:\n${failure}`);
}

/** Waits until the server accepts connections; gives what it said if it does not. */
function ready(supervisor: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const read = (chunk: Buffer) => {
      if (said === 'ready') return;
      said += chunk.toString();
      if (said.includes('ready to accept connections')) {
        said = 'ready';
        resolve(undefined);
      } else if (/FATAL|could not|not found/.test(said)) setTimeout(() => resolve(said), 100);
    };
    // Read on for ever: a full pipe would block the server.
    supervisor.stderr!.on('data', read);
    supervisor.once('exit', () => resolve(said || 'it ended without a word'));
  });
}

async function end(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
  supervisor.ref();
  const exit = once(supervisor, 'exit');
  supervisor.stdin!.end();
  await exit;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
