/** The least length of SECRET_KEY, in bytes: what HKDF-SHA256 can make full-strength subkeys of. */
export const secretKeyBytes = 32;

/** The sentence that tells an operator how to make a key; shown by every error about one. */
export const howToMakeAKey = `node -e "console.log(require('node:crypto').randomBytes(32).toString('base64'))"`;

/**
 * Reads a key written as hex or base64 (base64url too). Null when it is neither, or shorter than 32 bytes.
 * 64 or more hex digits are hex, although they would be base64 as well: half of a key is a weak key.
 */
export function parseSecretKey(text: string): Uint8Array | null {
  const tidy = text.trim();
  let bytes: Buffer | null = null;
  if (/^(?:[0-9a-f]{2})+$/i.test(tidy)) bytes = Buffer.from(tidy, 'hex');
  else if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(tidy)) bytes = Buffer.from(tidy, 'base64');
  return bytes && bytes.length >= secretKeyBytes ? new Uint8Array(bytes) : null;
}
