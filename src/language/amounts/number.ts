/** The number that a text says, digits or words: "một trăm hai mươi" is 120; null when there is none. */
export function readNumber(_text: string): number | null {
  return null;
}
