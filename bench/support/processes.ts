import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program of ours in a process of its own that speaks in lines. */
export interface Program {
  readonly pid: number;
  /** The next line it prints. @throws when it ends instead, or says nothing for `limitMs`. */
  line(limitMs: number): Promise<string>;
  /** Sends it a line. */
  tell(line: string): void;
  /** Asks it to end by SIGTERM and waits; kills it after ten seconds. */
  end(): Promise<void>;
}

/** Starts a TypeScript file with this Node; `env` is added to ours. What it writes to stderr is shown. */
export function startProgram(file: string, env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    pid: child.pid!,
    line: async (limitMs) => {
      const { value, done } = await within(limitMs, lines.next(), `${file} said nothing for ${limitMs / 1000} s`);
      if (done) throw new Error(`${file} ended (${child.signalCode ?? child.exitCode})`);
      return value;
    },
    tell: (line) => void child.stdin!.write(`${line}\n`),
    end: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

async function within<T>(limitMs: number, work: Promise<T>, complaint: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
