import type { Sql } from '../../base/database/client.ts';

/**
 * The message whose place a message `m` of the surrounding statement takes, as a part of that statement: its chat's last message
 * before it, presses apart, where that has the same slot; null else. The one place that says what a slot replaces.
 */
export const replacedId = (sql: Sql) => sql`(
  select case when p.slot = m.slot then p.id end from message p
  where p.chat_id = m.chat_id and p.seq < m.seq and not (p.direction = 'in' and p.content ->> 'kind' = 'press')
  order by p.seq desc limit 1)`;
