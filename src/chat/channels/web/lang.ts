import type { Context } from 'hono';
import type { Lang } from '../../text.ts';

/** English only for a browser that asks for it before Vietnamese; the dialogue's own language replaces it once there is one. */
export function pageLang(c: Context): Lang {
  const asked = (c.req.header('accept-language') ?? '').toLowerCase();
  const english = asked.search(/\ben\b/);
  const vietnamese = asked.search(/\bvi\b/);
  return english >= 0 && (vietnamese < 0 || english < vietnamese) ? 'en' : 'vi';
}
