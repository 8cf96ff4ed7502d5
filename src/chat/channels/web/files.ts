import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { bodyBytes } from '../../../base/http/body.ts';
import { Refusal } from '../../../base/http/refusal.ts';
import { type Id, isId } from '../../../base/ids.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { ReadyFile, RemoteFile } from '../../messaging/types.ts';
import { type Count, sameSiteOnly } from './guard.ts';
import type { Sessions } from './session.ts';
import type { Transcript } from './transcript.ts';

/** Where files of the web chat lie. */
export interface WebFiles {
  /**
   * Stores what a person sends. `bytes` throws when the line breaks or too much comes: nothing may be left then.
   * @throws Refusal for a file that we don't take; its sentence is shown.
   */
  put(file: {
    readonly name: string;
    readonly mime: string;
    readonly bytes: AsyncIterable<Uint8Array>;
  }): Promise<StoredFile>;
  find(id: Id<'file'>): Promise<ReadyFile | null>;
}

export interface StoredFile {
  readonly id: Id<'file'>;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
}

/** 20 MB, as the office accepts. */
export const fileBytes = 20 * 1024 * 1024;

/** Files lie in memory until they have been looked through: so much of all that are on their way together. */
const mostHeld = 160 * 1024 * 1024;

const busy = () =>
  new Refusal(
    503,
    'busy',
    { vi: 'Đang nhận nhiều tệp, sẽ tự gửi lại.', en: 'Busy with other files: it is sent again.' },
    3,
  );

const ticketShape = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('not a ticket');
      return z.NEVER;
    }
  })
  .pipe(
    z.object({
      chat: z.string(),
      id: z.string().refine(isId),
      name: z.string(),
      mime: z.string(),
      bytes: z.number(),
    }),
  );

/** A ticket proves that this browser uploaded the file: naming another chat's file in a message must not open it. */
export interface Tickets {
  give(chat: string, file: StoredFile): string;
  /** @throws Refusal 422 */
  take(chat: string, ticket: string): RemoteFile;
}

/** Tickets as signed words, valid for a week, since a page may wait that long for us. */
export function tickets(of: { sign: Keyring['sign']; verify: Keyring['verify']; clock: Clock }): Tickets {
  return {
    give: (chat, { id, name, mime, bytes }) =>
      of.sign('files', JSON.stringify({ chat, id, name, mime, bytes }), of.clock.now().add({ hours: 24 * 7 })),
    take(chat, ticket) {
      const found = of.verify('files', ticket, of.clock.now());
      const file = found.ok ? ticketShape.safeParse(found.payload).data : undefined;
      if (!file || file.chat !== chat) {
        throw new Refusal(422, 'unknown_file', { vi: 'Tệp này cần gửi lại.', en: 'This file has to be sent again.' });
      }
      const id = file.id as Id<'file'>;
      return { ref: id, file: id, name: file.name, mime: file.mime, bytes: file.bytes };
    },
  };
}

interface FileRoutes {
  readonly files: WebFiles;
  readonly tickets: Tickets;
  readonly sessions: Sessions;
  readonly transcript: Transcript;
  readonly count: Count;
  readonly origin: string | null;
}

/** `POST /web/files?name=…` takes one file as the body; `GET /web/files/:id` gives it to chats that speak of it. */
export function fileRoutes(app: Hono, of: FileRoutes): void {
  let held = 0;
  app.post('/web/files', sameSiteOnly(of.origin), async (c) => {
    const chat = of.sessions.chatOf(c);
    of.count(c, chat, 'files');
    const name = fileName(c.req.query('name') ?? '');
    const mime = /^[\w.+-]+\/[\w.+-]+/.exec(c.req.header('content-type') ?? '')?.[0] ?? 'application/octet-stream';
    if (held > mostHeld) throw busy();
    let own = 0;
    // Counted as it comes: a slow line holds little and keeps nobody out.
    const counted = async function* () {
      for await (const piece of bodyBytes(c.req.raw, fileBytes)) {
        own += piece.length;
        held += piece.length;
        if (held > mostHeld) throw busy();
        yield piece;
      }
    };
    const stored = await of.files.put({ name, mime, bytes: counted() }).finally(() => {
      held -= own;
    });
    if (stored.bytes === 0) throw new Refusal(422, 'empty_file', { vi: 'Tệp trống.', en: 'The file is empty.' });
    const { id: _, ...shown } = stored;
    return c.json({ ticket: of.tickets.give(chat, stored), ...shown });
  });

  app.get('/web/files/:id', async (c) => {
    const id = c.req.param('id');
    const chat = of.sessions.chatOf(c);
    of.count(c, chat, 'look');
    const known = isId(id) && (await of.transcript.speaksOf(chat, id));
    const file = known ? await of.files.find(id as Id<'file'>) : null;
    if (!file) throw new Refusal(404, 'no_file', { vi: 'Không có tệp này.', en: 'There is no such file.' });
    return give(c, file);
  });
}

/** Pictures are shown in the page; everything else is saved, so that nothing that a person sent runs as a page of ours. */
const shownTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

function give(c: Context, file: ReadyFile): Response {
  const where = shownTypes.has(file.mime) ? 'inline' : 'attachment';
  const ascii = file.name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
  const exact = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  c.header('content-type', file.mime);
  c.header('content-length', String(file.bytes));
  c.header('content-disposition', `${where}; filename="${ascii || 'file'}"; filename*=UTF-8''${exact}`);
  c.header('content-security-policy', "default-src 'none'; sandbox");
  c.header('cache-control', 'private, max-age=86400, immutable');
  return c.body(ReadableStream.from(file.open()) as ReadableStream<Uint8Array>);
}

/** A name without folders and control characters, at most 200 characters, its ending kept. */
export function fileName(text: string): string {
  const tidy = text
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  if (tidy.length <= 200) return tidy || 'tệp';
  const ending = /\.[^.]{1,10}$/.exec(tidy)?.[0] ?? '';
  return tidy.slice(0, 200 - ending.length) + ending;
}
