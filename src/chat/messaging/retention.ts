import type { Sql } from '../../base/database/client.ts';
import { idsFrom } from '../../base/ids.ts';

/** How long the text of consent says that messages are kept. */
export const messageDays = 90;

/**
 * Deletes at most `most` messages from before `at`, the oldest first, with their deliveries; gives how many went. Kept are what is
 * being sent, and what a dialogue still asks: its buttons must work when the person comes back. Drafts hold their answers themselves.
 * Ids sort by time, so the oldest are found by the primary key, whatever there is.
 */
export async function forgetMessages(sql: Sql, at: Temporal.Instant, most: number): Promise<number> {
  const gone = await sql`
    with old as (
      select m.id from message m
      where m.id < ${idsFrom(at.epochMilliseconds)}::uuid and m.at < ${at.toString()}
        and not exists (select 1 from dialogue d where d.question is not null and d.question ->> 'message' = m.id::text)
        and not exists (select 1 from delivery e where e.message_id = m.id and e.state in ('queued', 'sending'))
      order by m.id limit ${most}),
    d as (delete from delivery where message_id in (select id from old))
    delete from message where id in (select id from old) returning id`;
  return gone.length;
}

/** The same of what else holds words of people: notices that have ended, events that were parked, what was typed and kept for later. */
export async function forgetTraces(sql: Sql, at: Temporal.Instant, most: number): Promise<number> {
  const before = at.toString();
  const notices = await sql`
    delete from notice where id in (
      select id from notice where id < ${idsFrom(at.epochMilliseconds)}::uuid and state not in ('waiting', 'sending')
        and coalesce(ended_at, created_at) < ${before} order by id limit ${most}) returning id`;
  const events = await sql`
    delete from inbox where (account_id, key) in (
      select account_id, key from inbox where at < ${before} and state <> 'running' limit ${most}) returning key`;
  const kept = await sql`
    update dialogue set kept = null, version = version + 1 where id in (
      select id from dialogue where kept is not null and updated_at < ${before} limit ${most}) returning id`;
  return notices.length + events.length + kept.length;
}
