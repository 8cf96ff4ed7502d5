import type { RecordRef } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import { clip } from '../../../chat/fit.ts';
import type { Work } from '../../../chat/work.ts';
import type { SubmissionContext } from '../store/submission.ts';

/**
 * Tells who reviews: the reviewer of an edited need, else the officer in charge, else every officer. A new need waits for the
 * undo; an edit, which can't be undone, and an emergency do not.
 */
export function tellOfficers(
  work: Work,
  to: SubmissionContext,
  need: RecordRef,
  what: { code: string; title: string; unitName: string; kind: 'new' | 'edited' | 'emergency'; late: number | null },
): void {
  const first = what.kind === 'edited' ? (to.need?.reviewer ?? to.officer?.id) : to.officer?.id;
  const people = first ? [first] : to.officers;
  for (const person of people) {
    if (person === work.actor.person) continue;
    work.notify(
      person,
      {
        template: 'need.submitted',
        values: {
          need: need.id,
          code: what.code,
          title: clip(what.title, 90),
          unit: what.unitName,
          kind: what.kind,
          late: what.late,
        },
        topic: `need:${need.id}`,
        ...(what.kind === 'emergency' ? { urgent: true } : {}),
        ifUnknown: 'resend',
      },
      what.kind === 'new' ? { holdFor: need } : {},
    );
  }
}

/** Asks the heads of a unit to submit a draft that a focal point has finished; gives how many were asked. */
export function tellApprovers(
  work: Work,
  people: readonly Id<'person'>[],
  of: { draft: Id<'draft'>; title: string },
): number {
  for (const person of people) {
    work.notify(person, {
      template: 'need.approve',
      values: { draft: of.draft, title: clip(of.title, 90), by: work.actor.name ?? '' },
      topic: `draft:${of.draft}`,
      ifUnknown: 'resend',
    });
  }
  return people.length;
}

/** Tells one person what became of a need. */
export function tell(
  work: Work,
  person: Id<'person'> | null,
  need: { readonly id: Id<'need'>; readonly code: string; readonly title: string; readonly unitName: string },
  template: string,
  values: Readonly<Record<string, string | null>> = {},
  how: { readonly hold?: true } = {},
): void {
  if (!person || person === work.actor.person) return;
  work.notify(
    person,
    {
      template,
      values: {
        need: need.id,
        code: need.code,
        title: clip(need.title, 90),
        unit: need.unitName,
        by: work.actor.name,
        ...values,
      },
      topic: `need:${need.id}`,
      ifUnknown: 'resend',
    },
    how.hold ? { holdFor: { kind: 'need', id: need.id } } : {},
  );
}

/** Wakes the Sở: told at once to everybody who can act, without waiting for a need to be complete. */
export function tellAlarm(
  work: Work,
  people: readonly Id<'person'>[],
  of: { readonly unit: Id<'unit'>; readonly unitName: string; readonly text: string },
): void {
  for (const person of new Set(people)) {
    work.notify(person, {
      template: 'need.alarm',
      values: { unit: of.unitName, text: clip(of.text, 200), by: work.actor.name ?? '' },
      topic: `alarm:${of.unit}`,
      urgent: true,
      ifUnknown: 'resend',
    });
  }
  work.audit({
    action: 'need.alarm',
    on: { kind: 'unit', id: of.unit, unit: of.unit },
    after: { told: people.length },
  });
}
