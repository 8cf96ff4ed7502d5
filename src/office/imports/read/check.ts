import type { Id } from '../../../base/ids.ts';
import type { TableFault } from '../../../documents/sheet.ts';
import { readTables } from '../../../documents/tables.ts';
import type { Vocabulary } from '../../../language/index.ts';
import type { Known } from '../known.ts';
import { type Matched, match } from '../match.ts';
import { type RegisterFault, type RegisterRead, readRegister } from './register.ts';

/** Why a file can't be taken as a register: it can't be read, or is none. */
export type FileFault = { readonly why: TableFault; readonly where?: string } | RegisterFault;

/** A file compared with the register, row by row. */
export interface Checked {
  readonly register: RegisterRead;
  readonly matched: readonly Matched[];
  /** How many entries the register had when it was compared. */
  readonly seen: number;
}

/**
 * Reads a file and compares it with the register: a dry run, nothing is written. The workbook is parsed in a thread of its own, the rest goes
 * on in slices of 8 ms.
 */
export async function checkFile(
  bytes: Uint8Array,
  of: {
    readonly vocabulary: Vocabulary;
    readonly officers: ReadonlyMap<string, Id<'person'>>;
    readonly known: () => Promise<Known>;
    readonly now: Temporal.Instant;
    readonly stop?: AbortSignal;
  },
): Promise<Checked | FileFault> {
  const tables = await readTables(bytes, of.stop);
  if (!tables.ok) return tables;
  const register = await readRegister(tables.sheets, of, of.stop);
  if ('why' in register) return register;
  const known = await of.known();
  const matched = await match(register.entries, known, of.vocabulary, of.now, of.stop);
  return { register, matched, seen: known.seen };
}
