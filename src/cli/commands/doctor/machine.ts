import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupsIn } from '../../../base/backup/keep.ts';
import { secretKeyFile } from '../../../base/secrets/key-file.ts';
import { spanWords } from '../../../base/time/format.ts';
import type { Config } from '../../../config.ts';
import { sizeWords } from '../backup.ts';
import { type Finding, fault, note, ok } from './findings.ts';

/** Where the key is. Whoever loses it loses what the store holds sealed. */
export function keyFinding(config: Pick<Config, 'secretKey' | 'dataDir'>, keyId: string): Finding {
  if (config.secretKey) return ok('SECRET_KEY', `from the settings, key ${keyId}`);
  const file = secretKeyFile(config.dataDir);
  if (!existsSync(file))
    return fault('SECRET_KEY', `the file ${file} is gone: put your copy back before the next start`);
  return ok('SECRET_KEY', `in ${file}, key ${keyId}; keep a copy in another place`);
}

/** Room on the disks that are written to. */
export function diskFinding(config: Pick<Config, 'dataDir' | 'backup'>): Finding {
  const places = [...new Set([config.dataDir, config.backup.dir])].filter((place) => existsSync(place));
  const room = places.map((place) => {
    const { bavail, bsize, blocks } = statfsSync(place);
    return { place, free: bavail * bsize, part: bavail / Math.max(1, blocks) };
  });
  const says = room.map(({ place, free }) => `${sizeWords(free)} free at ${place}`).join(', ');
  const least = Math.min(...room.map(({ free }) => free));
  if (least < 200e6) return fault('disk', `${says}: too little to go on safely`);
  return (least < 2e9 ? note : ok)('disk', says);
}

/** When the last backup was made, and whether that is later than it should be. */
export async function backupFinding(config: Pick<Config, 'backup'>, now: Temporal.Instant): Promise<Finding> {
  const { dir, every } = config.backup;
  const last = (await backupsIn(dir)).at(-1);
  if (!last) return note('backup', `none in ${dir}`);
  const path = join(dir, last);
  const { size, mtimeMs } = statSync(path);
  const age = now.since(Temporal.Instant.fromEpochMilliseconds(Math.round(mtimeMs)));
  const says = `${path}, ${sizeWords(size)}, ${spanWords(age, 'en')} ago`;
  const due = every && Temporal.Duration.compare(age, every.round({ largestUnit: 'hours' }).add({ hours: 2 })) > 0;
  return (due ? note : ok)('backup', due ? `${says}: late` : says);
}
