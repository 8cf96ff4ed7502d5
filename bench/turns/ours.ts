/**
 * Ours: the real kernel with the real `submit-need` form, everything that it promises included (inbox, transcript, deliveries,
 * drafts, audit chain, access, notices to the officer), through a thin Telegram channel.
 */
import { randomBytes } from 'node:crypto';
import { guest } from '../../src/base/access/access.ts';
import { openStore } from '../../src/base/database/store.ts';
import { enterRun } from '../../src/base/runs/runs.ts';
import { keyring } from '../../src/base/secrets/keyring.ts';
import { systemClock } from '../../src/base/time/clock.ts';
import { localZone } from '../../src/base/time/zone.ts';
import { auditAppender } from '../../src/chat/kernel/audit.ts';
import { kernel } from '../../src/chat/kernel/kernel.ts';
import { ownAccount } from '../../src/chat/messaging/account.ts';
import { seedPeople } from '../../src/demo/people.ts';
import { seedRounds } from '../../src/demo/rounds.ts';
import { readNames } from '../../src/office/names.ts';
import { office } from '../../src/office/office.ts';
import { contest } from './contestant.ts';
import { thinTelegram } from './ours/channel.ts';
import { scriptOf } from './script.ts';

await contest(async ({ databaseUrl, apiRoot, chats }) => {
  const clock = systemClock;
  const store = await openStore({ databaseUrl, dataDir: '.' }, clock.now());
  const keys = keyring(randomBytes(32));
  const runs = await enterRun(store, clock);
  const account = await ownAccount(store, 'telegram', 'bench', clock.now());
  const channel = thinTelegram(account, apiRoot);
  const names = await readNames(store);
  const { slices, ports } = office({ keys, clock, vocabulary: names.current, undoSeconds: 3_600 });
  const core = kernel({
    store,
    clock,
    runs,
    slices,
    ports,
    channel: () => channel,
    files: async () => [],
    retries: () => false,
    appendAudit: auditAppender(keys),
    undoSeconds: 3_600,
    perMinute: 100_000,
    log: (line) => (line.level === 'error' || process.env['SHOW_LOG'] ? console.error(line) : undefined),
  });
  await core.write({ actor: guest, via: { channel: 'cli', request: 'bench' } }, async (work) => {
    const today = clock.now().toZonedDateTimeISO(localZone).toPlainDate();
    const people = await seedPeople(work, today, keys);
    await seedRounds(work, today, people);
  });
  const at = clock.now().toString();
  const units = Array.from({ length: chats }, (_, i) => ({ c: String(i + 1), u: scriptOf(i + 1).unit }));
  await store.aside((sql) => sql.unsafe('create extension if not exists pgcrypto').catch(() => {}));
  await store.aside(
    (sql) => sql`
      with asked as (
        select gen_random_uuid() as p, c, (select id from unit where name_vi = r.u) as u
        from json_to_recordset(${JSON.stringify(units)}::json) as r(c text, u text)),
      people as (
        insert into person (id, full_name, address, unit_id, active, demo, created_at, updated_at, row_version)
        select p, 'Lò Văn Minh', 'anh', u, true, true, ${at}::timestamptz, ${at}::timestamptz, 1 from asked),
      grants as (
        insert into role_grant (id, person_id, role, unit_id, valid_from, created_at)
        select gen_random_uuid(), p, 'focal_point', u, ${at}::timestamptz, ${at}::timestamptz from asked),
      agreed as (
        insert into consent (id, person_id, policy_version, text_hash, channel, at, method)
        select gen_random_uuid(), p, 'bench', 'bench', 'telegram', ${at}::timestamptz, 'demo' from asked)
      insert into identity (id, account_id, external, person_id, status, linked_at, created_at, updated_at)
      select gen_random_uuid(), ${account}::uuid, c, p, 'linked', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz from asked`,
  );
  await store.aside((sql) => sql.unsafe('analyze'));
  await names.refresh();
  core.start();
  const stop = new AbortController();
  const listening = channel.listen!(core.intake, stop.signal);
  return {
    async stop() {
      stop.abort();
      await listening.catch(() => {});
      await core.stop(5_000);
      await runs.stop();
      await store.close();
    },
  };
});
