import { createHash, randomFillSync } from 'node:crypto';
import { isId } from '../ids.ts';
import type { Json } from '../json.ts';
import { maskAll, maskMails, maskPhone } from '../secrets/mask.ts';
import { canonical, tidyText } from './canonical.ts';

/** A personal value taken out of an audit row: where it stood (JSON pointer), the salt of its digest, whose it is if that is known. */
export interface TakenOut {
  readonly path: string;
  readonly salt: Uint8Array;
  readonly value: Json;
  readonly subject: string | null;
}

type Members = { readonly [key: string]: Json };
const isMembers = (value: Json): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Marks a value as personal where its name does not show it. `of`: the person whose it is, by whom it can be erased. */
export const personal = (value: Json, of?: string): Json => (of ? { $personal: value, $of: of } : { $personal: value });

/**
 * Fields whose values are personal by their name (domain: names, phone numbers, mail addresses, accounts), and free text, which may hold such.
 * Too many is harmless: the clear value stays readable until it is erased. One too few can never be erased.
 */
const byName =
  /name|phone|mobile|sdt|mail|contact|signer|account|external|telegram|zalo|birth|passport|cccd|address|note|reason|text|caption|comment|remark|question|answer/i;

/** A personal value as it may stand in a row for good: a phone number `09•• ••• 123`, a mail address `t•••@host`, other text its first letter. */
export function mask(value: Json): string {
  if (typeof value !== 'string') return '•••';
  const text = value.trim();
  if (/^[+(]?[\d\s().-]{8,20}$/.test(text)) return maskPhone(text);
  if (/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)) return maskMails(text);
  const [first = ''] = text;
  return /\p{L}/u.test(first) ? `${first}•••` : '•••';
}

/** What stands in the row for a value: without its salt it tells nothing about it. */
export const digest = (salt: Uint8Array, value: Json): string =>
  createHash('sha256').update(salt).update(canonical(value)).digest('base64url');

const pointer = (path: string, key: string | number) =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * Takes the personal values out of `value`: in their place stands `{ masked, digest }`, which is chained; the values go to `out`.
 * `subject`: the person that the record is, where it is one.
 */
export function takeOut(value: Json, path: string, subject: string | null, out: TakenOut[], under = false): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((one, i) => takeOut(one, pointer(path, i), subject, out, under));
  if (isMembers(value)) {
    if ('$personal' in value) {
      const of = value['$of'];
      return takeOut(value['$personal'] ?? null, path, typeof of === 'string' ? of : subject, out, true);
    }
    // From entries, not assigned one by one: a member may be called `__proto__`.
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .map(([name, one]) => {
          const key = tidyText(name);
          return [key, takeOut(one, pointer(path, key), subject, out, under || byName.test(name))];
        }),
    );
  }
  const tidy = typeof value === 'string' ? tidyText(value) : value;
  if (isId(tidy)) return tidy;
  if (!under && (typeof tidy !== 'string' || maskAll(tidy) === tidy)) return tidy;
  const salt = randomFillSync(new Uint8Array(16));
  out.push({ path, salt, value: tidy, subject });
  return { masked: mask(tidy), digest: digest(salt, tidy) };
}

/** Puts values back where they stood; what was erased stays masked, as its masked text. */
export function putBack(value: Json, path: string, values: ReadonlyMap<string, Json>): Json {
  if (Array.isArray(value)) return value.map((one, i) => putBack(one, pointer(path, i), values));
  if (!isMembers(value)) return value;
  if (isMasked(value)) return values.get(path) ?? value.masked;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, putBack(one, pointer(path, key), values)]));
}

const isMasked = (value: Members): value is { masked: string; digest: string } =>
  typeof value['masked'] === 'string' && typeof value['digest'] === 'string' && Object.keys(value).length === 2;

/** The digest that a row holds at `path`, or null when there is none. */
export function digestAt(row: { readonly before: Json; readonly after: Json }, path: string): string | null {
  let at: Json | undefined = { before: row.before, after: row.after };
  for (const part of path.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) at = at[Number(key)];
    else if (at !== undefined && isMembers(at)) at = Object.hasOwn(at, key) ? at[key] : undefined;
    else return null;
  }
  return at !== undefined && isMembers(at) && isMasked(at) ? at.digest : null;
}
