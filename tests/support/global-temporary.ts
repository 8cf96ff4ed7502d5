import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOrDisk, memoryVariable, sweep } from './memory.ts';

const prefix = 'nct-';

/**
 * A folder of the run's own for everything that is temporary (TMPDIR), and one in memory for what must be fast: removed at the
 * end, whatever a test forgot; what a killed run left goes with the next. Short, because paths of sockets are.
 */
export async function setup(): Promise<() => void> {
  const disk = tmpdir();
  const fast = await memoryOrDisk();
  for (const parent of new Set([disk, fast])) await sweep(parent, prefix);
  const own = [disk, fast].map((parent) => {
    const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
    // PostgreSQL may run as another user, whose folder lies inside.
    chmodSync(folder, 0o711);
    return folder;
  });
  process.env['TMPDIR'] = own[0];
  process.env[memoryVariable] = own[1];
  return () => {
    for (const folder of own) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    process.env['TMPDIR'] = disk;
    delete process.env[memoryVariable];
    const left = [disk, fast]
      .flatMap((parent) => readdirSync(parent))
      .filter((name) => name.startsWith(`${prefix}${process.pid}-`));
    if (left.length > 0) throw new Error(`the run left behind: ${left.join(', ')}`);
  };
}
