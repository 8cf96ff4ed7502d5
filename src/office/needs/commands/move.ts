import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { RecordRef, Verdict } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Tx, Work } from '../../../chat/work.ts';
import { allowed } from '../../people/access.ts';
import { unit } from '../../people/schema.ts';
import { markNotSubmitted } from '../../rounds/targets.ts';
import { type NeedAction, type NeedState, next } from '../rules/states.ts';
import { need, needRevision } from '../schema.ts';

/** A need as a command sees it before it acts. */
export interface Standing {
  readonly id: Id<'need'>;
  readonly code: string;
  readonly title: string;
  readonly unit: Id<'unit'>;
  readonly unitName: string;
  readonly officer: Id<'person'> | null;
  readonly state: NeedState;
  readonly no: number;
  readonly accepted: number | null;
  readonly pending: number | null;
  readonly rowVersion: number;
  readonly author: Id<'person'>;
  readonly reviewer: Id<'person'> | null;
  readonly roundId: Id<'round'> | null;
  readonly draftId: Id<'draft'> | null;
  readonly revisionDraftId: Id<'draft'> | null;
  readonly revisionBy: Id<'person'>;
  readonly revisionAt: Temporal.Instant;
  readonly updatedAt: Temporal.Instant;
}

/** Why a need did not move. `own`: nobody reviews what they submitted; `late`: the time for an undo is over. */
export type Refused =
  | Exclude<Verdict, { ok: true }>
  | { readonly ok: false; readonly why: 'gone' | 'own' | 'late' | 'not_yours' }
  | { readonly ok: false; readonly why: 'state'; readonly code: string; readonly state: NeedState };

export type Moved = { readonly ok: true; readonly need: Standing; readonly state: NeedState } | Refused;

export const refOf = (n: Pick<Standing, 'id' | 'unit'>): RecordRef => ({ kind: 'need', id: n.id, unit: n.unit });

/** Reads one; null: there is none. The caller asks for the right. */
export async function standing(tx: Tx, id: Id<'need'>): Promise<Standing | null> {
  const [row] = await tx
    .select({
      id: need.id,
      code: need.code,
      title: needRevision.title,
      unit: need.unitId,
      unitName: unit.nameVi,
      officer: unit.officerId,
      state: need.state,
      no: need.latest,
      accepted: need.accepted,
      pending: need.pending,
      rowVersion: need.rowVersion,
      author: need.authorId,
      reviewer: need.reviewerId,
      roundId: need.roundId,
      draftId: need.draftId,
      revisionDraftId: needRevision.draftId,
      revisionBy: needRevision.byId,
      revisionAt: needRevision.at,
      updatedAt: need.updatedAt,
    })
    .from(need)
    .innerJoin(needRevision, and(eq(needRevision.needId, need.id), eq(needRevision.no, need.latest)))
    .innerJoin(unit, eq(unit.id, need.unitId))
    .where(eq(need.id, id));
  return row ?? null;
}

/**
 * Moves a need by one action of the state machine: access, state and the action's own guard are asked before the write, and the write
 * demands that nothing changed in between. Audited with what was before.
 */
export async function move(
  work: Work,
  id: Id<'need'>,
  how: {
    readonly action: NeedAction;
    /** Name of the right in the access table. */
    readonly right: string;
    readonly guard?: (n: Standing) => Refused | null;
    readonly set?: (n: Standing) => Partial<typeof need.$inferInsert>;
    readonly reason?: string;
  },
): Promise<Moved> {
  const n = await standing(work.tx, id);
  if (!n) return { ok: false, why: 'gone' };
  const verdict = allowed(work, how.right, { unit: n.unit });
  if (!verdict.ok) return verdict;
  const state = next(n.state, how.action);
  if (!state) return { ok: false, why: 'state', code: n.code, state: n.state };
  const refused = how.guard?.(n) ?? null;
  if (refused) return refused;
  const done = await work.tx
    .update(need)
    .set({
      stateReason: how.reason ?? null,
      // Only an accepted need has a change that waits; whatever else it becomes, its newest version is what counts.
      ...(state === 'accepted' ? {} : { pending: null }),
      ...how.set?.(n),
      state,
      rowVersion: sql`${need.rowVersion} + 1`,
      updatedAt: work.now,
    })
    .where(and(eq(need.id, id), eq(need.state, n.state), eq(need.rowVersion, n.rowVersion)))
    .returning({ id: need.id });
  if (done.length === 0) return { ok: false, why: 'state', code: n.code, state: n.state };
  work.audit({
    action: `need.${how.action}`,
    on: refOf(n),
    before: { state: n.state, no: n.no },
    after: { state, no: n.no, ...(how.reason ? { reason: how.reason } : {}) },
  });
  return { ok: true, need: n, state };
}

/** After a need is recalled or withdrawn: the unit has submitted only while it has another one in the round. */
export async function leaveRound(work: Work, n: Standing): Promise<void> {
  if (!n.roundId) return;
  const [other] = await work.tx
    .select({ id: need.id })
    .from(need)
    .where(and(eq(need.roundId, n.roundId), eq(need.unitId, n.unit), notInArray(need.state, ['recalled', 'withdrawn'])))
    .limit(1);
  if (!other) await markNotSubmitted(work, { round: n.roundId, unit: n.unit });
}
