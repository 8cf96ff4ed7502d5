import type { Sql } from '../../base/database/client.ts';
import { deleteFile } from '../../base/files/store.ts';
import type { Id } from '../../base/ids.ts';

/** A page may hand in an uploaded file for a week (its ticket); a day more, and nobody can any longer. */
const unsentAfter = Temporal.Duration.from({ hours: 24 * 8 });
/** Files older than this were looked at on earlier days. */
const lookBack = Temporal.Duration.from({ hours: 24 * 60 });
/** The ids of messages begin with their time (uuid v7), which finds those of some days by their primary key. */
const idAt = (at: Temporal.Instant): string => {
  const hex = at.epochMilliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/**
 * Deletes files that were uploaded and never sent: no message speaks of them and no record holds them. Gives how many.
 * Messages are looked at once for all files, by the days in which these could have been sent.
 */
export async function sweepUnsent(sql: Sql, now: Temporal.Instant): Promise<number> {
  const [from, to] = [now.subtract(lookBack), now.subtract(unsentAfter)];
  const candidates = await sql<{ id: Id<'file'> }[]>`
    select f.id from file f
    where f.state = 'ready' and f.at >= ${from.toString()} and f.at < ${to.toString()}
      and not exists (select from need_attachment a where a.file_id = f.id)
      and not exists (select from ngo_certificate c where c.file_id = f.id)
      and not exists (select from partner_paper p where p.file_id = f.id)
      and not exists (select from register_import i where i.file_id = f.id or i.report_id = f.id)
      and not exists (select from round_target r where r.letter_file = f.id)`;
  if (candidates.length === 0) return 0;
  const spoken = await sql<{ id: string }[]>`
    select distinct coalesce(part->>'file', part #>> '{}') as id
    from message m cross join json_array_elements(m.content->'files') part
    where m.id >= ${idAt(from.subtract({ hours: 24 }))} and json_typeof(m.content->'files') = 'array'
    union all
    select part->>'file' from inbox i cross join jsonb_array_elements(i.event->'input'->'files') part
    where i.state <> 'done' and jsonb_typeof(i.event->'input'->'files') = 'array'`;
  const known = new Set(spoken.map(({ id }) => id));
  const unsent = candidates.filter(({ id }) => !known.has(id));
  for (const { id } of unsent) await deleteFile(sql, id, now);
  return unsent.length;
}
