import { isIP } from 'node:net';
import { z } from 'zod';
import { parseSecretKey } from '../secrets/secret-key.ts';

const sound = (ok: (text: string) => boolean) => z.string().refine(ok);

/** Any text of one line. */
export const words = z.string().regex(/^[^\r\n]{1,2000}$/);
/** Text of a shape. */
export const shaped = (shape: RegExp) => z.string().regex(shape);
/** A whole number. */
export const whole = (min: number, max: number) =>
  shaped(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
/** 1/0, and the usual words for them (true, yes, on …). */
export const yesNo = z.stringbool();

const url = (text: string, schemes: readonly string[]): URL | null => {
  const parsed = URL.parse(text);
  return parsed && schemes.includes(parsed.protocol.slice(0, -1)) && parsed.host !== '' ? parsed : null;
};

/** An address without query or fragment, given without a trailing slash, so that a path can be put behind it. */
export const address = (...schemes: string[]) =>
  sound((text) => {
    const parsed = url(text, schemes);
    return parsed !== null && !parsed.search && !parsed.hash;
  }).transform((text) => text.replace(/(?<!\/)\/+$/, ''));

/** A connection string: query parameters are part of it. */
export const connection = (...schemes: string[]) => sound((text) => url(text, schemes) !== null);

const isNetwork = (text: string): boolean => {
  if (text === 'loopback') return true;
  const [ip = '', bits, more] = text.split('/');
  const family = isIP(ip);
  if (!family || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
};

/** IP addresses, networks (CIDR) and the word `loopback`, separated by commas; at least one. */
export const networks = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts) => parts.length > 0 && parts.every(isNetwork))
  .readonly();

const units = { m: 'minutes', h: 'hours', d: 'days' } as const;

/** `30m`, `6h`, `1d`; null for `off`. A day is 24 hours. */
export const every = shaped(/^(?:off|[1-9]\d{0,3}[mhd])$/).transform((text): Temporal.Duration | null => {
  if (text === 'off') return null;
  const unit = units[text.slice(-1) as keyof typeof units];
  return Temporal.Duration.from({ [unit]: Number(text.slice(0, -1)) });
});

/** At least 32 bytes as hex or base64. */
export const secretKey = z.string().transform((text, context): Uint8Array => {
  const key = parseSecretKey(text);
  if (!key) context.addIssue('not a key');
  return key ?? z.NEVER;
});
