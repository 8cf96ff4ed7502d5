import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** The real program in a process of its own, which can be killed and started again. */
export interface ServiceProcess {
  /** Starts it; ends when it listens. */
  start(env?: Readonly<Record<string, string>>): Promise<void>;
  kill(): Promise<void>;
  /** Stops it in order. */
  stop(): Promise<void>;
  /** Lines of level error and fatal, by their words. */
  readonly errors: Map<string, number>;
}

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function serviceProcess(base: Readonly<Record<string, string>>): ServiceProcess {
  let child: ChildProcess | null = null;
  const errors = new Map<string, number>();
  const note = (line: string) => {
    let words = line;
    try {
      const { level, msg } = JSON.parse(line) as { level: string; msg: string };
      if (level !== 'error' && level !== 'fatal') return;
      words = `${level}: ${msg}`;
    } catch {
      if (line.trim() === '') return;
    }
    errors.set(words, (errors.get(words) ?? 0) + 1);
    if (process.env['SHOW_LOG']) console.error(line);
  };
  const end = async (signal: NodeJS.Signals) => {
    const one = child;
    child = null;
    if (!one || one.exitCode !== null || one.signalCode !== null) return;
    const gone = new Promise((resolve) => one.once('exit', resolve));
    one.kill(signal);
    await gone;
  };
  return {
    errors,
    async start(env = {}) {
      const one = spawn(process.execPath, ['src/main.ts'], {
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...base, ...env } as NodeJS.ProcessEnv,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = one;
      createInterface({ input: one.stderr! }).on('line', note);
      await new Promise<void>((resolve, reject) => {
        createInterface({ input: one.stdout! }).on('line', (line) => line.startsWith('Stop it') && resolve());
        one.once('exit', (code) => reject(new Error(`the service ended while starting (${code})`)));
      });
      one.removeAllListeners('exit');
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
