import { parseArgs } from 'node:util';
import type { Actor } from '../../src/base/access/access.ts';
import { openStore, type Store } from '../../src/base/database/store.ts';
import { newId } from '../../src/base/ids.ts';
import type { Reads } from '../../src/chat/work.ts';
import { listNeeds } from '../../src/office/needs/store/needs.ts';
import { sightOf } from '../../src/office/partners/access.ts';
import { partnerView } from '../../src/office/partners/store/entries.ts';
import { candidatesFor, needsFor } from '../../src/office/partners/store/matches.ts';
import { planCounts, searchPartners } from '../../src/office/partners/store/search.ts';
import { access } from '../../src/office/people/access.ts';
import { freshFolder } from '../../tests/support/fresh-folder.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import type { Bench } from '../support/bench.ts';
import { percentile, round, table } from '../support/figures.ts';
import { machine } from '../support/machine.ts';

const now = Temporal.Instant.from('2026-11-23T07:05:00Z');
const officer: Actor = {
  person: newId<'person'>(1),
  name: 'Minh',
  address: 'anh',
  grants: [{ role: 'officer', unit: null, standsInFor: null }],
  consent: 'given',
};

/** Invented organisations with certificates and grants, and needs, in the numbers asked for. */
async function fill(store: Store, partners: number, needs: number): Promise<void> {
  const at = now.toString();
  await store.aside(async (sql) => {
    await sql`insert into office ("only", name_vi, name_en, province_vi, province_en, division_vi, division_en, address, phone, email, symbol, data_officer, data_officer_phone, hours, duty_phone, demo, updated_at, row_version)
      values (true, 'Sở', 'Dept', 'tỉnh Sơn La', 'Sơn La', 'Phòng', 'Division', '', '', '', 'SNgV', '', '', '{"days":[1],"spans":[]}', '', true, ${at}, 1)`;
    await sql`insert into partner (id, key, kind, name_en, aliases, former_names, country, fields, former_districts, communes, relation, criteria, tools, published, demo, row_version, created_at, updated_at)
      select gen_random_uuid(), 'p' || i, 'ngo', 'Organisation ' || i, '{}', '{}', (array['Japan','Norway','Germany','United States'])[1 + i % 4],
        array[(array['health','education','agriculture','social','environment','culture','water_sanitation'])[1 + i % 7]],
        array[(array['Mường La','Mai Sơn','Sông Mã','Thuận Châu','Mộc Châu'])[1 + i % 5]], '{}', 'contacted', '{}', '[]', true, true, 1, ${at}, ${at}
      from generate_series(1, ${partners}::int) i`;
    await sql`insert into ngo_certificate (id, partner_id, kind, number, issued_on, expires_on, fields, areas, nationwide, row_version, created_at, updated_at)
      select gen_random_uuid(), id, 'activity', key, date '2024-01-01', date '2026-06-01' + (row_number() over () % 900)::int, fields, '{Sơn La}', false, 1, ${at}, ${at} from partner`;
    await sql`insert into certificate_event (id, certificate_id, kind, on_day, created_at)
      select gen_random_uuid(), id, 'grant', issued_on, ${at}::timestamptz from ngo_certificate
      union all select gen_random_uuid(), id, 'suspend', date '2026-09-01', ${at}::timestamptz from (select id, row_number() over () as no from ngo_certificate) c where no % 50 = 0`;
    await sql`insert into aid_grant (id, code, partner_id, title_vi, aid_kind, fields, stage, committed, disbursed, currency, former_districts, demo, row_version, created_at, updated_at)
      select gen_random_uuid(), 'VT-2026-' || row_number() over (), id, 'Dự án', 'project', fields, 'implementing', 1000000, 5, 'VND', '{}', true, 1, ${at}, ${at} from partner`;
    await sql`insert into unit (id, kind, code, name_vi, name_en, aliases, approves_in_app, active_from, created_at, updated_at, row_version)
      select gen_random_uuid(), 'commune', '0' || (3600 + i), 'UBND xã ' || i, 'Commune ' || i, '[]', false, ${at}, ${at}, ${at}, 1 from generate_series(0, 74) i`;
    await sql`insert into need (id, code, unit_id, author_id, plan_year, state, is_emergency, latest, submitted_at, row_version, created_at, created_by, updated_at)
      select gen_random_uuid(), 'NC-2026-' || i, (select id from unit where code = '0' || (3600 + i % 75)), ${officer.person}, 2027,
        (array['submitted','under_review','accepted','listed','rejected'])[1 + i % 5], false, 1, ${at}::timestamptz - make_interval(mins => i), 1, ${at}, ${officer.person}, ${at}::timestamptz - make_interval(mins => i)
      from generate_series(1, ${needs}::int) i`;
    await sql`insert into need_revision (need_id, no, title, field, objective, places, province_wide, beneficiaries, budget, requested_aid, counterpart, other_funding, currency, start, "end", duration_months, contact, completeness, at, by_id)
      select id, 1, 'Nhu cầu ' || code, (array['health','education','agriculture','social','environment','culture','water_sanitation','infrastructure','governance'])[1 + (row_number() over ())::int % 9],
        'Mục tiêu', jsonb_build_array('0' || (3600 + (row_number() over ())::int % 75)), false, '[]', 1000000000, 800000000, 200000000, 0, 'VND', date '2027-01-01', date '2027-12-31', 12, '{}', 80, ${at}, ${officer.person} from need`;
    await sql`analyze`;
  });
}

/** What people look up, by its name. */
async function lookups(
  store: Store,
): Promise<readonly (readonly [string, (reads: Reads, i: number) => Promise<unknown>])[]> {
  const ids = await store.aside((sql) => sql<{ id: never }[]>`select id from partner limit 200`);
  const sight = sightOf(officer);
  const scope = access.scope(officer, 'need.see');
  const search = (filter: object) => (reads: Reads, i: number) =>
    searchPartners(reads, sight, { kind: 'ngo', ...filter }, { from: (i % 20) * 5, most: 5 }, now);
  const day = Temporal.PlainDate.from;
  return [
    ['card', (reads, i) => partnerView(reads, sight, ids[i % ids.length]!.id, now)],
    ['by field and place', search({ fields: ['health'], where: { districts: ['Mường La'], communes: [] } })],
    ['registered, from a country', search({ registration: 'active', countries: ['Norway'] })],
    ['active', search({ activity: 'active' })],
    ['expiring in a quarter', search({ expires: { from: day('2027-01-01'), to: day('2027-03-31') } })],
    [
      'needs that fit',
      (reads, i) =>
        needsFor(
          reads,
          scope,
          { fields: ['health'], communes: ['03610', '03611', '03612'] },
          { from: 2 * (i % 10), most: 2 },
        ),
    ],
    [
      'who could fund',
      (reads, i) =>
        candidatesFor(
          reads,
          sight,
          { field: 'health', where: { districts: ['Mường La'], communes: [] } },
          { from: 3 * (i % 10), most: 3 },
          now,
        ),
    ],
    ['the year’s plan', (reads) => planCounts(reads, sight.detail, 2026, now)],
    [
      'needs of a field',
      (reads, i) => listNeeds(reads, scope, { offset: 5 * (i % 10), limit: 5, filter: { field: 'health' } }),
    ],
  ];
}

/** Lists and searches of the register on both databases. */
export const lookupsBench: Bench = {
  summary: 'look-ups, searches and matches of the register, on PostgreSQL and on the embedded database',
  options: [
    '--partners N  organisations (5000)',
    '--needs N     needs (50000)',
    '--times N     each look-up (100)',
    '--json',
  ],
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        partners: { type: 'string', default: '5000' },
        needs: { type: 'string', default: '50000' },
        times: { type: 'string', default: '100' },
        json: { type: 'boolean', default: false },
      },
    });
    const say = values.json ? console.error : console.log;
    say(`npm run bench -- lookups ${args.join(' ')}`.trim());
    say(machine());
    const out: Record<string, unknown>[] = [];
    const measure = async (name: string, store: Store) => {
      await fill(store, Number(values.partners), Number(values.needs));
      for (const [what, look] of await lookups(store)) {
        const ms: number[] = [];
        for (let i = -5; i < Number(values.times); i++) {
          const from = performance.now();
          await store.read((sql) => look(sql as unknown as Reads, i + 5));
          if (i >= 0) ms.push(performance.now() - from);
        }
        out.push({ database: name, what, p50: round(percentile(ms, 0.5), 1), p99: round(percentile(ms, 0.99), 1) });
      }
    };
    const server = await startPostgres({ durable: false });
    const folder = await freshFolder();
    const stores = [
      ['PostgreSQL', await openStore({ databaseUrl: server.url, dataDir: folder.dataDir }, now)],
      ['embedded', await openStore({ dataDir: folder.dataDir }, now)],
    ] as const;
    try {
      for (const [name, store] of stores) await measure(name, store);
    } finally {
      for (const [, store] of stores) await store.close();
      await server.stop();
      await folder.drop();
    }
    if (values.json) console.log(JSON.stringify(out));
    else {
      const cells = out.map((row) => [`${row['database']}: ${row['what']}`, String(row['p50']), String(row['p99'])]);
      say(table([['', 'p50 ms', 'p99 ms'], ...cells]));
    }
  },
};
