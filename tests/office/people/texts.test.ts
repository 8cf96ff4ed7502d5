import { describe, expect, test } from 'vitest';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import type { Lang, Text } from '../../../src/chat/text.ts';
import * as duties from '../../../src/office/duties/texts.ts';
import * as people from '../../../src/office/people/texts.ts';
import * as rounds from '../../../src/office/rounds/texts/status.ts';

/** Lines of a phone screen: wrapped at 38 characters, as voice.md counts them. */
function screenLines(text: string): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    lines++;
    for (const word of line.split(' ')) {
      if (width > 0 && width + 1 + word.length > 38) {
        lines++;
        width = word.length;
      } else width += (width > 0 ? 1 : 0) + word.length;
    }
  }
  return lines;
}

const isText = (of: unknown): of is Text<readonly unknown[]> => typeof of === 'function' && 'samples' in of;

for (const [slice, texts] of Object.entries({ people, rounds, duties })) {
  describe(slice, () => {
    for (const [name, of] of Object.entries(texts)) {
      if (!isText(of)) continue;
      test(name, () => {
        for (const lang of ['vi', 'en'] as Lang[]) {
          expect(of.samples.length).toBeGreaterThan(0);
          for (const sample of of.samples) {
            const said = plain(of(lang, ...sample));
            expect(said.trim()).not.toBe('');
            expect(said).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
            if (of.kind === 'card') expect(screenLines(said), said).toBeLessThanOrEqual(12);
            if (lang === 'vi') {
              expect(said).not.toMatch(/(?:^|[^\p{L}])(?:bạn|user|người dùng)(?![\p{L}])/iu);
              expect(said).not.toMatch(/hoà|huỷ|thoả|thuỷ/);
              expect(said.match(/(?<![\p{L}])ạ(?![\p{L}])/gu)?.length ?? 0).toBeLessThanOrEqual(1);
            }
          }
        }
      });
    }
  });
}

test('the card of a round for officers fits a screen, with everything on it', () => {
  const counts = { units: 101, submitted: 42, noNeed: 7, inProgress: 12, notStarted: 38, excused: 2, late: 3 };
  const call = { code: '2026-1', planYear: 2027, docNo: null, docDate: null };
  const due = Temporal.Instant.from('2026-11-27T10:00:00Z');
  const now = Temporal.Instant.from('2026-11-29T14:05:00Z');
  for (const lang of ['vi', 'en'] as Lang[]) {
    const open = [...rounds.due(lang, call, due, now), ...rounds.progress(lang, counts, 58), ...rounds.demoLine(lang)];
    expect(screenLines(plain(open))).toBeLessThanOrEqual(12);
    const passed = [
      ...rounds.duePassed(lang, call, due, due.add({ hours: 336 }), now),
      ...rounds.progress(lang, counts, 58),
      ...rounds.demoLine(lang),
    ];
    expect(screenLines(plain(passed)), plain(passed)).toBeLessThanOrEqual(14);
  }
});
