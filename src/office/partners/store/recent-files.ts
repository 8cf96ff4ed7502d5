import { and, desc, eq, gte, inArray, notExists } from 'drizzle-orm';
import { z } from 'zod';
import { file } from '../../../base/files/schema.ts';
import { fileKinds } from '../../../base/files/type.ts';
import { type Id, isId } from '../../../base/ids.ts';
import { message } from '../../../chat/messaging/schema.ts';
import type { Reads } from '../../../chat/work.ts';
import { needAttachment } from '../../needs/schema.ts';
import type { Paper } from '../commands/paper.ts';
import { partnerPaper } from '../schema.ts';

/** A file that was sent longer ago than this is not what a sentence is about. */
const recently = { minutes: 15 };
/** Pieces of an album and photos come one by one. */
const lookBack = 12;

const withFiles = z.object({
  files: z.array(z.object({ file: z.custom<Id<'file'>>(isId).optional(), name: z.string().optional() })).min(1),
});

/** A table is the register or a need's sums, not the paper that says so. */
export const isPaper = (mime: string | undefined): boolean => mime !== fileKinds.xlsx && mime !== fileKinds.csv;

/** What was sent in a chat right before now, with nothing said in between, and belongs to nothing yet: papers in search of their sentence. */
export async function recentPapers(reads: Reads, chat: Id<'chat'>, now: Temporal.Instant): Promise<readonly Paper[]> {
  const said = await reads
    .select({ content: message.content })
    .from(message)
    .where(and(eq(message.chatId, chat), eq(message.direction, 'in'), gte(message.at, now.subtract(recently))))
    .orderBy(desc(message.seq))
    .limit(lookBack);
  const came: Paper[] = [];
  for (const { content } of said) {
    const sent = withFiles.safeParse(content).data;
    if (!sent) break;
    came.unshift(...sent.files.flatMap((one) => (one.file ? [{ file: one.file, name: one.name ?? 'tệp' }] : [])));
  }
  if (came.length === 0) return [];
  const free = await reads
    .select({ id: file.id, mime: file.mime })
    .from(file)
    .where(
      and(
        inArray(
          file.id,
          came.map((paper) => paper.file),
        ),
        eq(file.state, 'ready'),
        notExists(
          reads.select({ id: needAttachment.id }).from(needAttachment).where(eq(needAttachment.fileId, file.id)),
        ),
        notExists(reads.select({ id: partnerPaper.id }).from(partnerPaper).where(eq(partnerPaper.fileId, file.id))),
      ),
    );
  const usable = new Set(free.filter(({ mime }) => isPaper(mime)).map(({ id }) => id));
  return came.filter((paper) => usable.has(paper.file));
}
