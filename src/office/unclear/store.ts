import { randomUUID } from 'node:crypto';
import { and, count, desc, gte, max, sql } from 'drizzle-orm';
import type { Sql } from '../../base/database/client.ts';
import type { Reads, Work } from '../../chat/work.ts';
import type { Asker } from '../../language/index.ts';
import { keptDays, mostKept } from './rules.ts';
import { unclearMessage } from './schema.ts';

/** Words that were not understood, as they are kept: masked. */
export interface Kept {
  readonly text: string;
  readonly asker: Asker;
  readonly lang: 'vi' | 'en';
  readonly why: 'unsure' | 'not_built' | 'answer';
  readonly field: string | null;
  readonly read: string | null;
  readonly next: string | null;
  readonly sure: number | null;
}

/** The same words of the same kind of people, once. */
export interface Line extends Kept {
  readonly times: number;
  readonly last: Temporal.PlainDate;
  readonly meant: string | null;
}

/** Writes them. The ids are random: ours otherwise tell their hour. */
export async function keep(work: Pick<Work, 'raw'>, day: Temporal.PlainDate, said: readonly Kept[]): Promise<void> {
  const rows = said.map((one) => ({ id: randomUUID(), ...one }));
  await work.raw`
    insert into unclear_message (id, day, text, asker, lang, why, field, read, next, sure)
    select id, ${day.toString()}::date, text, asker, lang, why, field, read, next, sure
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id uuid, text text, asker text, lang text, why text, field text, read text, next text, sure int)`;
}

/** Notes for the newest of these words what was meant by them. */
export async function noteMeant(
  work: Pick<Work, 'raw'>,
  of: { text: string; asker: Asker; intent: string; from: Temporal.PlainDate },
): Promise<void> {
  await work.raw`
    update unclear_message set meant = ${of.intent}
    where id = (select id from unclear_message
      where day >= ${of.from.toString()}::date and text = ${of.text} and asker = ${of.asker} and meant is null
      order by day desc limit 1)`;
}

const group = [
  unclearMessage.text,
  unclearMessage.asker,
  unclearMessage.lang,
  unclearMessage.why,
  unclearMessage.field,
  unclearMessage.read,
  unclearMessage.next,
  unclearMessage.sure,
] as const;

/** What was not understood since a day, the most frequent first; of how many different ones. */
export async function listUnclear(
  reads: Reads,
  of: { since: Temporal.PlainDate; from: number; most: number },
): Promise<{ readonly lines: readonly Line[]; readonly total: number }> {
  const times = count();
  const last = sql<string>`${max(unclearMessage.day)}`;
  const since = and(gte(unclearMessage.day, of.since));
  const all = reads
    .select({
      text: unclearMessage.text,
      asker: unclearMessage.asker,
      lang: unclearMessage.lang,
      why: unclearMessage.why,
      field: unclearMessage.field,
      read: unclearMessage.read,
      next: unclearMessage.next,
      sure: unclearMessage.sure,
      meant: max(unclearMessage.meant),
      times,
      last,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(unclearMessage)
    .where(since)
    .groupBy(...group);
  const rows = await all
    .orderBy(desc(times), desc(last), unclearMessage.text, unclearMessage.asker, unclearMessage.field)
    .offset(of.from)
    .limit(of.most);
  return {
    lines: rows.map(({ total: _, last: day, ...row }) => ({ ...row, last: Temporal.PlainDate.from(day) })),
    total: rows[0]?.total ?? 0,
  };
}

/** Deletes what is too old, and of too much the oldest. Gives how many. */
export async function sweepUnclear(sql: Sql, today: Temporal.PlainDate): Promise<number> {
  const gone = await sql`
    delete from unclear_message where day < ${today.subtract({ days: keptDays }).toString()}::date
      or id in (select id from unclear_message order by day desc, id offset ${mostKept})
    returning 1`;
  return gone.length;
}
