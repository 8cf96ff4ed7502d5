/** What a spreadsheet would run or follow when the cell is opened: formulas, DDE, and those behind blanks, tabs or an invisible sign. */
const runs = /^[\s\p{Cf}]*[=+\-@\t\r|%＝＋－＠]/u;
const number = /^-?\d+(?:[.,]\d+)*%?$/;

/**
 * A cell's text so that no spreadsheet takes it for a formula: an apostrophe before what would run, as people type it themselves.
 * Plain numbers ("-5") stay. Control characters, which XML does not know, are left out.
 */
export function safeCell(text: string): string {
  const plain = text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
  return runs.test(plain) && !number.test(plain.trim()) ? `'${plain}` : plain;
}
