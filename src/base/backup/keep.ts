import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../database/store.ts';
import { type Written, writeBackup } from './write.ts';

const shape = /^nhip-cau-\d{8}T\d{6}Z\.backup\.gz$/;

/** The file name of a backup made at `now`, in UTC: names sort by time. */
export const backupName = (now: Temporal.Instant): string =>
  `nhip-cau-${now.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}.backup.gz`;

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
  of: { readonly now: Temporal.Instant; readonly keyId: string | null; readonly keep: number },
): Promise<Written & { readonly removed: readonly string[] }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = await writeBackup(store, join(folder, backupName(of.now)), of);
  const removed = (await backupsIn(folder)).slice(0, -of.keep);
  for (const name of removed) await rm(join(folder, name), { force: true });
  return { ...made, removed };
}
