import { sameBytes } from '../secrets/keyring.ts';
import { type AuditHead, type AuditKeys, type AuditRow, headMac, rowHash } from './chain.ts';

/** The first thing that is wrong with the log. `says` is for the operator. */
export interface AuditFault {
  readonly what: 'changed' | 'removed' | 'inserted' | 'truncated' | 'head' | 'key' | 'value';
  /** The row, or the first missing one. */
  readonly seq: bigint;
  readonly says: string;
}

/** What is known about the end of the chain: the store's own head, and heads that were handed out earlier. */
export interface Known {
  readonly head: AuditHead | null;
  readonly handedOut?: readonly Pick<AuditHead, 'seq' | 'hash'>[];
}

/** Checks a chain row by row, in the order of `seq`; each gives its fault or null, and the first fault is the one that counts. */
export interface Verifier {
  next(row: AuditRow): AuditFault | null;
  end(): AuditFault | null;
}

const rows = (from: bigint, to: bigint) => (from === to ? `row ${from}` : `rows ${from} to ${to}`);

/** Makes a verifier. What a log of any length needs: it keeps only the last hash. */
export function verifier({ head, handedOut = [] }: Known, keys: AuditKeys): Verifier {
  let seq = head?.startSeq ?? 0n;
  let hash = head?.startHash ?? new Uint8Array(32);
  let fault: AuditFault | null = null;
  const outside = new Map(handedOut.map((known) => [known.seq, known.hash]));
  const fail = (what: AuditFault['what'], at: bigint, says: string): AuditFault => {
    fault ??= { what, seq: at, says };
    return fault;
  };

  if (!head) {
    fail(
      'head',
      0n,
      'The head of the log is missing: somebody deleted it, and how long the log was can no longer be told.',
    );
  } else {
    const key = keys.get(head.key);
    if (!key)
      fail(
        'key',
        head.seq,
        `The head of the log was sealed with the key ${head.key}, which is not known here. Set SECRET_KEY_PREVIOUS to it.`,
      );
    else if (!sameBytes(headMac(head, key), head.mac))
      fail('head', head.seq, `The head of the log (row ${head.seq}) was changed by somebody without the key.`);
  }

  return {
    next(row) {
      if (fault) return fault;
      if (row.seq <= seq)
        return fail(
          'inserted',
          row.seq,
          `Row ${row.seq} was inserted: its number was taken, or lies before the beginning of the log.`,
        );
      if (row.seq > seq + 1n)
        return fail('removed', seq + 1n, `The log lacks ${rows(seq + 1n, row.seq - 1n)}: removed.`);
      if (head && row.seq > head.seq)
        return fail('inserted', row.seq, `Row ${row.seq} was inserted behind the end of the log (row ${head.seq}).`);
      const key = keys.get(row.key);
      if (!key)
        return fail(
          'key',
          row.seq,
          `Row ${row.seq} names the key ${row.key}, which is not known here. Set SECRET_KEY_PREVIOUS to it, or the row was changed.`,
        );
      if (!sameBytes(row.prev, hash))
        return fail(
          'changed',
          row.seq,
          `Row ${row.seq} does not follow row ${seq}: it was changed, inserted or put in another's place.`,
        );
      if (!sameBytes(rowHash(row, key), row.hash))
        return fail(
          'changed',
          row.seq,
          `Row ${row.seq} was changed (or inserted in place of another) by somebody without the key.`,
        );
      const known = outside.get(row.seq);
      if (known && !sameBytes(known, row.hash))
        return fail(
          'changed',
          row.seq,
          `Row ${row.seq} is not the one whose hash was handed out: the log was rewritten before it.`,
        );
      seq = row.seq;
      hash = row.hash;
      return null;
    },
    end() {
      if (fault) return fault;
      if (head && seq < head.seq)
        return fail('truncated', seq + 1n, `The log lacks its end, ${rows(seq + 1n, head.seq)}: cut off.`);
      if (head && !sameBytes(hash, head.hash))
        return fail('changed', seq, `Row ${seq} is not the one that the head of the log names.`);
      const last = handedOut.reduce((most, known) => (known.seq > most ? known.seq : most), 0n);
      if (seq < last)
        return fail(
          'truncated',
          seq + 1n,
          `The log lacks its end, ${rows(seq + 1n, last)}: a head was handed out for row ${last}, so an older state was put back.`,
        );
      return null;
    },
  };
}

/** Checks a whole chain: `rows` in the order of `seq`. Null when nothing is wrong. */
export function verify(rows: Iterable<AuditRow>, known: Known, keys: AuditKeys): AuditFault | null {
  const of = verifier(known, keys);
  for (const row of rows) {
    const fault = of.next(row);
    if (fault) return fault;
  }
  return of.end();
}
