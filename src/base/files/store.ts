import { createHash } from 'node:crypto';
import type { Sql } from '../database/client.ts';
import type { Id } from '../ids.ts';
import { mostBytes } from './type.ts';

/** A file to be kept: typed, searched for marks and named safely before. */
export interface NewFile {
  /** Given by the caller, so that a task that runs again stores it once. */
  readonly id: Id<'file'>;
  readonly name: string;
  readonly mime: string;
  readonly content: Uint8Array;
  readonly uploadedBy: Id<'person'> | null;
  readonly at: Temporal.Instant;
}

/** A file as it is kept. `open()` may be called more than once. */
export interface StoredFile {
  readonly id: Id<'file'>;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: Uint8Array;
  readonly uploadedBy: Id<'person'> | null;
  open(): AsyncIterable<Uint8Array>;
}

/** How one statement gets to the database (`Store.aside`); a stream takes its turn anew for each piece, so it blocks nobody. */
export type Run = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

/** How much one piece of a stream holds, in bytes. */
export const pieceBytes = 256 * 1024;

/** The file was deleted while it was read. */
export class FileGone extends Error {
  override readonly name = 'FileGone';
}

/**
 * Keeps a file; gives its hash. A second call with the same id changes nothing.
 * @throws RangeError over 20 MB: `typeOf` refuses those before.
 */
export async function saveFile(sql: Sql, file: NewFile): Promise<Uint8Array> {
  if (file.content.length > mostBytes)
    throw new RangeError(`a file of ${file.content.length} bytes is too big to be kept`);
  const hash = new Uint8Array(createHash('sha256').update(file.content).digest());
  await sql`
    insert into file (id, name, mime, bytes, sha256, content, state, uploaded_by, at)
    values (${file.id}, ${file.name}, ${file.mime}, ${file.content.length}, ${hash}, ${file.content}, 'ready', ${file.uploadedBy}, ${file.at.toString()})
    on conflict (id) do nothing`;
  return hash;
}

/** A file that is kept, or null when there is none or its bytes were deleted. */
export async function openFile(run: Run, id: Id<'file'>): Promise<StoredFile | null> {
  const [row] = await run(
    (sql) => sql<{ name: string; mime: string; bytes: number; sha256: Uint8Array; uploaded_by: Id<'person'> | null }[]>`
      select name, mime, bytes, sha256, uploaded_by from file where id = ${id} and state = 'ready'`,
  );
  if (!row) return null;
  const { name, mime, bytes, sha256, uploaded_by: uploadedBy } = row;
  return { id, name, mime, bytes, sha256: new Uint8Array(sha256), uploadedBy, open: () => pieces(run, id, bytes) };
}

async function* pieces(run: Run, id: Id<'file'>, bytes: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes; at += pieceBytes) {
    const [row] = await run(
      (sql) => sql<{ piece: Uint8Array | null }[]>`
        select substring(content from ${at + 1}::int for ${pieceBytes}::int) as piece from file where id = ${id}`,
    );
    if (!row?.piece) throw new FileGone(`the file ${id} was deleted while it was read`);
    yield row.piece;
  }
}

/** Deletes the bytes and the name; the row stays for whoever names it. False when there was nothing to delete. */
export async function deleteFile(sql: Sql, id: Id<'file'>, at: Temporal.Instant): Promise<boolean> {
  const gone = await sql`
    update file set content = null, name = '', state = 'deleted', deleted_at = ${at.toString()}
    where id = ${id} and state = 'ready' returning id`;
  return gone.length === 1;
}
