import { expect, test } from 'vitest';
import { occurrences, rootSources, type Source, sources, withoutComments } from './sources.ts';

const code = sources('src', /\.ts$/).map(({ path, text }) => ({ path, text: withoutComments(text) }));
const everything = [
  ...['src', 'tests', 'bench', 'tools', 'docs', 'drizzle', '.ci'].flatMap((folder) =>
    sources(folder, /(\.(ts|cjs|mjs|js|md|sql|json|html|css|svg|yml)|^run)$/),
  ),
  ...rootSources(/\.(ts|json|md|example)$/).filter(({ path }) => path !== 'package-lock.json'),
];

/** A habit of the house: what is not written, and where it may be all the same. */
interface Habit {
  readonly why: string;
  readonly never: RegExp;
  readonly in: readonly Source[];
  readonly but?: readonly string[];
}

// The words to be found are spelt so that this file does not hold them.
const habits: readonly Habit[] = [
  {
    why: 'time comes in as an argument: one fake clock moves everything',
    never: /\bDate\.now\b|\bnew Date\b|\bTemporal\.Now\b/,
    in: code,
    but: ['src/base/time/'],
  },
  {
    why: 'the database does not say what time it is',
    never: /(?<![.\w])now\(\)|\bdefaultNow\b|\b(current|local|clock|statement|transaction)_(timestamp|date|time)\b/i,
    in: [...code, ...sources('drizzle', /\.sql$/)],
    but: ['src/base/time/'],
  },
  {
    why: 'settings are read in one place',
    never: /\bprocess\.env\b/,
    in: code,
    but: ['src/config.ts', 'src/main.ts', 'src/start.ts', 'src/cli/'],
  },
  { why: 'what is left to do is done or said in an issue', never: /\b(?:TO[D]O|FIX[M]E|XX[X])\b/, in: everything },
  {
    why: 'what is referred to is in the repository',
    never: /\bshared\/(?:design|style|voice|domain|reference|understanding|data)\b|\bseam\.ts\b/,
    in: everything,
    but: ['tests/house/habits.test.ts'],
  },
  {
    why: 'the repository lies anywhere',
    never: /(?<![\w.}-])\/(?:home|Users|root|work)\//,
    in: everything,
    but: ['tests/house/habits.test.ts'],
  },
];

test.each(habits)('$why', ({ never, in: files, but = [] }) => {
  const found = files
    .filter(({ path }) => !but.some((place) => path.startsWith(place)))
    .flatMap((file) => occurrences(file, never));
  expect(found).toEqual([]);
});

test('paths are lower case and plain, so that they are the same on every disk', () => {
  const known = /(^|\/)(README|CHANGELOG|NOTICE)\.md$/;
  const odd = everything.filter(({ path }) => !known.test(path) && !/^[a-z0-9_./-]+$/.test(path));
  expect(odd.map(({ path }) => path)).toEqual([]);
});

test('comments are not taken for code, addresses not for comments', () => {
  const text = "const a = 'https://x.vn/a'; // Date.now\n/* new Date()\n */ const b = 1;";
  expect(withoutComments(text).replace(/ +/g, ' ')).toBe("const a = 'https://x.vn/a'; \n \n const b = 1;");
});
