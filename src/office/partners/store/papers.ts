import { desc, eq } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import type { Reads } from '../../../chat/work.ts';
import { partnerPaper } from '../schema.ts';

/** A paper that an organisation's entry rests on. */
export interface PaperRow {
  readonly file: Id<'file'>;
  readonly name: string;
  readonly at: Temporal.Instant;
}

/** The papers of an organisation, the newest first. Ask for its entry by the reader's scope before. */
export const papersOf = (reads: Reads, of: Id<'partner'>): Promise<PaperRow[]> =>
  reads
    .select({ file: partnerPaper.fileId, name: partnerPaper.name, at: partnerPaper.createdAt })
    .from(partnerPaper)
    .where(eq(partnerPaper.partnerId, of))
    .orderBy(desc(partnerPaper.id));
