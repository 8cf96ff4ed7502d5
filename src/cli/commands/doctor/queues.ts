import type { Sql } from '../../../base/database/client.ts';
import { parseInstant } from '../../../base/database/columns.ts';
import { momentWords, spanWords } from '../../../base/time/format.ts';
import { localZone } from '../../../base/time/zone.ts';
import { type Finding, fault, note, ok } from './findings.ts';

/** A queue whose oldest waits longer than this is stuck. */
const stuckAfter = Temporal.Duration.from({ minutes: 10 });

const ago = (at: string, now: Temporal.Instant): Temporal.Duration => now.since(parseInstant(at));
const late = (by: Temporal.Duration): boolean => Temporal.Duration.compare(by, stuckAfter) > 0;

/** What waits, and for how long: messages to be sent, notices, tasks. `depth`: what this process has in hand. */
export async function queues(
  sql: Sql,
  now: Temporal.Instant,
  depth: { readonly inbox: number; readonly outbox: number },
): Promise<Finding[]> {
  const at = now.toString();
  const [deliveries, notices, tasks, failedTasks] = await Promise.all([
    sql<{ n: number; oldest: string | null }[]>`
      select count(*)::int as n, min(m.at) as oldest from delivery d join message m on m.id = d.message_id
      where d.state in ('queued', 'sending')`,
    sql<{ n: number; oldest: string | null }[]>`
      select count(*)::int as n, min(not_before) as oldest from notice where state = 'waiting' and not_before <= ${at}`,
    sql<{ open: number; due: number; oldest: string | null }[]>`
      select count(*)::int as open, count(*) filter (where due <= ${at})::int as due, min(due) as oldest from task where state = 'open'`,
    sql<{ kind: string; n: number; error: string | null }[]>`
      select kind, count(*)::int as n, max(error) as error from task where state = 'failed' group by kind order by kind`,
  ]);
  const waiting = (about: string, what: string, of: { n: number; oldest: string | null }): Finding => {
    if (of.n === 0 || !of.oldest) return ok(about, `no ${what} waits`);
    const by = ago(of.oldest, now);
    const says = `${of.n} ${what}${of.n === 1 ? '' : 's'} wait${of.n === 1 ? 's' : ''}, the oldest for ${spanWords(by, 'en')}`;
    return late(by) ? fault(about, says) : ok(about, says);
  };
  const { open, due, oldest } = tasks[0]!;
  const overdue = oldest && due > 0 ? ago(oldest, now) : null;
  const taskSays = `${open} open${oldest ? `, the next due ${momentWords(parseInstant(oldest), localZone, 'en')}` : ''}`;
  return [
    ok('in hand', `${depth.inbox} messages to be worked on, ${depth.outbox} to be sent`),
    waiting('deliveries', 'delivery', deliveries[0]!),
    waiting('notices', 'notice', notices[0]!),
    overdue && late(overdue)
      ? fault('tasks', `${due} of ${open} overdue, the oldest by ${spanWords(overdue, 'en')}`)
      : ok('tasks', taskSays),
    ...(failedTasks.length > 0
      ? [
          note(
            'failed tasks',
            'given up after several tries',
            failedTasks.map(({ kind, n, error }) => `${kind}: ${n}${error ? `, last: ${short(error)}` : ''}`),
          ),
        ]
      : []),
  ];
}

/** Messages that could not be processed: their senders were told to quote the code. */
export async function parkedMessages(sql: Sql, now: Temporal.Instant): Promise<Finding> {
  const rows = await sql<{ code: string | null; at: string; error: string | null; channel: string | null }[]>`
    select i.code, i.at, i.error, a.channel from inbox i left join account a on a.id = i.account_id
    where i.state = 'parked' order by i.at desc limit 200`;
  if (rows.length === 0) return ok('parked', 'no message was given up');
  const lines = rows.slice(0, 10).map(({ code, at, error, channel }) => {
    const when = momentWords(parseInstant(at), localZone, 'en');
    return `${code ?? 'no code'}  ${when}  ${channel ?? 'unknown'}  ${short(error ?? '')}`;
  });
  const more = rows.length > 10 ? [`and ${rows.length === 200 ? 'many' : rows.length - 10} more`] : [];
  const recent = ago(rows[0]!.at, now).total('hours') < 24;
  const says = `${rows.length === 200 ? '200 or more' : rows.length} given up${recent ? ', the last within a day' : ''}`;
  return (recent ? fault : note)('parked', says, [...lines, ...more]);
}

const short = (error: string): string => {
  const first = error.split('\n')[0]!.trim();
  return first.length > 100 ? `${first.slice(0, 99)}…` : first;
};
