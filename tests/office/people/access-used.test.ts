import { expect, test } from 'vitest';
import { accessTable } from '../../../src/office/people/access.ts';
import { sources, withoutComments } from '../../house/sources.ts';

/** Where code asks for a right by its name. */
const asks = [
  /\baccess\s*\.\s*(?:can|scope)\(\s*[^,()]+(?:\([^()]*\))?[^,()]*,\s*([^,)]+)/g,
  /\ballowed\(\s*[\w.]+,\s*([^,)]+)/g,
  /\b(?:right|propose|confirm):\s*([^,})]+)/g,
  /\brights\(\s*([^)]+)\)/g,
  /\bcan\(\s*([^,)]+)/g,
];
const name = /'([a-z_]+(?:\.[a-z_]+)+)'/g;

const files = sources('src/office', /\.ts$/).map(({ path, text }) => ({ path, text: withoutComments(text) }));
const used = files.flatMap(({ path, text }) =>
  asks.flatMap((ask) =>
    [...text.matchAll(ask)].flatMap((found) =>
      [...found[1]!.matchAll(name)].map(([, right]) => ({ path, right: right! })),
    ),
  ),
);

test('rights are found where code asks for them', () => {
  const rights = new Set(used.map(({ right }) => right));
  for (const right of [
    'need.submit',
    'need.take',
    'need.ask',
    'round.extend',
    'round.propose',
    'round.ask',
    'duty.done',
  ])
    expect(rights).toContain(right);
  expect(rights.size).toBeGreaterThan(25);
});

test('every right that code asks for has a row: without one it would be nobody’s', () => {
  const rows = new Set(accessTable.map(({ action }) => action));
  expect(used.filter(({ right }) => !rows.has(right))).toEqual([]);
});

/** Actions and flows that change something: each must ask for a right somewhere below it, or say here why it needs none. */
test('a command that writes a domain table asks for a right in its own file', () => {
  const silent = files
    .filter(({ path }) => /\/commands(?:\/\w[\w-]*)?\.ts$/.test(path))
    .filter(({ text }) => /\.(?:insert|update|delete)\(/.test(text))
    .filter(({ text }) => !/\b(?:allowed|access\.can|may|mayDecide|move)\(/.test(text))
    .map(({ path }) => path);
  expect(silent).toEqual([]);
});
