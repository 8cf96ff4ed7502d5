import { describe, expect, test } from 'vitest';
import { understand } from '../../src/language/index.ts';
import { names, now } from './support.ts';
import { utterances } from './utterances.ts';

describe('what a message asks for', () => {
  test.each(utterances.map((row) => ({ row, text: row[1] })))('$text', ({ row }) => {
    const [asker, text, intent, slots = {}, after] = row;
    const u = understand(text, { vocabulary: names, now, asker, ...(after ? { after } : {}) });
    expect(u.intent).toBe(intent);
    for (const [slot, value] of Object.entries(slots)) {
      if (value === null) expect(u.slots[slot], slot).toBeUndefined();
      else expect(u.slots[slot], slot).toEqual(value);
    }
  });
});

test('a verdict keeps the text and a confidence between 0 and 1', () => {
  for (const [asker, text] of utterances) {
    const u = understand(text, { vocabulary: names, now, asker });
    expect(u.text).toBe(text);
    expect(u.confidence).toBeGreaterThan(0);
    expect(u.confidence).toBeLessThanOrEqual(1);
  }
});
