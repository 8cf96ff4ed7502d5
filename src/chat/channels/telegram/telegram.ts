import type { Hono } from 'hono';
import type { Store } from '../../../base/database/store.ts';
import type { Id } from '../../../base/ids.ts';
import type { Secret } from '../../../base/secrets/secret.ts';
import type { Clock } from '../../../base/time/clock.ts';
import type { Channel, Intake } from '../../messaging/types.ts';
import { Arrivals, moveChat } from './arrivals.ts';
import { Client } from './client.ts';
import { Contact } from './contact.ts';
import { fetchFile } from './files.ts';
import { Health } from './health.ts';
import type { Me } from './incoming.ts';
import { limits } from './outgoing.ts';
import { ChatPace } from './pace.ts';
import { poll, type Waits } from './poll.ts';
import { Sender } from './sender.ts';
import { keepWebhook, webhookPath, webhookRoutes } from './webhook.ts';

export interface TelegramOptions {
  readonly account: Id<'account'>;
  readonly store: Store;
  readonly clock: Clock;
  /** This process, for the lease of the poller. */
  readonly holder: string;
  /** Whether another process is known to have ended. */
  readonly gone?: (holder: string) => boolean;
  readonly token: Secret;
  readonly apiRoot: string;
  readonly proxy: Secret | null;
  readonly noProxy: string | null;
  /** Notices a second, over all processes. */
  readonly bulkRate: number;
  /** Null: updates are fetched. Else Telegram calls `url`, and proves itself by `secret`. */
  readonly webhook: { readonly publicUrl: string; readonly secret: Secret } | null;
  /** Where webhook calls go; polling is handed the intake itself. */
  readonly intakeRef: { readonly current: Intake | null };
  readonly log: (line: { level: 'info' | 'warn' | 'error'; what: string; [more: string]: unknown }) => void;
  /** Telegram was silent since then, for so long that presses are lost. */
  readonly outage?: (since: Temporal.Instant) => Promise<void>;
  /** How many messages a chat may be sent at once, where not as many as Telegram bears; shorter waits. For tests. */
  readonly burst?: number;
  readonly waits?: Partial<Waits>;
  /** How long a webhook call waits for one with a lower number, in milliseconds. For tests. */
  readonly orderMs?: number;
}

/** Telegram, with what the service and the operator's commands need of it beside. */
export interface TelegramChannel extends Channel {
  readonly client: Client;
  /** The door for webhook calls; nothing where updates are fetched. */
  routes(app: Hono): void;
  /** Where a person opens a private chat with the bot, by an invitation with a code; null while its name is not known. */
  link(code?: string): string | null;
  /** Ends every connection; after `listen` has ended. */
  end(): Promise<void>;
}

/** The name of the bot's account in our store: its number, which stays when the token changes. */
export const botNumber = (token: Secret): string => token.reveal().split(':')[0]!;

/** Makes the channel. Nothing is asked of Telegram before `listen`. */
export function telegramChannel(of: TelegramOptions): TelegramChannel {
  const { account, store, clock, log } = of;
  const client = new Client(of);
  const health = new Health(clock, (level, says) => log({ level, what: 'telegram', says }));
  const contact = new Contact(store, clock, account, of.outage ?? (async () => {}));
  let known: Me | null = null;
  const me = async (): Promise<Me> => {
    if (known) return known;
    const { id, username } = await client.getMe();
    known = { id, username };
    return known;
  };
  const link = (code?: string): string | null =>
    known && `https://t.me/${known.username}${code === undefined ? '' : `?start=${encodeURIComponent(code)}`}`;
  const sender = new Sender({
    client,
    clock,
    health,
    pace: new ChatPace(clock, of.burst),
    link: () => link(),
    moved: (from, to) => moveChat(store, account, from, to),
  });
  const arrivals = new Arrivals({
    account,
    client,
    clock,
    store,
    me,
    log,
    sentAs: (chat, ref) => sender.sentAs(chat, ref),
  });
  let called: Temporal.Instant | null = null;
  const heard = () => contact.heard();
  const alone = store.kind === 'pglite';

  return {
    name: 'telegram',
    client,
    link,
    can: () => ({
      edit: true,
      buttons: limits.buttons,
      text: limits.text,
      files: ['*/*'],
      fileBytes: limits.fileBytes,
      bulk: of.bulkRate,
    }),
    send: (to, what, replaces) => sender.send(to, what, replaces),
    strip: (to, ref) => sender.strip(to, ref),
    async hint(to, hint) {
      if (hint === 'typing') await client.sendChatAction(to.chat, 'typing');
      else await client.answerCbQuery(hint.press, hint.text);
    },
    fetch: (file, atMost) => fetchFile(client, file, atMost),
    state: () => health.state(),
    async listen(intake, stop) {
      if (of.webhook) {
        const { publicUrl, secret } = of.webhook;
        const url = `${publicUrl}${webhookPath}`;
        await keepWebhook(
          {
            client,
            clock,
            health,
            url,
            secret,
            greet: me,
            contact: heard,
            called: () => called,
            everyMs: of.waits?.again ?? null,
          },
          stop,
        );
        return;
      }
      const lease = {
        run: <T>(work: Parameters<typeof store.aside<T>>[0]) => store.aside(work),
        name: `telegram.poll.${account}`,
        holder: of.holder,
        alone,
        ...(of.gone ? { gone: of.gone } : {}),
      };
      const settle = (update: unknown) => arrivals.settle(update, intake);
      await poll({ client, clock, health, greet: me, settle, contact: heard, log, waits: of.waits ?? {} }, lease, stop);
    },
    routes(app) {
      if (!of.webhook) return;
      webhookRoutes(app, {
        secret: of.webhook.secret,
        orderMs: of.orderMs,
        heard,
        async settle(update) {
          const intake = of.intakeRef.current;
          if (!intake) throw new Error('the service does not listen yet');
          await arrivals.settle(update, intake);
          called = clock.now();
        },
      });
    },
    end: () => client.end(),
  };
}
