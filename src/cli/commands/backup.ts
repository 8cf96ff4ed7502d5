import { resolve } from 'node:path';
import type { BackupHeader } from '../../base/backup/format.ts';
import { backupInto } from '../../base/backup/keep.ts';
import { writeBackup } from '../../base/backup/write.ts';
import { type Command, done, UsageError } from '../command.ts';

/** "12,3 MB"-like sizes for people, decimal units. */
export const sizeWords = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1e3)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`;

/** "31 tables, 1,204 rows". */
export const contentWords = ({ tables }: BackupHeader): string =>
  `${tables.length} tables, ${tables.reduce((sum, table) => sum + table.rows, 0).toLocaleString('en')} rows`;

/** What every backup and restore must say about the key. */
export const keyWords = (keyId: string | null): readonly string[] => [
  `SECRET_KEY is not in it${keyId ? ` (the store uses the key ${keyId})` : ''}: keep a copy of it in another place.`,
  'Without that key the phone numbers, stored tokens, links and personal values of the log in this file stay closed.',
];

/** Writes everything into one file while the service runs. */
export const backup: Command = {
  name: 'backup',
  usage: '[FILE]',
  says: 'Writes the whole store into a file, as it is at one moment. Without FILE: into BACKUP_DIR, where the oldest go.',
  async run({ store, clock, keys, config }, { args, cwd }) {
    const [file, ...more] = args;
    if (more.length > 0) throw new UsageError('One file at most.');
    const of = { now: clock.now(), keyId: keys.keyId };
    const made = file
      ? { ...(await writeBackup(store, resolve(cwd, file), of)), removed: [] }
      : await backupInto(store, config.backup.dir, { ...of, keep: config.backup.keep });
    return done(
      `${made.path}: ${sizeWords(made.bytes)}, ${contentWords(made.header)}.`,
      ...(made.removed.length > 0 ? [`Removed as too old: ${made.removed.join(', ')}.`] : []),
      ...keyWords(keys.keyId),
    );
  },
};
