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

test.each([
  ['gửi nhu cầu mới', 0.85, 1],
  ['gui nhu cau', 0.85, 1],
  ['Cấp nước sinh hoạt cho 5 bản, xã Co Mạ (số 18)', 0.5, 0.98],
  ['nc 12', 0.85, 1],
  ['NC-2026-0001', 0.85, 1],
  ['nc 12 dc duyet chua', 0.85, 1],
  ['asdf qwer', 0, 0.5],
  ['lorem ipsum dolor sit amet', 0, 0.5],
])('how sure: %s', (text, least, most) => {
  const { confidence } = understand(text, { vocabulary: names, now, asker: 'department' });
  expect(confidence).toBeGreaterThanOrEqual(least);
  expect(confidence).toBeLessThanOrEqual(most);
});

test('the withdrawal of a consent is left to who asks for it: no need is withdrawn by it', () => {
  for (const text of ['rút đồng ý', 'rut dong y', 'em muốn rút lại sự đồng ý'])
    expect(understand(text, { vocabulary: names, now, asker: 'department' }).intent).not.toBe('submit_need');
});
