import type { Context, MiddlewareHandler } from 'hono';
import type { ClientAddress } from '../../../base/http/client.ts';
import { type Rate, rateLimiter } from '../../../base/http/limiter.ts';
import { Refusal } from '../../../base/http/refusal.ts';
import type { Clock } from '../../../base/time/clock.ts';

/** A header that a foreign page can't send without asking us first, and we never allow it. */
export const ownHeader = 'x-nhip-cau';

/**
 * Refuses what another site's page sends in the visitor's name: browsers say which site a request comes from, and no foreign page
 * can send our own header. `origin`: ours, where PUBLIC_URL says it; the name that the request used is taken too.
 */
export function sameSiteOnly(origin: string | null): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const from = c.req.header('origin');
    const ours =
      site === undefined ? from === undefined || from === origin || sameHost(from, c) : site === 'same-origin';
    if (!ours || !c.req.header(ownHeader)) {
      throw new Refusal(403, 'foreign', {
        vi: 'Yêu cầu không đến từ trang này.',
        en: 'This request does not come from our page.',
      });
    }
    await next();
  };
}

/** By host alone: behind a proxy that ends https the request does not show how the browser came. */
function sameHost(from: string, c: Context): boolean {
  return URL.parse(from)?.host === c.req.header('host');
}

/** How much one browser and one address may send. An office shares one address, so its limits are wide. */
export interface WebRates {
  readonly messages: Rate;
  readonly files: Rate;
  /** Everything that an address asks for. */
  readonly address: Rate;
  readonly addressFiles: Rate;
}

/**
 * A page that is slowed down keeps what is typed and hands it in later, whereas the kernel works on so many messages of a chat in a minute
 * and drops the rest: so in any minute less gets through here (what was typed in an hour without a line comes all at once).
 */
export const webRates: WebRates = {
  messages: { burst: 30, perSecond: 0.45 },
  files: { burst: 12, perSecond: 0.1 },
  address: { burst: 600, perSecond: 30 },
  addressFiles: { burst: 100, perSecond: 0.2 },
};

/** Counts what a chat does; `look` costs its address only. @throws Refusal 429 with the seconds to wait */
export type Count = (c: Context, chat: string, what: 'messages' | 'files' | 'look') => void;

/** Limits by chat and by address. */
export function counter(clock: Clock, rates: WebRates, address: ClientAddress): Count {
  const messages = rateLimiter(clock, rates.messages);
  const files = rateLimiter(clock, rates.files);
  const all = rateLimiter(clock, rates.address);
  const allFiles = rateLimiter(clock, rates.addressFiles);
  return (c, chat, what) => {
    const from = address(c);
    const wait =
      all.take(from) ||
      (what === 'messages' ? messages.take(chat) : what === 'files' ? files.take(chat) || allFiles.take(from) : 0);
    if (wait > 0) {
      const says = { vi: 'Gửi quá nhanh, xin chờ giây lát.', en: 'Too fast, please wait a moment.' };
      throw new Refusal(429, 'too_fast', says, Math.ceil(wait / 1000));
    }
  };
}
