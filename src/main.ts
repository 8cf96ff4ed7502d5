import { readFileSync } from 'node:fs';
import { logger } from './base/log.ts';
import { systemClock } from './base/time/clock.ts';
import { readConfig } from './config.ts';
import { startService } from './service.ts';

/** Errors whose message is for the operator: shown alone, without a stack. */
const forPeople = new Set([
  'ConfigError',
  'FolderInUse',
  'NewerDatabase',
  'DatabaseUnreachable',
  'WrongStore',
  'PortBusy',
  'KeyFileError',
]);

function fail(error: unknown): never {
  const shown = error instanceof Error && forPeople.has(error.name) ? error.message : error;
  console.error(shown);
  process.exit(1);
}

try {
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const log = logger(config.logLevel);
  const service = await startService(config, systemClock, log);
  console.log(`Nhịp Cầu runs: ${service.says}.`);
  console.log(`Open ${service.url}${config.demo ? '/demo' : ''}`);
  console.log('Stop it with Ctrl+C.');

  let stopping = false;
  const stop = async (signal: string) => {
    // A second signal is an impatient person: the rows know what was not finished.
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'stopping');
    await service.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
} catch (error) {
  fail(error);
}
