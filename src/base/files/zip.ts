import { inflateRawSync } from 'node:zlib';

/** One entry of a zip's central directory. Sizes are what the archive claims. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endBytes = 22;

/**
 * The central directory: what a reader of the archive will see. Null when it is damaged, in several parts, or of the 64-bit form
 * (no file of at most 20 MB needs that). The end mark must close the file: two of them would show two contents to two readers.
 */
export function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - endBytes; at >= Math.max(0, bytes.length - endBytes - 0xffff); at--) {
    if (view.getUint32(at, true) !== endMark) continue;
    if (at + endBytes + view.getUint16(at + 20, true) !== bytes.length) continue;
    end = at;
    break;
  }
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  if (view.getUint16(end + 8, true) !== count || count === 0xffff) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return null;
    const flags = view.getUint16(at + 8, true);
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameBytes))
        .toString('utf8')
        .replaceAll('\\', '/'),
      // Bit 0: encrypted; 6: strong encryption; 13: the directory itself is masked.
      encrypted: (flags & 0x2041) !== 0,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return at === end ? entries : null;
}

/** The content of one entry, at most `limit` bytes of it; null when it can't be read or is longer. */
export function readEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localMark) return null;
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) return null;
  if (entry.method === 0) return packed.length <= limit ? packed : null;
  if (entry.method !== 8) return null;
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: limit }));
  } catch {
    return null;
  }
}
