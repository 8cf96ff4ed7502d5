import { inArray } from 'drizzle-orm';
import { file } from '../../../base/files/schema.ts';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { partnerPaper } from '../schema.ts';
import { may, note, openPartner, type Refused, touch } from './common.ts';

/** A file that says what a correction says. */
export interface Paper {
  readonly file: Id<'file'>;
  readonly name: string;
}

/** What came of keeping papers: those that were not kept with this organisation already. */
export type KeptPapers = { readonly ok: true; readonly ids: readonly Id<'partner_paper'>[] } | Refused;

/** Keeps papers with an organisation, and in its history. One whose content is gone, or that is kept already, is left out. */
export async function keepPapers(work: Work, of: Id<'partner'>, papers: readonly Paper[]): Promise<KeptPapers> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  if (papers.length === 0) return { ok: true, ids: [] };
  if (!(await openPartner(work, of))) return { ok: false, why: 'gone' };
  const stored = await work.tx
    .select({ id: file.id, state: file.state })
    .from(file)
    .where(
      inArray(
        file.id,
        papers.map((paper) => paper.file),
      ),
    );
  const ready = new Set(stored.filter(({ state }) => state === 'ready').map(({ id }) => id));
  const there = papers.filter((paper) => ready.has(paper.file));
  if (there.length === 0) return { ok: true, ids: [] };
  const kept = await work.tx
    .insert(partnerPaper)
    .values(
      there.map((paper) => ({
        id: work.newId<'partner_paper'>(),
        partnerId: of,
        fileId: paper.file,
        name: paper.name,
        createdAt: work.now,
        createdBy: work.actor.person,
      })),
    )
    .onConflictDoNothing({ target: [partnerPaper.partnerId, partnerPaper.fileId] })
    .returning({ id: partnerPaper.id, name: partnerPaper.name });
  if (kept.length > 0) {
    await touch(work, of);
    note(work, of, 'paper', { after: { papers: kept.map(({ name }) => name), rows: kept.map(({ id }) => id) } });
  }
  return { ok: true, ids: kept.map(({ id }) => id) };
}

/** Takes back papers that were just kept: for an undo. The files stay with the messages that brought them. */
export async function forgetPapers(
  work: Work,
  ids: readonly Id<'partner_paper'>[],
): Promise<{ readonly ok: true } | Refused> {
  const verdict = may(work);
  if (!verdict.ok) return verdict;
  const gone = await work.tx
    .delete(partnerPaper)
    .where(inArray(partnerPaper.id, [...ids]))
    .returning({ partner: partnerPaper.partnerId, name: partnerPaper.name });
  const [first] = gone;
  if (!first) return { ok: false, why: 'stale' };
  await touch(work, first.partner);
  note(work, first.partner, 'paper.undo', { before: { papers: gone.map(({ name }) => name) } });
  return { ok: true };
}
