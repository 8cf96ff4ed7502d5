import { constants, inflateSync } from 'node:zlib';
import type { Refusal } from './type.ts';

const runs = /\/(?:JavaScript|Launch)(?![A-Za-z0-9])/;
const encrypted = /\/Encrypt(?![A-Za-z0-9])/;
const unpackedLimit = 64 * 1024 * 1024;

/** Names may hide letters as `#xx` (`/J#61vaScript`): written out, so that one search finds both. */
const plainNames = (text: string): string =>
  text.replace(/\/[\w#-]{2,80}/g, (name) =>
    name.includes('#')
      ? name.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      : name,
  );

const found = (text: string): Refusal | null => {
  const plain = plainNames(text);
  if (encrypted.test(plain)) return 'encrypted';
  return runs.test(plain) ? 'script' : null;
};

/** Unpacks what can be unpacked: an end that is missing or followed by a line break is usual. Null when it is not packed so, or too long. */
function inflate(packed: Uint8Array, limit: number): Buffer | null {
  try {
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(limit, 1) });
  } catch {
    return null;
  }
}

/**
 * Why a PDF is refused: JavaScript, a command that starts a program, or encryption (which also hides the other two); null when nothing is found.
 * Objects inside compressed object streams are looked at too; one that can't be unpacked counts as damaged.
 * Words are searched in the whole file, streams included: whoever writes `/JavaScript` into an uncompressed page is refused for it.
 */
export function pdfRefusal(bytes: Uint8Array): Refusal | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const plain = found(text);
  if (plain) return plain;
  let left = unpackedLimit;
  let since = 0;
  for (const { 0: opening, index } of text.matchAll(/\bstream\r?\n/g)) {
    // All since the last stream, not only the dictionary: where that begins can be disguised.
    const before = plainNames(text.slice(since, index));
    since = index;
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(before)) continue;
    const start = index + opening.length;
    const end = text.indexOf('endstream', start);
    const unpacked = inflate(bytes.subarray(start, end < 0 ? undefined : end), left);
    // Not packed at all: it was searched with the rest. Packed in another way, or twice, or transformed: nobody writes that but to hide something.
    if (!unpacked && !/\/F(?:ilter)?(?![A-Za-z0-9])/.test(before)) continue;
    if (!unpacked || /\/Predictor(?![A-Za-z0-9])/.test(before)) return 'damaged';
    left -= unpacked.length;
    const hidden = found(unpacked.toString('latin1'));
    if (hidden) return hidden;
  }
  return null;
}
