import { parseInstant } from '../../../base/database/columns.ts';
import type { Id } from '../../../base/ids.ts';
import type { Work } from '../../../chat/work.ts';
import { needForm } from './drafts.ts';

/** What a unit that begins a need has already. */
export interface Beginning {
  /** Its open draft of a new need that was last worked on. */
  readonly draft: {
    readonly id: Id<'draft'>;
    readonly title: string | null;
    readonly byName: string | null;
    readonly updatedAt: Temporal.Instant;
  } | null;
  /** The round that takes needs now and in which the unit has not begun; null: none, or it has. */
  readonly unbegun: Id<'round'> | null;
}

interface Row {
  readonly id: Id<'draft'> | null;
  readonly title: string | null;
  readonly full_name: string | null;
  readonly updated_at: string | null;
  readonly unbegun: Id<'round'> | null;
}

/**
 * One statement by keys, inside the unit: every conversation begins with it. As three look-ups outside it took a quarter of
 * the processor time of a whole form (bench/turns).
 */
export async function beginningOf(work: Pick<Work, 'raw' | 'now'>, unit: Id<'unit'>): Promise<Beginning> {
  const at = work.now.toString();
  const [row] = await work.raw<Row[]>`
    select d.id, d.title, d.full_name, d.updated_at, r.unbegun
    from (select ${unit}::uuid as unit) u
    left join lateral (
      select d.id, d.answers ->> 'title' as title, p.full_name, d.updated_at
      from draft d left join person p on p.id = d.by_id
      where d.unit_id = u.unit and d.state = 'open' and d.form = ${needForm} and d.subject_id is null
      order by d.updated_at desc limit 1) d on true
    left join lateral (
      select case when t.state = 'not_started' then r.id end as unbegun
      from round r left join round_target t on t.round_id = r.id and t.unit_id = u.unit
      where r.kind = 'needs_call' and r.decided = 'none' and r.opens_at <= ${at}::timestamptz and r.closes_at >= ${at}::timestamptz
      order by r.due_at limit 1) r on true`;
  return {
    draft: row?.id
      ? { id: row.id, title: row.title, byName: row.full_name, updatedAt: parseInstant(row.updated_at!) }
      : null,
    unbegun: row?.unbegun ?? null,
  };
}
