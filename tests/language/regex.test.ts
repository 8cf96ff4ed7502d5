import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { analyse } from 'scslre';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';

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

/**
 * Those that are put together when the modules are loaded: labels, patterns of time. Loaded in a process of its own,
 * since here other tests may have loaded them before.
 */
function composed(): Map<string, string> {
  const code = `
    const found = new Set();
    globalThis.RegExp = new Proxy(RegExp, {
      construct(target, args, self) {
        const made = Reflect.construct(target, args, self);
        found.add(String(made));
        return made;
      },
    });
    await import(${JSON.stringify(new URL('language/index.ts', root).href)});
    console.log(JSON.stringify([...found]));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return new Map((JSON.parse(said) as string[]).map((text) => [text, 'composed']));
}

/** What takes more than linear time in the length of a text, by the static analysis of scslre. */
function slow(found: ReadonlyMap<string, string>): string[] {
  return [...found].flatMap(([text, file]) => {
    const at = text.lastIndexOf('/');
    const { reports } = analyse(new RegExp(text.slice(1, at), text.slice(at + 1)));
    return reports.map((r) => `${file}: ${r.type} in ${text.slice(0, 120)}`);
  });
}

test('no regular expression that reads what people type takes more than linear time', { timeout: 60_000 }, () => {
  const found = composed();
  expect(found.size).toBeGreaterThan(60);
  const written = literals('language/**/*.ts');
  expect(written.size).toBeGreaterThan(300);
  expect(slow(new Map([...found, ...written]))).toEqual([]);
});

test('nor does one of the chat, of the office, of the log of changes or of the files', { timeout: 60_000 }, () => {
  expect(slow(literals('{chat,office,base/{audit,files,secrets,settings}}/**/*.ts'))).toEqual([]);
});

test('the analysis finds what is slow', () => {
  expect(slow(new Map([['/(a+)+b/', 'x']])).length).toBeGreaterThan(0);
  expect(slow(new Map([['/ +$/', 'x']])).length).toBeGreaterThan(0);
});
