import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../database/store.ts';
import { type WriteOptions, type Written, writeBackup } from './write.ts';

const shape = /^nhip-cau-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup\.gz$/;
/** What a process that died in the middle left beside them. */
const halfShape = /^nhip-cau-\d{8}T\d{6}Z\.backup\.gz\.(?:body|part)$/;
/** One that is still being written is never so old. */
const halfHours = 24;

/** The file name of a backup made at `now`, in UTC: names sort by time. */
export const backupName = (now: Temporal.Instant): string =>
  `nhip-cau-${now.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}.backup.gz`;

/** When a backup was made, by its name. */
export function backupTime(name: string): Temporal.Instant {
  const [, ...of] = shape.exec(name) ?? [];
  if (of.length === 0) throw new RangeError(`${name} is not the name of a backup`);
  const [year, month, day, hour, minute, second] = of;
  return Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** The backups in a folder, the oldest first; none where there is no folder. Other files don't count. */
export async function backupsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => shape.test(name)).sort();
}

/**
 * Makes a backup in a folder and removes the oldest beyond `keep`: what the service does by itself, and `backup` without a file.
 * The old ones go only after the new one is whole.
 */
export async function backupInto(
  store: Store,
  folder: string,
  of: WriteOptions & { readonly keep: number },
): Promise<Written & { readonly removed: readonly string[] }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = await writeBackup(store, join(folder, backupName(of.now)), of);
  const removed = (await backupsIn(folder)).slice(0, -of.keep);
  for (const name of removed) await rm(join(folder, name), { force: true });
  await removeHalves(folder, of.now);
  return { ...made, removed };
}

async function removeHalves(folder: string, now: Temporal.Instant): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => halfShape.test(one))) {
    const { mtimeMs } = await stat(join(folder, name));
    const age = now.since(Temporal.Instant.fromEpochMilliseconds(Math.round(mtimeMs)));
    if (age.total('hours') > halfHours) await rm(join(folder, name), { force: true });
  }
}
