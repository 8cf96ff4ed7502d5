import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../src/chat/messaging/rich-text.ts';
import type { Lang } from '../../src/chat/text.ts';
import { screenHeight, screenLines, screenWidth } from './screen.ts';
import { occurrences, sources, withoutComments } from './sources.ts';
import { type AnyText, everyText, languages } from './texts.ts';

const { texts, pairs, places } = await everyText();
const named = <T>(all: readonly { readonly name: string; readonly of: T }[]) =>
  all.map(({ name, of }) => [name, of] as const);

/** What no sentence of ours may hold, in either language. */
const never: readonly { readonly what: string; readonly is: RegExp }[] = [
  { what: 'a value that is not there', is: /\bundefined\b|\bnull\b|\bNaN\b|\[object|\bInvalid\b/ },
  { what: 'a placeholder', is: /\$\{|\{\w+\}|%[sd]\b/ },
  { what: 'two spaces', is: /\S {2,}/ },
  { what: 'an em dash', is: /—/ },
  { what: 'a space before %', is: /\d\s+%/ },
  { what: 'a space before a mark', is: /\s[,;!?](\s|$)/ },
];

/** What no Vietnamese sentence may hold. Tone marks stand as in "hòa, hủy": on the first vowel of an open syllable. */
const neverInVietnamese: readonly { readonly what: string; readonly is: RegExp }[] = [
  { what: 'the tone of oa, oe on its second vowel', is: /o[àáảãạèéẻẽẹ](?!\p{L})/iu },
  { what: 'the tone of uy on its second vowel', is: /(?<!q)u[ỳýỷỹỵ](?!\p{L})/iu },
  { what: 'a person called bạn or user', is: /(?<!\p{L})(?:bạn|user|người dùng)(?!\p{L})/iu },
  // "dữ liệu của tôi", "việc của tôi" are the person's own words.
  { what: 'the bot called tôi', is: /(?<!của )(?<!\p{L})tôi(?!\p{L})/iu },
];

const faults = (said: string, lang: Lang): string[] =>
  [...never, ...(lang === 'vi' ? neverInVietnamese : [])].filter(({ is }) => is.test(said)).map(({ what }) => what);

/** Sentences, with the mark that ends each. */
const sentences = (said: string): string[] => said.match(/[^.?!…:\n]+[.?!…:]*/gu) ?? [];
const polite = /(?<!\p{L})ạ(?!\p{L})/giu;

test('texts are found where they stand', () => {
  expect(places).toContain('src/office/needs/texts/cards.ts');
  expect(places).toContain('src/chat/dialogue/form/texts.ts');
  expect(texts.length).toBeGreaterThan(150);
  expect(pairs.length).toBeGreaterThan(50);
});

describe('a text', () => {
  test.each(named(texts))('%s', (_, text) => {
    expect(text.samples.length, 'has samples').toBeGreaterThan(0);
    // A note that somebody typed is handed on as it is: one sample that differs is enough.
    const differs = text.samples.some((sample) => plain(text('vi', ...sample)) !== plain(text('en', ...sample)));
    expect(differs, 'both languages differ').toBe(true);
    for (const sample of text.samples) {
      const said = Object.fromEntries(languages.map((lang) => [lang, plain(text(lang, ...sample))])) as Record<
        Lang,
        string
      >;
      for (const lang of languages) {
        expect(said[lang].trim(), `${lang} says something`).not.toBe('');
        expect(faults(said[lang], lang), said[lang]).toEqual([]);
        if (text.kind !== 'consent')
          expect(screenLines(said[lang]), `lines of\n${said[lang]}`).toBeLessThanOrEqual(screenHeight);
      }
      const asks = sentences(said.vi).filter((sentence) => sentence.match(polite));
      expect(said.vi.match(polite)?.length ?? 0, `“ạ” at most once in\n${said.vi}`).toBeLessThanOrEqual(1);
      for (const sentence of asks) expect(sentence, '“ạ” stands in a question').toMatch(/\?$/);
      if (/BẢN NHÁP/.test(said.vi)) {
        expect(said.vi, 'a draft is not taken for a submission').not.toMatch(/ghi nhận|đã nhận|NC-\d{4}-\d+/i);
        expect(said.en, 'a draft is not taken for a submission').not.toMatch(/received|✅|NC-\d{4}-\d+/i);
      }
    }
  });
});

describe('words of a button or a state', () => {
  test.each(named(pairs))('%s', (_, pair) => {
    for (const lang of languages) {
      expect(pair[lang].trim()).not.toBe('');
      expect(faults(pair[lang], lang), pair[lang]).toEqual([]);
    }
    expect(pair.vi, 'never a bare OK or Hủy').not.toMatch(/^(ok|hủy|có|không)$/i);
  });
});

// ── Whatever a person's name, a title or a unit's name is ──

/** Values that people or the register made: phrases; not codes, dates, names of states. */
const isPhrase = (value: string): boolean => /\p{L}+ \p{L}+/u.test(value) && !/\d{1,2}\/\d{1,2}/.test(value);

/** How often a phrase stands in a sample. */
const phrasesIn = (value: unknown): number =>
  typeof value === 'string'
    ? Number(isPhrase(value))
    : typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
      ? Object.values(value).reduce((sum: number, one) => sum + phrasesIn(one), 0)
      : Array.isArray(value)
        ? value.reduce((sum: number, one) => sum + phrasesIn(one), 0)
        : 0;

/** The sample with its `at`-th phrase replaced. */
function withPhrase(sample: readonly unknown[], at: number, by: string): unknown[] {
  let seen = -1;
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string' && isPhrase(value)) {
      seen += 1;
      return seen === at ? by : value;
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
    return value;
  };
  return sample.map(walk);
}

/** A name as long as the longest that the register has: words of Vietnamese letters. */
const longName = fc
  .array(fc.stringMatching(/^[A-ZĐa-zđàảãáạăâèéêìíòóôơùúưỳý]{1,9}$/), { minLength: 1, maxLength: 50 })
  .map((words) => words.join(' ').slice(0, 250).trim());

const withPhrases = texts.flatMap(({ name, of }) => {
  if (of.kind === 'consent') return [];
  const most = of.samples.reduce((best, sample) => (phrasesIn(sample) > phrasesIn(best) ? sample : best), [] as never);
  return phrasesIn(most) > 0 ? [[name, of, most] as readonly [string, AnyText, readonly unknown[]]] : [];
});

test.each(withPhrases)('a long name keeps the size: %s', (_, text, sample) => {
  fc.assert(
    fc.property(fc.nat({ max: phrasesIn(sample) - 1 }), longName, (at, name) => {
      for (const lang of languages) {
        const said = plain(text(lang, ...withPhrase(sample, at, name)));
        expect(screenLines(said), said).toBeLessThanOrEqual(screenHeight);
      }
    }),
    { numRuns: 30 },
  );
});

test('what stands outside the texts is spelt and addressed like them: data, pages, refusals', () => {
  const spelling = [...neverInVietnamese.slice(0, 2), { is: /(?<!\p{L})(?:bạn|người dùng)(?!\p{L})/iu }];
  // What people type is understood in every spelling, so src/language holds the others too.
  const files = sources('src', /\.(ts|js|json|html)$/).filter(({ path }) => !path.startsWith('src/language/'));
  const found = files.flatMap((file) =>
    spelling.flatMap(({ is }) => occurrences({ ...file, text: withoutComments(file.text) }, is)),
  );
  expect(found).toEqual([]);
});

test('lines are counted as a phone breaks them', () => {
  expect(screenLines('một')).toBe(1);
  expect(screenLines('')).toBe(1);
  expect(screenLines('a\n\nb')).toBe(3);
  const line = 'x'.repeat(screenWidth);
  expect(screenLines(line)).toBe(1);
  expect(screenLines(`${line}x`)).toBe(2);
  expect(screenLines(`${line} x`)).toBe(2);
  expect(screenLines(`x ${line}`)).toBe(2);
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zđ]{1,50}$/), { maxLength: 30 }), (words) => {
      const text = words.join(' ');
      // The space at which a line is broken takes no room.
      expect(screenLines(text)).toBeGreaterThanOrEqual(Math.ceil((text.length + 1) / (screenWidth + 1)));
      expect(screenLines(text)).toBeLessThanOrEqual(Math.max(1, words.length * 2));
    }),
  );
});
