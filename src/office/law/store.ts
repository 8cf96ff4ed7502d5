import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Sql } from '../../base/database/client.ts';
import { newId } from '../../base/ids.ts';
import type { Reads } from '../../chat/work.ts';
import { edition, rules } from './data/rules.ts';
import { legalRule } from './schema.ts';

export type LegalRule = typeof legalRule.$inferSelect;

/** The rule that holds now; null where there is none of that key. Rules are public. */
export async function ruleNow(reads: Reads, key: string): Promise<LegalRule | null> {
  const [row] = await reads
    .select()
    .from(legalRule)
    .where(and(eq(legalRule.key, key), isNull(legalRule.supersededAt)))
    .orderBy(desc(legalRule.no))
    .limit(1);
  return row ?? null;
}

/** Every form that a rule has had, the newest first. */
export const ruleHistory = (reads: Reads, key: string): Promise<LegalRule[]> =>
  reads.select().from(legalRule).where(eq(legalRule.key, key)).orderBy(desc(legalRule.no));

/**
 * Brings the program's table into the store, at every start and for live stores too: a key that is not there is added; one that still is as
 * an earlier edition of the program gave it is replaced; what people of the Sở have verified or corrected is left alone. Gives how many rows came.
 */
export async function seedRules(sql: Sql, now: Temporal.Instant): Promise<number> {
  const rows = rules.map((rule) => ({ id: newId<'legal_rule'>(now.epochMilliseconds), replaced: null, ...rule }));
  const made = await sql`
    with ours as (
      select r.*, o.id as old, coalesce(o.no, 0) + 1 as no
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(id uuid, key text, vi text, en text, citation text, certainty text, replaced text)
      left join legal_rule o on o.key = r.key and o.superseded_at is null
      where o.id is null or (o.edition < ${edition} and o.verified_at is null
        and (o.vi, o.en, o.citation, o.certainty) is distinct from (r.vi, r.en, r.citation, r.certainty))
    ), gone as (
      update legal_rule set superseded_at = ${now.toString()} where id in (select old from ours)
    )
    insert into legal_rule (id, key, no, edition, vi, en, citation, certainty, replaced, created_at)
    select id, key, no, ${edition}, vi, en, citation, certainty, replaced, ${now.toString()} from ours
    on conflict (key, no) do nothing returning id`;
  return made.length;
}
