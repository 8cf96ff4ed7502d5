import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { memoryOrDisk } from '../support/memory.ts';

test('what tests make for a while lies in folders of the run, which are removed with it', async () => {
  const own = mkdtempSync(join(tmpdir(), 'own-'));
  expect(basename(dirname(own))).toMatch(/^nct-\d+-/);
  rmSync(own, { recursive: true });
  expect(basename(await memoryOrDisk())).toMatch(/^nct-\d+-/);
});
