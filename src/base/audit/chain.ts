import { createHmac } from 'node:crypto';
import type { Json } from '../json.ts';
import { canonical, tidyText } from './canonical.ts';

/** What is said about one change: who (for whom), when, through which channel, what, from what to what. */
export interface AuditFact {
  readonly at: Temporal.Instant;
  /** The person, or null for the service itself and for strangers. */
  readonly actor: string | null;
  readonly role: string | null;
  /** The person whom a delegate stood in for. */
  readonly actingFor: string | null;
  readonly channel: string;
  /** What led to it: the key of an event, the id of a task, a command of the operator. */
  readonly request: string;
  readonly action: string;
  readonly kind: string;
  readonly record: string;
  /** Without personal values (`takeOut`); null where there is nothing to say. */
  readonly before: Json;
  readonly after: Json;
}

/** A fact in the chain. `key` names the key it was chained with; `prev` is the hash of the row before it. */
export interface AuditRow extends AuditFact {
  readonly seq: bigint;
  readonly key: string;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
}

/**
 * Where the chain ends, and where it begins since old rows were deleted (`startSeq` is the last deleted row, 0 when none was).
 * `mac` seals it: without the key nobody can move it.
 */
export interface AuditHead {
  readonly seq: bigint;
  readonly hash: Uint8Array;
  readonly startSeq: bigint;
  readonly startHash: Uint8Array;
  readonly key: string;
  readonly mac: Uint8Array;
}

/** Subkeys of the purpose `audit` by their id (`Keyring.subkeys`), the present one first. */
export type AuditKeys = ReadonlyMap<string, Uint8Array>;

/** Stands before the first row. */
export const genesis: Uint8Array = new Uint8Array(32);

const presentKey = (keys: AuditKeys): readonly [string, Uint8Array] => {
  const [first] = keys;
  if (!first) throw new Error('the audit chain has no key');
  return first;
};

/** A fact as it is stored: microseconds, and text that the database can keep. */
export const tidyFact = (fact: AuditFact): AuditFact => ({
  ...fact,
  at: fact.at.round('microsecond'),
  channel: tidyText(fact.channel),
  request: tidyText(fact.request),
  action: tidyText(fact.action),
  kind: tidyText(fact.kind),
  record: tidyText(fact.record),
});

/** The hash of a row: HMAC-SHA256 over the hash before it and the row in canonical form. */
export function rowHash(row: Omit<AuditRow, 'hash'>, key: Uint8Array): Uint8Array {
  const text = canonical({
    seq: row.seq.toString(),
    key: row.key,
    at: row.at.toString(),
    actor: row.actor,
    role: row.role,
    actingFor: row.actingFor,
    channel: row.channel,
    request: row.request,
    action: row.action,
    kind: row.kind,
    record: row.record,
    before: row.before,
    after: row.after,
  });
  return new Uint8Array(createHmac('sha256', key).update(row.prev).update(text).digest());
}

/** The seal of a head. */
export function headMac(head: Omit<AuditHead, 'mac'>, key: Uint8Array): Uint8Array {
  const text = `head ${head.seq} ${head.startSeq} ${head.key}\n`;
  return new Uint8Array(createHmac('sha256', key).update(text).update(head.hash).update(head.startHash).digest());
}

/** A head under the present key. */
export function sealHead(of: Pick<AuditHead, 'seq' | 'hash' | 'startSeq' | 'startHash'>, keys: AuditKeys): AuditHead {
  const [id, key] = presentKey(keys);
  const head = { seq: of.seq, hash: of.hash, startSeq: of.startSeq, startHash: of.startHash, key: id };
  return { ...head, mac: headMac(head, key) };
}

/** The head of a chain without rows. */
export const emptyHead = (keys: AuditKeys): AuditHead =>
  sealHead({ seq: 0n, hash: genesis, startSeq: 0n, startHash: genesis }, keys);

/** Chains facts behind `head`, in their order; gives the rows and the new head. */
export function link(
  facts: readonly AuditFact[],
  head: AuditHead,
  keys: AuditKeys,
): { readonly rows: readonly AuditRow[]; readonly head: AuditHead } {
  const [id, key] = presentKey(keys);
  let { seq, hash } = head;
  const rows = facts.map((fact): AuditRow => {
    seq += 1n;
    const row = { ...tidyFact(fact), seq, key: id, prev: hash };
    hash = rowHash(row, key);
    return { ...row, hash };
  });
  return { rows, head: sealHead({ ...head, seq, hash }, keys) };
}

/** A head as it is handed out each day, to be kept where the database's owner can't change it: `1234:<64 hex digits>`. */
export const writeHead = (head: Pick<AuditHead, 'seq' | 'hash'>): string =>
  `${head.seq}:${Buffer.from(head.hash).toString('hex')}`;

/** Reads what `writeHead` wrote; null when it is something else. */
export function readHead(text: string): { readonly seq: bigint; readonly hash: Uint8Array } | null {
  const [, seq, hash] = /^\s*(\d{1,18}):([0-9a-f]{64})\s*$/i.exec(text) ?? [];
  return seq && hash ? { seq: BigInt(seq), hash: new Uint8Array(Buffer.from(hash, 'hex')) } : null;
}
