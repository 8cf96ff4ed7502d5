import { createHash } from 'node:crypto';
import { constants, existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrations } from '../../src/base/database/migrate.ts';
import { openStore } from '../../src/base/database/store.ts';
import { memoryOrDisk, sweep } from './memory.ts';

/** A data folder of a test's own that holds a migrated, empty embedded database. */
export interface FreshFolder {
  /** For `openStore({ dataDir })`. */
  readonly dataDir: string;
  /** Deletes it; close the store first. */
  drop(): Promise<void>;
}

/**
 * Copies a data folder that was made once for these migrations and this PGlite, instead of making one anew: a third of
 * a second until the store is open, instead of three. Works in every project, without a global setup.
 */
export async function freshFolder(): Promise<FreshFolder> {
  const template = await templateFolder();
  const parent = await memoryOrDisk();
  swept ??= sweep(parent, prefix);
  await swept;
  const dataDir = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  await cp(template, dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return { dataDir, drop: () => rm(dataDir, { recursive: true, force: true }) };
}

const prefix = 'nhip-cau-store-';
let swept: Promise<void> | undefined;

// Emptied with node_modules by every `npm ci`.
const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

async function templateFolder(): Promise<string> {
  const folder = join(cache, `embedded-${contentHash()}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const half = await mkdtemp(`${folder}-`);
  const store = await openStore({ dataDir: half }, Temporal.Instant.from('2026-01-01T00:00:00Z'));
  await store.close();
  await rename(half, folder).catch(async (taken) => {
    // Another worker was faster; its folder is as good.
    await rm(half, { recursive: true });
    if (!existsSync(folder)) throw taken;
  });
  return folder;
}

/** What the folder's content follows from: the migrations and the release of PGlite. */
function contentHash(): string {
  const own = createRequire(import.meta.url);
  const entry = own.resolve('@electric-sql/pglite');
  const hash = createHash('sha256').update(readFileSync(join(dirname(dirname(entry)), 'package.json')));
  for (const { tag, hash: content } of migrations()) hash.update(`${tag} ${content}`);
  return hash.digest('hex').slice(0, 16);
}
