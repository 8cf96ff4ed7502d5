import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { rootSources, sources } from './sources.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [...rootSources(/\.md$/), ...sources('docs', /\.md$/), ...sources('src', /\.md$/)];

/** Links of a page that lead to a file of this repository: what they are called, and the file's path from the root. */
const links = (page: { path: string; text: string }) =>
  [...page.text.matchAll(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g)]
    .map(([, words = '', to = '']) => ({ words, to: to.replace(/#.*$/, '') }))
    .filter(({ to }) => to !== '' && !/^[a-z]+:/.test(to))
    .map(({ words, to }) => ({ words, file: posix.normalize(posix.join(dirname(page.path), to)) }));

describe.each(pages.map((page) => [page.path, page] as const))('%s', (_, page) => {
  test('its links lead somewhere', () => {
    expect(links(page).filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('what it names in a file is there', () => {
    const gone = links(page).filter(({ words, file }) => {
      const name = /^`(?:\w+\.)?#?(\w+)`$/.exec(words)?.[1];
      const path = join(root, file);
      if (!name || !existsSync(path) || !statSync(path).isFile()) return false;
      return !new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(readFileSync(path, 'utf8'));
    });
    expect(gone).toEqual([]);
  });
});

test('the tests that guarantees.md names exist', () => {
  const page = pages.find(({ path }) => path === 'docs/guarantees.md');
  // [database.test.ts](…) “that block each other both finish”
  const named = [...(page?.text ?? '').matchAll(/\]\((\.\.\/tests\/[^)]+)\)((?:,? ?“[^”]+”)+)/g)].flatMap(
    ([, to = '', names = '']) =>
      [...names.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file: posix.join('docs', to), name })),
  );
  expect(named.length).toBeGreaterThan(20);
  const gone = named.filter(
    ({ file, name }) => !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').includes(name),
  );
  expect(gone).toEqual([]);
});

test('every line of level error or fatal that the program logs is explained to the operator', () => {
  const page = pages.find(({ path }) => path === 'docs/operations.md');
  const code = sources('src', /\.ts$/).map(({ text }) => text);
  const said = code.flatMap((text) => [
    ...[...text.matchAll(/level: (?:'error'|failed \? 'error' : 'warn'),\s*what: '([^']+)'/g)],
    ...[...text.matchAll(/\.(?:error|fatal)\(\{[^}]*\}, '([^']+)'/g)],
    ...[...text.matchAll(/\bfatal\((?:error|new Error\([^)]*\)), '([^']+)'/g)],
    ...[...text.matchAll(/level: '(?:error|fatal)', msg: '([^']+)'/g)],
  ]);
  const lines = new Set(said.map(([, line]) => line!));
  expect(lines.size).toBeGreaterThan(15);
  expect([...lines].filter((line) => !page?.text.includes(`\`${line}\``))).toEqual([]);
});
