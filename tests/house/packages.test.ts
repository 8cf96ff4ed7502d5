import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf, sources } from './sources.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
const { dependencies, devDependencies } = json<{
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}>('package.json');
const { packages } = json<{ packages: Record<string, Locked> }>('package-lock.json');
const { '': _root, ...locked } = packages;
const named = Object.entries(locked).map(([path, of]) => ({ name: path.replace(/^.*node_modules\//, ''), ...of }));
const production = named.filter(({ dev }) => !dev);

test('what only tests and benchmarks need is not installed in production', () => {
  // Such a mark means: an optional peer of a production package. `npm ci --omit=dev` brings those too (.npmrc says more).
  expect(named.filter(({ devOptional }) => devOptional)).toEqual([]);
  const brought = new Set(production.map(({ name }) => name));
  expect(Object.keys(devDependencies).filter((name) => brought.has(name))).toEqual([]);
});

test('every package that is named is used in src, and src uses no other', () => {
  const used = sources('src', /\.ts$/).flatMap((file) =>
    importsOf(file)
      .filter(({ ours, typeOnly }) => !ours && !typeOnly)
      .map(({ target }) =>
        target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  );
  const packagesUsed = new Set(used.filter((name) => !name.startsWith('node:')));
  // Fonts are read as files.
  packagesUsed.add('@fontsource/be-vietnam-pro');
  expect([...packagesUsed].sort()).toEqual(Object.keys(dependencies).sort());
});

test('versions are exact, so that a clone runs what was tested', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d[\w.-]*$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('licences of production are known and permissive', () => {
  const permissive = new Set([
    'MIT',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'OFL-1.1',
    'Unlicense',
    '0BSD',
  ]);
  expect(production.filter(({ license }) => !permissive.has(license ?? ''))).toEqual([]);
});

test('of the packages of production only the one that brings Node.js runs a script when it is installed', () => {
  expect(production.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual(['node']);
});
