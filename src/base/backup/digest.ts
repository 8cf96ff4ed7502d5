import { createHash } from 'node:crypto';

/**
 * A digest of rows that does not depend on their order (two databases give them in different ones): the sum of the first 128 bits
 * of each row's SHA-256. Tells damage and loss, not an attacker: the file's own hash is beside it, and the audit log is chained.
 */
export class RowDigest {
  #high = 0n;
  #low = 0n;
  #rows = 0;

  /** Adds a row, as COPY wrote it, without its line break. */
  add(row: Uint8Array): void {
    const hash = createHash('sha256').update(row).digest();
    this.#high += hash.readBigUInt64BE(0);
    this.#low += hash.readBigUInt64BE(8);
    this.#rows += 1;
  }

  get rows(): number {
    return this.#rows;
  }

  /** 32 hex digits. */
  end(): string {
    const word = (n: bigint) => BigInt.asUintN(64, n).toString(16).padStart(16, '0');
    return word(this.#high) + word(this.#low);
  }
}
