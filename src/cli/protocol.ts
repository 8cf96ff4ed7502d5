import { existsSync, openSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';

/** A line from the client: JSON, answered by one line. */
export const request = z.object({
  command: z.string().max(100),
  args: z.array(z.string()).max(200),
  cwd: z.string(),
});
export type Request = z.output<typeof request>;

export const response = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), text: z.string() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);
export type Response = z.output<typeof response>;

/** A request may not be longer than this. */
export const mostBytes = 256 * 1024;

/** Where the service listens for the operator: only who may read DATA_DIR finds it. */
export const controlPath = (dataDir: string): string => resolve(join(dataDir, 'control.sock'));

/** A socket's path may not exceed 107 bytes on Linux (103 elsewhere). */
const longest = 103;

/**
 * The path to hand to the system for a socket at `path`: itself, or, where that is too long, the same place by a short way.
 * @throws Error where there is none.
 */
export function shortPath(path: string): string {
  if (Buffer.byteLength(path) <= longest) return path;
  const folder = dirname(path);
  if (existsSync('/proc/self/fd') && existsSync(folder)) {
    return `/proc/self/fd/${openSync(folder, 'r')}/${basename(path)}`;
  }
  throw new Error(`The path ${path} is too long for a socket: give DATA_DIR a shorter one.`);
}
