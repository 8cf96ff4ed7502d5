import { type AccessRule, accessPolicy, type Role, type Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Work } from '../../chat/work.ts';

type Reach = 'any' | 'own' | 'published' | 'metadata';

/** What units do with their own records and officers on their behalf. */
const units: Partial<Record<Role, Reach>> = { focal_point: 'own', unit_approver: 'own', officer: 'any' };
/** Officers and their leaders. */
const staff: Partial<Record<Role, Reach>> = { officer: 'any', division_head: 'any', director: 'any' };
const leaders: Partial<Record<Role, Reach>> = { division_head: 'any', director: 'any' };
/** Everybody, guests too. */
const all: Partial<Record<Role, Reach>> = {
  guest: 'any',
  focal_point: 'any',
  unit_approver: 'any',
  ...staff,
  admin: 'any',
};
const row = (action: string, ...allow: Partial<Record<Role, Reach>>[]): AccessRule => ({
  action,
  allow: Object.assign({}, ...allow),
});

/**
 * Who may do what. `own`: on records of the unit that the grant names. An action that is missing here is nobody's.
 * `published` and `metadata` narrow only what `scope` gives; `can` says yes to them for every record, and to everybody where a guest
 * has any reach. So what shows content asks an action without either (`need.see`), and what lists asks for the scope of one with
 * (`need.list`).
 */
export const accessTable: readonly AccessRule[] = [
  row('public.see', all),

  row('need.draft', units),
  row('need.submit', units),
  row('need.edit', units),
  row('need.withdraw', units),
  row('need.no_need', units),
  row('need.answer', units),
  row('need.attach', units, staff),
  row('need.export', units, staff),
  row('need.see', units, staff),
  row('need.list', { guest: 'published' }, units, staff, { admin: 'metadata' }),
  row('need.undo', units, staff),
  row('need.take', staff),
  row('need.release', staff),
  row('need.ask', staff),
  row('need.return', staff),
  row('need.reject', staff),
  row('need.merge', staff),
  row('need.validate', staff),
  row('need.accept', staff),

  row('list.propose', staff),
  row('list.edit', leaders),
  row('list.submit', { director: 'any' }),

  row('ngo.see', { guest: 'published', focal_point: 'any', unit_approver: 'any' }, staff),
  row('ngo.detail', staff),
  row('ngo.contacts', staff),
  row('ngo.log', { officer: 'any', division_head: 'any' }),
  row('ngo.edit', { officer: 'any', division_head: 'any' }),
  row('ngo.import.propose', { officer: 'any', division_head: 'any' }),
  row('ngo.import.confirm', { division_head: 'any' }),
  row('card.report', { focal_point: 'any', unit_approver: 'any' }, staff),

  row('round.see', all),
  row('round.counts', staff, { admin: 'any' }),
  row('round.propose', staff),
  row('round.ask', { focal_point: 'own', unit_approver: 'own' }),
  row('round.open', leaders),
  row('round.extend', leaders),
  row('round.close', leaders),

  row('remind.send', staff),
  row('remind.confirm', leaders),
  row('broadcast.send', staff),
  row('broadcast.confirm', leaders),

  row('meeting.see', { focal_point: 'own', unit_approver: 'own' }, staff),
  row('meeting.write', staff),
  row('dossier.see', { focal_point: 'own', unit_approver: 'own' }, staff),
  row('dossier.write', staff),
  row('dossier.submit', { director: 'any' }),

  row('unit.import', { division_head: 'any', admin: 'any' }),
  row('invite.create', { unit_approver: 'own' }, staff, { admin: 'any' }),
  row('people.see', { unit_approver: 'own' }, staff, { admin: 'any' }),
  row('people.contacts', staff),
  row('role.set', { admin: 'any' }),
  row('role.delegate', { focal_point: 'own', unit_approver: 'own' }, staff),
  row('office.set', { admin: 'any' }),
  row('unclear.see', { admin: 'any' }),
  row('transcript.see', staff),
  row('audit.own', { officer: 'any', division_head: 'any' }),
  row('audit.see', { director: 'any', admin: 'metadata' }),
  row('rule.propose', staff),
  row('rule.verify', leaders),

  row('duty.see', staff, { admin: 'any' }),
  row('duty.add', staff, { admin: 'any' }),
  row('duty.done', staff, { admin: 'any' }),
];

/** The access policy of the office: asked inside every command and by every list. */
export const access = accessPolicy(accessTable);

/** A command that its actor may not call. */
export type Refused = Extract<Verdict, { ok: false }>;

/** Whether nobody in particular acts: the operator at the machine, or a task of the service. */
export const isSystem = (work: Pick<Work, 'actor' | 'via'>): boolean =>
  work.actor.person === null && (work.via.channel === 'cli' || work.via.channel === 'task');

/** What commands ask first: as `access.can`, but the operator's own commands and tasks of the service may do what the code says. */
export function allowed(
  work: Pick<Work, 'actor' | 'via'>,
  action: string,
  on?: { readonly unit?: Id<'unit'> | null },
): Verdict {
  return isSystem(work) ? { ok: true } : access.can(work.actor, action, on);
}
