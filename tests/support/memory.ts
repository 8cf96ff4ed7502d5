import { readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In a run of tests, where its own folder in memory is. */
export const memoryVariable = 'TEST_MEMORY';

/** Where short-lived data is fastest: /dev/shm where half a gigabyte is free, else the temp folder. */
export async function memoryOrDisk(): Promise<string> {
  const own = process.env[memoryVariable];
  if (own) return own;
  const room = await statfs('/dev/shm').catch(() => undefined);
  return room && room.bavail * room.bsize > 512 * 1024 * 1024 ? '/dev/shm' : tmpdir();
}

/** Removes the folders `<prefix><pid>-…` of processes that are gone: what a killed run left. */
export async function sweep(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, owner] = name.startsWith(prefix) ? (/^(\d+)-/.exec(name.slice(prefix.length)) ?? []) : [];
    if (owner !== undefined && !alive(Number(owner))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and is another user's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
