import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { TelegramError } from 'telegraf';
import { bodyBytes } from '../../../base/http/body.ts';
import { Refusal } from '../../../base/http/refusal.ts';
import type { Secret } from '../../../base/secrets/secret.ts';
import type { Clock } from '../../../base/time/clock.ts';
import { type Client, Unreachable } from './client.ts';
import { type Health, troubles } from './health.ts';
import { Sequence } from './sequence.ts';
import { allowedUpdates, chatOf, numberOf } from './updates.ts';

/** Where Telegram calls. */
export const webhookPath = '/telegram/updates';
const mostBytes = 1024 * 1024;
/** How often it is looked whether Telegram still calls us, and tried again after a trouble, in milliseconds. */
const lookEveryMs = 60_000;
const firstMs = 1_000;

/** Both ends hashed, so that neither the length nor the place of a wrong letter shows in the time it takes. */
function same(given: string, secret: Secret): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret.reveal()));
}

/** The door for Telegram's calls: 200 only when the update is settled; else it comes again. */
export function webhookRoutes(
  app: Hono,
  of: {
    readonly secret: Secret;
    /** Works on one update; rejects when it is to come again. */
    readonly settle: (update: unknown) => Promise<void>;
    readonly heard: () => Promise<void>;
    /** How long a call waits for one with a lower number. */
    readonly orderMs: number | undefined;
  },
): void {
  const sequence = new Sequence(of.orderMs);
  app.post(webhookPath, async (c) => {
    if (!same(c.req.header('x-telegram-bot-api-secret-token') ?? '', of.secret))
      throw new Refusal(401, 'wrong_secret', { vi: 'Không được phép.', en: 'Not allowed.' });
    const pieces: Uint8Array[] = [];
    for await (const piece of bodyBytes(c.req.raw, mostBytes)) pieces.push(piece);
    let update: unknown;
    try {
      update = JSON.parse(Buffer.concat(pieces).toString('utf8'));
    } catch {
      throw new Refusal(400, 'bad_json', { vi: 'Dữ liệu không phải JSON hợp lệ.', en: 'The body is not valid JSON.' });
    }
    const number = numberOf(update);
    if (number === null) throw new Refusal(422, 'no_update', { vi: 'Không phải cập nhật.', en: 'This is no update.' });
    await sequence.turn(chatOf(update), number);
    try {
      await of.settle(update);
    } catch {
      throw new Refusal(503, 'later', { vi: 'Xin gửi lại sau.', en: 'Not now, send it again.' }, 1);
    }
    await of.heard();
    return c.body(null, 200);
  });
}

/** Tells Telegram where to call, and goes on looking whether it does. Ends with `stop`; troubles end in a state and another try. */
export async function keepWebhook(
  of: {
    readonly client: Client;
    readonly clock: Clock;
    readonly health: Health;
    readonly url: string;
    readonly secret: Secret;
    readonly greet: () => Promise<unknown>;
    readonly contact: () => Promise<void>;
    /** When Telegram called us last with success. */
    readonly called: () => Temporal.Instant | null;
    /** How often it is looked whether Telegram still calls us; null: once a minute. */
    readonly everyMs: number | null;
  },
  stop: AbortSignal,
): Promise<void> {
  const { client, clock, health, url } = of;
  const every = of.everyMs ?? lookEveryMs;
  const rest = (ms: number) => clock.sleep(clock.now().add({ milliseconds: Math.ceil(ms) }), stop);
  let failures = 0;
  let ours = false;
  while (!stop.aborted) {
    try {
      if (!ours) {
        await of.greet();
        await client.setWebhook(url, {
          secret_token: of.secret.reveal(),
          allowed_updates: allowedUpdates,
          max_connections: 40,
          drop_pending_updates: false,
        });
      }
      const info = await client.getWebhookInfo();
      await of.contact();
      failures = 0;
      const taken = ours && info.url !== url;
      ours = info.url === url;
      const error = lastError(info, clock.now(), every, of.called());
      if (taken) health.bad('in', troubles.elsewhere);
      else if (error)
        health.bad('in', `Telegram can't reach ${url}: ${error} (${info.pending_update_count} updates wait).`);
      else health.good('in', `Telegram calls ${url}.`);
      await rest(taken || ours ? every : firstMs);
    } catch (error) {
      if (stop.aborted) return;
      failures += 1;
      ours = false;
      const growing = Math.min(firstMs * 2 ** Math.min(failures - 1, 16), every);
      if (error instanceof Unreachable) {
        health.bad('in', troubles.away(error.code));
        await rest(growing);
      } else if (error instanceof TelegramError) {
        const known = error.code === 401 || error.code === 404;
        const refused = `Telegram refused the webhook: ${error.description}. Tried again every minute.`;
        health.bad('in', known ? troubles.token : error.code >= 500 ? troubles.server(error.code) : refused);
        const wait = error.parameters?.retry_after;
        await rest(wait ? wait * 1000 : error.code >= 500 ? growing : every);
      } else throw error;
    }
  }
}

/** What went wrong with Telegram's calls since we last looked. */
function lastError(
  info: { last_error_date?: number; last_error_message?: string },
  now: Temporal.Instant,
  every: number,
  called: Temporal.Instant | null,
): string | null {
  if (info.last_error_date === undefined) return null;
  // It came through afterwards.
  if (called && called.epochMilliseconds >= info.last_error_date * 1000) return null;
  const age = now.epochMilliseconds - info.last_error_date * 1000;
  return age <= every + 1_000 ? (info.last_error_message ?? 'no reason given') : null;
}
