import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What the service says to its parent once it answers. */
const upShape = z.object({ port: z.number() });

/**
 * Runs `program` as a child in `environment`, hands signals on to it and ends as it ends. A child that was up and ended by SIGKILL is started again
 * on the port that it had; what a fresh one prints about itself is printed once only.
 */
export function keepRunning(program: URL, environment: NodeJS.ProcessEnv): void {
  let port: number | null = null;
  let stopping = false;
  let child = run(false);

  function run(again: boolean): ChildProcess {
    const env = port === null ? environment : { ...environment, PORT: String(port) };
    const out = again ? 'ignore' : 'inherit';
    const made = fork(fileURLToPath(program), { env, stdio: ['inherit', out, 'inherit', 'ipc'] });
    let up = false;
    made.on('message', (message) => {
      const said = upShape.safeParse(message);
      if (!said.success) return;
      up = true;
      port = said.data.port;
    });
    made.on('exit', (code, signal) => {
      if (signal === 'SIGKILL' && up && !stopping) child = run(true);
      else end(code, signal);
    });
    return made;
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping = true;
      child.kill(signal);
    });
  }
}

/** Ends this process as the child ended. */
function end(code: number | null, signal: NodeJS.Signals | null): void {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
