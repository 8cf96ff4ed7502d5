import { fileTypeFromBuffer } from 'file-type';
import { isCsv } from './csv.ts';
import { officeKind } from './office.ts';
import { pdfRefusal } from './pdf.ts';

/** What may be attached. */
export const fileKinds = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv',
} as const;
export type FileKind = keyof typeof fileKinds;

/** The most that one file may have, in bytes: 20 MB. */
export const mostBytes = 20 * 1024 * 1024;

/**
 * Why a file is refused, each with its own way out: `empty`, `too_big` (also: unpacks to too much), `kind` (none of the kinds),
 * `old_office` (.doc, .xls: save it anew as .docx, .xlsx), `encrypted` (take the password off), `macro` and `script` (active content), `damaged`.
 */
export type Refusal = 'empty' | 'too_big' | 'kind' | 'old_office' | 'encrypted' | 'macro' | 'script' | 'damaged';

export type Typed =
  | { readonly ok: true; readonly kind: FileKind; readonly mime: string }
  | { readonly ok: false; readonly why: Refusal };

const refused = (why: Refusal): Typed => ({ ok: false, why });
const accepted = (kind: FileKind): Typed => ({ ok: true, kind, mime: fileKinds[kind] });

/** Office puts a password by wrapping the document into an OLE container with this stream. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** What a file is by its content; its name and the platform's word are not asked. */
export async function typeOf(bytes: Uint8Array): Promise<Typed> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > mostBytes) return refused('too_big');
  // A zip is told by its own directory: file-type reads the parts in their order, which writers that stream leave without sizes.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const kind = officeKind(bytes);
    return kind === 'docx' || kind === 'xlsx' ? accepted(kind) : refused(kind);
  }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found?.ext === 'pdf') {
    const why = pdfRefusal(bytes);
    return why ? refused(why) : accepted('pdf');
  }
  if (found?.ext === 'jpg' || found?.ext === 'png') return accepted(found.ext);
  if (found?.ext === 'cfb') return refused(Buffer.from(bytes).includes(encryptedPackage) ? 'encrypted' : 'old_office');
  return !found && isCsv(bytes) ? accepted('csv') : refused('kind');
}
