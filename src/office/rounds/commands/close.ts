import { and, eq, sql } from 'drizzle-orm';
import type { Verdict } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { allowed } from '../../people/access.ts';
import { round } from '../schema.ts';
import { roundById } from '../store.ts';
import { tellUnits } from './tell.ts';

/** `closed`: nothing is taken any more; `cancelled`: called off, as if it had never been meant to be answered. */
export type End = 'closed' | 'cancelled';

export type CloseResult =
  | { readonly ok: true; readonly told: number }
  | Extract<Verdict, { ok: false }>
  | { readonly ok: false; readonly why: 'no_round' };

/** Ends a round before its time, or calls it off: from now on it takes no needs, whoever had more time. Its units are told. */
export async function endRound(work: Work, id: Id<'round'>, end: End, reason: string | null): Promise<CloseResult> {
  const verdict = allowed(work, 'round.close');
  if (!verdict.ok) return verdict;
  const found = await roundById(work.tx, id);
  if (!found) return { ok: false, why: 'no_round' };
  const done = await work.tx
    .update(round)
    .set({ decided: end, reason, updatedAt: work.now, rowVersion: sql`${round.rowVersion} + 1` })
    .where(and(eq(round.id, id), eq(round.decided, 'none')))
    .returning({ id: round.id });
  if (done.length === 0) return { ok: false, why: 'no_round' };
  // Whoever has not heard yet that it was opened or extended hears only that it has ended.
  work.recall({ kind: 'round', id });
  work.audit({
    action: end === 'closed' ? 'round.close' : 'round.cancel',
    on: { kind: 'round', id },
    after: { reason },
  });
  const told = await tellUnits(work, id, 'round.ended', { code: found.code, end, reason });
  return { ok: true, told };
}

/** Takes the end of a round back; its dates count again. */
export async function undoEndRound(work: Work, id: Id<'round'>, end: End): Promise<boolean> {
  if (!allowed(work, 'round.close').ok) return false;
  const done = await work.tx
    .update(round)
    .set({ decided: 'none', reason: null, updatedAt: work.now, rowVersion: sql`${round.rowVersion} + 1` })
    .where(and(eq(round.id, id), eq(round.decided, end)))
    .returning({ id: round.id });
  if (done.length === 0) return false;
  work.recall({ kind: 'round', id });
  work.audit({ action: `round.${end === 'closed' ? 'close' : 'cancel'}.undo`, on: { kind: 'round', id } });
  return true;
}
