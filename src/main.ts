import { readFileSync, writeSync } from 'node:fs';
import { type Log, logger } from './base/log.ts';
import { safeError } from './base/secrets/safe-error.ts';
import { systemClock } from './base/time/clock.ts';
import { readConfig } from './config.ts';
import { readEnvFile } from './env-file.ts';
import { sentenceFor } from './sentences.ts';
import { type Service, startService } from './service.ts';

/** Everything is stopped within this time, whatever hangs: above the sum of the steps, below what a service manager waits. */
const stopWithinMs = 29_000;
/** Ctrl+C reaches this process twice where npm started it (from the terminal and from npm): only a later one is a second one. */
const sameKeyMs = 800;

let log: Log | null = null;

/** The last word of a process that can't go on. */
function fatal(error: unknown, what: string): never {
  if (log) log.fatal({ err: safeError(error) }, what);
  else writeSync(2, `${JSON.stringify({ level: 'fatal', msg: what, err: safeError(error) })}\n`);
  process.exit(1);
}

// Whatever nobody caught may have left things half done: the rows know, so the next start goes on from them.
process.on('uncaughtException', (error) => fatal(error, 'an error was caught by nobody'));
process.on('unhandledRejection', (error) => fatal(error, 'a promise failed and nobody looked'));

function stopOnSignals(service: Promise<Service>): void {
  let since: number | null = null;
  const stop = async (signal: string) => {
    if (since !== null) {
      // An impatient person: what was not finished stands in the rows.
      if (systemClock.monotonic() - since > sameKeyMs) process.exit(1);
      return;
    }
    since = systemClock.monotonic();
    log?.info({ signal }, 'stopping');
    setTimeout(() => fatal(new Error(`not stopped within ${stopWithinMs} ms`), 'the stop hangs'), stopWithinMs).unref();
    // A start under way is brought to its end first: half a start has nothing that could be stopped in order.
    await (await service).stop();
    process.exit(0);
  };
  // The parent that a demonstration has is gone: nobody would hand us a signal any more.
  process.on('disconnect', () => void stop('disconnect'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

try {
  readEnvFile();
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  log = logger(config.logLevel);
  // A parent starts us again.
  const kill = process.connected ? () => void process.kill(process.pid, 'SIGKILL') : null;
  const starting = startService(config, systemClock, log, kill);
  stopOnSignals(starting);
  const service = await starting;
  console.log(`Nhịp Cầu runs: ${service.says}.`);
  console.log(`Open ${service.url}${config.demo ? '/demo' : ''}`);
  console.log('Stop it with Ctrl+C.');
  process.send?.({ port: service.port });
} catch (error) {
  const sentence = sentenceFor(error);
  if (sentence === null) fatal(error, 'the start failed');
  console.error(sentence);
  process.exit(1);
}
