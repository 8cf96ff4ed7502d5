import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { Actor, Verdict } from '../../base/access/access.ts';
import { type Id, newId } from '../../base/ids.ts';
import { dayWords } from '../../base/time/format.ts';
import { instantOf, localDay } from '../../base/time/zone.ts';
import type { Reads, Work } from '../../chat/work.ts';
import { allowed } from './access.ts';
import { heldGrants, isStaff, unitsOf } from './rules.ts';
import { person, roleGrant } from './schema.ts';
import { holders } from './store.ts';

/** Somebody who could stand in. */
export interface StandIn {
  readonly id: Id<'person'>;
  readonly name: string;
}

/** First and last day, both inclusive. */
export interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** Longer than this nobody is on leave: a hand-over for good is a role that the administrator gives. */
export const mostDays = 90;

/** Own grants that can be stood in for: not an administrator's, and nobody hands on what they hold for somebody else. */
const ownGrants = (actor: Actor) => heldGrants(actor).filter((g) => g.role !== 'admin' && g.standsInFor === null);

/** Who may stand in: people of the own unit; for the Department's people each other. By name. */
export async function standIns(reads: Reads, actor: Actor, now: Temporal.Instant): Promise<StandIn[]> {
  const own = new Set<string>(unitsOf(actor));
  const found = await holders(
    reads,
    { roles: isStaff(actor) ? ['officer', 'division_head', 'director'] : ['focal_point', 'unit_approver'] },
    now,
  );
  const fit = found.filter((h) => h.person !== actor.person && (isStaff(actor) || (h.unit && own.has(h.unit))));
  return [...new Map(fit.map((h) => [h.person, { id: h.person, name: h.name }])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'vi'),
  );
}

export type DelegateResult =
  | { readonly ok: true; readonly delegation: string; readonly roles: number }
  | Extract<Verdict, { ok: false }>
  | { readonly ok: false; readonly why: 'nobody' | 'days' };

/**
 * Lets somebody stand in for the actor, from the first day's beginning to the last day's end: they hold the actor's roles beside their
 * own, and the log says for whom they act. It ends by itself. The stand-in is told when the time for an undo is over.
 */
export async function delegate(work: Work, to: StandIn, days: Days): Promise<DelegateResult> {
  const { actor } = work;
  const verdict = allowed(work, 'role.delegate');
  if (!verdict.ok) return verdict;
  const today = localDay(work.now);
  const long = days.from.until(days.to, { largestUnit: 'days' }).days;
  if (Temporal.PlainDate.compare(days.to, today) < 0 || long < 0 || long >= mostDays) return { ok: false, why: 'days' };
  const may = await standIns(work.tx, actor, work.now);
  if (!may.some((one) => one.id === to.id)) return { ok: false, why: 'nobody' };
  const begins = instantOf(days.from.toPlainDateTime('00:00'));
  const validFrom = Temporal.Instant.compare(begins, work.now) > 0 ? begins : work.now;
  const validTo = instantOf(days.to.add({ days: 1 }).toPlainDateTime('00:00'));
  const own = ownGrants(actor);
  await work.tx.insert(roleGrant).values(
    own.map((grant) => ({
      id: newId<'role_grant'>(work.now.epochMilliseconds),
      personId: to.id,
      role: grant.role,
      unitId: grant.unit,
      validFrom,
      validTo,
      standsInFor: actor.person,
      grantedBy: actor.person,
      createdAt: work.now,
    })),
  );
  work.audit({
    action: 'role.delegate',
    on: { kind: 'person', id: to.id },
    after: { for: actor.person, from: days.from.toString(), to: days.to.toString(), roles: own.map((g) => g.role) },
  });
  work.notify(
    to.id,
    {
      template: 'people.stand-in',
      values: {
        who: actor.name ?? '',
        from: { vi: dayWords(days.from, 'vi'), en: dayWords(days.from, 'en') },
        to: { vi: dayWords(days.to, 'vi'), en: dayWords(days.to, 'en') },
      },
      topic: 'people',
      ifUnknown: 'resend',
    },
    { holdFor: { kind: 'delegation', id: `${actor.person}:${to.id}` } },
  );
  return { ok: true, delegation: to.id, roles: own.length };
}

/** Who stands in for the actor now or later, with their last day. By name. */
export async function standingIn(
  reads: Reads,
  actor: Actor,
  now: Temporal.Instant,
): Promise<(StandIn & { to: Temporal.PlainDate | null })[]> {
  if (actor.person === null) return [];
  const rows = await reads
    .selectDistinct({ id: person.id, name: person.fullName, validTo: roleGrant.validTo })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.personId))
    .where(and(eq(roleGrant.standsInFor, actor.person), or(isNull(roleGrant.validTo), gt(roleGrant.validTo, now))));
  const found = rows.map(({ id, name, validTo }) => ({
    id,
    name,
    to: validTo === null ? null : localDay(validTo.subtract({ nanoseconds: 1 })),
  }));
  return [...new Map(found.map((one) => [one.id, one])).values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** The one who is away ends what one stand-in holds for them, now. False where nothing is held any more. */
export async function endDelegation(work: Work, to: Id<'person'>): Promise<boolean> {
  const me = work.actor.person;
  if (!me || !allowed(work, 'role.delegate').ok) return false;
  const mine = and(
    eq(roleGrant.personId, to),
    eq(roleGrant.standsInFor, me),
    or(isNull(roleGrant.validTo), gt(roleGrant.validTo, work.now)),
  );
  const rows = await work.tx.select({ id: roleGrant.id, from: roleGrant.validFrom }).from(roleGrant).where(mine);
  if (rows.length === 0) return false;
  const ids = rows.map((row) => row.id);
  await work.tx.update(roleGrant).set({ validTo: work.now }).where(inArray(roleGrant.id, ids));
  work.recall({ kind: 'delegation', id: `${me}:${to}` });
  work.audit({ action: 'role.delegate.end', on: { kind: 'person', id: to }, before: { for: me } });
  return true;
}
