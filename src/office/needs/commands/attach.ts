import { and, eq, sql } from 'drizzle-orm';
import type { Verdict } from '../../../base/access/access.ts';
import { file, filePiece } from '../../../base/files/schema.ts';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { allowed } from '../../people/access.ts';
import { currentRound } from '../../rounds/store.ts';
import { setLetter } from '../../rounds/targets.ts';
import { need } from '../schema.ts';

export const mostFiles = 10;
export type AttachmentKind = 'letter' | 'paper' | 'photo';

export interface NewAttachment {
  readonly file: Id<'file'>;
  readonly name: string;
  readonly kind: AttachmentKind;
}

export type AttachResult =
  | Verdict
  /** `full`: ten files are the most; `twice`: it is there already; `gone`: the need or draft is no more. */
  | { readonly ok: false; readonly why: 'full' | 'twice' | 'gone' };

/** Adds a stored file to a draft or a need. A signed letter is also noted for the unit in its round: it covers all its needs. */
export async function attachFile(
  work: Work,
  what: NewAttachment,
  to: { readonly draft: Id<'draft'>; readonly unit: Id<'unit'> } | { readonly need: Id<'need'> },
): Promise<AttachResult> {
  const target = 'need' in to ? await ofNeed(work, to.need) : { unit: to.unit, round: null };
  if (!target) return { ok: false, why: 'gone' };
  const verdict = allowed(work, 'need.attach', { unit: target.unit });
  if (!verdict.ok) return verdict;
  const [needId, draftId] = 'need' in to ? [to.need, null] : [null, to.draft];
  const rows = (await work.tx.execute(sql`
    with here as (select count(*)::int as n from need_attachment
      where ${needId ? sql`need_id = ${needId}::uuid` : sql`draft_id = ${draftId}::uuid and need_id is null`}),
    put as (
      insert into need_attachment (id, need_id, draft_id, file_id, name, kind, at, by_id)
      select ${work.newId()}::uuid, ${needId}::uuid, ${draftId}::uuid, ${what.file}::uuid, ${what.name}, ${what.kind},
        ${work.now.toString()}::timestamptz, ${work.actor.person}::uuid
      from here where n < ${mostFiles}
      on conflict (file_id) do nothing returning id)
    select here.n, (select id from put) as id from here`)) as unknown as { n: number; id: string | null }[];
  const [row] = rows;
  if (!row?.id) return { ok: false, why: (row?.n ?? 0) >= mostFiles ? 'full' : 'twice' };
  work.audit({
    action: 'need.attach',
    on: needId ? { kind: 'need', id: needId, unit: target.unit } : { kind: 'draft', id: draftId!, unit: target.unit },
    after: { file: what.file, kind: what.kind },
  });
  if (what.kind === 'letter') await noteLetter(work, target, what.file);
  return { ok: true };
}

/** The letter counts for the need's round, for a draft in the one that is open now. */
async function noteLetter(
  work: Work,
  of: { unit: Id<'unit'>; round: Id<'round'> | null },
  letter: Id<'file'>,
): Promise<void> {
  const round = of.round ?? (await currentRound(work.tx, work.now))?.id;
  if (!round) return;
  await setLetter(work, { round, unit: of.unit }, { no: null, date: null, signer: null, file: letter, via: 'chat' });
}

async function ofNeed(work: Work, id: Id<'need'>): Promise<{ unit: Id<'unit'>; round: Id<'round'> | null } | null> {
  const [row] = await work.tx.select({ unit: need.unitId, round: need.roundId }).from(need).where(eq(need.id, id));
  return row ?? null;
}

/** Deletes the bytes of a file that bears a mark of secrecy; what is kept is the fact, without content. */
export async function refuseSecret(work: Work, of: Id<'file'> | null, where: string): Promise<void> {
  if (of) {
    await work.tx.delete(filePiece).where(eq(filePiece.fileId, of));
    await work.tx
      .update(file)
      .set({ state: 'deleted', name: '—', deletedAt: work.now })
      .where(and(eq(file.id, of), eq(file.state, 'ready')));
  }
  work.audit({ action: 'file.refused', on: { kind: 'file', id: of ?? 'not stored' }, after: { why: 'secret', where } });
}
