import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { restoreBackup } from '../../base/backup/restore.ts';
import { loadOrMakeSecretKey, secretKeyFile } from '../../base/secrets/key-file.ts';
import { keyring } from '../../base/secrets/keyring.ts';
import type { Config } from '../../config.ts';
import { askService } from '../client.ts';
import { type Answer, type Call, done, failed, UsageError } from '../command.ts';
import { controlPath } from '../protocol.ts';
import { contentWords } from './backup.ts';

export const restoreUsage = {
  name: 'restore',
  usage: 'FILE',
  says: 'Fills an empty store from a backup; the service must be stopped. Takes backups of either database.',
  more: [
    'The store is the one of the settings: DATABASE_URL and DATABASE_SCHEMA, or DATA_DIR. It must be empty:',
    'a new DATA_DIR, or a new DATABASE_SCHEMA. All of the file is restored, or nothing.',
    'SECRET_KEY must be the one that the store had: put it into the settings, or secret.key into DATA_DIR.',
  ],
} as const;

/** Restores; the only command that opens the store itself. */
export async function restore(config: Config, now: Temporal.Instant, { args, cwd }: Call): Promise<Answer> {
  const [file, ...more] = args;
  if (!file || more.length > 0) throw new UsageError(`Which file? ${restoreUsage.name} ${restoreUsage.usage}`);
  if ((await askService(controlPath(config.dataDir), null)) !== 'nobody') {
    return failed('The service runs. Stop it first: a restore needs the store for itself.');
  }
  const header = await restoreBackup(
    resolve(cwd, file),
    { databaseUrl: config.databaseUrl?.reveal(), schema: config.databaseSchema, dataDir: config.dataDir },
    now,
  );
  return done(
    `Restored: ${contentWords(header)}, as of ${header.madeAt}. Rows and hashes are those of the backup.`,
    ...keyAdvice(config, header.keyId),
  );
}

/** Whether the key at hand opens what the store holds sealed. */
function keyAdvice(config: Config, wanted: string | null): string[] {
  if (wanted === null) return [];
  const file = secretKeyFile(config.dataDir);
  const key = config.secretKey?.reveal() ?? (existsSync(file) ? loadOrMakeSecretKey(config.dataDir).key : null);
  const own = key && keyring(key).keyId;
  if (own === wanted) return [`SECRET_KEY is the right one (${wanted}).`];
  const where = config.databaseUrl ? 'set SECRET_KEY to it' : `put it into ${file}`;
  return [
    `SECRET_KEY is ${own ? `another one (${own})` : 'not there'}: the store was sealed with the key ${wanted}.`,
    `Before the start ${where}, or phone numbers, stored tokens and links stay closed${own ? ', and the log counts as broken' : ''}.`,
  ];
}
