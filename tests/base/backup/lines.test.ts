import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowDigest } from '../../../src/base/backup/digest.ts';
import { parseRow } from '../../../src/base/backup/format.ts';
import { linesOf } from '../../../src/base/backup/lines.ts';

async function* pieces(bytes: Buffer, cuts: readonly number[]) {
  let from = 0;
  for (const cut of cuts.map((c) => c % (bytes.length + 1)).toSorted((a, b) => a - b)) {
    yield bytes.subarray(from, cut);
    from = cut;
  }
  yield bytes.subarray(from);
}

test('lines come out the same however the pieces are cut', async () => {
  const lines = fc.array(
    fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\n', '')),
    { minLength: 1 },
  );
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.nat()), async (given, cuts) => {
      const found: string[] = [];
      for await (const line of linesOf(pieces(Buffer.from(`${given.join('\n')}\n`), cuts))) found.push(line.toString());
      expect(found).toEqual(given);
    }),
  );
});

/** As PostgreSQL writes a value in the text format of COPY. */
const copied = (value: string | null) =>
  value === null
    ? '\\N'
    : value.replaceAll(/[\\\b\f\n\r\t\v]/g, (of) => {
        const names: Record<string, string> = { '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '\v': 'v' };
        return `\\${names[of] ?? of}`;
      });

test('a row is read back as it was', () => {
  const value = fc.option(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\\N', 'a\\tb', '\\', '\\\\N', '\t')),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (row) => {
      expect(parseRow(row.map(copied).join('\t'))).toEqual(row);
    }),
  );
});

test('a digest is of the rows, not of their order', () => {
  const of = (...rows: string[]) => {
    const digest = new RowDigest();
    for (const row of rows) digest.add(Buffer.from(row));
    return digest.end();
  };
  expect(of('a', 'b', 'c')).toBe(of('c', 'a', 'b'));
  expect(of('a', 'b')).not.toBe(of('a', 'c'));
  expect(of('a', 'a')).not.toBe(of('a'));
  expect(of()).toBe('0'.repeat(32));
});
