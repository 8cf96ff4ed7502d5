import { randomFillSync } from 'node:crypto';

/** A typed id: uuid v7 made in this process, so that keys sort by time and no database sequence is needed. */
export type Id<K extends string> = string & { readonly __id: K };

const random = new Uint8Array(4096);
let used = random.length;
let last = 0;
let counter = 0;

/**
 * A new uuid v7 (RFC 9562 §5.7), strictly increasing within this process: 48 bits of Unix milliseconds,
 * a 12-bit counter inside the millisecond, 62 random bits.
 * `at` is the present in epoch milliseconds; a clock that jumps back keeps the last value instead of going back.
 */
export function newId<K extends string>(at: number): Id<K> {
  if (at > last) {
    last = at;
    counter = 0;
  } else if (++counter > 0xfff) {
    last += 1;
    counter = 0;
  }
  if (used + 8 > random.length) {
    randomFillSync(random);
    used = 0;
  }
  const time = last.toString(16).padStart(12, '0');
  const seq = counter.toString(16).padStart(3, '0');
  let tail = ((random[used]! & 0x3f) | 0x80).toString(16).padStart(2, '0');
  for (let i = 1; i < 8; i++) tail += random[used + i]!.toString(16).padStart(2, '0');
  used += 8;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${seq}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<K>;
}

/** The lowest id that can be made at this moment: every id made before sorts before it. */
export function idsFrom(at: number): string {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` has the shape of an id, before it reaches a uuid parameter of a query. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && shape.test(text);
}
