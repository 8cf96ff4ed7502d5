import { expect, test } from 'vitest';
import { height, screen } from '../../../src/chat/fit.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import type { Lang, Text } from '../../../src/chat/text.ts';
import * as asks from '../../../src/office/needs/texts/asks.ts';
import * as cards from '../../../src/office/needs/texts/cards.ts';
import * as errors from '../../../src/office/needs/texts/errors.ts';
import * as files from '../../../src/office/needs/texts/files.ts';
import * as labels from '../../../src/office/needs/texts/labels.ts';
import * as lists from '../../../src/office/needs/texts/lists.ts';
import * as notices from '../../../src/office/needs/texts/notices.ts';
import * as say from '../../../src/office/needs/texts/say.ts';

type Any = Text<readonly unknown[]>;
const isText = (one: unknown): one is Any => typeof one === 'function' && 'samples' in one;

const texts = Object.entries({ asks, cards, errors, files, labels, lists, notices, say }).flatMap(([file, of]) =>
  Object.entries<unknown>(of).flatMap(([name, one]) =>
    isText(one)
      ? one.samples.flatMap((sample, i) =>
          (['vi', 'en'] as const).map(
            (lang) => [`${file}.${name} ${lang} ${i}`, lang, plain(one(lang, ...sample))] as const,
          ),
        )
      : [],
  ),
);

test.each(texts)('%s fits a phone and has no hole', (_, lang: Lang, text) => {
  expect(height(text.split('\n')), text).toBeLessThanOrEqual(screen.lines);
  expect(text).not.toMatch(/undefined|null|\[object|NaN|\s$|^\s| {2}/u);
  if (lang === 'vi') {
    expect(text).not.toMatch(/(?<!\p{L})bạn(?!\p{L})|người dùng|user/iu);
    expect(text.match(/(?<!\p{L})ạ(?!\p{L})/gu)?.length ?? 0, text).toBeLessThanOrEqual(1);
  }
});

test('no draft can be taken for a receipt', () => {
  for (const [name, , text] of texts.filter(([name]) => name.startsWith('cards.draftCard'))) {
    expect(text, name).toMatch(/^⚪ (BẢN NHÁP – CHƯA GỬI|DRAFT – NOT SUBMITTED)\n/u);
    expect(text, name).not.toMatch(/NC-|ghi nhận|đã nhận|received|✅/iu);
  }
});

test('a question leaves room for the card above it', () => {
  for (const [name, , text] of texts.filter(([name]) => name.startsWith('asks.'))) {
    expect(height(text.split('\n')), `${name}: ${text}`).toBeLessThanOrEqual(5);
  }
});
