import { existsSync } from 'node:fs';

/** Reads `.env` of the working folder into the environment, where there is one; what is set there already stays. */
export function readEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
