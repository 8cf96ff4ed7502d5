import type { Context, MiddlewareHandler } from 'hono';
import type { ClientAddress } from '../../../base/http/client.ts';
import { type Rate, rateLimiter } from '../../../base/http/limiter.ts';
import { Refusal } from '../../../base/http/refusal.ts';
import type { Clock } from '../../../base/time/clock.ts';

/** A header that a foreign page can't send without asking us first, and we never allow it. */
export const ownHeader = 'x-nhip-cau';

/**
 * Refuses what another site's page sends in the visitor's name.
 * `origin`: our own, where people reach us by another name than the request shows (behind a proxy).
 */
export function sameSiteOnly(origin: string | null): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const from = c.req.header('origin');
    const known = from === undefined || from === origin || from === new URL(c.req.url).origin;
    if ((site !== undefined && site !== 'same-origin') || !known || !c.req.header(ownHeader)) {
      throw new Refusal(403, 'foreign', {
        vi: 'Yêu cầu không đến từ trang này.',
        en: 'This request does not come from our page.',
      });
    }
    await next();
  };
}

/** How much one browser and one address may send. An office shares one address, so that limit is wide. */
export interface WebRates {
  readonly messages: Rate;
  readonly files: Rate;
  readonly address: Rate;
}

export const webRates: WebRates = {
  messages: { burst: 30, perSecond: 1 },
  files: { burst: 12, perSecond: 0.1 },
  address: { burst: 600, perSecond: 20 },
};

/** Counts a message or a file of a chat. @throws Refusal 429 with the seconds to wait */
export type Count = (c: Context, chat: string, what: 'messages' | 'files') => void;

/** Limits by chat and by address. */
export function counter(clock: Clock, rates: WebRates, address: ClientAddress): Count {
  const limits = {
    messages: rateLimiter(clock, rates.messages),
    files: rateLimiter(clock, rates.files),
    address: rateLimiter(clock, rates.address),
  };
  return (c, chat, what) => {
    const wait = limits[what].take(chat) || limits.address.take(address(c));
    if (wait > 0) {
      const says = { vi: 'Gửi quá nhanh, xin chờ giây lát.', en: 'Too fast, please wait a moment.' };
      throw new Refusal(429, 'too_fast', says, Math.ceil(wait / 1000));
    }
  };
}
