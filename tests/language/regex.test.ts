import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { analyse } from 'scslre';
import { parseAst } from 'vite';
import { expect, test, vi } from 'vitest';

const root = new URL('../../src/', import.meta.url);

/** The regular expressions that stand in the sources of a folder, with the file of each. */
function literals(pattern: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of globSync(pattern, { cwd: root })) {
    const ast = parseAst(stripTypeScriptTypes(readFileSync(new URL(file, root), 'utf8')));
    JSON.stringify(ast, (_key, value: unknown) => {
      const regex = (value as { regex?: { pattern: string; flags: string } } | null)?.regex;
      if (regex?.pattern !== undefined) found.set(`/${regex.pattern}/${regex.flags}`, file);
      return typeof value === 'bigint' ? String(value) : value;
    });
  }
  return found;
}

/** Those that are put together when the modules are loaded: labels, patterns of time. */
async function composed(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const before = globalThis.RegExp;
  globalThis.RegExp = new Proxy(before, {
    construct(target, args, self) {
      const r = Reflect.construct(target, args, self) as RegExp;
      found.set(String(r), 'composed');
      return r;
    },
  });
  // Another test may have loaded them already.
  vi.resetModules();
  try {
    await import('../../src/language/index.ts');
  } finally {
    globalThis.RegExp = before;
  }
  return found;
}

/** What takes more than linear time in the length of a text, by the static analysis of scslre. */
function slow(found: ReadonlyMap<string, string>): string[] {
  return [...found].flatMap(([text, file]) => {
    const at = text.lastIndexOf('/');
    const { reports } = analyse(new RegExp(text.slice(1, at), text.slice(at + 1)));
    return reports.map((r) => `${file}: ${r.type} in ${text.slice(0, 120)}`);
  });
}

test('no regular expression that reads what people type takes more than linear time', { timeout: 60_000 }, async () => {
  const found = await composed();
  expect(found.size).toBeGreaterThan(60);
  const written = literals('language/**/*.ts');
  expect(written.size).toBeGreaterThan(300);
  expect(slow(new Map([...found, ...written]))).toEqual([]);
});

test('nor does one of the dialogues, needs, rounds and people', { timeout: 60_000 }, () => {
  expect(slow(literals('{chat/*.ts,chat/{dialogue,kernel}/**/*.ts,office/{needs,rounds,people}/**/*.ts}'))).toEqual([]);
});

test('the analysis finds what is slow', () => {
  expect(slow(new Map([['/(a+)+b/', 'x']])).length).toBeGreaterThan(0);
  expect(slow(new Map([['/ +$/', 'x']])).length).toBeGreaterThan(0);
});
