import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../../src/base/database/embedded/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => join(folder, 'lock');
/** The lock that a process like this one would leave, changed. */
function left(change: object): void {
  lockFolder(folder);
  writeFileSync(lock(), JSON.stringify({ ...JSON.parse(readFileSync(lock(), 'utf8')), ...change }));
}

test('a folder in use is refused: by whom, and what to do', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  expect(() => lockFolder(folder)).toThrow(
    `in use by process ${process.pid}. Stop that one first (kill ${process.pid}), or give this one a folder of its own (DATA_DIR).`,
  );
  unlock();
  lockFolder(folder)();
});

// No process has the highest number that Linux gives.
test('what a dead process left is taken over', () => {
  left({ pid: 4_194_303 });
  lockFolder(folder)();
});

test.runIf(process.platform === 'linux')('so is the lock of a process whose number another one has now', () => {
  left({ started: '1' });
  lockFolder(folder)();
});

test.runIf(process.platform === 'linux')('and that of before the machine was restarted', () => {
  left({ boot: 'another' });
  lockFolder(folder)();
});

test('a half-written lock is taken over', () => {
  writeFileSync(lock(), '{"pid":');
  lockFolder(folder)();
});

test('who gave the folder back does not take it from the next', () => {
  const unlock = lockFolder(folder);
  unlock();
  const next = lockFolder(folder);
  writeFileSync(lock(), readFileSync(lock(), 'utf8').replace('{', '{"next":1,'));
  unlock();
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  next();
});
