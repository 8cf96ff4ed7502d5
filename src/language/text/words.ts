import { fromOldEncodings } from './encodings.ts';
import { foldKeep } from './fold.ts';
import { untype } from './typing.ts';

/** A run of letters, or of digits with their separators ("1.700,5"). Letters and digits that touch are two words: "350tr" is "350", "tr". */
export interface Word {
  /** Lower case without marks. */
  readonly flat: string;
  /** Whether it was typed with marks. */
  readonly marked: boolean;
  /** With marks, tone placement evened out ("hoà" = "hòa"); equal to `flat` when unmarked. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly digits: boolean;
}

/** A message made ready for reading, once; every reader inside this folder takes one. Offsets of `raw`, `flat` and `words` agree. */
export interface Scan {
  /** NFC, typing leftovers undone. */
  readonly raw: string;
  readonly flat: string;
  readonly words: readonly Word[];
  /** How many words carry marks: 0 for text typed without. */
  readonly marks: number;
}

const toneOf: Readonly<Record<string, string>> = {
  '\u0300': '2',
  '\u0301': '1',
  '\u0303': '4',
  '\u0309': '3',
  '\u0323': '5',
};
const cache = new Map<string, string>();
for (const base of 'aăâeêioôơuưyđ') {
  for (const tone of ['', ...Object.keys(toneOf)]) {
    if (base === 'đ' && tone) continue;
    cache.set((base + tone).normalize('NFC'), base + (toneOf[tone] ?? ''));
  }
}

/** A lower-case word by letters and tone, wherever the tone mark sits: "hoà" and "hòa" both give "hoa2". */
export function toneKey(low: string): string {
  let letters = '';
  let tone = '';
  for (const ch of low) {
    const k = cache.get(ch);
    if (k === undefined) letters += ch;
    else {
      letters += k[0];
      if (k.length > 1) tone = k[1]!;
    }
  }
  return letters + tone;
}

const wordShape = /\d+(?:[.,]\d+)*|\p{L}+/gu;

/** Short texts scanned last: in one turn several readers look at the same message. */
const scanned = new Map<string, Scan>();
const rememberedTexts = 64;
const rememberedLength = 300;

/** Prepares a text for the readers. About 5 µs for a short message, less when it was scanned just before. */
export function scan(text: string): Scan {
  if (text.length > rememberedLength) return scanAnew(text);
  const known = scanned.get(text);
  if (known) return known;
  const made = scanAnew(text);
  if (scanned.size >= rememberedTexts) scanned.clear();
  scanned.set(text, made);
  return made;
}

function scanAnew(text: string): Scan {
  const raw = untype(fromOldEncodings(text.normalize('NFC')).replace(/\u200b|\u200c|\u200d|\ufe0f|\ufeff/g, ''));
  const flat = foldKeep(raw);
  const words: Word[] = [];
  let marks = 0;
  wordShape.lastIndex = 0;
  for (let m = wordShape.exec(raw); m; m = wordShape.exec(raw)) {
    const start = m.index;
    const end = start + m[0].length;
    const c = m[0].charCodeAt(0);
    const digits = c >= 48 && c <= 57;
    const f = flat.slice(start, end);
    const low = digits ? f : m[0].toLowerCase();
    const marked = low !== f;
    if (marked) marks++;
    words.push({ flat: f, marked, key: marked ? toneKey(low) : f, start, end, digits });
  }
  return { raw, flat, words, marks };
}
