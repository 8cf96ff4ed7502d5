import type { Json } from '../json.ts';

/** The text as PostgreSQL can keep it: no U+0000, no half of a surrogate pair. */
export const tidyText = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/**
 * One text for one value, whatever the order of keys (RFC 8785 in short: keys sorted, no blanks, numbers as JavaScript writes them).
 * A value that went through jsonb and back gives the same text.
 * @throws RangeError for a number that JSON can't hold.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} can't be written as JSON`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const of = value as { readonly [key: string]: Json | undefined };
  const members: string[] = [];
  for (const key of Object.keys(of).sort()) {
    const member = of[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
  }
  return `{${members.join(',')}}`;
}
