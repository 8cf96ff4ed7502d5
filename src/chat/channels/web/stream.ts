import type { Hono } from 'hono';
import { Refusal } from '../../../base/http/refusal.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { WebFiles } from './files.ts';
import type { Count } from './guard.ts';
import type { Hub, Page } from './hub.ts';
import { pageLang } from './lang.ts';
import type { Sessions } from './session.ts';
import { shown } from './shown.ts';
import type { Transcript, TranscriptRow } from './transcript.ts';

interface StreamRoutes {
  readonly hub: Hub;
  readonly transcript: Transcript;
  readonly files: WebFiles;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly count: Count;
}

/** How many messages a page gets when it opens; older ones when it asks. */
export const historyCount = 60;
/** A page that hears nothing for three beats connects anew. */
export const beatMs = 15_000;
/** Open pages of one chat: a person's phone, computer, and what was forgotten. */
const pagesPerChat = 12;
/** Open pages of everybody in this process. */
const mostPages = 5_000;
/** A page that takes nothing while this much waits for it is cut off; it comes back and resumes. */
const mostWaiting = 2 * 1024 * 1024;

/**
 * `GET /web/stream`: server-sent events. `message` carries its seq as the event's id, so that a browser that comes back with
 * Last-Event-ID (or `?after=`) gets what followed, without gap or repeat. `hello` says the language and whether there is more
 * before; `mark`, `typing`, `note` and `beat` have no id and change no place.
 * `GET /web/history?before=<seq>`: the messages before a place, oldest first.
 */
export function streamRoutes(app: Hono, of: StreamRoutes): void {
  const open = new Map<string, number>();

  app.get('/web/stream', async (c) => {
    const chat = of.sessions.chatOf(c);
    of.count(c, chat, 'look');
    const resume = place(c.req.header('last-event-id')) ?? place(c.req.query('after'));
    if ((open.get(chat) ?? 0) >= pagesPerChat || of.hub.pages() >= mostPages) {
      const says = { vi: 'Đang mở ở quá nhiều cửa sổ.', en: 'Open in too many windows.' };
      throw new Refusal(429, 'too_many_pages', says, 30);
    }
    const history = resume === null ? await of.transcript.before(chat, null, historyCount + 1) : [];
    const older = history.length > historyCount;
    const start = older ? history.slice(1) : history;
    const lang = start.at(-1)?.lang ?? pageLang(c);
    const first = BigInt(start[0]?.seq ?? '0');
    open.set(chat, (open.get(chat) ?? 0) + 1);
    const closed = () => {
      const left = (open.get(chat) ?? 1) - 1;
      if (left > 0) open.set(chat, left);
      else open.delete(chat);
    };
    const hello = { lang, older, resumed: resume !== null };
    const body = pageStream(of, chat, resume ?? (first > 0n ? first - 1n : 0n), hello, closed);
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // A proxy that collects the answer before passing it on would make a stream of us that never speaks.
        'x-accel-buffering': 'no',
      },
    });
  });

  app.get('/web/history', async (c) => {
    const chat = of.sessions.chatOf(c);
    of.count(c, chat, 'look');
    const before = place(c.req.query('before'));
    if (before === null)
      throw new Refusal(422, 'wrong_shape', {
        vi: 'Thiếu "before" hoặc không phải số.',
        en: '"before" is missing or not a number.',
      });
    const rows = await of.transcript.before(chat, String(before), historyCount + 1);
    const older = rows.length > historyCount;
    const messages = await Promise.all((older ? rows.slice(1) : rows).map((row) => shown(row, of.files)));
    c.header('cache-control', 'no-store');
    return c.json({ older, messages: messages.filter((message) => message !== null) });
  });
}

/** A place in a transcript as text from outside; null where it is none. */
export function place(text: string | undefined): bigint | null {
  return text !== undefined && /^\d{1,18}$/.test(text) ? BigInt(text) : null;
}

function pageStream(of: StreamRoutes, chat: string, after: bigint, hello: object, closed: () => void) {
  const words = new TextEncoder();
  const stop = new AbortController();
  let leave = () => {};
  const over = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    leave();
    closed();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(to) {
        const write = (event: string, data: unknown, id?: string) => {
          if (stop.signal.aborted) return;
          to.enqueue(words.encode(`event: ${event}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`));
          if ((to.desiredSize ?? 0) < -mostWaiting) end();
        };
        const end = () => {
          if (stop.signal.aborted) return;
          over();
          to.close();
        };
        // Reading a message's files takes a moment: the next one waits, or they would arrive out of order.
        let last = Promise.resolve();
        const message = (row: TranscriptRow) => {
          last = last.then(async () => {
            const visible = await shown(row, of.files);
            if (visible) write('message', visible, row.seq);
          });
          last.catch(end);
        };
        const page: Page = {
          chat,
          after,
          message,
          mark: ({ id, state, delivered, read }) => write('mark', { id, state, delivered, read }),
          hint: (hint) => (hint.typing ? write('typing', {}) : write('note', { text: hint.note ?? '' })),
          end,
        };
        to.enqueue(words.encode('retry: 1500\n\n'));
        write('hello', hello);
        leave = of.hub.join(page);
        void beat(of.clock, stop.signal, () => write('beat', {}));
      },
      cancel: over,
    },
    { highWaterMark: 0, size: (piece) => piece?.length ?? 0 },
  );
}

async function beat(clock: Clock, stop: AbortSignal, write: () => void): Promise<void> {
  while (!stop.aborted) {
    await clock.sleep(clock.now().add({ milliseconds: beatMs }), stop);
    if (!stop.aborted) write();
  }
}
