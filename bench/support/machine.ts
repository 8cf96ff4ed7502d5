import { cpus, totalmem } from 'node:os';

/** The machine, runtime and day that figures belong to, in one line. Names no host and no path. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh');
  return `${day}, ${processors.length} × ${processors[0]?.model.trim() || process.arch}, ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
}

/** Processor time that the whole machine has spent since it was started, all processors together. Milliseconds. */
export function machineBusy(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}

/**
 * Waits until the machine has little else to do, but not for ever.
 * @returns the share of all processors (0 to 1) that others took at the end.
 */
export async function quiet(limitMs = 10_000, enough = 0.05): Promise<number> {
  for (const end = performance.now() + limitMs; ; ) {
    const before = machineBusy();
    const since = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const share = (machineBusy() - before) / (performance.now() - since) / cpus().length;
    if (share <= enough || performance.now() > end) return share;
  }
}
