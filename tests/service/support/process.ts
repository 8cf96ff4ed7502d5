import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { keepCompiled } from '../../support/compiled.ts';
import { freshDataFolder } from '../../support/data-folder.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const inherited = Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name]]));

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The real program in a process of its own. It is ended with the test. */
export interface Running {
  readonly child: ChildProcess;
  /** What it has said so far. */
  out(): string;
  err(): string;
  readonly ended: Promise<Ended>;
}

type Env = Readonly<Record<string, string>>;

/** Starts `node …args` in the project with these settings and no others. */
export function runNode(args: readonly string[], env: Env, how: { detached?: boolean; cwd?: string } = {}): Running {
  return follow(
    spawn(process.execPath, args, {
      cwd: root,
      env: { ...inherited, ...keepCompiled, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...how,
    }),
  );
}

/** Collects what a child says, and ends it with the test. */
export function follow(child: ChildProcess): Running {
  let out = '';
  let err = '';
  child.stdout!.setEncoding('utf8').on('data', (piece) => {
    out += piece;
  });
  child.stderr!.setEncoding('utf8').on('data', (piece) => {
    err += piece;
  });
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, out: () => out, err: () => err, ended };
}

/** The program that `npm start` runs. `imports`: a module that is loaded before it, to break something. */
export function runService(env: Env, imports?: string): Running {
  const first = imports === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(imports)}`];
  return runNode([...first, 'src/main.ts'], { PORT: '0', ...env });
}

/** A service that has said its three lines. */
export interface Service extends Running {
  readonly url: string;
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended & { readonly ms: number }>;
}

/** Starts the service and waits until it says where it is. @throws Error with what it said when it ends before. */
export async function started(env: Env, imports?: string): Promise<Service> {
  return up(runService(env, imports));
}

/** Waits until a service says where it is. */
export async function up(running: Running): Promise<Service> {
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const [, address] = /^Open (http:\/\/[^/\n]+).*\nStop it/m.exec(running.out()) ?? [];
      if (address) resolve(address);
    };
    running.child.stdout!.on('data', look);
    void running.ended.then(({ code }) => reject(new Error(`ended with ${code}: ${running.out()}${running.err()}`)));
    look();
  });
  return {
    ...running,
    url,
    async stop(signal = 'SIGTERM') {
      const from = performance.now();
      running.child.kill(signal);
      return { ...(await running.ended), ms: performance.now() - from };
    },
  };
}

/** A data folder of the test's own with a migrated, empty database and the key `secretKey`. */
export async function dataFolder(): Promise<string> {
  const { dataDir, drop } = await freshDataFolder();
  onTestFinished(drop);
  return dataDir;
}

export { secretKey } from '../../support/data-folder.ts';

/** Runs an operator's command. */
export async function cli(words: readonly string[], env: Env): Promise<{ code: number | null; text: string }> {
  const running = runNode(['src/cli/main.ts', ...words], env);
  const { code } = await running.ended;
  return { code, text: `${running.out()}${running.err()}`.trim() };
}
