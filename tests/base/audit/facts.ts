import fc from 'fast-check';
import { type AuditFact, type AuditKeys, type AuditRow, emptyHead, link } from '../../../src/base/audit/chain.ts';

export const keys: AuditKeys = new Map([['aaaaaaaa', new Uint8Array(32).fill(1)]]);
export const nextKeys: AuditKeys = new Map([['bbbbbbbb', new Uint8Array(32).fill(2)], ...keys]);

export const fact = (of: Partial<AuditFact> = {}): AuditFact => ({
  at: Temporal.Instant.from('2026-11-24T01:02:03.123456Z'),
  actor: '01935678-9123-7456-8123-098765432109',
  role: 'officer',
  actingFor: null,
  channel: 'zalo',
  request: 'msg-1',
  action: 'need.accept',
  kind: 'need',
  record: '01935678-9123-7456-8123-000000000001',
  before: { state: 'submitted' },
  after: { state: 'accepted', amount: 2.5 },
  ...of,
});

/** Any JSON that the border lets in. */
export const anyJson = fc.jsonValue({ maxDepth: 3 }).map((value) => value as never);

export const anyFact = fc
  .record({
    at: fc.integer({ min: 0, max: 4e9 }).map((s) => Temporal.Instant.fromEpochMilliseconds(s * 1000)),
    actor: fc.option(fc.uuid({ version: 7 })),
    role: fc.option(fc.constantFrom('officer', 'admin')),
    channel: fc.constantFrom('zalo', 'web', 'cli'),
    request: fc.string({ maxLength: 8 }),
    action: fc.constantFrom('need.accept', 'need.return'),
    record: fc.uuid(),
    before: anyJson,
    after: anyJson,
  })
  .map((of) => fact(of));

/** A chain of made-up facts. */
export const chainOf = (facts: readonly AuditFact[], by: AuditKeys = keys) => link(facts, emptyHead(by), by);
export const anyChain = (minLength: number) =>
  fc.array(anyFact, { minLength, maxLength: 12 }).map((facts) => chainOf(facts));

/** A row as it comes back from the database. */
export const stored = (row: AuditRow): AuditRow => ({
  ...row,
  before: JSON.parse(JSON.stringify(row.before)),
  after: JSON.parse(JSON.stringify(row.after)),
  at: Temporal.Instant.from(row.at.toString()),
});
