import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Who holds a data folder. `started` and `boot` tell a process from a later one that was given the same number. */
interface Holder {
  readonly pid: number;
  readonly started: string | null;
  readonly boot: string | null;
}

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** Start time of a process in clock ticks since boot (proc(5), field 22); null where there is no /proc. */
const startedAt = (pid: number): string | null => {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
};

const bootId = (): string | null => read('/proc/sys/kernel/random/boot_id')?.trim() ?? null;

const alive = (holder: Holder): boolean => {
  if (holder.boot !== null && holder.boot !== bootId()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.started === null || startedAt(holder.pid) === holder.started;
};

/** The data folder is in use; the message says by whom and what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Takes the folder for this process: two processes on one embedded database destroy it.
 * A lock that a dead process left is taken over; a live one's is not.
 * @returns gives the folder back.
 * @throws FolderInUse
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  const own: Holder = { pid: process.pid, started: startedAt(process.pid), boot: bootId() };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const file = openSync(path, 'wx', 0o600);
      writeSync(file, JSON.stringify(own));
      closeSync(file);
      return () => {
        if (read(path) === JSON.stringify(own)) rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = read(path);
    if (text === null) continue;
    let holder: Holder | null = null;
    try {
      holder = JSON.parse(text) as Holder;
    } catch {
      // Half written by a process that died while writing it; a live writer finishes within the same millisecond.
    }
    if (holder && alive(holder)) {
      throw new FolderInUse(
        `The data folder ${folder} is in use by process ${holder.pid}. Stop that one first (kill ${holder.pid}), or give this one a folder of its own (DATA_DIR).`,
      );
    }
    // Renaming succeeds for one of several that found the same dead lock; whoever got a newer one puts it back.
    const aside = `${path}.${process.pid}`;
    try {
      renameSync(path, aside);
    } catch {
      continue;
    }
    if (read(aside) !== text && !existsSync(path)) renameSync(aside, path);
    else rmSync(aside, { force: true });
  }
  throw new FolderInUse(
    `The data folder ${folder} could not be locked: another process keeps taking it. Start one only.`,
  );
}
