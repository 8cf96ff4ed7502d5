/**
 * Characters of a code. Left out: 0 O 1 I L, which look alike; vowels, D and W too, since a phone that types Vietnamese turns
 * `AA`, `DD`, `W`, `A1` into `Â`, `Đ`, `Ư`, `Á` (Telex and VNI), and without vowels no code is a word.
 */
const alphabet = '23456789BCFGHJKMNPQRSTVXZ';
const length = 8;
const fair = 256 - (256 % alphabet.length);

/** A code that a person can type from paper or by ear, like `K7M4-PX9R`: one of 25⁸ (37 bits), so guesses must be limited and codes must end. `random` gives random bytes. */
export function inviteCode(random: (bytes: number) => Uint8Array): string {
  let code = '';
  while (code.length < length) {
    for (const byte of random(length * 2)) {
      // A byte above is drawn anew: it would make the first characters likelier.
      if (byte < fair && code.length < length) code += alphabet[byte % alphabet.length];
    }
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The one form of a typed code, or null when `text` is none. Case, blanks, dashes and dots don't matter; O and 0 are read as Q. */
export function normaliseInviteCode(text: string): string | null {
  if (text.length > 40) return null;
  const tidy = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
    .replace(/[O0]/g, 'Q');
  if (tidy.length !== length || [...tidy].some((one) => !alphabet.includes(one))) return null;
  return `${tidy.slice(0, 4)}-${tidy.slice(4)}`;
}
