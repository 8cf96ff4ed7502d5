import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditRow, emptyHead, link, readHead, sealHead, writeHead } from '../../../src/base/audit/chain.ts';
import { verify } from '../../../src/base/audit/verify.ts';
import { anyChain, chainOf, fact, keys, nextKeys, stored } from './facts.ts';

const five = chainOf([1, 2, 3, 4, 5].map((n) => fact({ request: `r${n}` })));
const known = { head: five.head };

describe('a log that nobody touched', () => {
  test('is whole, also after a trip through the database', () => {
    fc.assert(
      fc.property(anyChain(0), ({ rows, head }) => {
        expect(verify(rows.map(stored), { head }, keys)).toBeNull();
      }),
    );
  });

  test('is the same in one append or in many', () => {
    const one = link([fact({ request: 'a' }), fact({ request: 'b' })], emptyHead(keys), keys);
    const first = link([fact({ request: 'a' })], emptyHead(keys), keys);
    const second = link([fact({ request: 'b' })], first.head, keys);
    expect([...first.rows, ...second.rows]).toEqual(one.rows);
    expect(second.head).toEqual(one.head);
  });

  test('goes on after a change of SECRET_KEY', () => {
    const later = link([fact()], five.head, nextKeys);
    expect(verify([...five.rows, ...later.rows], { head: later.head }, nextKeys)).toBeNull();
    const onlyNew = new Map([[...nextKeys][0]!]);
    expect(verify([...five.rows, ...later.rows], { head: later.head }, onlyNew)).toMatchObject({
      what: 'key',
      seq: 1n,
    });
  });

  test('begins where the deleted years end', () => {
    const [, , third] = five.rows;
    const head = sealHead({ ...five.head, startSeq: 3n, startHash: third!.hash }, keys);
    expect(verify(five.rows.slice(3), { head }, keys)).toBeNull();
    expect(verify(five.rows, { head }, keys)).toMatchObject({ what: 'inserted', seq: 1n });
    expect(verify(five.rows.slice(4), { head }, keys)).toMatchObject({ what: 'removed', seq: 4n });
  });
});

describe('what somebody without the key did is found', () => {
  const fields: (keyof AuditRow)[] = [
    'at',
    'actor',
    'role',
    'actingFor',
    'channel',
    'request',
    'action',
    'kind',
    'record',
    'before',
    'after',
    'key',
    'prev',
    'hash',
  ];
  // Longer than any value that a chain is made up of: a draw of the same would be no change.
  const another = 'something else';
  const other = fact({
    at: Temporal.Instant.from('2020-01-01T00:00:00Z'),
    actor: another,
    role: another,
    actingFor: another,
    channel: another,
    request: another,
    action: another,
    kind: another,
    record: another,
    before: [another],
    after: [another],
  });
  const changedTo = { ...other, key: 'cccccccc', prev: new Uint8Array(32).fill(9), hash: new Uint8Array(32).fill(9) };

  test.each(fields)('a changed %s', (field) => {
    fc.assert(
      fc.property(anyChain(1), fc.nat(), ({ rows, head }, at) => {
        const i = at % rows.length;
        const changed = rows.map((row, n) =>
          n === i ? { ...row, [field]: changedTo[field as keyof typeof changedTo] } : row,
        );
        const fault = verify(changed, { head }, keys);
        expect(fault?.what).toBe(field === 'key' ? 'key' : 'changed');
        expect(fault?.seq).toBe(BigInt(i + 1));
      }),
      { numRuns: 25 },
    );
  });

  test('a removed row, wherever it stood', () => {
    fc.assert(
      fc.property(anyChain(1), fc.nat(), ({ rows, head }, at) => {
        const i = at % rows.length;
        const fault = verify(rows.toSpliced(i, 1), { head }, keys);
        expect(fault).toMatchObject({ what: i === rows.length - 1 ? 'truncated' : 'removed', seq: BigInt(i + 1) });
      }),
    );
  });

  test('a removed row whose followers were renumbered', () => {
    const rows = five.rows.toSpliced(1, 1).map((row, i) => ({ ...row, seq: BigInt(i + 1) }));
    expect(verify(rows, known, keys)).toMatchObject({ what: 'changed', seq: 2n });
  });

  test('an inserted row: with a number twice, renumbered, or behind the end', () => {
    const forged = (seq: bigint, prev: Uint8Array) =>
      link(
        [fact({ request: 'forged' })],
        { ...five.head, seq: seq - 1n, hash: prev },
        new Map([['aaaaaaaa', new Uint8Array(32)]]),
      ).rows[0]!;
    for (let i = 0; i < 5; i++) {
      const prev = five.rows[i]!.hash;
      const twice = five.rows.toSpliced(i + 1, 0, forged(BigInt(i + 1), prev));
      expect(verify(twice, known, keys)).toMatchObject({ what: 'inserted', seq: BigInt(i + 1) });
      const renumbered = five.rows
        .toSpliced(i + 1, 0, forged(0n, prev))
        .map((row, n) => ({ ...row, seq: BigInt(n + 1) }));
      expect(verify(renumbered, known, keys)).toMatchObject({
        what: i === 4 ? 'inserted' : 'changed',
        seq: BigInt(i + 2),
      });
    }
    expect(verify([...five.rows, forged(6n, five.head.hash)], known, keys)).toMatchObject({
      what: 'inserted',
      seq: 6n,
    });
  });

  test('any two rows exchanged, with their numbers or without', () => {
    fc.assert(
      fc.property(anyChain(2), fc.nat(), fc.nat(), ({ rows, head }, a, b) => {
        const i = a % rows.length;
        const j = b % rows.length;
        fc.pre(i !== j);
        const swapped = rows.with(i, rows[j]!).with(j, rows[i]!);
        expect(verify(swapped, { head }, keys)).not.toBeNull();
        const renumbered = swapped.map((row, n) => ({ ...row, seq: BigInt(n + 1) }));
        expect(verify(renumbered, { head }, keys)).toMatchObject({ what: 'changed', seq: BigInt(Math.min(i, j) + 1) });
      }),
    );
  });

  test('a cut-off end, with the head left or put back', () => {
    fc.assert(
      fc.property(anyChain(2), fc.nat(), ({ rows, head }, at) => {
        const left = at % rows.length;
        expect(verify(rows.slice(0, left), { head }, keys)).toMatchObject({ what: 'truncated', seq: BigInt(left + 1) });
        const back = { ...head, seq: BigInt(left), hash: rows[left - 1]?.hash ?? new Uint8Array(32) };
        expect(verify(rows.slice(0, left), { head: back }, keys)).toMatchObject({ what: 'head' });
      }),
    );
  });

  test('an older state put back whole is found by a head that was handed out', () => {
    const older = chainOf([1, 2, 3].map((n) => fact({ request: `r${n}` })));
    expect(verify(older.rows, { head: older.head }, keys)).toBeNull();
    const handedOut = [readHead(writeHead(five.head))!];
    expect(verify(older.rows, { head: older.head, handedOut }, keys)).toMatchObject({ what: 'truncated', seq: 4n });
    expect(verify(five.rows, { ...known, handedOut }, keys)).toBeNull();
  });

  test('a log rewritten by somebody with the key is found by a head that was handed out', () => {
    const rewritten = chainOf([1, 2, 9, 4, 5].map((n) => fact({ request: `r${n}` })));
    const handedOut = [{ seq: 3n, hash: five.rows[2]!.hash }];
    expect(verify(rewritten.rows, { head: rewritten.head }, keys)).toBeNull();
    expect(verify(rewritten.rows, { head: rewritten.head, handedOut }, keys)).toMatchObject({
      what: 'changed',
      seq: 3n,
    });
  });

  test('a missing head', () => {
    expect(verify(five.rows, { head: null }, keys)).toMatchObject({ what: 'head' });
  });
});

test('the operator is told which row, in words', () => {
  const says = (rows: readonly AuditRow[]) => verify(rows, known, keys)?.says;
  expect(says(five.rows.toSpliced(1, 2))).toBe('The log lacks rows 2 to 3: removed.');
  expect(says(five.rows.slice(0, 4))).toBe('The log lacks its end, row 5: cut off.');
  expect(says(five.rows.with(2, { ...five.rows[2]!, actor: null }))).toBe(
    'Row 3 was changed (or inserted in place of another) by somebody without the key.',
  );
});

test('a head is handed out as text and read back; other text is none', () => {
  expect(readHead(` ${writeHead(five.head)}\n`)).toEqual({ seq: 5n, hash: five.head.hash });
  for (const text of ['', '5', '5:abc', `x:${'0'.repeat(64)}`]) expect(readHead(text)).toBeNull();
});
