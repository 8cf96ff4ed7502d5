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

/** How one statement gets to the database (`Store.aside`); a big file takes its turn anew for each piece, so it blocks nobody. */
export type Run = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;

/** How much one piece holds, in bytes. */
export const pieceBytes = 256 * 1024;

/** The file was deleted while it was read or written. */
export class FileGone extends Error {
  override readonly name = 'FileGone';
}

/**
 * Keeps a file, piece by piece; gives its hash (SHA-256). It is there for readers once all of it is: until then it is `writing`, and what a crash
 * leaves so is removed by `sweepFiles`. A second call with the same id begins anew where the first did not end, else changes nothing.
 * @throws RangeError over 20 MB: `typeOf` refuses those before.
 */
export async function savePieces(run: Run, file: NewFile): Promise<Uint8Array> {
  const { id, content } = file;
  if (content.length > mostBytes) throw new RangeError(`a file of ${content.length} bytes is too big to be kept`);
  const hash = new Uint8Array(createHash('sha256').update(content).digest());
  const mine = await run(
    (sql) => sql`
      with old as (delete from file_piece where file_id = ${id} and exists (select from file where id = ${id} and state = 'writing'))
      insert into file as f (id, name, mime, bytes, sha256, state, uploaded_by, at)
      values (${id}, ${file.name}, ${file.mime}, ${content.length}, ${hash}, 'writing', ${file.uploadedBy}, ${file.at.toString()})
      on conflict (id) do update set bytes = excluded.bytes, sha256 = excluded.sha256, at = excluded.at where f.state = 'writing'
      returning id`,
  );
  if (mine.length === 0) return hash;
  for (let n = 0; n * pieceBytes < content.length; n++) {
    const piece = content.subarray(n * pieceBytes, (n + 1) * pieceBytes);
    await run((sql) => sql`insert into file_piece (file_id, n, content) values (${id}, ${n}, ${piece})`);
  }
  const ready = await run(
    (sql) => sql`update file set state = 'ready' where id = ${id} and state = 'writing' returning id`,
  );
  if (ready.length === 0) throw new FileGone(`the file ${id} was deleted while it was written`);
  return hash;
}

/** `savePieces` for whoever holds a client: all pieces one after the other. */
export const saveFile = (sql: Sql, file: NewFile): Promise<Uint8Array> => savePieces((work) => work(sql), file);

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
  for (let n = 0; n * pieceBytes < bytes; n++) {
    const [row] = await run(
      (sql) => sql<{ content: Uint8Array }[]>`select content from file_piece where file_id = ${id} and n = ${n}`,
    );
    if (!row) throw new FileGone(`the file ${id} was deleted while it was read`);
    yield row.content;
  }
}

/** Deletes the bytes and the name; the row stays for whoever names it. False when there was nothing to delete. */
export async function deleteFile(sql: Sql, id: Id<'file'>, at: Temporal.Instant): Promise<boolean> {
  const gone = await sql`
    with bytes as (delete from file_piece where file_id = ${id})
    update file set name = '', state = 'deleted', deleted_at = ${at.toString()}
    where id = ${id} and state <> 'deleted' returning id`;
  return gone.length === 1;
}

/** Removes what was begun before `before` and never ended: its process died, and its task began anew. Gives how many. */
export async function sweepFiles(sql: Sql, before: Temporal.Instant): Promise<number> {
  const gone = await sql`
    with old as (delete from file where state = 'writing' and at < ${before.toString()} returning id),
      bytes as (delete from file_piece where file_id in (select id from old))
    select id from old`;
  return gone.length;
}
