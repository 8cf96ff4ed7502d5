import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { KeyFileError, loadOrMakeSecretKey, secretKeyFile } from '../../../src/base/secrets/key-file.ts';

const made: string[] = [];
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'key-'));
  made.push(path);
  return join(path, 'data');
};
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

test('the first start makes a key that only we may read; the next finds it', () => {
  const dataDir = folder();
  const first = loadOrMakeSecretKey(dataDir);
  expect(first.made).toBe(true);
  expect(first.key).toHaveLength(32);
  expect(statSync(secretKeyFile(dataDir)).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(['secret.key']);
  expect(loadOrMakeSecretKey(dataDir)).toEqual({ key: first.key, made: false });
});

test('each folder has its own key', () => {
  expect(loadOrMakeSecretKey(folder()).key).not.toEqual(loadOrMakeSecretKey(folder()).key);
});

test.each([0o640, 0o604, 0o660])('a key that others may read is refused (%o)', (mode) => {
  const dataDir = folder();
  loadOrMakeSecretKey(dataDir);
  chmodSync(secretKeyFile(dataDir), mode);
  expect(() => loadOrMakeSecretKey(dataDir)).toThrow(KeyFileError);
  expect(() => loadOrMakeSecretKey(dataDir)).toThrow(
    `(mode 0${mode.toString(8)}). Run: chmod 600 ${secretKeyFile(dataDir)}`,
  );
});

test('a damaged key is refused, not replaced', () => {
  const dataDir = folder();
  loadOrMakeSecretKey(dataDir);
  writeFileSync(secretKeyFile(dataDir), 'c2hvcnQ=\n');
  expect(() => loadOrMakeSecretKey(dataDir)).toThrow('is damaged');
});
