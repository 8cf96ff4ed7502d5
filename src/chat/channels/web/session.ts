import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Refusal } from '../../../base/http/refusal.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import type { Clock } from '../../../base/time/clock.ts';

/** How long a browser stays the same chat after it was last used. */
const lasts = { hours: 24 * 180 };
/** A cookie with less left than this is written anew when the page is opened. */
const renewBelow = { hours: 24 * 90 };
const prefix = 'web ';

/** The name of the cookie. By https its prefix makes browsers refuse one that another host of the domain has set. */
export const sessionCookie = (https: boolean): string => (https ? '__Host-nhip-cau' : 'nhip-cau');

/** Which chat a browser is. The cookie says it, signed by us; there is no row before the first message. */
export interface Sessions {
  /** The chat of this browser. @throws Refusal 401 without a valid cookie: the page reloads itself and gets one. */
  chatOf(c: Context): string;
  /** The chat of this browser; a new guest's where it has none. For the page itself. */
  openFor(c: Context): string;
}

export interface SessionOptions {
  readonly sign: Keyring['sign'];
  readonly verify: Keyring['verify'];
  readonly clock: Clock;
  /** Whether people reach us by https. */
  readonly https: boolean;
}

/** Sessions by a signed HttpOnly cookie. */
export function sessions({ sign, verify, clock, https }: SessionOptions): Sessions {
  const name = sessionCookie(https);
  const read = (c: Context, at: Temporal.Instant): string | null => {
    const token = getCookie(c, name);
    if (!token) return null;
    const found = verify('sessions', token, at);
    return found.ok && found.payload.startsWith(prefix) ? found.payload.slice(prefix.length) : null;
  };
  const write = (c: Context, chat: string, now: Temporal.Instant) =>
    setCookie(c, name, sign('sessions', prefix + chat, now.add(lasts)), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: https,
      maxAge: lasts.hours * 3600,
    });
  return {
    chatOf(c) {
      const chat = read(c, clock.now());
      if (chat !== null) return chat;
      throw new Refusal(401, 'no_session', {
        vi: 'Phiên đã hết, xin mở lại trang.',
        en: 'The session has ended: reload the page.',
      });
    },
    openFor(c) {
      const now = clock.now();
      const known = read(c, now);
      const chat = known ?? randomBytes(18).toString('base64url');
      // Only a token that is still valid then needs no new one yet.
      if (known === null || read(c, now.add(renewBelow)) === null) write(c, chat, now);
      return chat;
    },
  };
}

/** Every browser is the same chat, and there is no cookie. */
export const oneChat = (chat: string): Sessions => ({ chatOf: () => chat, openFor: () => chat });
