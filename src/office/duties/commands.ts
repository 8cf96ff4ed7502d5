import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { RecordRef, Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Work } from '../../chat/work.ts';
import { allowed, isSystem } from '../people/access.ts';
import { duty } from './schema.ts';

/** What has to be seen to, by whom (null: the whole office). */
export interface NewDuty {
  readonly person: Id<'person'> | null;
  readonly unit?: Id<'unit'>;
  readonly about?: RecordRef;
  readonly template: 'call' | 'parked' | 'note';
  readonly values: Readonly<Record<string, string>>;
  readonly source: 'report' | 'follow_up' | 'undelivered' | 'parked';
  /** At most one open duty with this key. */
  readonly once?: string;
  readonly due?: Temporal.Instant;
}

/**
 * Puts a duty on somebody's list; null where one with the same key is open already.
 * Asks for no right: other commands call it when something they did leaves work behind, whoever acted (a unit's report, a lost notice).
 */
export async function addDuty(work: Work, of: NewDuty): Promise<Id<'duty'> | null> {
  const [made] = await work.tx
    .insert(duty)
    .values({
      id: work.newId<'duty'>(),
      personId: of.person,
      unitId: of.unit ?? null,
      aboutKind: of.about?.kind ?? null,
      aboutId: of.about?.id ?? null,
      template: of.template,
      values: of.values,
      source: of.source,
      once: of.once ?? null,
      due: of.due ?? null,
      createdAt: work.now,
      createdBy: work.actor.person,
    })
    .onConflictDoNothing({ target: duty.once, where: sql`done_at is null and once is not null` })
    .returning({ id: duty.id });
  if (!made) return null;
  work.audit({
    action: 'duty.add',
    on: { kind: 'duty', id: made.id },
    after: { source: of.source, person: of.person },
  });
  return made.id;
}

export type DoneResult = Verdict | { readonly ok: false; readonly why: 'gone' };

/** Ends a duty: one's own, or one of the whole office. */
export async function doneDuty(work: Work, id: Id<'duty'>): Promise<DoneResult> {
  const verdict = allowed(work, 'duty.done');
  if (!verdict.ok) return verdict;
  const theirs = work.actor.person
    ? or(eq(duty.personId, work.actor.person), isNull(duty.personId))
    : isNull(duty.personId);
  const done = await work.tx
    .update(duty)
    .set({ doneAt: work.now, doneBy: work.actor.person })
    .where(and(eq(duty.id, id), isNull(duty.doneAt), isSystem(work) ? undefined : theirs))
    .returning({ id: duty.id });
  if (done.length === 0) return { ok: false, why: 'gone' };
  work.audit({ action: 'duty.done', on: { kind: 'duty', id } });
  return { ok: true };
}
