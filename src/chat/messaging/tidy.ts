import type { Inbound } from './types.ts';

/** What PostgreSQL keeps in no text and no JSON: the zero byte, and halves of a character. */
const tidy = (text: string): string => text.toWellFormed().replaceAll('\0', '');

const deep = (value: unknown): unknown => {
  if (typeof value === 'string') return tidy(value);
  if (Array.isArray(value)) return value.map(deep);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, deep(of)]));
};

/** An event without what no database takes. Else it could neither be settled nor parked, and would hold its chat back for ever. */
export function tidyInbound(inbound: Inbound): Inbound {
  return {
    ...inbound,
    key: tidy(inbound.key),
    from: deep(inbound.from) as Inbound['from'],
    input: deep(inbound.input) as Inbound['input'],
  };
}
