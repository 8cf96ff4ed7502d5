import { and, eq, sql } from 'drizzle-orm';
import type { Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Work } from '../../chat/work.ts';
import { allowed } from '../people/access.ts';
import { unitsOfToday } from '../people/store.ts';
import type { UnitKind } from '../people/types.ts';
import { round, roundTarget } from './schema.ts';
import { roundByCode, roundById } from './store.ts';

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
  | { readonly ok: true; readonly round: Id<'round'>; readonly units: number }
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
  return { ok: true, round: id, units: called.length };
}

export type ExtendResult =
  | { readonly ok: true; readonly code: string }
  | Extract<Verdict, { ok: false }>
  | { readonly ok: false; readonly why: 'no_round' | 'not_later' };

/** Moves a round's due time to a later one; its closing moves along where it would come first. Telling the units is the reminders' work. */
export async function extendRound(
  work: Work,
  code: string,
  to: Temporal.Instant,
  reason: string,
): Promise<ExtendResult> {
  const verdict = allowed(work, 'round.extend');
  if (!verdict.ok) return verdict;
  const found = await roundByCode(work.tx, code);
  if (found?.decided !== 'none') return { ok: false, why: 'no_round' };
  if (Temporal.Instant.compare(to, found.dueAt) <= 0) return { ok: false, why: 'not_later' };
  const closesAt = Temporal.Instant.compare(found.closesAt, to) < 0 ? to : found.closesAt;
  const done = await work.tx
    .update(round)
    .set({ dueAt: to, closesAt, reason, updatedAt: work.now, rowVersion: sql`${round.rowVersion} + 1` })
    .where(and(eq(round.id, found.id), eq(round.dueAt, found.dueAt), eq(round.decided, 'none')))
    .returning({ id: round.id });
  if (done.length === 0) return { ok: false, why: 'no_round' };
  work.audit({
    action: 'round.extend',
    on: { kind: 'round', id: found.id },
    before: { due: found.dueAt.toString() },
    after: { due: to.toString(), reason },
  });
  return { ok: true, code };
}

/** Calls a round off. */
export async function cancelRound(work: Work, id: Id<'round'>, reason: string): Promise<Verdict> {
  const verdict = allowed(work, 'round.close');
  if (!verdict.ok) return verdict;
  const found = await roundById(work.tx, id);
  if (!found) return verdict;
  await work.tx
    .update(round)
    .set({ decided: 'cancelled', reason, updatedAt: work.now, rowVersion: sql`${round.rowVersion} + 1` })
    .where(and(eq(round.id, id), eq(round.decided, 'none')));
  work.audit({ action: 'round.cancel', on: { kind: 'round', id }, after: { reason } });
  return verdict;
}
