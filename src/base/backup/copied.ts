import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Sql } from '../database/client.ts';
import { BackupError } from './format.ts';
import { linesOf } from './lines.ts';
import { copyOut } from './tables.ts';

/** So long may the database be silent in the middle of a table, in milliseconds. */
const silenceMs = 120_000;

/**
 * The rows of a table as COPY writes them. However the reader ends, the connection is fit for the next statement.
 * The driver's stream needs help for that: it does not notice a lost connection (the silence is measured here), it pauses the
 * socket for good when the end comes while its buffer is full (`_read` resumes it), and what it is not asked for any more
 * would block the connection (it is read to its end).
 */
export async function* copied(sql: Sql, table: string, columns: readonly string[]): AsyncGenerator<Buffer> {
  const stream = (await sql.unsafe(copyOut(table, columns)).readable()) as Readable;
  const lost = () => stream.destroy(new BackupError(`The database stopped sending ${table}. Nothing was changed.`));
  const timer = setTimeout(lost, silenceMs);
  const heard = async function* () {
    for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      timer.refresh();
      yield piece;
    }
  };
  try {
    yield* linesOf(heard());
  } finally {
    if (!stream.readableEnded && !stream.destroyed) {
      stream.on('data', () => timer.refresh());
      await once(stream.resume(), 'end');
    }
    clearTimeout(timer);
    stream._read(0);
  }
}
