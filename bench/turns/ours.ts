/**
 * Ours: the real kernel with the real `submit-need` form, everything that it promises included (inbox, transcript, deliveries,
 * drafts, audit chain, access, notices to the officer), through a thin channel that makes the same calls as the peers do.
 * CHANNEL=telegram: through the real one, which makes a call more for each reply (the answered question's buttons are taken off).
 */
import { randomBytes } from 'node:crypto';
import { guest } from '../../src/base/access/access.ts';
import { openStore } from '../../src/base/database/store.ts';
import { enterRun } from '../../src/base/runs/runs.ts';
import { keyring } from '../../src/base/secrets/keyring.ts';
import { Secret } from '../../src/base/secrets/secret.ts';
import { systemClock } from '../../src/base/time/clock.ts';
import { localZone } from '../../src/base/time/zone.ts';
import { telegramChannel } from '../../src/chat/channels/telegram/telegram.ts';
import { auditAppender } from '../../src/chat/kernel/audit.ts';
import { kernel } from '../../src/chat/kernel/kernel.ts';
import { ownAccount } from '../../src/chat/messaging/account.ts';
import type { Inbound, Intake } from '../../src/chat/messaging/types.ts';
import { seedPeople } from '../../src/demo/people.ts';
import { seedRounds } from '../../src/demo/rounds.ts';
import { readNames } from '../../src/office/names.ts';
import { office } from '../../src/office/office.ts';
import { crowd } from '../../tests/support/crowd.ts';
import { contest, token } from './contestant.ts';
import { thinTelegram } from './ours/channel.ts';
import { sampleProcess } from './ours/where.ts';
import { messagesPerChat } from './script.ts';

/** The peers open their form with /start; ours opens the real one by its command. */
const opensForm = (event: Inbound): Inbound =>
  event.input.kind === 'start' ? { ...event, input: { kind: 'text', text: '/nhucau' } } : event;

/** The table of `--where`. */
function printParts(parts: Awaited<ReturnType<Awaited<ReturnType<typeof sampleProcess>>>>, updates: number): void {
  console.error('µs of the main thread for each update, sampled');
  for (const [part, us] of parts)
    if (us / updates >= 0.5) console.error(`${(us / updates).toFixed(1).padStart(8)}  ${part}`);
}

await contest(async ({ databaseUrl, apiRoot, chats }) => {
  const clock = systemClock;
  const store = await openStore({ databaseUrl, dataDir: '.' }, clock.now());
  const keys = keyring(randomBytes(32));
  const runs = await enterRun(store, clock);
  const account = await ownAccount(store, 'telegram', 'bench', clock.now());
  const intakeRef: { current: Intake | null } = { current: null };
  const channel =
    process.env['CHANNEL'] !== 'telegram'
      ? thinTelegram(account, apiRoot)
      : telegramChannel({
          account,
          store,
          clock,
          holder: runs.own,
          token: new Secret(token),
          apiRoot,
          proxy: null,
          noProxy: null,
          bulkRate: 25,
          webhook: null,
          intakeRef,
          log: (line) => (line.level === 'error' || process.env['SHOW_LOG'] ? console.error(line) : undefined),
          // As perMinute: these chats write faster than people do.
          burst: 1_000_000,
        });
  const names = await readNames(store);
  const { slices, ports } = office({
    keys,
    clock,
    vocabulary: names.current,
    undoSeconds: 3_600,
    fetch: { store, clock, channel: () => channel, intake: () => null },
  });
  const core = kernel({
    store,
    clock,
    runs,
    slices,
    ports,
    channel: () => channel,
    files: async () => [],
    retries: () => false,
    audit: auditAppender(keys),
    undoSeconds: 3_600,
    perMinute: 100_000,
    log: (line) => (line.level === 'error' || process.env['SHOW_LOG'] ? console.error(line) : undefined),
  });
  await core.write({ actor: guest, via: { channel: 'cli', request: 'bench' } }, async (work) => {
    const today = clock.now().toZonedDateTimeISO(localZone).toPlainDate();
    const people = await seedPeople(work, today, keys);
    await seedRounds(work, today, people);
    await crowd(work, account, chats, String);
  });
  await store.aside((sql) => sql.unsafe('analyze'));
  await names.refresh();
  core.start();
  // BENCH_WHERE=1 (the option --where): where this process's time goes, from the first measured message on.
  const sampled = process.env['BENCH_WHERE'] ? await sampleProcess() : null;
  const stop = new AbortController();
  let settled = 0;
  const counted: typeof core.intake = {
    receipts: (batch) => core.intake.receipts(batch),
    async settle(batch) {
      const ends = await core.intake.settle(batch.map(opensForm));
      settled += batch.length;
      if (sampled && settled === chats * messagesPerChat) printParts(await sampled(), settled);
      return ends;
    },
  };
  const listening = channel.listen!(counted, stop.signal);
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
