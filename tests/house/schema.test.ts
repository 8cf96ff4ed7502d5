import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly tag: string }[];
}
const journal = JSON.parse(readFileSync(at('drizzle/meta/_journal.json'), 'utf8')) as Journal;

test('drizzle/ makes what the schema files say: generating a migration would add nothing', async () => {
  const declared: Record<string, unknown> = {};
  for (const { path } of sources('src', /(^|\/)schema\.ts$/)) Object.assign(declared, await import(at(path)));
  const last = journal.entries.at(-1)!;
  const snapshot = JSON.parse(
    readFileSync(at(`drizzle/meta/${String(last.idx).padStart(4, '0')}_snapshot.json`), 'utf8'),
  ) as Parameters<typeof generateMigration>[0];
  const now = generateDrizzleJson(declared, undefined, undefined, 'snake_case') as typeof snapshot;
  expect(Object.keys(now.tables).length).toBeGreaterThan(20);
  expect(await generateMigration(snapshot, now)).toEqual([]);
});

test('the journal and the folder name the same migrations', () => {
  const files = sources('drizzle', /\.sql$/).map(({ path }) => path);
  expect(files).toEqual(journal.entries.map(({ tag }) => `drizzle/${tag}.sql`).sort());
  expect(journal.entries.map(({ idx }) => idx)).toEqual(journal.entries.map((_, i) => i));
});
