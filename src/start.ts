import { readFileSync } from 'node:fs';
import { readConfig } from './config.ts';
import { keepRunning } from './demo/parent.ts';
import { readEnvFile } from './env-file.ts';

/**
 * What `npm start` runs: the service itself, or, where it is a demonstration, a small parent that starts the service again when it
 * is killed. Real services have a service manager for that.
 */
function isDemonstration(): boolean {
  try {
    return readConfig(process.env, (path) => readFileSync(path, 'utf8')).demo;
  } catch {
    // What is wrong with the settings says the service, once.
    return false;
  }
}

readEnvFile();
if (isDemonstration()) keepRunning(new URL('./main.ts', import.meta.url), process.env);
else await import('./main.ts');
