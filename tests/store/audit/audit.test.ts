import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AuditHead, readHead, writeHead } from '../../../src/base/audit/chain.ts';
import { checkAudit, historyOf } from '../../../src/base/audit/check.ts';
import {
  type AuditOrder,
  appendFacts,
  erasePerson,
  eraseRecord,
  findHead,
  loadHead,
  pruneBefore,
  readRows,
} from '../../../src/base/audit/store.ts';
import { connect, type Sql } from '../../../src/base/database/client.ts';
import type { Store } from '../../../src/base/database/store.ts';
import { keyring } from '../../../src/base/secrets/keyring.ts';
import { fact } from '../../base/audit/facts.ts';
import { committed, storeOfThisFile } from './open.ts';

const ring = keyring(new Uint8Array(32).fill(5));
const person = '01935678-9123-7456-8123-000000000077';
let store: Store;
let url: string | null;

beforeAll(async () => {
  ({ store, url } = await storeOfThisFile());
});
beforeEach(() => store.aside((sql) => sql`truncate audit_event, audit_value, audit_head`));

const first = () => store.aside((sql) => loadHead(sql, ring));
const append = (head: AuditHead, orders: readonly AuditOrder[]) =>
  committed(store, (sql) => appendFacts(sql, ring, head, orders));
const check = (...handedOut: Parameters<typeof checkAudit>[2] & {}) =>
  store.aside((sql) => checkAudit(sql, ring, handedOut));
const many = (count: number, of: Partial<AuditOrder> = {}) =>
  Array.from({ length: count }, (_, i) => fact({ request: `r${i}`, ...of }));

describe('appending', () => {
  test('an empty log is whole', async () => {
    expect(await check()).toBeNull();
    await first();
    expect(await check()).toBeNull();
  });

  test('rows come back as they were chained', async () => {
    const head = await append(await first(), [
      fact({ before: null, after: { n: 1.5, big: 1e21, small: 1e-7, text: 'ă "\\\u0001', list: [null, true] } }),
      fact({ actor: null, role: null, actingFor: person, channel: 'cli' }),
    ]);
    const rows = await store.aside((sql) => readRows(sql, 0n, 10));
    expect(rows).toMatchObject([
      { seq: 1n, before: null },
      { seq: 2n, actor: null, actingFor: person },
    ]);
    expect(rows[0]!.at.toString()).toBe('2026-11-24T01:02:03.123456Z');
    expect(head.seq).toBe(2n);
    expect(await store.aside((sql) => findHead(sql))).toEqual(head);
    expect(await check()).toBeNull();
  });

  test('text that no database keeps is tidied, not refused', async () => {
    await append(await first(), [fact({ request: 'a\0b', after: { x: 'y\0\ud800', ['k\0']: 'v' } })]);
    expect(await check()).toBeNull();
  });

  test('nothing to append takes no statement', async () => {
    const head = await first();
    expect(await appendFacts(undefined as never, ring, head, [])).toBe(head);
  });

  test('takes one round trip behind the cached head, three behind an old one', async () => {
    let head = await first();
    const trips = async (from: AuditHead) =>
      committed(store, async (sql) => {
        let count = 0;
        const counted = new Proxy(sql, {
          apply(target, self, args) {
            count += 1;
            return Reflect.apply(target, self, args);
          },
        }) as Sql;
        head = await appendFacts(counted, ring, from, many(3));
        return count;
      });
    const old = head;
    expect(await trips(head)).toBe(1);
    expect(await trips(head)).toBe(1);
    expect(await trips(old)).toBe(3);
    expect(head.seq).toBe(9n);
    expect(await check()).toBeNull();
  });

  test('a rolled back transaction leaves nothing, and the cached head still holds', async () => {
    const head = await first();
    await expect(
      committed(store, async (sql) => {
        await appendFacts(sql, ring, head, many(2));
        throw new Error('turn failed');
      }),
    ).rejects.toThrow('turn failed');
    await append(head, many(1));
    expect(await store.aside((sql) => readRows(sql, 0n, 10))).toHaveLength(1);
    expect(await check()).toBeNull();
  });

  test('a head whose transaction was rolled back is made again', async () => {
    let head: AuditHead | undefined;
    await expect(
      committed(store, async (sql) => {
        head = await loadHead(sql, ring);
        throw new Error('turn failed');
      }),
    ).rejects.toThrow('turn failed');
    expect((await append(head!, many(2))).seq).toBe(2n);
    expect(await check()).toBeNull();
  });

  test('a head deleted while the log has rows is not quietly made anew', async () => {
    const head = await append(await first(), many(1));
    await store.aside((sql) => sql`delete from audit_head`);
    await expect(first()).rejects.toThrow('head of the audit log is missing');
    await expect(append(head, many(1))).rejects.toThrow('head of the audit log is missing');
    expect(await check()).toMatchObject({ what: 'head' });
  });
});

describe.runIf(process.env['STORE'] === 'postgres')('two processes', () => {
  let other: Sql;
  beforeAll(() => {
    other = connect({ url: url!, schema: 'public', name: 'other', max: 1 });
  });
  afterAll(() => other.end({ timeout: 1 }));

  test('append in turns: none is lost, the chain is whole', async () => {
    const process = async (run: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>, name: string) => {
      let head = await first();
      for (let i = 0; i < 25; i++)
        head = await run((sql) => appendFacts(sql, ring, head, many(1 + (i % 3), { channel: name })));
    };
    const theirs = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
      await other.unsafe('begin');
      const result = await work(other);
      await other.unsafe('commit');
      return result;
    };
    await Promise.all([process((work) => committed(store, work), 'ours'), process(theirs, 'theirs')]);
    const rows = await store.aside((sql) => readRows(sql, 0n, 1000));
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, i) => BigInt(i + 1)));
    expect(rows.filter((row) => row.channel === 'ours')).toHaveLength(49);
    expect(rows).toHaveLength(98);
    expect(await check()).toBeNull();
  });
});

describe('personal values', () => {
  const after = { fullName: 'Thào A Sếnh', phone: '0912345678', state: 'linked' };

  test('stand in no row in clear, and come back in the history', async () => {
    await append(await first(), [fact({ kind: 'person', record: person, before: null, after })]);
    const stored = await store.aside(
      (sql) =>
        sql`select to_jsonb(e)::text || coalesce((select string_agg(encode(sealed, 'escape'), '') from audit_value), '') as all from audit_event e`,
    );
    expect(stored[0]!['all']).not.toMatch(/Sếnh|345678/);
    const [row] = await store.aside((sql) => historyOf(sql, ring, 'person', person, 10));
    expect(row!.after).toEqual(after);
  });

  test('are erased with the person, and the chain stays whole', async () => {
    await append(await first(), [
      fact({ kind: 'person', record: person, before: null, after }),
      { ...fact({ record: 'need-1', after: { contact: 'Sếnh' } }), subject: person },
      fact({ record: 'need-2', after: { contact: 'Dợ' } }),
    ]);
    expect(await committed(store, (sql) => erasePerson(sql, person))).toBe(3);
    expect(await check()).toBeNull();
    const [row] = await store.aside((sql) => historyOf(sql, ring, 'person', person, 10));
    expect(row!.after).toEqual({ fullName: 'T•••', phone: '09•• ••• 678', state: 'linked' });
    expect(await committed(store, (sql) => eraseRecord(sql, 'need', 'need-2'))).toBe(1);
    expect(await store.aside((sql) => sql`select 1 from audit_value`)).toHaveLength(0);
    expect(await check()).toBeNull();
  });

  test('changed, moved to another row, or invented are found', async () => {
    const head = await first();
    await append(head, [fact({ after: { name: 'Sếnh' } }), fact({ after: { name: 'Dợ' } })]);
    await store.aside(
      (sql) =>
        sql`update audit_value v set sealed = w.sealed, salt = w.salt from audit_value w where w.seq = 3 - v.seq`,
    );
    expect(await check()).toMatchObject({ what: 'value', seq: 1n });
    await store.aside((sql) => sql`delete from audit_value`);
    expect(await check()).toBeNull();
    await store.aside(
      (sql) =>
        sql`insert into audit_value values (2, '/after/state', null, ${new Uint8Array(16)}, ${ring.encrypt('audit', '"x"', 'audit/2/after/state')})`,
    );
    expect(await check()).toMatchObject({ what: 'value', seq: 2n });
  });

  test('of the previous key still open', async () => {
    await append(await first(), [fact({ kind: 'person', record: person, after })]);
    const rotated = keyring(new Uint8Array(32).fill(6), new Uint8Array(32).fill(5));
    const head = await committed(store, async (sql) =>
      appendFacts(sql, rotated, (await findHead(sql))!, [fact({ kind: 'person', record: person, after })]),
    );
    expect(head.key).toBe(rotated.keyId);
    expect(await store.aside((sql) => checkAudit(sql, rotated))).toBeNull();
    expect(await store.aside((sql) => historyOf(sql, rotated, 'person', person, 10))).toMatchObject([
      { seq: 2n, after },
      { seq: 1n, after },
    ]);
    const forgot = keyring(new Uint8Array(32).fill(6));
    expect(await store.aside((sql) => checkAudit(sql, forgot))).toMatchObject({ what: 'key', seq: 1n });
    expect((await store.aside((sql) => historyOf(sql, forgot, 'person', person, 10)))[1]!.after).toMatchObject({
      fullName: 'T•••',
    });
  });
});

describe('somebody with the database password, but not the key', () => {
  test.each<[string, string, object]>([
    ['changes a row', `update audit_event set action = 'need.reject' where seq = 3`, { what: 'changed', seq: 3n }],
    [
      'changes a time by a microsecond',
      `update audit_event set at = at + interval '1 microsecond' where seq = 3`,
      { what: 'changed', seq: 3n },
    ],
    [
      'changes what it was changed to',
      `update audit_event set after = '{"state": "rejected"}' where seq = 3`,
      { what: 'changed', seq: 3n },
    ],
    ['deletes a row', 'delete from audit_event where seq = 3', { what: 'removed', seq: 3n }],
    ['deletes the first rows', 'delete from audit_event where seq <= 2', { what: 'removed', seq: 1n }],
    ['deletes the last rows', 'delete from audit_event where seq >= 4', { what: 'truncated', seq: 4n }],
    ['deletes all', 'delete from audit_event', { what: 'truncated', seq: 1n }],
    [
      'deletes the last rows and moves the head back',
      'update audit_head set seq = 3, hash = (select hash from audit_event where seq = 3)',
      { what: 'head' },
    ],
    [
      'adds a row',
      `insert into audit_event select 6, at, actor, role, acting_for, channel, request, action, kind, record, before, after, key, hash, hash from audit_event where seq = 5`,
      { what: 'inserted', seq: 6n },
    ],
    ['moves the beginning', 'update audit_head set start_seq = 2', { what: 'head' }],
    ['deletes the head', 'delete from audit_head', { what: 'head' }],
  ])('%s', async (_, statement, fault) => {
    await append(await first(), many(5));
    expect(await check()).toBeNull();
    await store.aside((sql) => sql.unsafe(statement));
    expect(await check()).toMatchObject(fault);
  });

  test('puts an old backup back: found by the head that was handed out', async () => {
    const head = await append(await first(), many(2));
    const handedOut = readHead(writeHead(await append(head, many(3))))!;
    expect(await check(handedOut)).toBeNull();
    await store.aside(async (sql) => {
      await sql`delete from audit_event where seq > 2`;
      await sql`update audit_head set seq = 2, hash = ${head.hash}, mac = ${head.mac}`;
    });
    expect(await check()).toBeNull();
    expect(await check(handedOut)).toMatchObject({ what: 'truncated', seq: 3n });
  });
});

describe('deleting what is older than it is kept', () => {
  const day = (n: number) => Temporal.Instant.from(`2026-11-0${n}T00:00:00Z`);

  test('moves the beginning, keeps no hole, and appending goes on', async () => {
    const days = [1, 2, 5, 3, 6].map((n) => fact({ at: day(n), after: { name: 'Sếnh' } }));
    const cached = await append(await first(), days);
    const head = await committed(store, (sql) => pruneBefore(sql, ring, day(4)));
    expect(head).toMatchObject({ startSeq: 2n, seq: 5n });
    expect((await store.aside((sql) => readRows(sql, 0n, 10))).map((row) => row.seq)).toEqual([3n, 4n, 5n]);
    expect(await store.aside((sql) => sql`select 1 from audit_value`)).toHaveLength(3);
    expect(await check()).toBeNull();
    await append(cached, many(1));
    expect(await check()).toBeNull();
  });

  test('may take all, or nothing', async () => {
    const head = await append(await first(), [fact({ at: day(1) })]);
    expect(await committed(store, (sql) => pruneBefore(sql, ring, day(1)))).toEqual(head);
    expect(await committed(store, (sql) => pruneBefore(sql, ring, day(2)))).toMatchObject({ startSeq: 1n, seq: 1n });
    expect(await check()).toBeNull();
    await append(head, many(1));
    expect(await check()).toBeNull();
  });
});

test('a log longer than a page is checked to its end', async () => {
  await append(await first(), many(2500, { before: null, after: { n: 1 } }));
  expect(await check()).toBeNull();
  await store.aside((sql) => sql`update audit_event set role = 'admin' where seq = 2400`);
  expect(await check()).toMatchObject({ what: 'changed', seq: 2400n });
});
