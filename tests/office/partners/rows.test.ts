import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../../src/base/database/client.ts';
import { handle, type Store } from '../../../src/base/database/store.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import { dateWords } from '../../../src/base/time/format.ts';
import { localDay } from '../../../src/base/time/zone.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import type { Reads } from '../../../src/chat/work.ts';
import { sightOf } from '../../../src/office/partners/access.ts';
import { cardPages } from '../../../src/office/partners/card/card.ts';
import { certificateStates } from '../../../src/office/partners/rules/certificate.ts';
import { partnerView } from '../../../src/office/partners/store/entries.ts';
import type { PartnerView } from '../../../src/office/partners/types.ts';
import { actor, now, seededStore } from './seeded.ts';

/*
 * Every sentence on every card comes from a row with a date. What is held here is not how a sentence looks but what it depends on: each row behind
 * a card is taken away or changed by itself, and the sentences that change by it are its own. No sentence may be left that no row changes, and the
 * day of each such row stands on the card.
 */

let store: Store;
let close: () => Promise<void>;
let partners: readonly { id: Id<'partner'>; key: string; kind: string }[];
const officer = sightOf(actor('officer'));

type Change = (sql: Sql, id: Id<'partner'>) => Promise<unknown>;

beforeAll(async () => {
  ({ store, close } = await seededStore());
  await store.aside(async (sql) => {
    const state = (key: string, change: Change) => of(sql, key).then((id) => change(sql, id));
    // What the demonstration has none of.
    await state('plan', (s, id) => s`update ngo_certificate set expires_on = null where partner_id = ${id}`);
    await state('oxfam', (s, id) => event(s, id, 'revoke'));
    await state('helvetas', (s, id) => event(s, id, 'terminate'));
    await state(
      'gni',
      (s, id) => s`update ngo_certificate set issued_on = null, expires_on = null where partner_id = ${id}`,
    );
    await state('childfund', async (s, id) => {
      await s`update ngo_certificate set kind = 'project_office_legacy' where partner_id = ${id}`;
      await event(s, id, 'convert');
    });
    await state(
      'sci',
      (s, id) =>
        s`update partner set criteria = ${JSON.stringify({ capacity: { state: 'met', evidence: 'báo cáo', by: null, at: '2026-10-05T02:00:00Z' } })}::jsonb where id = ${id}`,
    );
    await state('care', (s, id) => s`update aid_grant set stage = 'finished' where partner_id = ${id}`);
    // Each kind of row has a day of its own, so that no other's can stand for it.
    await sql`update partner set verified_at = '2026-07-07T02:00:00Z', updated_at = '2026-07-07T02:00:00Z'`;
    await sql`update ngo_certificate set updated_at = '2026-08-08T02:00:00Z'`;
    await sql`update aid_grant set updated_at = '2026-09-09T02:00:00Z'`;
    partners = await sql<{ id: Id<'partner'>; key: string; kind: string }[]>`
      select id, key, kind from partner where kind <> 'other' order by key`;
  });
});
afterAll(() => close?.());

const of = async (sql: Sql, key: string): Promise<Id<'partner'>> =>
  (await sql<{ id: Id<'partner'> }[]>`select id from partner where key = ${key}`)[0]!.id;
const event = (sql: Sql, id: Id<'partner'>, kind: string) => sql`
  insert into certificate_event (id, certificate_id, kind, on_day, created_at)
  select ${newId(now.epochMilliseconds)}, id, ${kind}, '2026-10-01', ${now.toString()} from ngo_certificate where partner_id = ${id}`;

interface Card {
  readonly view: PartnerView;
  readonly lines: readonly string[];
}

/** The whole card as an officer reads it, after a change that is not kept. */
const card = (id: Id<'partner'>, change?: Change): Promise<Card> =>
  store.exclusive(async (sql) => {
    await sql`begin`;
    try {
      await change?.(sql, id);
      const view = (await partnerView(handle(sql) as unknown as Reads, officer, id, now))!;
      return { view, lines: cardPages(view, now, 'vi').flatMap((page) => plain(page).split('\n')) };
    } finally {
      await sql`rollback`;
    }
  });

const written = (at: Temporal.Instant | null | undefined) => (at ? dateWords(localDay(at), 'vi') : null);

/** A kind of row behind a card: how it is taken away, changed, or added where there is none; and its day as the card must say it. */
interface Source {
  readonly name: string;
  readonly change: Change;
  day(view: PartnerView): string | null;
}
const entry = (view: PartnerView) => written(view.facts.verifiedAt ?? view.facts.updatedAt);
const changed = (column: string, value: string): Source => ({
  name: column,
  change: (sql, id) => sql.unsafe(`update partner set ${column} = ${value} where id = '${id}'`),
  day: entry,
});

const sources: readonly Source[] = [
  changed('name_en', `'Zzz International'`),
  changed('name_vi', `'Tổ chức Zzz'`),
  changed('short_name', `'Zzz'`),
  changed('aliases', `'{ZZZ}'`),
  changed('country_vi', `'Zambia'`),
  changed('fields', `'{culture}'`),
  changed('former_districts', `'{Zzz}'`),
  changed('tools', `'[]'`),
  changed('address', `'Số 1 phố Zzz'`),
  changed('website', `'zzz.example.org'`),
  changed('relation', `'left'`),
  changed('officer_id', 'null'),
  changed('demo', 'not demo'),
  // A mission without tools, a partner without fields: what is not known is said of the entry.
  changed('tools', `'[{"name":"ZZZ","confirmed":true}]'`),
  {
    name: 'certificates',
    async change(sql, id) {
      await sql`delete from certificate_request where certificate_id in (select id from ngo_certificate where partner_id = ${id})`;
      await sql`delete from certificate_event where certificate_id in (select id from ngo_certificate where partner_id = ${id})`;
      await sql`delete from ngo_certificate where partner_id = ${id}`;
    },
    day: (view) => (view.certificate ? written(view.certificate.updatedAt) : null),
  },
  {
    name: 'a certificate where there was none',
    change: (sql, id) => sql`
      insert into ngo_certificate (id, partner_id, kind, issued_on, expires_on, fields, areas, nationwide, row_version, created_at, updated_at)
      select ${newId(now.epochMilliseconds)}, ${id}, 'rep_office', '2025-01-01', '2029-01-01', '{}', '{}', true, 1, ${now.toString()}, ${now.toString()}
      where not exists (select from ngo_certificate where partner_id = ${id})`,
    day: entry,
  },
  {
    name: 'events',
    change: (sql, id) => sql`
      delete from certificate_event where kind not in ('grant', 'renew') and certificate_id in (select id from ngo_certificate where partner_id = ${id})`,
    day: (view) => (view.certificate?.since ? dateWords(view.certificate.since, 'vi') : null),
  },
  {
    name: 'requests',
    change: (sql, id) => sql`
      delete from certificate_request where certificate_id in (select id from ngo_certificate where partner_id = ${id})`,
    day: (view) => (view.request ? dateWords(view.request.filedOn, 'vi') : null),
  },
  {
    name: 'grants',
    change: (sql, id) => sql`delete from aid_grant where partner_id = ${id}`,
    day: (view) => written(view.file?.grantsAt),
  },
  {
    name: 'a grant where there was none',
    change: (sql, id) => sql`
      insert into aid_grant (id, code, partner_id, title_vi, aid_kind, fields, stage, committed, currency, former_districts, demo, row_version, created_at, updated_at)
      select ${newId(now.epochMilliseconds)}, 'VT-2026-999', ${id}, 'Zzz', 'project', '{}', 'implementing', 100, 'VND', '{}', false, 1, ${now.toString()}, ${now.toString()}
      where not exists (select from aid_grant where partner_id = ${id})`,
    day: entry,
  },
  {
    name: 'talks',
    change: (sql, id) => sql`delete from contact_log where partner_id = ${id}`,
    day: (view) => (view.lastContact ? dateWords(view.lastContact.onDay, 'vi') : null),
  },
  {
    name: 'a talk where there was none',
    change: (sql, id) => sql`
      insert into contact_log (id, partner_id, on_day, kind, summary, fields, demo, created_at)
      select ${newId(now.epochMilliseconds)}, ${id}, '2026-11-01', 'call', 'Zzz', '{}', false, ${now.toString()}
      where not exists (select from contact_log where partner_id = ${id})`,
    day: entry,
  },
  {
    name: 'introductions',
    change: (sql, id) => sql`delete from introduction where partner_id = ${id}`,
    day: (view) => (view.file?.introducedOn ? dateWords(view.file.introducedOn, 'vi') : null),
  },
  { ...changed('criteria', `'{}'`), day: (view) => written(view.file?.criteriaAt) },
  {
    ...changed('criteria', `'{"goodwill":{"state":"met","evidence":"zzz","by":null,"at":"2026-01-01T00:00:00Z"}}'`),
    day: (view) => written(view.file?.criteriaAt) ?? entry(view),
  },
];

describe('every sentence on every card of the demonstration', () => {
  test('among them are certificates in every state, one being renewed, and none', async () => {
    const views = await Promise.all(partners.map(({ id }) => card(id).then(({ view }) => view)));
    const states = new Set(views.map(({ certificate }) => certificate?.state ?? 'none'));
    expect([...states].toSorted()).toEqual(expect.arrayContaining([...certificateStates, 'none'].toSorted()));
    expect(views.some(({ request }) => request)).toBe(true);
    expect(views.some(({ certificate }) => certificate?.kind === 'project_office_legacy')).toBe(true);
    expect(views.some(({ facts }) => facts.kind === 'mission')).toBe(true);
    expect(partners.length).toBeGreaterThan(40);
  });

  test('is changed by a row, and the card says from which day that row is', async () => {
    const faults: string[] = [];
    for (const { id, key } of partners) {
      const { view, lines } = await card(id);
      const open = new Set(lines);
      for (const source of sources) {
        const after = new Set((await card(id, source.change)).lines);
        const own = lines.filter((line) => !after.has(line));
        for (const line of own) open.delete(line);
        const day = source.day(view);
        // By the day of the row, on a line of its own or in the line of the days.
        if (own.length > 0 && !(day && lines.some((line) => line.includes(day))))
          faults.push(`${key}: ${source.name} (${day}) is on no line of ${own.join(' | ')}`);
      }
      for (const line of open) faults.push(`${key}: no row changes “${line}”`);
    }
    expect(faults).toEqual([]);
  });
});
