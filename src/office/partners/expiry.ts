import { and, eq, sql } from 'drizzle-orm';
import type { Id } from '../../base/ids.ts';
import { instantOf, localDay, localZone } from '../../base/time/zone.ts';
import type { TaskKind } from '../../chat/dialogue/types.ts';
import type { Reads, Work } from '../../chat/work.ts';
import { officeHours, usualHours } from '../law/calendar.ts';
import { person } from '../people/schema.ts';
import { allOfficers, holders } from '../people/store.ts';
import { toldAt } from './commands/talk.ts';
import { partner } from './schema.ts';
import { rulingOn } from './store/ruling.ts';

/**
 * Days before the last day of a certificate on which its officer is told, and after it once a month for a year (below zero): our own defaults.
 * The director is told too from 30 days on.
 */
export const expirySteps: readonly number[] = [
  ...[120, 90, 60, 45, 30, 14, 7, 0],
  ...Array.from({ length: 12 }, (_, month) => -30 * (month + 1)),
];
const directorFrom = 30;
const [first, last] = [expirySteps[0]!, expirySteps.at(-1)!];

interface Near {
  readonly partner: Id<'partner'>;
  readonly name: string;
  readonly officer: Id<'person'> | null;
  readonly left: number;
}

/** Whose certificate comes to a step in the days (from, to], counted from each: days off in between are made good on the next working day. */
async function near(reads: Reads, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<readonly Near[]> {
  const days = from.until(to, { largestUnit: 'days' }).days;
  const rows = await reads
    .select({
      partner: partner.id,
      name: sql<string>`coalesce(${partner.shortName}, ${partner.nameVi}, ${partner.nameEn})`,
      officer: person.id,
      left: sql<number>`(ruling.expires_on - ${to.toString()}::date)::int`,
    })
    .from(partner)
    .innerJoin(rulingOn(to), sql`ruling.partner_id = ${partner.id}`)
    .leftJoin(person, and(eq(person.id, partner.officerId), eq(person.active, true)))
    .where(
      and(
        sql`${partner.mergedInto} is null`,
        sql`ruling.state in ('valid', 'expiring', 'expired')`,
        sql`ruling.expires_on between ${to.subtract({ days: days - last }).toString()}::date and ${to.add({ days: first }).toString()}::date`,
      ),
    )
    .orderBy(sql`ruling.expires_on`, partner.id);
  return rows.filter(({ left }) => expirySteps.some((step) => left <= step && left + days > step));
}

/** Tells each officer once what of theirs comes to an end; where nobody is in charge, all officers; from 30 days on the director too. */
async function tell(work: Work, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<void> {
  const all = await near(work.tx as Reads, from, to);
  if (all.length === 0) return;
  const officers = (await allOfficers(work.tx as Reads, work.now)).map(({ person: one }) => one);
  const directors = (await holders(work.tx as Reads, { roles: ['director'] }, work.now)).map(({ person: one }) => one);
  const lists = new Map<Id<'person'>, Near[]>();
  for (const of of all) {
    const told = [...(of.officer ? [of.officer] : officers), ...(of.left <= directorFrom ? directors : [])];
    for (const one of new Set(told)) lists.set(one, [...(lists.get(one) ?? []), of]);
  }
  for (const [to_, own] of lists) {
    work.notify(to_, {
      template: 'partner.expiring',
      values: { count: own.length, rows: own.slice(0, 4).map(({ name, left }) => ({ name: name.slice(0, 80), left })) },
      topic: 'expiry',
      ifUnknown: 'resend',
    });
  }
}

/** The next working morning after a day. */
function nextMorning(after: Temporal.PlainDate): { readonly day: Temporal.PlainDate; readonly at: Temporal.Instant } {
  const day = officeHours({ hours: usualHours }, localZone).addWorkingDays(after, 1);
  return { day, at: instantOf(day.toPlainDateTime(toldAt)) };
}

/** Orders the next morning's look; one a day, however often it is ordered. Called at the start, and by each look for the next. */
export function orderExpiry(work: Work, after: Temporal.PlainDate): void {
  const { day, at } = nextMorning(after);
  work.later({
    kind: 'partner.expiry',
    args: { from: after.toString(), to: day.toString() },
    due: at,
    once: `partner.expiry:${day}`,
  });
}

/** Each working morning: certificates that have come to one of the steps. At most one notice a person and day. */
export const expiryTask: TaskKind = {
  kind: 'partner.expiry',
  async run(args, { write }) {
    const of = args as { readonly from: string; readonly to: string };
    await write(async (work) => {
      const to = Temporal.PlainDate.from(of.to);
      await tell(work, Temporal.PlainDate.from(of.from), to);
      // After days on which nothing ran the next look begins where this one ended.
      const today = localDay(work.now);
      orderExpiry(work, Temporal.PlainDate.compare(today, to) > 0 ? today : to);
    });
  },
};
