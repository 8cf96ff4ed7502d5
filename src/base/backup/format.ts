import { z } from 'zod';

/** Rises when a file of this version can't be read by the program before it. */
export const formatVersion = 1;

/** A table in a backup. `digest`: the sum of its rows' hashes, the same whatever their order. */
const table = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int().min(0),
  digest: z.string().regex(/^[0-9a-f]{32}$/),
});

const header = z.object({
  format: z.literal(formatVersion),
  madeAt: z.string(),
  /** `pglite` or `postgres`, for people: either reads both. */
  from: z.string(),
  migrations: z.array(z.object({ tag: z.string(), hash: z.string() })),
  /** Names the SECRET_KEY of the store. The key itself is not in the file. */
  keyId: z.string().nullable(),
  tables: z.array(table),
  /** Where number columns go on that the database itself fills. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.string() })),
  /** Of all that follows the header, unpacked. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The first line of a backup (`zcat FILE | head -1` shows it): what is in it, and by what it is checked. */
export type BackupHeader = z.output<typeof header>;
export type BackupTable = BackupHeader['tables'][number];

/** The backup can't be made or used. The message says why and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Reads a header. @throws BackupError */
export function parseHeader(line: string): BackupHeader {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new BackupError('This file is not a backup of Nhịp Cầu.');
  }
  const newer = z.object({ format: z.number().int().gt(formatVersion) }).safeParse(json);
  if (newer.success) throw new BackupError('This backup was made by a newer version of Nhịp Cầu. Use that version.');
  const parsed = header.safeParse(json);
  if (!parsed.success) throw new BackupError('The header of this backup is damaged. Use another backup.');
  return parsed.data;
}

/** Opens the rows of a table in the file; its rows follow, one a line, until `tableEnd`. */
export const tableStart = (name: string): string => `\\table ${name}`;
/** COPY escapes every backslash, so that no row can look like this. */
export const tableEnd = '\\end';

const unescaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The values of a line in PostgreSQL's text format of COPY: null or text. */
export function parseRow(line: string): (string | null)[] {
  return line
    .split('\t')
    .map((value) =>
      value === '\\N'
        ? null
        : value.includes('\\')
          ? value.replaceAll(/\\(.)/gs, (_, of: string) => unescaped[of] ?? of)
          : value,
    );
}
