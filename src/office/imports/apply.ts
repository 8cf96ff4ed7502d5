import type { Id } from '../../base/ids.ts';
import { localDay } from '../../base/time/zone.ts';
import type { Work } from '../../chat/work.ts';

/** How writing an import ended. `stale`: the register has changed since the file was compared with it; nothing was written. */
export type Applied =
  | {
      readonly ok: true;
      readonly made: number;
      readonly changed: number;
      readonly certificates: number;
      readonly grants: number;
    }
  | { readonly ok: false; readonly why: 'stale' | 'state' };

/**
 * Writes a confirmed import: all of it or nothing, one statement a table whatever its size (5,000 organisations take a second of the
 * database, none of the process). What the plans were made on is compared first, and the import's own row is taken by its state, so that a
 * second run finds it done. Nobody's right is asked: whoever confirmed had it.
 */
export async function applyImport(work: Work, id: Id<'register_import'>): Promise<Applied> {
  const { raw } = work;
  const now = work.now.toString();
  const [taken] = await raw<{ by: string | null; fileName: string }[]>`
    update register_import set state = 'applied', applied_at = ${now}, row_version = row_version + 1
    where id = ${id} and state = 'confirmed' returning decided_by as by, file_name as "fileName"`;
  if (!taken) return { ok: false, why: 'state' };
  if (await moved(work, id)) {
    await raw`update register_import set state = 'stale', applied_at = null where id = ${id}`;
    return { ok: false, why: 'stale' };
  }
  const by = taken.by;
  const made = await raw<{ n: number }[]>`
    with done as (
      insert into partner (id, key, kind, name_en, name_vi, short_name, aliases, former_names, country, country_vi, website, address,
        fields, former_districts, communes, officer_id, relation, criteria, tools, published, verified_at, demo, row_version,
        created_at, created_by, updated_at)
      select p.id, p.key, p.kind, p."nameEn", p."nameVi", p."shortName", p.aliases, p."formerNames", p.country, p."countryVi", p.website,
        p.address, p.fields, p."formerDistricts", p.communes, p."officerId", p.relation, '{}', '[]', false, ${now}, false, 1,
        ${now}, ${by}::uuid, ${now}
      from import_entry e, jsonb_to_record(e.plan->'partner') as p(id uuid, key text, kind text, "nameEn" text, "nameVi" text,
        "shortName" text, aliases text[], "formerNames" text[], country text, "countryVi" text, website text, address text, fields text[],
        "formerDistricts" text[], communes text[], "officerId" uuid, relation text)
      where e.import_id = ${id} and e.verdict = 'new' returning 1)
    select count(*)::int as n from done`;
  const changed = await raw<{ n: number }[]>`
    with done as (
      update partner t set kind = p.kind, name_en = p."nameEn", name_vi = p."nameVi", short_name = p."shortName", aliases = p.aliases,
        former_names = p."formerNames", country = p.country, country_vi = p."countryVi", website = p.website, address = p.address,
        fields = p.fields, former_districts = p."formerDistricts", communes = p.communes, officer_id = p."officerId",
        verified_at = ${now}, updated_at = ${now}, row_version = t.row_version + 1
      from import_entry e, jsonb_to_record(e.plan->'partner') as p(id uuid, kind text, "nameEn" text, "nameVi" text, "shortName" text,
        aliases text[], "formerNames" text[], country text, "countryVi" text, website text, address text, fields text[],
        "formerDistricts" text[], communes text[], "officerId" uuid)
      where e.import_id = ${id} and e.verdict = 'changed' and t.id = p.id returning 1)
    select count(*)::int as n from done`;
  const certificates = await raw<{ n: number }[]>`
    with c as materialized (
      select c.* from import_entry e, jsonb_to_recordset(e.plan->'certificates') as c(id uuid, "partnerId" uuid, kind text, number text,
        "issuedOn" date, "expiresOn" date, areas text[], nationwide boolean, "representativeName" text, "headName" text, "officeCity" text,
        fields text[], version int)
      where e.import_id = ${id} and e.plan is not null
    ), made as (
      insert into ngo_certificate (id, partner_id, kind, number, issued_on, expires_on, fields, areas, nationwide, representative_name,
        head_name, office_city, row_version, created_at, created_by, updated_at)
      select id, "partnerId", kind, number, "issuedOn", "expiresOn", fields, areas, nationwide, "representativeName", "headName",
        "officeCity", 1, ${now}, ${by}::uuid, ${now}
      from c where version is null returning 1
    ), changed as (
      update ngo_certificate t set kind = c.kind, number = c.number, issued_on = c."issuedOn", expires_on = c."expiresOn", areas = c.areas,
        nationwide = c.nationwide, representative_name = c."representativeName", head_name = c."headName", office_city = c."officeCity",
        updated_at = ${now}, row_version = t.row_version + 1
      from c where c.version is not null and t.id = c.id returning 1)
    select ((select count(*) from made) + (select count(*) from changed))::int as n`;
  const grants = await raw<{ n: number }[]>`
    with g as materialized (
      select g.*, e.row, row_number() over (order by g.version nulls first, e.row, g.id) as n
      from import_entry e, jsonb_to_recordset(e.plan->'grants') as g(id uuid, "partnerId" uuid, "titleVi" text, "titleEn" text,
        "aidKind" text, stage text, committed bigint, disbursed bigint, currency text, "startsOn" date, "endsOn" date, "ownerName" text,
        fields text[], "formerDistricts" text[], version int)
      where e.import_id = ${id} and e.plan is not null
    ), made as (
      insert into aid_grant (id, code, partner_id, title_vi, title_en, aid_kind, fields, stage, committed, disbursed, currency, disbursed_on,
        starts_on, ends_on, former_districts, owner_name, demo, row_version, created_at, created_by, updated_at)
      select g.id, ${series(work)}::text || '-' || lpad((s.last + g.n)::text, greatest(3, length((s.last + g.n)::text)), '0'), "partnerId",
        "titleVi", "titleEn", "aidKind", fields, stage, committed, disbursed, currency, null, "startsOn", "endsOn", "formerDistricts",
        "ownerName", false, 1, ${now}, ${by}::uuid, ${now}
      from g, (${lastCode(work)}) s where g.version is null returning 1
    ), changed as (
      update aid_grant t set title_en = g."titleEn", aid_kind = g."aidKind", stage = g.stage, committed = g.committed,
        disbursed = g.disbursed, currency = g.currency, starts_on = g."startsOn", ends_on = g."endsOn", owner_name = g."ownerName",
        updated_at = ${now}, row_version = t.row_version + 1
      from g where g.version is not null and t.id = g.id returning 1)
    select ((select count(*) from made) + (select count(*) from changed))::int as n`;
  const counts = { made: made[0]!.n, changed: changed[0]!.n, certificates: certificates[0]!.n, grants: grants[0]!.n };
  work.audit({
    action: 'register.import',
    on: { kind: 'register_import', id },
    after: { file: taken.fileName, confirmedBy: by, ...counts, rows: await digest(work, id) },
  });
  return { ok: true, ...counts };
}

const series = (work: Work): string => `VT-${localDay(work.now).year}`;

/** The last number of this year's grants, whoever gave it. */
const lastCode = (work: Work) => work.raw`
  select greatest(
    coalesce((select last from series where name = ${series(work)}), 0),
    coalesce((select max(split_part(code, '-', 3)::int) from aid_grant where code ~ ${`^${series(work)}-[0-9]{1,6}$`}), 0)) as last`;

/** Whether anything that the plans were made on has changed since: a version, or an organisation that came meanwhile. */
async function moved({ raw }: Work, id: Id<'register_import'>): Promise<boolean> {
  const [found] = await raw<{ moved: boolean }[]>`
    select exists (
      select 1 from import_entry e left join partner p on p.id = e.partner_id
      where e.import_id = ${id} and e.verdict = 'changed' and (p.id is null or p.row_version <> e.partner_version or p.merged_into is not null)
    ) or exists (
      select 1 from import_entry e, jsonb_to_recordset(e.plan->'certificates') as c(id uuid, version int)
      left join ngo_certificate t using (id)
      where e.import_id = ${id} and e.plan is not null and c.version is not null and t.row_version is distinct from c.version
    ) or exists (
      select 1 from import_entry e, jsonb_to_recordset(e.plan->'grants') as g(id uuid, version int)
      left join aid_grant t using (id)
      where e.import_id = ${id} and e.plan is not null and g.version is not null and t.row_version is distinct from g.version
    ) or exists (
      select 1 from register_import i where i.id = ${id} and i.entries_seen <> (select count(*) from partner)
        and exists (select 1 from import_entry e where e.import_id = ${id} and e.verdict = 'new')
    ) as moved`;
  return found!.moved;
}

/** The digest of the staged rows in their order: the log's entry seals it, the rows stay and say each value before and after. */
async function digest({ raw }: Work, id: Id<'register_import'>): Promise<string> {
  const [found] = await raw<{ hash: string }[]>`
    select encode(sha256(coalesce(string_agg(sha256(convert_to(concat_ws('|', row, verdict, plan::text, changes::text), 'UTF8')), ''::bytea order by row), ''::bytea)), 'hex') as hash
    from import_entry where import_id = ${id}`;
  return `sha256:${found!.hash}`;
}
