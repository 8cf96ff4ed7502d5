import type { Raw } from '../../../chat/work.ts';
import { completeness, type FullNeed } from '../rules/content.ts';
import { fullPeriod } from '../rules/period.ts';

/** The content of a revision as one json parameter: a statement of many columns stays prepared, and short. */
export function revisionJson(a: FullNeed): string {
  const period = fullPeriod(a.period);
  const { budget } = a;
  return JSON.stringify({
    title: a.title,
    title_en: a.title_en,
    field: a.field,
    objective: a.objective,
    objective_en: a.objective_en,
    places: a.places.communes,
    province_wide: a.places.province,
    village: a.places.village,
    beneficiaries: a.beneficiaries,
    budget: budget.budget!.minor.toString(),
    requested_aid: budget.requested_aid!.minor.toString(),
    counterpart: budget.counterpart!.minor.toString(),
    other_funding: (budget.other?.minor ?? 0n).toString(),
    currency: budget.budget!.currency,
    start: period.start.toString(),
    end: period.end.toString(),
    duration_months: period.months,
    contact: a.contact,
    aid_kind: a.aid_kind,
    activities: a.activities,
    rationale: a.rationale,
    expected_results: a.expected_results,
    counterpart_kind: a.counterpart_kind,
    priority: a.priority,
    completeness: completeness(a),
  });
}

const columns = (
  raw: Raw,
) => raw`title, title_en, field, objective, objective_en, places, province_wide, village, beneficiaries,
  budget, requested_aid, counterpart, other_funding, currency, "start", "end", duration_months, contact,
  aid_kind, activities, rationale, expected_results, counterpart_kind, priority, completeness`;

/** Inserts a revision of the need that the common table expression `n` gives as (id, no); a part of a statement. */
export const insertRevision = (raw: Raw, json: string, of: { draft: string; at: string; by: string }) => raw`
  insert into need_revision (need_id, no, draft_id, at, by_id, ${columns(raw)})
  select n.id, n.no, ${of.draft}::uuid, ${of.at}::timestamptz, ${of.by}::uuid, ${columns(raw)}
  from n, jsonb_to_record(${json}::jsonb) as c(
    title text, title_en text, field text, objective text, objective_en text, places jsonb, province_wide boolean, village text,
    beneficiaries jsonb, budget bigint, requested_aid bigint, counterpart bigint, other_funding bigint, currency text,
    "start" date, "end" date, duration_months int, contact jsonb, aid_kind text, activities text, rationale text,
    expected_results text, counterpart_kind text, priority int, completeness int)`;

/** Repeats a revision under a new number. */
export const copyRevision = (raw: Raw, of: { need: string; from: number; to: number; at: string; by: string }) => raw`
  insert into need_revision (need_id, no, draft_id, at, by_id, ${columns(raw)})
  select need_id, ${of.to}::int, draft_id, ${of.at}::timestamptz, ${of.by}::uuid, ${columns(raw)}
  from need_revision where need_id = ${of.need}::uuid and no = ${of.from}::int`;
