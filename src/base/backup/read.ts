import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupError, type BackupHeader, parseHeader, parseRow, tableEnd } from './format.ts';
import { linesOf } from './lines.ts';

/** A row of a backup, as its table's columns. */
export interface BackupRow {
  readonly table: string;
  readonly values: readonly (string | null)[];
  /** As it stands in the file. */
  readonly line: Buffer;
}

const start = Buffer.from('\\table ');
const end = Buffer.from(tableEnd);

async function* fileLines(path: string): AsyncGenerator<Buffer> {
  if (!existsSync(path)) throw new BackupError(`There is no file ${path}.`);
  const unpacked = createReadStream(path).pipe(createGunzip());
  try {
    yield* linesOf(unpacked as AsyncIterable<Uint8Array>);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code.startsWith('Z_'))
      throw new BackupError(`The backup ${path} is damaged or cut off (${code}). Use another one.`);
    throw error;
  }
}

/** The header alone. @throws BackupError */
export async function readHeader(path: string): Promise<BackupHeader> {
  for await (const line of fileLines(path)) return parseHeader(line.toString('utf8'));
  throw new BackupError(`The file ${path} is empty.`);
}

/** Reads the whole file and compares it with its header, before anything is done with it. @throws BackupError */
export async function checkBackup(path: string): Promise<BackupHeader> {
  let header: BackupHeader | null = null;
  const hash = createHash('sha256');
  for await (const line of fileLines(path)) {
    if (header) hash.update(line).update('\n');
    else header = parseHeader(line.toString('utf8'));
  }
  if (!header) throw new BackupError(`The file ${path} is empty.`);
  if (hash.digest('hex') !== header.sha256) {
    throw new BackupError(`The backup ${path} is not what was written: its hash differs. Use another one.`);
  }
  return header;
}

/** The rows of a backup, table by table, as they stand in it. */
export async function* backupRows(path: string): AsyncGenerator<BackupRow> {
  let table: string | null = null;
  let first = true;
  for await (const line of fileLines(path)) {
    if (first) first = false;
    else if (table === null && line.subarray(0, start.length).equals(start))
      table = line.subarray(start.length).toString();
    else if (line.equals(end)) table = null;
    else if (table !== null) yield { table, values: parseRow(line.toString('utf8')), line };
  }
}
