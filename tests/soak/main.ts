/**
 * Runs of minutes that are no part of `npm test`, each by its name: bounded, on this machine alone, judged at their end.
 * `npm run soak -- telegram --minutes 10`; every other name is a file of tests (vitest.soak.config.ts).
 */
import { spawn } from 'node:child_process';

const [name, ...args] = process.argv.slice(2);
if (name === 'telegram') {
  const { telegram } = await import('./telegram.ts');
  process.exit((await telegram(args)) ? 0 : 1);
}
if (name === undefined) {
  console.log('npm run soak -- telegram [--minutes 10] [--people 200]\nnpm run soak -- web');
  process.exit(0);
}
const vitest = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.soak.config.ts', name, ...args],
  { stdio: 'inherit' },
);
vitest.once('exit', (code) => process.exit(code ?? 1));
