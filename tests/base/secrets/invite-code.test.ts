import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inviteCode, normaliseInviteCode } from '../../../src/base/secrets/invite-code.ts';

test('codes are two groups of four without look-alikes and without what a Vietnamese keyboard changes', () => {
  const seen = new Set<string>();
  for (let i = 0; i < 2000; i++) {
    const code = inviteCode(randomBytes);
    expect(code).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
    expect(code).not.toMatch(/[01OILAEUYDW]/);
    expect(normaliseInviteCode(code)).toBe(code);
    seen.add(code);
  }
  expect(seen.size).toBe(2000);
});

test('every character is as likely as another', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 5000; i++)
    for (const one of inviteCode(randomBytes).replace('-', '')) counts.set(one, (counts.get(one) ?? 0) + 1);
  expect(counts.size).toBe(25);
  // 1,600 each are expected, with a standard deviation of 39.
  for (const [one, count] of counts) expect(Math.abs(count - 1600), one).toBeLessThan(280);
});

test('bytes that would make some characters likelier are drawn anew', () => {
  let calls = 0;
  const random = (bytes: number) => new Uint8Array(bytes).fill(calls++ === 0 ? 255 : 0);
  expect(inviteCode(random)).toBe('2222-2222');
  expect(calls).toBe(2);
});

test.each([
  ['K7M4-PX9R', 'K7M4-PX9R'],
  ['k7m4px9r', 'K7M4-PX9R'],
  [' k7m4 – px9r ', 'K7M4-PX9R'],
  ['K7.M4.PX.9R', 'K7M4-PX9R'],
  ['k7m4-pq9o', 'K7M4-PQ9Q'],
  ['K7M4-P09R', 'K7M4-PQ9R'],
  ['Ｋ７Ｍ４－ＰＸ９Ｒ', 'K7M4-PX9R'],
])('%j is read as %s', (text, code) => {
  expect(normaliseInviteCode(text)).toBe(code);
});

test.each(['', 'K7M4', 'K7M4-PX9RR', 'K7M4-PX1R', 'xin chào', 'K7M4-PXĐR', '0912345678', 'gửi', 'x'.repeat(500)])(
  '%j is no code',
  (text) => {
    expect(normaliseInviteCode(text)).toBeNull();
  },
);

test('reading is stable', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const once = normaliseInviteCode(text);
      expect(once === null ? null : normaliseInviteCode(once)).toBe(once);
    }),
  );
});
