import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { beats, limitMs } = workerData as { beats: Int32Array; limitMs: number };
const tickMs = Math.min(1_000, limitMs / 4);
let last = -1;
let still = 0;
setInterval(() => {
  const now = Atomics.load(beats, 0);
  still = now === last ? still + tickMs : 0;
  last = now;
  if (still < limitMs) return;
  // Straight to the file descriptor: the main thread that would write it stands still.
  writeSync(
    2,
    `${JSON.stringify({ level: 'fatal', msg: 'the event loop stood still and the process is ended', ms: limitMs })}\n`,
  );
  process.kill(process.pid, 'SIGKILL');
}, tickMs);
