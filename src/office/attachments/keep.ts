import type { Store } from '../../base/database/store.ts';
import { safeName } from '../../base/files/safe-name.ts';
import { secretMark } from '../../base/files/secret-mark.ts';
import { savePieces } from '../../base/files/store.ts';
import { type Refusal as FileFault, mostBytes, typeOf } from '../../base/files/type.ts';
import { type Id, newId } from '../../base/ids.ts';
import type { Clock } from '../../base/time/clock.ts';
import { refusals, type Sentence, secretRefused } from './texts.ts';

/** A file that was kept, or the sentence that says why not. */
export type Kept =
  | { readonly ok: true; readonly id: Id<'file'>; readonly name: string; readonly mime: string; readonly bytes: number }
  | { readonly ok: false; readonly why: FileFault | 'secret'; readonly says: Sentence };

/**
 * Takes a file in, whatever channel brought it: typed by its content, never by what it says of itself; refused with active content
 * or a secrecy mark (Law 91/2025/QH15; papers marked MẬT stay out of chat), of which nothing is kept.
 */
export async function keepFile(
  of: { store: Store; clock: Clock },
  file: { name: string; caption?: string; bytes: AsyncIterable<Uint8Array>; by: Id<'person'> | null },
): Promise<Kept> {
  if (secretMark({ name: file.name, caption: file.caption })) return { ok: false, why: 'secret', says: secretRefused };
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.bytes) {
    size += piece.length;
    if (size > mostBytes) return { ok: false, why: 'too_big', says: refusals.too_big };
    pieces.push(piece);
  }
  const content = Buffer.concat(pieces);
  const typed = await typeOf(content);
  if (!typed.ok) return { ok: false, why: typed.why, says: refusals[typed.why] };
  const now = of.clock.now();
  const id = newId<'file'>(now.epochMilliseconds);
  const name = safeName(file.name, typed.kind);
  await savePieces((work) => of.store.aside(work), {
    id,
    name,
    mime: typed.mime,
    content,
    uploadedBy: file.by,
    at: now,
  });
  return { ok: true, id, name, mime: typed.mime, bytes: content.length };
}
