import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseSecretKey, secretKeyBytes } from './secret-key.ts';

/** The key under DATA_DIR is not usable. The message says what to do. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/** Where the key of an embedded database lies. */
export const secretKeyFile = (dataDir: string): string => join(dataDir, 'secret.key');

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function make(file: string, dataDir: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(secretKeyBytes).toString('base64')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    // A link, not a rename: whoever comes second must not replace the key that the first already uses.
    linkSync(draft, file);
    if (process.platform !== 'win32') flush(dataDir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The key of an embedded database: read from `<dataDir>/secret.key`, made there (mode 0600) when there is none.
 * `made`: it is new; where a database already exists, what that holds sealed can't be opened any more.
 * @throws KeyFileError when others may read the file, or it holds no key.
 */
export function loadOrMakeSecretKey(dataDir: string): { readonly key: Uint8Array; readonly made: boolean } {
  const file = secretKeyFile(dataDir);
  const exists = () => statSync(file, { throwIfNoEntry: false }) !== undefined;
  const made = !exists();
  if (made) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    make(file, dataDir);
  }
  const mode = statSync(file).mode & 0o777;
  // Windows has no such bits and shows 0666 for every file.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new KeyFileError(
      `Others may read the key ${file} (mode ${mode.toString(8).padStart(4, '0')}). Run: chmod 600 ${file}. If somebody may have read it, change the key too.`,
    );
  }
  const key = parseSecretKey(readFileSync(file, 'utf8'));
  if (!key)
    throw new KeyFileError(
      `The key ${file} is damaged: it must hold ${secretKeyBytes} bytes as base64. Put back your copy of it.`,
    );
  return { key, made };
}
