import { Worker } from 'node:worker_threads';

/** Ends this process when its event loop stands still; the parent or the service manager starts it again. */
export interface Watchdog {
  stop(): Promise<void>;
}

/**
 * Starts a thread that ends the process by SIGKILL when the event loop has not turned for `limitMs`: a handler that loops for ever
 * can't be stopped in any other way. The thread counts its own ticks, so a machine that was asleep is not taken for a loop that hangs.
 */
export function startWatchdog(limitMs = 10_000): Watchdog {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const timer = setInterval(() => Atomics.add(beats, 0, 1), Math.min(500, limitMs / 4));
  timer.unref();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { beats, limitMs } });
  worker.unref();
  return {
    async stop() {
      clearInterval(timer);
      await worker.terminate();
    },
  };
}
