import type { Hono } from 'hono';
import type { Clock } from '../base/time/clock.ts';
import { localTime } from '../base/time/zone.ts';
import type { Line } from '../chat/messaging/rich-text.ts';
import { chatOf, type Role, roles } from './cast.ts';
import type { Bubble, Phone } from './phones/phone.ts';
import { type DemoPlatforms, type PlatformName, platformNames } from './platforms.ts';

/** A message as the page shows it. */
interface Shown {
  readonly ref: string;
  readonly from: 'person' | 'bot';
  readonly lines: readonly Line[];
  readonly buttons: readonly (readonly string[])[];
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly edited: boolean;
  readonly waiting: boolean;
  /** "14:05" */
  readonly clock: string;
  /** Milliseconds since it was said. */
  readonly age: number;
}

/** What the page shows about the service. */
export interface ServiceState {
  readonly pid: number;
  /** Milliseconds since this process started. */
  readonly age: number;
  readonly off: readonly PlatformName[];
}

/** How many messages of a chat are shown. */
const most = 60;
const beatMs = 10_000;
const mostPages = 200;

/**
 * `GET /demo/stream`: server-sent events. `hello` says how the service stands; `screen` brings a phone's messages in their order,
 * with the content of those that this page does not have in their present form; `flash` what only flashes up. A page that comes
 * back gets every screen anew and compares by the messages' names: nothing is missing and nothing is there twice.
 */
export function demoStream(
  app: Hono,
  of: { readonly clock: Clock; readonly platforms: DemoPlatforms; readonly service: () => ServiceState },
): { changed(): void } {
  const pages = new Set<{ changed(): void }>();

  app.get('/demo/stream', (c) => {
    if (pages.size >= mostPages) return c.json({ code: 'too_many_pages' }, 429, { 'retry-after': '30' });
    const words = new TextEncoder();
    let leave = () => {};
    const body = new ReadableStream<Uint8Array>({
      start(to) {
        const stop = new AbortController();
        const write = (event: string, data: unknown) => {
          if (!stop.signal.aborted) to.enqueue(words.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        };
        const screens = screenWriter(of.clock, write);
        const watches = platformNames.map((name) => {
          for (const role of roles) screens.look(name, role, of.platforms[name].phone(chatOf(role)));
          return of.platforms[name].watch((phone) => {
            const role = roles.find((one) => phone.chat === chatOf(one));
            if (role) screens.look(name, role, phone);
          });
        });
        const page = { changed: () => write('hello', of.service()) };
        leave = () => {
          stop.abort();
          pages.delete(page);
          for (const end of watches) end();
        };
        pages.add(page);
        page.changed();
        void beat(of.clock, stop.signal, () => write('beat', {}));
      },
      cancel: () => leave(),
    });
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    });
  });

  return {
    changed: () => {
      for (const page of pages) page.changed();
    },
  };
}

/** Writes what changed on screens, all changes of one moment together. */
function screenWriter(clock: Clock, write: (event: string, data: unknown) => void) {
  const known = new Map<string, Map<string, Bubble>>();
  const flashed = new Map<string, number>();
  const due = new Set<string>();
  return {
    look(platform: PlatformName, role: Role, phone: Phone): void {
      const key = `${platform} ${role}`;
      if (due.has(key)) return;
      due.add(key);
      setImmediate(() => {
        due.delete(key);
        const before = known.get(key) ?? new Map<string, Bubble>();
        const bubbles = phone.screen().slice(-most);
        const fresh = bubbles.filter((bubble) => before.get(bubble.ref) !== bubble);
        known.set(key, new Map(bubbles.map((bubble) => [bubble.ref, bubble])));
        const flashes = phone.flashes();
        const seen = flashed.get(key) ?? flashes.length;
        flashed.set(key, flashes.length);
        for (const text of flashes.slice(seen)) write('flash', { platform, role, text });
        if (fresh.length === 0 && before.size === bubbles.length && before.size > 0) return;
        const order = bubbles.map(({ ref }) => ref);
        write('screen', { platform, role, order, bubbles: fresh.map((bubble) => shown(bubble, clock.now())) });
      });
    },
  };
}

function shown(bubble: Bubble, now: Temporal.Instant): Shown {
  return {
    ref: bubble.ref,
    from: bubble.from,
    lines: bubble.rich ?? (bubble.text === '' ? [] : bubble.text.split('\n')),
    buttons: bubble.buttons,
    files: bubble.files.map(({ name, content }) => ({ name, bytes: content.length })),
    edited: bubble.edited,
    waiting: bubble.waiting,
    clock: localTime(bubble.at).toPlainTime().toString({ smallestUnit: 'minute' }),
    age: now.since(bubble.at).total('milliseconds'),
  };
}

async function beat(clock: Clock, stop: AbortSignal, write: () => void): Promise<void> {
  while (!stop.aborted) {
    await clock.sleep(clock.now().add({ milliseconds: beatMs }), stop);
    write();
  }
}
