import type { Id } from '../../../base/ids.ts';
import type { Clock } from '../../../base/time/clock.ts';
import { type Marks, marks } from './marks.ts';
import { atOnce, type DeliveryMark, type TranscriptRow } from './transcript.ts';

/** An open page: where it stands in its chat's transcript, and how it is written to. */
export interface Page {
  readonly chat: string;
  /** The seq it has got last. Only the hub moves it on. */
  after: bigint;
  message(row: TranscriptRow): void;
  mark(mark: DeliveryMark): void;
  hint(hint: { readonly typing?: true; readonly note?: string }): void;
  end(): void;
}

/** Brings what is committed to the pages that are open in this process. */
export interface Hub {
  /** From now on the page gets everything after its place, without gap or repeat. Call the answer when it closes. */
  join(page: Page): () => void;
  /** Something of this chat was committed here: looks at once instead of within a second. */
  wake(chat: string): void;
  hint(chat: string, hint: { readonly typing?: true; readonly note?: string }): void;
  isOpen(chat: string): boolean;
  pages(): number;
  /** Since when the database answers, or does not. */
  state(): { readonly ok: boolean; readonly since: Temporal.Instant };
  /** Ends every page and the watch. */
  stop(): void;
}

export interface HubOptions {
  readonly clock: Clock;
  after(wants: readonly { chat: string; after: string }[]): Promise<readonly TranscriptRow[]>;
  marks(ids: readonly Id<'message'>[]): Promise<readonly DeliveryMark[]>;
  /** Our messages that reached a page and are not marked so yet. */
  arrived(ids: readonly Id<'message'>[]): void;
  /** Told every second which chats have a page here, and once more when none has. */
  present?(chats: readonly string[]): Promise<void>;
  /** The watch could not read; it goes on trying. */
  broken?(error: unknown): void;
}

const everyMs = 1_000;

/**
 * The database is the truth: other processes write there too. So all chats with an open page are looked at every second, by
 * one query, and a chat that this process wrote to at once. One look at a time; what is woken meanwhile waits for the next.
 */
export function hub(of: HubOptions): Hub {
  const chats = new Map<string, Set<Page>>();
  const woken = new Set<string>();
  const watched: Marks = marks(of);
  const stopped = new AbortController();
  let looking: Promise<void> | null = null;
  let watching = false;
  let state = { ok: true, since: of.clock.now() };

  const noted = (ok: boolean) => {
    if (state.ok !== ok) state = { ok, since: of.clock.now() };
  };
  const pagesOf = (chat: string) => chats.get(chat) ?? new Set<Page>();

  async function look(which: readonly string[]): Promise<void> {
    const wants = which.flatMap((chat) => {
      const places = [...pagesOf(chat)].map((page) => page.after);
      return places.length ? [{ chat, after: String(places.reduce((a, b) => (a < b ? a : b))) }] : [];
    });
    if (wants.length === 0) return;
    const rows = await of.after(wants);
    const seen = new Map<string, number>();
    for (const row of rows) {
      seen.set(row.chat, (seen.get(row.chat) ?? 0) + 1);
      const seq = BigInt(row.seq);
      for (const page of pagesOf(row.chat)) {
        if (page.after >= seq) continue;
        page.after = seq;
        page.message(row);
      }
      if (chats.has(row.chat)) watched.add(row);
    }
    for (const [chat, count] of seen) if (count >= atOnce) woken.add(chat);
  }

  function start(): void {
    if (looking || stopped.signal.aborted) return;
    let well = true;
    looking = (async () => {
      while (woken.size > 0 && !stopped.signal.aborted) {
        const which = [...woken];
        woken.clear();
        await look(which);
      }
      noted(true);
    })()
      .catch((error: unknown) => {
        well = false;
        noted(false);
        of.broken?.(error);
      })
      .finally(() => {
        looking = null;
        // Woken between the last question and here. After a failure the next second asks.
        if (well && woken.size > 0) start();
      });
  }

  /** Once a second is enough: what a message says is urgent, whether it was read is not. */
  async function lookAtMarks(): Promise<void> {
    try {
      for (const mark of await watched.look([...chats.keys()])) for (const page of pagesOf(mark.chat)) page.mark(mark);
    } catch (error) {
      of.broken?.(error);
    }
  }

  async function present(): Promise<void> {
    try {
      await of.present?.([...chats.keys()]);
    } catch (error) {
      of.broken?.(error);
    }
  }

  async function watch(): Promise<void> {
    if (watching) return;
    watching = true;
    while (chats.size > 0 && !stopped.signal.aborted) {
      await of.clock.sleep(of.clock.now().add({ milliseconds: everyMs }), stopped.signal);
      for (const chat of chats.keys()) woken.add(chat);
      start();
      await looking;
      await lookAtMarks();
      await present();
    }
    watching = false;
  }

  return {
    join(page) {
      const pages = pagesOf(page.chat);
      chats.set(page.chat, pages.add(page));
      woken.add(page.chat);
      start();
      void watch();
      return () => {
        pages.delete(page);
        if (pages.size === 0 && chats.get(page.chat) === pages) {
          chats.delete(page.chat);
          watched.forget(page.chat);
        }
      };
    },
    wake(chat) {
      if (!chats.has(chat)) return;
      woken.add(chat);
      start();
    },
    hint(chat, hint) {
      for (const page of pagesOf(chat)) page.hint(hint);
    },
    isOpen: (chat) => chats.has(chat),
    pages: () => [...chats.values()].reduce((sum, pages) => sum + pages.size, 0),
    state: () => state,
    stop() {
      stopped.abort();
      for (const pages of chats.values()) for (const page of pages) page.end();
      chats.clear();
    },
  };
}
