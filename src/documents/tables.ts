import { Worker } from 'node:worker_threads';
import type { NewSheet, TableRead } from './sheet.ts';
import type { Job } from './thread.ts';

/** A table that takes longer is refused: 5,000 rows take about a second. */
const longestMs = 30_000;

/** The thread ran into its limit of memory or time: the file is made to fill a machine, or this machine is. */
export class ThreadLimit extends Error {
  override readonly name = 'ThreadLimit';
  readonly limit: 'memory' | 'time';
  constructor(limit: 'memory' | 'time') {
    super(`a table took too much ${limit}`);
    this.limit = limit;
  }
}

/** Does one job in a thread of its own, with limits, so that no file stops the chats or the process. */
async function inThread<T>(job: Job, stop?: AbortSignal): Promise<T> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: 700 },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => void worker.terminate();
  stop?.addEventListener('abort', end);
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(new ThreadLimit('time')), longestMs);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadLimit('memory') : error),
      );
      worker.once('exit', () => reject(new Error('the thread ended without an answer')));
    });
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', end);
    await worker.terminate();
  }
}

/** Reads a file as tables: a workbook (XLSX) by its content, everything else as CSV (`readCsv`). */
export async function readTables(bytes: Uint8Array, stop?: AbortSignal): Promise<TableRead> {
  if (bytes.length === 0) return { ok: false, why: 'empty' };
  try {
    return await inThread<TableRead>({ do: 'read', bytes }, stop);
  } catch (error) {
    if (error instanceof ThreadLimit) return { ok: false, why: error.limit === 'memory' ? 'too_big' : 'slow' };
    throw error;
  }
}

/** A workbook with these pages, as bytes. */
export const workbook = (sheets: readonly NewSheet[], stop?: AbortSignal): Promise<Uint8Array> =>
  inThread<Uint8Array>({ do: 'write', sheets }, stop);
