/**
 * Text without the marks of Vietnamese, for comparing what people type.
 * Everything here works on NFC, where each Vietnamese letter is one code unit, so folded text keeps every offset.
 */

const table = new Uint16Array(0x1f00);
const special: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  '\u00a0': ' ',
  '\t': ' ',
};
for (let c = 0; c < table.length; c++) {
  const ch = String.fromCharCode(c);
  const low = ch.toLowerCase();
  const base = special[ch] ?? (low.length === 1 ? low.normalize('NFD')[0]! : ch);
  table[c] = base.charCodeAt(0);
}
/** U+1E00–U+1EFF holds the Vietnamese letters with two marks; quotes and dashes above it are made plain. */
const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '\u202f': ' ',
  '\u2009': ' ',
  '×': 'x',
};

const isPlain = /^[\n\x20-\x40\x5b-\x7e]*$/;

/** Lower case without marks, đ → d, offset for offset (`nfc` must be NFC): `foldKeep(t).length === t.length`. */
export function foldKeep(nfc: string): string {
  if (isPlain.test(nfc)) return nfc;
  let out = '';
  let run = 0;
  for (let i = 0; i < nfc.length; i++) {
    const c = nfc.charCodeAt(i);
    const to = c < 0x1f00 ? table[c]! : c >= 0x2000 && c < 0x2220 ? (plain[nfc[i]!]?.charCodeAt(0) ?? c) : c;
    if (to !== c) {
      if (run < i) out += nfc.slice(run, i);
      out += String.fromCharCode(to);
      run = i + 1;
    }
  }
  return run === 0 ? nfc : out + nfc.slice(run);
}

/**
 * What two texts must share to be the same to a hurried reader: NFC → lower case → no marks → đ→d, white space collapsed, ends trimmed.
 * `fold('  Mường  LA ')` is `'muong la'`. Cheap: it is on the path of every message.
 */
export function fold(text: string): string {
  return foldKeep(text.normalize('NFC')).replace(/\s+/g, ' ').trim();
}

/** A text as its words and numbers and nothing else, folded, one space between: what whole commands are compared by. */
export const plainWords = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
