import type { Id } from '../../src/base/ids.ts';
import type { Work } from '../../src/chat/work.ts';
import { policyVersion } from '../../src/office/people/consents.ts';

/**
 * Links `count` chats, named by `chat(n)` from 1, each to a focal point of a unit of its own (a copy of UBND xã Co Mạ),
 * with consent given: for loads and kills, where units would otherwise offer each other's drafts. The office is there already.
 */
export async function crowd(
  work: Pick<Work, 'raw' | 'now'>,
  account: Id<'account'>,
  count: number,
  chat: (n: number) => string,
): Promise<void> {
  const at = work.now.toString();
  const chats = JSON.stringify(Array.from({ length: count }, (_, i) => ({ n: i + 1, c: chat(i + 1) })));
  await work.raw`
    with asked as (
      select gen_random_uuid() as p, gen_random_uuid() as u, gen_random_uuid() as d, n, c from json_to_recordset(${chats}::json) as r(n int, c text)),
    units as (
      insert into unit (id, kind, commune_kind, code, name_vi, name_en, aliases, officer_id, approves_in_app, active_from, created_at, updated_at, row_version)
      select a.u, o.kind, o.commune_kind, 'crowd-' || a.n, o.name_vi || ' ' || a.n, o.name_en || ' ' || a.n, '[]'::jsonb, o.officer_id, false, o.active_from, ${at}::timestamptz, ${at}::timestamptz, 1
      from asked a, (select * from unit where code = '03781') o),
    chats as (
      insert into chat (id, account_id, external, kind, dialogue_id, created_at)
      select gen_random_uuid(), ${account}::uuid, c, 'private', d, ${at}::timestamptz from asked),
    dialogues as (
      insert into dialogue (id, person_id, lang, version, updated_at) select d, p, 'vi', 1, ${at}::timestamptz from asked),
    people as (
      insert into person (id, full_name, address, unit_id, active, demo, created_at, updated_at, row_version)
      select p, 'Lò Văn Minh', 'anh', u, true, true, ${at}::timestamptz, ${at}::timestamptz, 1 from asked),
    grants as (
      insert into role_grant (id, person_id, role, unit_id, valid_from, created_at)
      select gen_random_uuid(), p, 'focal_point', u, ${at}::timestamptz, ${at}::timestamptz from asked),
    agreed as (
      insert into consent (id, person_id, policy_version, text_hash, channel, at, method)
      select gen_random_uuid(), p, ${policyVersion}, 'crowd', 'telegram', ${at}::timestamptz, 'demo' from asked)
    insert into identity (id, account_id, external, person_id, status, linked_at, created_at, updated_at)
    select gen_random_uuid(), ${account}::uuid, c, p, 'linked', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz from asked`;
}
