import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { keepCompiled } from '../support/compiled.ts';

/** The service as an operator starts it: a process of its own. */
export interface RunningService {
  /** Where people open it: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** The three lines that it printed. */
  readonly lines: readonly string[];
  /** Ends it as a power cut would: nothing is told, nothing is finished. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits. */
  stop(): Promise<void>;
}

/** A port that was free a moment ago; a service that is started twice needs the same one. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a demonstration on a folder and a port of its own; ready when it has printed its three lines. `program`: `src/main.ts`
 * is the service alone, `src/start.ts` the service with the parent that starts it again.
 */
export async function startService(
  dataDir: string,
  port: number,
  program: 'src/main.ts' | 'src/start.ts' = 'src/main.ts',
): Promise<RunningService> {
  const { DATABASE_URL: _, ...env } = process.env;
  const child: ChildProcess = spawn(process.execPath, [program], {
    cwd: new URL('../..', import.meta.url),
    env: {
      ...env,
      ...keepCompiled,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      DEMO: '1',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const told = createInterface({ input: child.stderr! });
  told.on('line', (line) => said.push(line));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    said.push(line);
    // Warnings of the log are JSON; the three lines are for people.
    if (!line.startsWith('{')) lines.push(line);
    if (lines.length === 3) break;
  }
  if (lines.length < 3) throw new Error(`the service did not start:\n${said.join('\n')}`);
  child.stdout!.resume();
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await ended;
  };
  return { url: `http://127.0.0.1:${port}`, lines, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
