import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockFolder } from './lock.ts';

/** A running embedded database. */
export interface Embedded {
  /** Folder that holds its socket. */
  readonly socket: string;
  /** Ends the thread whatever it does and starts it again, as after a crash: for a statement that hangs. */
  restart(): Promise<void>;
  /** The thread that it runs in now. */
  thread(): Worker;
  /** Closes the database properly and gives the folder back. */
  stop(): Promise<void>;
}

/** A socket's path may have 107 bytes; where the data folder lies too deep for that, its socket lies in the temporary folder. */
const longestPath = 107;

/** A folder of mode 0700 for the socket. */
function socketFolder(folder: string): string {
  const inside = join(resolve(folder), 'socket');
  if (Buffer.byteLength(join(inside, '.s.PGSQL.5432')) > longestPath) return mkdtempSync(join(tmpdir(), 'nhip-cau-'));
  mkdirSync(inside, { recursive: true, mode: 0o700 });
  return inside;
}

/**
 * Starts PGlite on a folder (made when missing), one process per folder.
 * @throws FolderInUse
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  const socket = socketFolder(folder);
  chmodSync(socket, 0o700);
  const start = () =>
    new Promise<Worker>((resolve, reject) => {
      rmSync(join(socket, '.s.PGSQL.5432'), { force: true });
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { folder: join(folder, 'pglite'), socket },
      });
      worker.once('message', () => resolve(worker));
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The embedded database ended while starting (${code}).`)));
    });
  let worker: Worker;
  let restarting: Promise<void> | null = null;
  let ending = false;
  /** A thread that dies by itself (out of memory, a bug of the database) is started again, as often as it takes. */
  const watch = (watched: Worker) =>
    watched.once('exit', () => {
      if (ending || restarting || watched !== worker) return;
      void restart().catch(() =>
        setTimeout(() => watched === worker && !ending && void restart().catch(() => {}), 1_000),
      );
    });
  const restart = (): Promise<void> => {
    restarting ??= (async () => {
      await worker.terminate();
      worker = await start();
      watch(worker);
    })().finally(() => {
      restarting = null;
    });
    return restarting;
  };
  try {
    worker = await start();
    watch(worker);
  } catch (error) {
    unlock();
    rmSync(socket, { recursive: true, force: true });
    throw error;
  }
  return {
    socket,
    restart,
    thread: () => worker,
    async stop() {
      ending = true;
      await restarting;
      const closed = new Promise<void>((resolve) => {
        worker.on('message', (word) => word === 'stopped' && resolve());
        setTimeout(resolve, 5000).unref();
      });
      worker.postMessage('stop');
      await closed;
      await worker.terminate();
      rmSync(socket, { recursive: true, force: true });
      unlock();
    },
  };
}
