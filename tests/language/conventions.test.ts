import { describe, expect, test } from 'vitest';
import { fold, understand } from '../../src/language/index.ts';
import { conventions } from './conventions.ts';
import { names, now } from './support.ts';

/** Values as they come out of text without marks: a title or a name keeps what was typed. */
const bare = (x: unknown): unknown => (typeof x === 'string' ? fold(x) : x);
/** Slots whose value is copied out of the text. */
const copied = new Set(['value', 'person', 'reason']);

describe.each(Object.entries(conventions))('%s', (_convention, rows) => {
  test.each(
    rows.flatMap((row) => [
      { row, text: row[1] },
      ...(fold(row[1]) === row[1].toLowerCase() ? [] : [{ row, text: fold(row[1]) }]),
    ]),
  )('$text', ({ row, text }) => {
    const [asker, , intent, slots = {}, after] = row;
    const u = understand(text, { vocabulary: names, now, asker, ...(after ? { after } : {}) });
    expect(u.intent).toBe(intent);
    for (const [slot, value] of Object.entries(slots)) {
      if (value === null) expect(u.slots[slot], slot).toBeUndefined();
      else if (copied.has(slot) && text !== row[1]) expect(bare(u.slots[slot]), slot).toEqual(bare(value));
      else expect(u.slots[slot], slot).toEqual(value);
    }
  });
});
