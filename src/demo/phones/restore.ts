import { parseInstant } from '../../base/database/columns.ts';
import type { Store } from '../../base/database/store.ts';
import type { Id } from '../../base/ids.ts';
import type { Input, ReadyFile, Say } from '../../chat/messaging/types.ts';
import type { PhoneFile, PhonePlatform, Replayed } from './phone.ts';

interface Row {
  readonly chat: string;
  readonly id: Id<'message'>;
  readonly seq: string;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly content: Say | (Input & { readonly key?: string });
  readonly ref: string | null;
}

/** How much of each chat comes back. */
const perChat = 100;

/**
 * Fills the screens of a platform from the transcript: a platform of its own would have kept them while we were restarted.
 * Call it once, before the kernel starts to send. `find` opens a file that we sent.
 */
export async function restorePhones(
  store: Store,
  platform: PhonePlatform,
  find: (id: Id<'file'>) => Promise<ReadyFile | null>,
): Promise<void> {
  const rows = await store.aside(
    (sql) => sql<Row[]>`
      select c.external as chat, m.id, m.seq::text, m.at, m.direction, m.content, d.ref
      from chat c
      cross join lateral (select * from message where chat_id = c.id order by seq desc limit ${perChat}) m
      left join delivery d on d.message_id = m.id
      where c.account_id = ${platform.account} and (m.direction = 'in' or d.state in ('sent', 'unknown'))
      order by m.seq`,
  );
  const entries = await Promise.all(rows.map((row) => entry(row, find)));
  platform.replay(entries.filter((one) => one !== null));
}

async function entry(row: Row, find: (id: Id<'file'>) => Promise<ReadyFile | null>): Promise<Replayed | null> {
  const common = { chat: row.chat, at: parseInstant(row.at) };
  if (row.direction === 'in') {
    const input = row.content as Input & { readonly key?: string };
    // The name that the phone gave it stands behind the colon of the key.
    const ref = input.key?.replace(/^\w+:/, '') ?? `before-${row.id}`;
    if (input.kind === 'text') return { ...common, ref, from: 'person', text: input.text, files: [] };
    if (input.kind !== 'files') return null;
    const files = input.files.map(({ name = '', mime = '' }) => ({ name, mime, content: new Uint8Array() }));
    return { ...common, ref, from: 'person', text: input.caption ?? '', files };
  }
  const say = row.content as Say;
  const what = { id: row.id, seq: row.seq, at: common.at, say, files: [] };
  const found = await Promise.all((say.files ?? []).map(find));
  const files = await Promise.all(found.filter((file) => file !== null).map(contents));
  // Where the platform's answer was lost there is no name, yet it was shown.
  return { ...common, ref: row.ref ?? `before-${row.id}`, from: 'bot', what, files };
}

/** A file with all its bytes, as a phone keeps it. */
export async function contents(file: ReadyFile): Promise<PhoneFile> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.open()) pieces.push(piece);
  return { name: file.name, mime: file.mime, content: new Uint8Array(Buffer.concat(pieces)) };
}
