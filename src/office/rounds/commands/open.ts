import { and, eq, ne } from 'drizzle-orm';
import type { Verdict } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { allowed } from '../../people/access.ts';
import { unitsOfToday } from '../../people/store.ts';
import type { UnitKind } from '../../people/types.ts';
import { round, roundTarget } from '../schema.ts';
import { tellUnits } from './tell.ts';

/** What a new round is. */
export interface NewRound {
  /** `2026-1`. */
  readonly code: string;
  readonly planYear: number;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly docNo?: string;
  readonly docDate?: Temporal.PlainDate;
  readonly opensAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  /** Kinds of units that are called, or these units by name. Sở Ngoại vụ itself never is. */
  readonly audience: readonly UnitKind[] | { readonly units: readonly Id<'unit'>[] };
  readonly demo?: boolean;
}

export type OpenRoundResult =
  | { readonly ok: true; readonly round: Id<'round'>; readonly units: number; readonly told: number }
  | Extract<Verdict, { ok: false }>
  | { readonly ok: false; readonly why: 'code_taken' | 'bad_code' | 'dates' | 'nobody' };

/** Sở Ngoại vụ's own code among the units. */
const ownCode = 'SNGV';

/** Opens a round with a target for every unit that it calls. */
export async function openRound(work: Work, of: NewRound): Promise<OpenRoundResult> {
  const verdict = allowed(work, 'round.open');
  if (!verdict.ok) return verdict;
  if (!/^20\d\d-[1-9]\d?$/.test(of.code)) return { ok: false, why: 'bad_code' };
  const order = Temporal.Instant.compare;
  if (order(of.opensAt, of.dueAt) >= 0 || order(of.dueAt, of.closesAt) > 0) return { ok: false, why: 'dates' };
  const { audience } = of;
  const called = (await unitsOfToday(work.tx)).filter(
    (unit) =>
      unit.code !== ownCode && ('units' in audience ? audience.units.includes(unit.id) : audience.includes(unit.kind)),
  );
  if (called.length === 0) return { ok: false, why: 'nobody' };
  const id = work.newId<'round'>();
  const [made] = await work.tx
    .insert(round)
    .values({
      id,
      code: of.code,
      planYear: of.planYear,
      kind: 'needs_call',
      titleVi: of.titleVi,
      titleEn: of.titleEn,
      docNo: of.docNo ?? null,
      docDate: of.docDate ?? null,
      opensAt: of.opensAt,
      dueAt: of.dueAt,
      closesAt: of.closesAt,
      audience: 'units' in audience ? [] : audience,
      decided: 'none',
      demo: of.demo ?? false,
      createdAt: work.now,
      createdBy: work.actor.person,
      updatedAt: work.now,
      rowVersion: 1,
    })
    .onConflictDoNothing({ target: round.code })
    .returning({ id: round.id });
  if (!made) return { ok: false, why: 'code_taken' };
  await work.tx.insert(roundTarget).values(
    called.map((unit) => ({
      id: work.newId<'round_target'>(),
      roundId: id,
      unitId: unit.id,
      state: 'not_started' as const,
      updatedAt: work.now,
      rowVersion: 1,
    })),
  );
  work.audit({
    action: 'round.open',
    on: { kind: 'round', id },
    after: { code: of.code, due: of.dueAt.toString(), units: called.length },
  });
  const told = await tellUnits(
    work,
    id,
    'round.opened',
    {
      code: of.code,
      planYear: of.planYear,
      docNo: of.docNo ?? null,
      docDate: of.docDate?.toString() ?? null,
      due: of.dueAt.toString(),
    },
    { notBefore: of.opensAt },
  );
  return { ok: true, round: id, units: called.length, told };
}

/**
 * Takes an opening back while nobody has begun: the round and its targets go, what was to be told is never sent, the number is free again.
 * False where a unit has begun, or the round is no longer there.
 */
export async function undoOpenRound(work: Work, id: Id<'round'>): Promise<boolean> {
  if (!allowed(work, 'round.open').ok) return false;
  const [begun] = await work.tx
    .select({ id: roundTarget.id })
    .from(roundTarget)
    .where(and(eq(roundTarget.roundId, id), ne(roundTarget.state, 'not_started')))
    .limit(1);
  if (begun) return false;
  const gone = await work.tx
    .delete(round)
    .where(and(eq(round.id, id), eq(round.decided, 'none')))
    .returning({ code: round.code });
  if (gone.length === 0) return false;
  await work.tx.delete(roundTarget).where(eq(roundTarget.roundId, id));
  work.recall({ kind: 'round', id });
  work.audit({ action: 'round.open.undo', on: { kind: 'round', id }, before: { code: gone[0]!.code } });
  return true;
}
