import { and, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import { instantOf, localDay } from '../../../base/time/zone.ts';
import type { Work } from '../../../chat/work.ts';
import type { FieldOfWork } from '../../../language/index.ts';
import { addDuty } from '../../duties/index.ts';
import { duty } from '../../duties/schema.ts';
import { runsOn } from '../rules/partner.ts';
import { aidGrant, contactLog, introduction, partner } from '../schema.ts';
import type { ContactKind, IntroductionWay } from '../words.ts';
import { may, note, openPartner, type Refused } from './common.ts';

/** What came of recording something new. */
export type Recorded<K extends string> = { readonly ok: true; readonly id: Id<K> } | Refused;

/** A talk with a partner as somebody tells of it. */
export interface NewTalk {
  readonly onDay: Temporal.PlainDate;
  readonly kind: ContactKind;
  readonly summary: string;
  readonly fields?: readonly FieldOfWork[];
  readonly nextStep?: string;
  readonly nextDue?: Temporal.PlainDate;
}

/** When somebody is told of what is due on a day. */
export const toldAt = Temporal.PlainTime.from('08:30');

/**
 * Records a talk. Who was only a prospect, or had gone quiet, is a contact from now on. A next step becomes a duty of whoever records it,
 * told on its day. A day that is yet to come is `dates`.
 */
export async function logContact(work: Work, of: Id<'partner'>, talk: NewTalk): Promise<Recorded<'contact_log'>> {
  const verdict = may(work, 'ngo.log');
  if (!verdict.ok) return verdict;
  if (!talk.summary.trim()) return { ok: false, why: 'empty' };
  if (Temporal.PlainDate.compare(talk.onDay, localDay(work.now)) > 0) return { ok: false, why: 'dates' };
  if (talk.nextDue && Temporal.PlainDate.compare(talk.nextDue, talk.onDay) < 0) return { ok: false, why: 'dates' };
  const owner = await openPartner(work, of);
  if (!owner) return { ok: false, why: 'gone' };
  const id = await insertTalk(work, owner, talk);
  note(work, of, 'talk', {
    after: {
      talk: id,
      onDay: talk.onDay.toString(),
      kind: talk.kind,
      text: talk.summary,
      next: talk.nextStep ?? null,
      due: talk.nextDue?.toString() ?? null,
    },
  });
  if (talk.nextStep && talk.nextDue && work.actor.person) await oweStep(work, owner, id, talk.nextStep, talk.nextDue);
  return { ok: true, id };
}

async function insertTalk(work: Work, owner: typeof partner.$inferSelect, talk: NewTalk): Promise<Id<'contact_log'>> {
  const id = work.newId<'contact_log'>();
  await work.tx.insert(contactLog).values({
    id,
    partnerId: owner.id,
    onDay: talk.onDay,
    kind: talk.kind,
    officerId: work.actor.person,
    officerName: work.actor.name,
    summary: talk.summary,
    fields: [...(talk.fields ?? [])],
    nextStep: talk.nextStep ?? null,
    nextDue: talk.nextDue ?? null,
    demo: owner.demo,
    createdAt: work.now,
    createdBy: work.actor.person,
  });
  if (owner.relation === 'prospect' || owner.relation === 'dormant') {
    await work.tx.update(partner).set({ relation: 'contacted', updatedAt: work.now }).where(eq(partner.id, owner.id));
    note(work, owner.id, 'relation', { before: { relation: owner.relation }, after: { relation: 'contacted' } });
  }
  return id;
}

/** The duty of a next step, and the task that tells of it on the morning of its day. */
async function oweStep(
  work: Work,
  owner: typeof partner.$inferSelect,
  talk: Id<'contact_log'>,
  step: string,
  due: Temporal.PlainDate,
): Promise<void> {
  const name = owner.shortName ?? owner.nameVi ?? owner.nameEn;
  const id = await addDuty(work, {
    person: work.actor.person,
    about: { kind: 'partner', id: owner.id },
    template: 'note',
    values: { text: `${name}: ${step}` },
    source: 'follow_up',
    once: `step:${talk}`,
    due: instantOf(due.toPlainDateTime({ hour: 17 })),
  });
  if (!id) return;
  work.later({
    kind: 'partner.step',
    args: { duty: id, partner: owner.id, name, step, due: due.toString() },
    due: instantOf(due.toPlainDateTime(toldAt)),
    once: `partner.step:${talk}`,
  });
}

/** Whether a duty still waits: who has done it is not told of it. */
export async function stillOwed(work: Work, id: Id<'duty'>): Promise<Id<'person'> | null> {
  const [row] = await work.tx
    .select({ person: duty.personId })
    .from(duty)
    .where(and(eq(duty.id, id), isNull(duty.doneAt)));
  return row?.person ?? null;
}

/** What the list was handed over by, and which single needs where not the whole of it. */
export interface NewIntroduction {
  readonly onDay: Temporal.PlainDate;
  readonly how: IntroductionWay | null;
  readonly needs?: readonly string[];
}

/**
 * Records that the list of needs was introduced to a partner: it counts towards the year's plan, by what the partner was on that day, and is a talk
 * as well. Said twice of one day it stays one (`taken`).
 */
export async function recordIntroduction(
  work: Work,
  of: Id<'partner'>,
  what: NewIntroduction,
): Promise<Recorded<'introduction'>> {
  const verdict = may(work, 'ngo.log');
  if (!verdict.ok) return verdict;
  if (Temporal.PlainDate.compare(what.onDay, localDay(work.now)) > 0) return { ok: false, why: 'dates' };
  const owner = await openPartner(work, of);
  if (!owner) return { ok: false, why: 'gone' };
  const sameDay = and(eq(introduction.partnerId, of), eq(introduction.onDay, what.onDay));
  const [known] = await work.tx.select({ id: introduction.id }).from(introduction).where(sameDay);
  if (known) return { ok: false, why: 'taken' };
  const id = work.newId<'introduction'>();
  const audience = await audienceOf(work, owner, what.onDay);
  const needs = [...(what.needs ?? [])];
  await work.tx.insert(introduction).values({
    id,
    partnerId: of,
    onDay: what.onDay,
    how: what.how,
    audience,
    needs,
    officerId: work.actor.person,
    demo: owner.demo,
    createdAt: work.now,
    createdBy: work.actor.person,
  });
  await insertTalk(work, owner, {
    onDay: what.onDay,
    kind: what.how ?? 'email',
    summary: needs.length > 0 ? `Giới thiệu nhu cầu ${needs.join(', ')}.` : 'Giới thiệu danh mục nhu cầu viện trợ.',
  });
  note(work, of, 'introduce', {
    after: { introduction: id, onDay: what.onDay.toString(), how: what.how, audience, needs },
  });
  return { ok: true, id };
}

/** What a partner counts as on a day: an NGO with a programme is one that runs something here. */
async function audienceOf(
  work: Work,
  owner: typeof partner.$inferSelect,
  day: Temporal.PlainDate,
): Promise<typeof introduction.$inferSelect.audience> {
  if (owner.kind !== 'ngo') return owner.kind === 'mission' ? 'mission' : 'other';
  const grants = await work.tx
    .select({ stage: aidGrant.stage, startsOn: aidGrant.startsOn, endsOn: aidGrant.endsOn })
    .from(aidGrant)
    .where(eq(aidGrant.partnerId, owner.id));
  return grants.some((grant) => runsOn(grant, day)) ? 'ngo_with' : 'ngo_without';
}

/** Takes back a talk, or an introduction with its talk, that the actor has just recorded: for an undo. */
export async function forgetTalk(
  work: Work,
  what: { readonly talk?: Id<'contact_log'>; readonly introduction?: Id<'introduction'> },
): Promise<{ readonly ok: true } | Refused> {
  const verdict = may(work, 'ngo.log');
  if (!verdict.ok) return verdict;
  if (what.introduction) {
    const mine = and(eq(introduction.id, what.introduction), eq(introduction.createdBy, work.actor.person!));
    const [gone] = await work.tx
      .delete(introduction)
      .where(mine)
      .returning({ partner: introduction.partnerId, at: introduction.createdAt });
    if (!gone) return { ok: false, why: 'gone' };
    // Its talk was written in the same turn.
    await work.tx
      .delete(contactLog)
      .where(and(eq(contactLog.partnerId, gone.partner), eq(contactLog.createdAt, gone.at)));
    note(work, gone.partner, 'introduce.undo', { before: { introduction: what.introduction } });
    return { ok: true };
  }
  const mine = and(eq(contactLog.id, what.talk!), eq(contactLog.createdBy, work.actor.person!));
  const [gone] = await work.tx.delete(contactLog).where(mine).returning({ partner: contactLog.partnerId });
  if (!gone) return { ok: false, why: 'gone' };
  await work.tx
    .update(duty)
    .set({ doneAt: work.now, doneBy: work.actor.person })
    .where(and(eq(duty.once, `step:${what.talk}`), isNull(duty.doneAt)));
  note(work, gone.partner, 'talk.undo', { before: { talk: what.talk! } });
  return { ok: true };
}
