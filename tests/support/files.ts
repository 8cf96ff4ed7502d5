import type { Store } from '../../src/base/database/store.ts';
import { savePieces } from '../../src/base/files/store.ts';
import { type Id, newId } from '../../src/base/ids.ts';

/** A file as a channel hands it in once it is kept. */
export interface SentFile {
  readonly ref: string;
  readonly file: Id<'file'>;
  readonly name: string;
  readonly mime: string;
}

/** Keeps a file as the attachments do, and gives it as an event brings it. */
export async function sentFile(
  store: Store,
  at: Temporal.Instant,
  of: { readonly name: string; readonly mime?: string; readonly content?: Uint8Array },
): Promise<SentFile> {
  const { name, mime = 'application/pdf', content = Buffer.from(`the content of ${name}`) } = of;
  const id = newId<'file'>(at.epochMilliseconds);
  await savePieces((work) => store.aside(work), { id, name, mime, content, uploadedBy: null, at });
  return { ref: id, file: id, name, mime };
}
