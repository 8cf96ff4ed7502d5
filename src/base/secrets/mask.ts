const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/**
 * Vietnamese numbers as people write them: 0, 84, +84 or 0084, then 9 digits (mobile; 10 for landlines with 02 and mobiles
 * of before 2018 with 01), with blanks, dots, dashes or brackets between; and any number with + in front.
 */
const gap = '[\\s.()\\u2010-\\u2015-]{0,3}';
const vietnamese = `(?:\\(?\\+?84\\)?|\\(?0084\\)?|\\(?0)${gap}(?:[35789](?:${gap}\\d){8}|[12](?:${gap}\\d){9}|[1-9](?:${gap}\\d){8})`;
// An id is taken whole first, or its groups of digits would read as numbers.
const numbers = new RegExp(`${uuid}|(?<![\\w+])(?:${vietnamese}|\\+\\d(?:${gap}\\d){7,14})(?!\\w)`, 'gi');
const hasSixDigits = /\d(?:.{0,3}\d){5}/s;

/** How a phone number is shown to whoever need not call it: `09•• ••• 123` (E.164 and other forms too). Fewer than 8 digits: all dots. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^(?:00)?84(?=\d{9})/, '0');
  if (digits.length < 8) return '••••';
  return `${digits.slice(0, 2)}•• ••• ${digits.slice(-3)}`;
}

/** The text with every phone number in it masked; anything else, ids included, stays. */
export function maskPhones(text: string): string {
  if (!hasSixDigits.test(text)) return text;
  return text.replace(numbers, (found) => (found.length === 36 && found[8] === '-' ? found : maskPhone(found)));
}

/** The text with the names of mail addresses masked: `n•••@sonla.gov.vn`. */
export const maskMails = (text: string): string =>
  text.includes('@')
    ? text.replace(/(?<![\p{L}\d._%+-])([\p{L}\d._%+-])[\p{L}\d._%+-]*@(?=[\p{L}\d-]+\.)/gu, '$1•••@')
    : text;

const tokens: readonly [RegExp, string][] = [
  // Telegram's bot tokens, also inside the address of a call.
  [/(?<!\d)\d{6,}:[A-Za-z0-9_-]{20,}/g, '[token]'],
  // Names and passwords in addresses.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#@"]+@/gi, '$1[secret]@'],
  [/\b(bearer|basic)\s+[A-Za-z0-9+/._~=-]{8,}/gi, '$1 [token]'],
  [
    /\b((?:[a-z]+[_-])*(?:token|secret|password|passwd|signature|code|cookie|key|mac|sid|auth))=[^\s&"';,]+/gi,
    '$1=[secret]',
  ],
  // Platform tokens and signed cookies are long runs of base64; hashes, which are hexadecimal, stay.
  [/(?<![\w-])(?![0-9a-f]+(?![\w-]))[\w-]{60,}(?:\.[\w-]+)*/g, '[token]'],
];

/** The text with everything masked that may never be logged, as far as its form gives it away: tokens, passwords, phone numbers, mail addresses. */
export function maskAll(text: string): string {
  let out = text;
  for (const [shape, instead] of tokens) out = out.replace(shape, instead);
  return maskPhones(maskMails(out));
}
