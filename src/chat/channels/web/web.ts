import type { Hono } from 'hono';
import { z } from 'zod';
import type { Store } from '../../../base/database/store.ts';
import { readJson } from '../../../base/http/body.ts';
import type { ClientAddress } from '../../../base/http/client.ts';
import type { Id } from '../../../base/ids.ts';
import type { Runs } from '../../../base/runs/runs.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { Channel, Intake, RemoteFile } from '../../messaging/types.ts';
import { readAssets } from './assets.ts';
import { fileBytes, fileRoutes, tickets, type WebFiles } from './files.ts';
import { counter, sameSiteOnly, type WebRates, webRates } from './guard.ts';
import { hub } from './hub.ts';
import { incomingRoutes } from './incoming.ts';
import { pageRoutes } from './page.ts';
import { presence } from './presence.ts';
import { oneChat, sessions as sessionsOf } from './session.ts';
import { streamRoutes } from './stream.ts';
import { transcript } from './transcript.ts';

export interface WebChannelOptions {
  readonly account: Id<'account'>;
  readonly store: Store;
  readonly clock: Clock;
  readonly sign: Keyring['sign'];
  readonly verify: Keyring['verify'];
  /** Filled in when the kernel is composed; until then messages are refused with "restarting" and kept by the page. */
  readonly intakeRef: { current: Intake | null };
  readonly files: WebFiles;
  /** Where people reach us, without a trailing slash; null: by whatever name they used. */
  readonly publicUrl?: string | null;
  readonly address?: ClientAddress;
  readonly rates?: WebRates;
  /** The runs of the service, so that other processes learn which pages are open here; left out where there are none. */
  readonly runs?: Pick<Runs, 'own' | 'gone'>;
  /** Hears what went wrong behind the scenes; nothing is lost by it. */
  readonly broken?: (error: unknown) => void;
}

/** The built-in web chat. */
export interface WebChannel extends Channel {
  /** Adds the page, its API and the event stream. `as`: mounted at an address, where every browser is this one chat (the demonstration's phones). */
  routes(app: Hono, as?: { readonly at: string; readonly chat: string }): void;
  /** Ends every open page's stream and the watch of the database; pages come back to our successor. */
  stop(): void;
}

const readUpTo = z.object({ seq: z.string().regex(/^\d{1,18}$/) });

/**
 * The web chat as a channel. The transcript is the delivery: what is committed is in the page within a second whatever process
 * wrote it, and at once where this one did.
 */
export function webChannel(of: WebChannelOptions): WebChannel {
  const { account, clock, intakeRef, files } = of;
  const origin = of.publicUrl ? new URL(of.publicUrl).origin : null;
  const rows = transcript(of.store, account);
  const who = sessionsOf({ ...of, https: origin?.startsWith('https:') === true });
  const given = tickets(of);
  const assets = readAssets();
  const count = counter(clock, of.rates ?? webRates, of.address ?? (() => 'unknown'));
  const receipts = (ids: readonly Id<'message'>[], state: 'delivered' | 'read') => {
    const at = clock.now();
    return intakeRef.current?.receipts(ids.map((ref) => ({ account, ref, state, at }))) ?? Promise.resolve();
  };
  const told = of.runs && presence({ store: of.store, account, runs: of.runs });
  const pages = hub({
    clock,
    after: rows.after,
    marks: rows.marks,
    arrived: (ids) => void receipts(ids, 'delivered').catch((error: unknown) => of.broken?.(error)),
    ...(told ? { present: told.keep } : {}),
    ...(of.broken ? { broken: of.broken } : {}),
  });

  return {
    name: 'web',
    can: () => ({ edit: true, buttons: 100, text: 20_000, files: ['*/*'], fileBytes }),
    async send(to, what) {
      pages.wake(to.chat);
      return { end: 'sent', ref: what.id };
    },
    async hint(to, hint) {
      if (hint === 'typing') pages.hint(to.chat, { typing: true });
      else if (hint.text) pages.hint(to.chat, { note: hint.text });
    },
    fetch: (file, atMost) => stored(files, file, atMost),
    open: (to) => pages.isOpen(to.chat),
    state: () => {
      const { ok, since } = pages.state();
      const open = pages.pages();
      return { ok, since, says: ok ? `${open} pages are open.` : 'The database does not answer: open pages wait.' };
    },
    routes(app, as) {
      const sessions = as ? oneChat(as.chat) : who;
      pageRoutes(app, { sessions, assets, ...(as ? { at: as.at } : {}) });
      streamRoutes(app, { hub: pages, transcript: rows, files, sessions, clock, count });
      fileRoutes(app, { files, tickets: given, sessions, transcript: rows, count, origin });
      incomingRoutes(app, {
        account,
        intakeRef,
        clock,
        sessions,
        tickets: given,
        count,
        origin,
        settled: (chat) => pages.wake(chat),
      });
      app.post('/web/read', sameSiteOnly(origin), async (c) => {
        const chat = sessions.chatOf(c);
        count(c, chat, 'look');
        const { seq } = await readJson(c, readUpTo, 1024);
        const unread = await rows.unread(chat, seq);
        if (unread.length > 0) {
          await receipts(unread, 'read');
          pages.wake(chat);
        }
        return c.json({ read: unread.length });
      });
    },
    stop: () => pages.stop(),
  };
}

async function* stored(files: WebFiles, file: RemoteFile, atMost: number): AsyncGenerator<Uint8Array> {
  const found = file.file ? await files.find(file.file) : null;
  if (!found) throw new Error('file_gone');
  let seen = 0;
  for await (const piece of found.open()) {
    seen += piece.length;
    if (seen > atMost) throw new Error('too_large');
    yield piece;
  }
}
