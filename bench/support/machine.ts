import { cpus, totalmem } from 'node:os';

/** The machine, runtime and day that figures belong to, in one line. Names no host and no path. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh');
  return `${day}, ${processors.length} × ${processors[0]?.model.trim() || process.arch}, ${memory} GB, ${process.platform}, Node ${process.versions.node}`;
}
