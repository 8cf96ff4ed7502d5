import { scan } from '../text/words.ts';
import { plainAtoms } from './number-words.ts';
import { numerals } from './numeral.ts';

/**
 * The number that a text says, in digits or words: "một trăm hai mươi" is 120, "1.200" is 1200, "2,5" is 2.5, "khoảng 300 hộ" is 300.
 * The first one when there are several; null when there is none.
 */
export function readNumber(text: string): number | null {
  const s = scan(text);
  const found = numerals(s);
  if (found.length > 0) {
    const n = found[0]!;
    return /^(?:-\s?|am )$/.test(s.flat.slice(0, n.start)) ? -n.value : n.value;
  }
  // A lone word is a number when it is all there is: "ba".
  if (s.words.length === 1) {
    const a = plainAtoms[s.words[0]!.flat];
    if (a?.kind === 'digit') return a.value;
    if (a?.kind === 'ten') return 10;
  }
  return null;
}
