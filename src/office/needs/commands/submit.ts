import type { Verdict } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import { localDay, localZone } from '../../../base/time/zone.ts';
import type { Draft } from '../../../chat/dialogue/types.ts';
import type { Work } from '../../../chat/work.ts';
import { officeHours, usualHours } from '../../law/calendar.ts';
import { allowed } from '../../people/access.ts';
import { heldGrants } from '../../people/rules.ts';
import { acceptsAt, lateMinutes } from '../../rounds/rules.ts';
import { markSubmitted } from '../../rounds/targets.ts';
import { canSubmit, type FullNeed, missingOf, type NeedAnswers } from '../rules/content.ts';
import { answerBy, readFrom } from '../rules/deadlines.ts';
import { type NeedState, next } from '../rules/states.ts';
import { insertRevision, revisionJson } from '../store/revision.ts';
import { readSubmission, type SubmissionContext } from '../store/submission.ts';
import { tellApprovers, tellOfficers } from './notify.ts';

/** What the receipt says. */
export interface Submitted {
  readonly ok: true;
  readonly id: Id<'need'>;
  readonly code: string;
  readonly no: number;
  readonly state: NeedState;
  readonly unitName: string;
  /** Who answers; null: the division does. */
  readonly officer: string | null;
  readonly division: { readonly vi: string; readonly en: string } | null;
  readonly answerBy: Temporal.PlainDate;
  /** When somebody reads it, outside office hours. */
  readonly readFrom: Temporal.Instant | null;
  readonly lateMinutes: number | null;
  /** The unit's signed letter is still missing. */
  readonly letterMissing: boolean;
  /** Whether it can be taken back for a while; an edit can't, it is edited again. */
  readonly undoable: boolean;
}

export type SubmitResult =
  | Submitted
  | Exclude<Verdict, { ok: true }>
  | { readonly ok: false; readonly why: 'missing'; readonly fields: readonly string[] }
  /** No call for needs is open: the draft is kept for the next one. */
  | { readonly ok: false; readonly why: 'no_round' }
  /** The unit wants its head's approval; `asked`: how many heads were told. */
  | { readonly ok: false; readonly why: 'approval'; readonly asked: number }
  /** It has been submitted from this draft before, or is in a state in which it can't be changed any more. */
  | { readonly ok: false; readonly why: 'state'; readonly code: string; readonly state: NeedState }
  /** The unit does not exist (any more). */
  | { readonly ok: false; readonly why: 'gone' };

/**
 * Submits the draft's answers: a new need, one that was recalled, or a new revision of one (`draft.subject`).
 * Access is asked here, whatever button led here. Three round trips: what there is, the unit's part in the round, and, last, the need with
 * its revision, its attachments and the number, in one statement, so that the counter's row is locked no longer than it must be.
 * Measured on the embedded database, two busy cores, inside a transaction: 2.1 ms in all, of it 0.6 reading, 0.45 the round, 0.7
 * the need; 1.2 ms in all on PostgreSQL.
 * `emergency`: outside any round, on the short track.
 */
export async function submitNeed(
  work: Work,
  draft: Pick<Draft, 'id' | 'unit' | 'subject'>,
  answers: NeedAnswers,
  how: { readonly emergency?: boolean } = {},
): Promise<SubmitResult> {
  const edit = draft.subject?.kind === 'need' ? (draft.subject.id as Id<'need'>) : null;
  if (!draft.unit) return { ok: false, why: 'gone' };
  const unit = draft.unit;
  const verdict = allowed(work, edit ? 'need.edit' : 'need.submit', { unit });
  if (!verdict.ok) return verdict;
  if (!canSubmit(answers)) return { ok: false, why: 'missing', fields: missingOf(answers) };
  const context = await readSubmission(work, { unit, draft: draft.id, subject: edit });
  if (!context || (edit && context.need?.unit !== unit)) return { ok: false, why: 'gone' };

  const state = next(context.need?.state ?? 'new', edit ? 'edit' : 'submit');
  if (!state) return { ok: false, why: 'state', code: context.need!.code, state: context.need!.state };
  // A change of what the head has sent is the head's too.
  if (needsApproval(work, context, unit)) {
    return {
      ok: false,
      why: 'approval',
      asked: tellApprovers(work, context.approvers, { draft: draft.id, title: answers.title }),
    };
  }
  const round = context.round && acceptsAt(context.round, context.round.extendedTo, work.now) ? context.round : null;
  const emergency = how.emergency || (context.need?.emergency ?? false);
  if (!edit && !round && !emergency) return { ok: false, why: 'no_round' };
  const late = !edit && round ? lateMinutes(round, round.extendedTo, work.now) : null;
  if (!edit && round) await markSubmitted(work, { round: round.id, unit }, late !== null);

  const of = { unit, round: round?.id ?? null, planYear: round?.planYear ?? localDay(work.now).year, late, emergency };
  const written = context.need
    ? await revise(work, draft.id, answers, { ...context.need, to: state, edit: edit !== null, late })
    : await create(work, draft.id, answers, of);
  if (!written) return { ok: false, why: 'state', code: context.need!.code, state: context.need!.state };

  const ref = { kind: 'need', id: written.id, unit };
  work.audit({
    action: edit ? 'need.edit' : 'need.submit',
    on: ref,
    ...(context.need ? { before: { state: context.need.state, no: context.need.latest } } : {}),
    after: { code: written.code, state, no: written.no, late, draft: draft.id },
  });
  tellOfficers(work, context, ref, {
    code: written.code,
    title: answers.title,
    unitName: context.unitName,
    kind: edit ? 'edited' : emergency ? 'emergency' : 'new',
    late,
  });
  const hours = officeHours({ hours: context.office?.hours ?? usualHours }, localZone);
  return {
    ok: true,
    ...written,
    state,
    unitName: context.unitName,
    officer: context.officer?.name ?? null,
    division: context.office?.division ?? null,
    answerBy: answerBy(work.now, hours, emergency),
    readFrom: readFrom(work.now, hours),
    lateMinutes: late,
    letterMissing: round !== null && !round.letter,
    undoable: !edit,
  };
}

/** A unit whose head approves in the app: the focal point prepares, the head submits. Officers on behalf have the letter before them. */
function needsApproval(work: Work, context: SubmissionContext, unit: Id<'unit'>): boolean {
  if (!context.approvesInApp) return false;
  const held = heldGrants(work.actor);
  return !held.some((g) => (g.role === 'unit_approver' && g.unit === unit) || g.role === 'officer') && held.length > 0;
}

interface Written {
  readonly id: Id<'need'>;
  readonly code: string;
  readonly no: number;
}

/**
 * The number is drawn, the need, its first revision and its attachments are written in one statement: the turn's last one, because the
 * counter's row is locked until the commit. A second submission of the same draft breaks `need_draft` and rolls back with its number:
 * run again, it finds the need. `greatest`: lpad would cut a fifth digit off.
 */
async function create(
  work: Work,
  draft: Id<'draft'>,
  answers: FullNeed,
  of: { unit: Id<'unit'>; round: Id<'round'> | null; planYear: number; late: number | null; emergency: boolean },
): Promise<Written> {
  const id = work.newId<'need'>();
  const at = work.now.toString();
  const by = work.actor.person;
  const series = `NC-${localDay(work.now).year}`;
  const rows = await work.raw<{ code: string }[]>`
    with s as (
      insert into series (name, last) values (${series}, 1) on conflict (name) do update set last = series.last + 1 returning last),
    n as (
      insert into need (id, code, round_id, unit_id, author_id, plan_year, state, is_emergency, draft_id, latest, submitted_at,
        submitted_late_minutes, row_version, created_at, created_by, updated_at)
      select ${id}::uuid, ${series}::text || '-' || lpad(s.last::text, greatest(4, length(s.last::text)), '0'), ${of.round}::uuid, ${of.unit}::uuid,
        ${by}::uuid, ${of.planYear}::int, 'submitted', ${of.emergency}::boolean, ${draft}::uuid, 1, ${at}::timestamptz,
        ${of.late}::int, 1, ${at}::timestamptz, ${by}::uuid, ${at}::timestamptz
      from s returning id, code, latest as no),
    r as (${insertRevision(work.raw, revisionJson(answers), { draft, at, by: by! })}),
    a as (update need_attachment set need_id = ${id}::uuid where draft_id = ${draft}::uuid and need_id is null)
    select code from n`;
  return { id, code: rows[0]!.code, no: 1 };
}

/** A new revision of a need that is there: after an undo with its old number, or an edit. Null: it moved on in between. */
async function revise(
  work: Work,
  draft: Id<'draft'>,
  answers: FullNeed,
  of: NonNullable<SubmissionContext['need']> & { to: NeedState; edit: boolean; late: number | null },
): Promise<Written | null> {
  const at = work.now.toString();
  const pending = of.edit && of.to === 'accepted';
  const rows = await work.raw<{ code: string; no: number }[]>`
    with n as (
      update need set state = ${of.to}, latest = latest + 1, row_version = row_version + 1, updated_at = ${at}::timestamptz,
        state_reason = null,
        pending = case when ${pending}::boolean then latest + 1 else pending end,
        submitted_at = case when ${of.edit}::boolean then submitted_at else ${at}::timestamptz end,
        submitted_late_minutes = case when ${of.edit}::boolean then submitted_late_minutes else ${of.late}::int end
      where id = ${of.id}::uuid and state = ${of.state} and row_version = ${of.rowVersion}::int
      returning id, code, latest as no),
    r as (${insertRevision(work.raw, revisionJson(answers), { draft, at, by: work.actor.person! })}),
    a as (update need_attachment set need_id = ${of.id}::uuid where draft_id = ${draft}::uuid and need_id is null)
    select code, no from n`;
  return rows[0] ? { id: of.id, code: rows[0].code, no: rows[0].no } : null;
}
