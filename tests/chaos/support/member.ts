/**
 * One process of the service for chaos tests: the whole office on the kernel, events by HTTP as from a webhook platform,
 * replies by HTTP to the platform. Settings come from the environment; prints `READY <port>` and serves until it is killed.
 */
import { createServer } from 'node:http';
import { guest } from '../../../src/base/access/access.ts';
import { openStore } from '../../../src/base/database/store.ts';
import { enterRun } from '../../../src/base/runs/runs.ts';
import { keyring } from '../../../src/base/secrets/keyring.ts';
import { systemClock as clock } from '../../../src/base/time/clock.ts';
import { localZone } from '../../../src/base/time/zone.ts';
import { startWatchdog } from '../../../src/base/watchdog/watchdog.ts';
import type { Slice } from '../../../src/chat/dialogue/types.ts';
import { auditAppender } from '../../../src/chat/kernel/audit.ts';
import { kernel } from '../../../src/chat/kernel/kernel.ts';
import { ownAccount } from '../../../src/chat/messaging/account.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import type { Channel, Inbound } from '../../../src/chat/messaging/types.ts';
import { seedPeople } from '../../../src/demo/people.ts';
import { seedRounds } from '../../../src/demo/rounds.ts';
import { readNames } from '../../../src/office/names.ts';
import { office } from '../../../src/office/office.ts';
import { crowd } from '../../support/crowd.ts';

const env = process.env;
const platform = env['PLATFORM']!;
const store = await openStore({ databaseUrl: env['DATABASE_URL'], dataDir: env['DATA_DIR'] ?? '.' }, clock.now());
const keys = keyring(Buffer.alloc(32, 7));
const runs = await enterRun(store, clock);
const account = await ownAccount(store, 'telegram', 'chaos', clock.now());
const names = await readNames(store);
const { slices, ports } = office({
  keys,
  clock,
  vocabulary: names.current,
  undoSeconds: 3_600,
  fetch: { store, clock, channel: () => undefined, intake: () => null },
});

/** Handlers that go wrong on purpose. */
const faulty: Slice = {
  name: 'faulty',
  flows: [
    {
      name: 'faulty',
      intents: ['faulty'],
      command: 'faulty',
      may: () => true,
      run(turn, ask) {
        if (ask.text.includes('loop')) for (;;);
        if (ask.text.includes('die')) process.kill(process.pid, 'SIGKILL');
        if (ask.text.includes('throw')) throw new Error('a bug');
        if (ask.text.includes('never')) return new Promise<void>(() => {});
        return turn.reply({ text: ['khỏe'] });
      },
    },
  ],
};

const channel: Channel = {
  name: 'telegram',
  can: () => ({ edit: false, buttons: 100, text: 4096, files: [], fileBytes: 0 }),
  async send(to, what) {
    try {
      const answer = await fetch(`${platform}/send`, {
        method: 'POST',
        body: JSON.stringify({ chat: to.chat, id: what.id, text: plain(what.say.text) }),
      });
      return answer.ok ? { end: 'sent', ref: what.id } : { end: 'unknown', why: 'answer_lost' };
    } catch {
      return { end: 'unknown', why: 'answer_lost' };
    }
  },
  async *fetch() {},
  state: () => ({ ok: true, since: clock.now(), says: 'chaos' }),
};

const core = kernel({
  store,
  clock,
  runs,
  slices: [...slices, faulty],
  ports,
  channel: () => channel,
  files: async () => [],
  retries: () => false,
  audit: auditAppender(keys),
  undoSeconds: 3_600,
  perMinute: 100_000,
  turnMs: Number(env['TURN_MS'] ?? 2_000),
  carefulMs: Number(env['CAREFUL_MS'] ?? 3_000),
  log: (line) => (line.level === 'error' || env['SHOW_LOG'] ? console.error(JSON.stringify(line)) : undefined),
});

if (env['SEED']) {
  await core.write({ actor: guest, via: { channel: 'cli', request: 'chaos' } }, async (work) => {
    const people = await seedPeople(work, clock.now().toZonedDateTimeISO(localZone).toPlainDate(), keys);
    await seedRounds(work, clock.now().toZonedDateTimeISO(localZone).toPlainDate(), people);
    await crowd(work, account, Number(env['SEED']), (n) => `c${n}`);
  });
}
await names.refresh();
core.start();
startWatchdog(Number(env['WATCHDOG_MS'] ?? 10_000));

/** Events that are not worked on, and answers that have not arrived. */
const open = () =>
  store.aside(
    (sql) => sql<{ n: number }[]>`
      select (select count(*) from inbox where state <> 'done')::int
        + (select count(*) from delivery d join chat c on c.id = d.chat_id where c.external like 'c%' and d.state <> 'sent')::int as n`,
  );

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    open().then(
      ([row]) => response.end(String(row!.n)),
      () => response.writeHead(503).end(),
    );
    return;
  }
  let body = '';
  request.on('data', (piece) => {
    body += piece;
  });
  request.on('end', () => {
    const { key, chat, text } = JSON.parse(body) as { key: string; chat: string; text: string };
    const inbound: Inbound = {
      key,
      chat: { account, chat, kind: 'private' },
      from: { external: chat },
      sentAt: clock.now(),
      input: { kind: 'text', text },
    };
    core.intake.settle([inbound]).then(
      ([end]) => response.end(end),
      () => response.writeHead(503).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => console.log(`READY ${(server.address() as { port: number }).port}`));
process.stdin.once('end', () => process.exit(1)).resume();
