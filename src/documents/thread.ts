import { parentPort, workerData } from 'node:worker_threads';
import type { NewSheet, TableRead } from './sheet.ts';

/** What the thread is told to do: one thing, then it ends. */
export type Job =
  | { readonly do: 'read'; readonly bytes: Uint8Array }
  | { readonly do: 'write'; readonly sheets: readonly NewSheet[] };

const job = workerData as Job;
// The library takes a fifth of a second to load: only here, never in the process that answers chats.
async function work(): Promise<TableRead | Uint8Array> {
  if (job.do === 'write') return (await import('./write/xlsx.ts')).writeXlsx(job.sheets);
  const zip = job.bytes[0] === 0x50 && job.bytes[1] === 0x4b;
  return zip
    ? (await import('./read/xlsx.ts')).readXlsx(job.bytes)
    : (await import('./read/csv.ts')).readCsv(job.bytes);
}
parentPort!.postMessage(await work());
