import { accessSync, constants, mkdirSync } from 'node:fs';

/** A folder of the settings can't be used. The message says which setting, and what to do. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk there is read-only',
  EEXIST: 'a file stands in its place',
  ENOTDIR: 'a file stands in its place',
  ENOSPC: 'the disk there is full',
};

/** Makes the folder that a setting names (mode 0700) where it is missing. @throws FolderUnusable */
export function makeFolder(path: string, setting: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new FolderUnusable(
      `The folder ${path} can't be used: ${reasons[code] ?? code}. Mend that, or name another folder (${setting}).`,
    );
  }
}
