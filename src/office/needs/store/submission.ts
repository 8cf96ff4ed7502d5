import { parseInstant } from '../../../base/database/columns.ts';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import type { OpeningHours } from '../../people/schema.ts';
import type { RoundDates } from '../../rounds/rules.ts';
import type { NeedState } from '../rules/states.ts';

/** Everything that a submission has to know, as one statement reads it. */
export interface SubmissionContext {
  readonly unitName: string;
  readonly approvesInApp: boolean;
  /** In charge of the unit; null: nobody, or that one has left. */
  readonly officer: { readonly id: Id<'person'>; readonly name: string } | null;
  /** Told where nobody is in charge. */
  readonly officers: readonly Id<'person'>[];
  /** Heads of the unit: they are asked where the unit approves in the app. */
  readonly approvers: readonly Id<'person'>[];
  readonly office: {
    readonly division: { readonly vi: string; readonly en: string };
    readonly hours: OpeningHours;
  } | null;
  readonly round:
    | (RoundDates & {
        readonly id: Id<'round'>;
        readonly planYear: number;
        readonly extendedTo: Temporal.Instant | null;
        readonly letter: boolean;
      })
    | null;
  /** The need that this draft has been, or that it changes. */
  readonly need: {
    readonly id: Id<'need'>;
    readonly code: string;
    readonly state: NeedState;
    readonly latest: number;
    readonly rowVersion: number;
    readonly unit: Id<'unit'>;
    readonly draft: Id<'draft'> | null;
    readonly reviewer: Id<'person'> | null;
    readonly emergency: boolean;
  } | null;
}

type Row = {
  unit_name: string;
  approves_in_app: boolean;
  officer_id: Id<'person'> | null;
  officer_name: string | null;
  officers: Id<'person'>[] | null;
  approvers: Id<'person'>[] | null;
  office: { vi: string; en: string; hours: OpeningHours } | null;
  round_id: Id<'round'> | null;
  plan_year: number;
  opens_at: string;
  due_at: string;
  closes_at: string;
  extended_to: string | null;
  letter: boolean;
  need_id: Id<'need'> | null;
  code: string;
  state: NeedState;
  latest: number;
  row_version: number;
  need_unit: Id<'unit'>;
  draft_id: Id<'draft'> | null;
  reviewer_id: Id<'person'> | null;
  is_emergency: boolean;
};

/**
 * One round trip instead of six (unit, officer, holders, office, round and target, need). Measured on the embedded database, two busy
 * cores: 0.6 ms, against 0.4 ms for each of the six. The round is the one whose due time comes first among those that take this
 * unit's needs now.
 */
export async function readSubmission(
  work: Pick<Work, 'raw' | 'now'>,
  of: { readonly unit: Id<'unit'>; readonly draft: Id<'draft'>; readonly subject: Id<'need'> | null },
): Promise<SubmissionContext | null> {
  const at = work.now.toString();
  const rows = await work.raw<Row[]>`
    select u.name_vi unit_name, u.approves_in_app, p.id officer_id, p.full_name officer_name,
      case when p.id is null then (select json_agg(distinct g.person_id)
        from role_grant g join person gp on gp.id = g.person_id and gp.active
        where g.role in ('officer', 'division_head') and g.valid_from <= ${at}::timestamptz and (g.valid_to is null or g.valid_to > ${at}::timestamptz)) end officers,
      case when u.approves_in_app then (select json_agg(distinct g.person_id)
        from role_grant g join person gp on gp.id = g.person_id and gp.active
        where g.role = 'unit_approver' and g.unit_id = u.id and g.valid_from <= ${at}::timestamptz and (g.valid_to is null or g.valid_to > ${at}::timestamptz)) end approvers,
      (select jsonb_build_object('vi', o.division_vi, 'en', o.division_en, 'hours', o.hours) from office o) office,
      r.id round_id, r.plan_year, r.opens_at, r.due_at, r.closes_at, r.extended_to, r.letter,
      n.id need_id, n.code, n.state, n.latest, n.row_version, n.unit_id need_unit, n.draft_id, n.reviewer_id, n.is_emergency
    from unit u
    left join person p on p.id = u.officer_id and p.active
    left join lateral (
      select r.id, r.plan_year, r.opens_at, r.due_at, r.closes_at, t.extended_to, t.letter_via is not null letter
      from round r left join round_target t on t.round_id = r.id and t.unit_id = u.id
      where r.kind = 'needs_call' and r.decided = 'none' and r.opens_at <= ${at}::timestamptz
        and greatest(r.closes_at, t.extended_to) >= ${at}::timestamptz
      order by r.due_at limit 1) r on true
    left join need n on n.id = coalesce(${of.subject}::uuid, (select id from need where draft_id = ${of.draft}::uuid))
    where u.id = ${of.unit}`;
  const row = rows[0];
  if (!row) return null;
  return {
    unitName: row.unit_name,
    approvesInApp: row.approves_in_app,
    officer: row.officer_id && { id: row.officer_id, name: row.officer_name ?? '' },
    officers: row.officers ?? [],
    approvers: row.approvers ?? [],
    office: row.office && { division: { vi: row.office.vi, en: row.office.en }, hours: row.office.hours },
    round: row.round_id && {
      id: row.round_id,
      planYear: row.plan_year,
      opensAt: parseInstant(row.opens_at),
      dueAt: parseInstant(row.due_at),
      closesAt: parseInstant(row.closes_at),
      decided: 'none',
      extendedTo: row.extended_to === null ? null : parseInstant(row.extended_to),
      letter: row.letter,
    },
    need: row.need_id && {
      id: row.need_id,
      code: row.code,
      state: row.state,
      latest: row.latest,
      rowVersion: row.row_version,
      unit: row.need_unit,
      draft: row.draft_id,
      reviewer: row.reviewer_id,
      emergency: row.is_emergency,
    },
  };
}
