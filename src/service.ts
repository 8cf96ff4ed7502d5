import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { guest } from './base/access/access.ts';
import { openStore, type Store } from './base/database/store.ts';
import { makeFolder } from './base/files/folder.ts';
import { openFile } from './base/files/store.ts';
import { clientAddress } from './base/http/client.ts';
import { securityHeaders } from './base/http/headers.ts';
import { healthRoutes, type Part, type PartState } from './base/http/health.ts';
import { listen } from './base/http/listen.ts';
import { answerErrors, Refusal } from './base/http/refusal.ts';
import type { Id } from './base/ids.ts';
import { Lifecycle } from './base/lifecycle/lifecycle.ts';
import type { Log } from './base/log.ts';
import { enterRun } from './base/runs/runs.ts';
import { KeyFileError, loadOrMakeSecretKey, secretKeyFile } from './base/secrets/key-file.ts';
import { keyring } from './base/secrets/keyring.ts';
import { holdToKey } from './base/secrets/store-key.ts';
import type { Clock } from './base/time/clock.ts';
import { localDay } from './base/time/zone.ts';
import { startWatchdog } from './base/watchdog/watchdog.ts';
import { channels } from './chat/channels/channel.ts';
import { failureOf } from './chat/channels/failures.ts';
import { telegramFailures } from './chat/channels/telegram/failures.ts';
import { webChannel } from './chat/channels/web/web.ts';
import { auditAppender } from './chat/kernel/audit.ts';
import { type Kernel, kernel } from './chat/kernel/kernel.ts';
import { ownAccount } from './chat/messaging/account.ts';
import type { Intake, ReadyFile } from './chat/messaging/types.ts';
import { serviceChores } from './chores.ts';
import { runCommand } from './cli/commands.ts';
import { serveControl } from './cli/control.ts';
import { controlPath } from './cli/protocol.ts';
import type { Config } from './config.ts';
import { demoPage } from './demo/page.ts';
import { demoPlatforms } from './demo/platforms.ts';
import { prepareDemo, storeFits } from './demo/seed.ts';
import { keepFile } from './office/attachments/keep.ts';
import { seedRules } from './office/law/store.ts';
import { readNames } from './office/names.ts';
import { office } from './office/office.ts';
import { orderExpiry } from './office/partners/index.ts';
import { openTelegram } from './telegram.ts';
import { keepMenus } from './telegram-menus.ts';

/** The running service. */
export interface Service {
  readonly kernel: Kernel;
  /** Where people open it. */
  readonly url: string;
  /** The port that it really answers on. */
  readonly port: number;
  /** What runs, in a few words. */
  readonly says: string;
  stop(): Promise<void>;
}

/** How long each part may take to stop, in milliseconds; together under 30 seconds. */
const stopMs = {
  chores: 2_000,
  listening: 2_000,
  phones: 500,
  control: 1_000,
  web: 5_000,
  kernel: 8_000,
  telegram: 500,
  run: 2_000,
  store: 6_000,
  watchdog: 1_000,
} as const;

/**
 * Starts everything in order; what a later step needs is there by then. A step that fails stops what was started before it.
 * `kill`: ends this process at once, given where somebody would start it again; the demonstration offers it.
 * @throws errors whose message says what is wrong and what to do.
 */
export async function startService(
  config: Config,
  clock: Clock,
  log: Log,
  kill: (() => void) | null = null,
): Promise<Service> {
  const life = new Lifecycle((name, error) => log.error({ err: error, part: name }, 'a part did not stop in order'));
  try {
    return await start(config, clock, log, life, kill);
  } catch (error) {
    await life.stop();
    throw error;
  }
}

async function start(
  config: Config,
  clock: Clock,
  log: Log,
  life: Lifecycle,
  kill: (() => void) | null,
): Promise<Service> {
  for (const warning of config.warnings) log.warn(warning);
  const startedAt = clock.now();
  // Stopped last, so that a stop that hangs in a loop is ended too.
  const dog = startWatchdog();
  life.add('watchdog', stopMs.watchdog, () => dog.stop());
  makeFolder(config.dataDir, 'DATA_DIR');
  keyIsThere(config);
  const store = await openStore(
    { databaseUrl: config.databaseUrl?.reveal(), schema: config.databaseSchema, dataDir: config.dataDir },
    clock.now(),
  );
  life.add('store', stopMs.store, () => store.close());
  const key = config.secretKey?.reveal() ?? loadOrMakeSecretKey(config.dataDir).key;
  const keys = keyring(key, config.secretKeyPrevious?.reveal());
  await store.aside((sql) => holdToKey(sql, keys, clock.now()));
  await store.aside((sql) => seedRules(sql, clock.now()));
  const runs = await enterRun(store, clock);
  life.add('run', stopMs.run, () => runs.stop());

  const webAccount = await ownAccount(store, 'web', 'web', clock.now());
  const intakeRef: { current: Intake | null } = { current: null };
  const publicUrl = config.publicUrl;
  const find = (id: Id<'file'>): Promise<ReadyFile | null> => openFile((work) => store.aside(work), id);
  const address = clientAddress(config.trustProxy);
  const web = webChannel({
    account: webAccount,
    store,
    clock,
    sign: keys.sign,
    verify: keys.verify,
    intakeRef,
    runs,
    publicUrl,
    address,
    files: {
      find,
      async put(file) {
        const kept = await keepFile({ store, clock }, { name: file.name, bytes: file.bytes, by: null });
        if (!kept.ok) throw new Refusal(422, `file_${kept.why}`, kept.says);
        return kept;
      },
    },
    broken: (error) => log.error({ err: error }, 'the web chat went wrong behind the scenes'),
  });
  const telegram = await openTelegram({
    config,
    store,
    clock,
    holder: runs.own,
    gone: (run) => runs.gone().has(run),
    intakeRef,
    log,
    outage: (account, since) => core.askAgain(account, since),
  });
  if (telegram) life.add('telegram', stopMs.telegram, () => telegram.channel.end());
  if (config.demo) await storeFits(store, true);
  const phones = config.demo ? await demoPlatforms({ store, clock, intakeRef }) : null;
  const all = channels([
    { account: webAccount, channel: web },
    ...(telegram ? [telegram] : []),
    ...(phones ? [phones.zalo, phones.telegram] : []),
  ]);

  const names = await readNames(store);
  const { slices, ports } = office({
    keys,
    clock,
    vocabulary: names.current,
    undoSeconds: config.undoSeconds,
    fetch: { store, clock, channel: all.of, intake: () => intakeRef.current },
  });
  const core: Kernel = kernel({
    store,
    clock,
    runs,
    slices,
    ports,
    channel: all.of,
    files: async (ids) => (await Promise.all(ids.map(find))).filter((file) => file !== null),
    retries: (why) => failureOf(why, telegramFailures).retry === 'later',
    audit: auditAppender(keys),
    undoSeconds: config.undoSeconds,
    log: ({ level, what, ...more }) => log[level](more, what),
    everySecond: async () => void (await names.refresh()),
    changed: names.changed,
  });
  life.add('kernel', stopMs.kernel, () => core.stop(stopMs.kernel - 1_000));
  if (phones) {
    await phones.restore(find);
    life.add('phones', stopMs.phones, () => phones.stop());
  }
  await prepareDemo({ store, kernel: core, clock, keys, demo: config.demo });
  await names.refresh();

  const app = new Hono();
  app.use(securityHeaders({ https: publicUrl?.startsWith('https:') ?? false }));
  answerErrors(app, (error, path) => log.error({ err: error, path }, 'a request went wrong'));
  const parts = (): Readonly<Record<string, Part>> => ({
    database: { needed: true, state: () => databaseState(store) },
    kernel: {
      needed: true,
      state: () => {
        const { inbox, outbox } = core.depth();
        return { ok: intakeRef.current !== null, says: `${inbox} messages wait to be worked on, ${outbox} to be sent` };
      },
    },
    ...all.parts(),
  });
  healthRoutes(app, parts);
  web.routes(app);
  telegram?.channel.routes(app);
  if (phones) {
    const page = { store, kernel: core, keys, clock, platforms: phones, web, webAccount, publicUrl, address, kill };
    demoPage(app, { ...page, undoSeconds: config.undoSeconds, startedAt });
  }
  const server = await listen({ app, host: config.host, port: config.port, say: (sentence) => log.warn(sentence) });
  life.add('web', stopMs.web, async () => {
    web.stop();
    await server.stop(stopMs.web - 500);
  });
  const url = publicUrl ?? server.url;
  const control = await serveControl({
    path: controlPath(config.dataDir),
    run: runCommand({
      store,
      clock,
      keys,
      config,
      write: core.write,
      depth: core.depth,
      vocabulary: names.current,
      parts,
      telegram,
      flows: slices.flatMap((slice) => slice.flows ?? []),
      url,
      startedAt,
    }),
    broken: (error, command) => log.error({ err: error, command }, 'a command of the operator went wrong'),
  });
  life.add('control', stopMs.control, () => control.close(stopMs.control - 200));
  intakeRef.current = core.intake;
  core.start();
  await core.write({ actor: guest, via: { channel: 'task', request: 'start' } }, async (work) =>
    orderExpiry(work, localDay(clock.now())),
  );
  // Platforms that are polled; a start waits for none of them.
  const deaf = new AbortController();
  const listening = all.listen(core.intake, deaf.signal);
  life.add('listening', stopMs.listening, async () => {
    deaf.abort();
    await listening;
  });
  if (telegram) {
    const { account, channel } = telegram;
    const menus = { store, clock, account, client: channel.client, flows: slices.flatMap((one) => one.flows ?? []) };
    const stop = new AbortController();
    const kept = keepMenus(menus, stop.signal, (error) => log.warn({ err: error }, 'menus at Telegram were not kept'));
    life.add('menus', stopMs.listening, () => {
      stop.abort();
      return kept;
    });
  }
  const chores = serviceChores({ store, clock, keys, config, holder: runs.own, log });
  life.add('chores', stopMs.chores, () => chores.stop());
  const where =
    store.kind === 'pglite' ? `embedded database in ${config.dataDir}` : `PostgreSQL, schema ${store.schema}`;
  return {
    kernel: core,
    url,
    port: server.port,
    says: `${config.demo ? 'demonstration' : 'live'}, ${where}`,
    stop: () => life.stop(),
  };
}

/** An embedded database without its key file would be given a new key, which opens nothing of what the old one sealed. @throws KeyFileError */
function keyIsThere({ databaseUrl, secretKey, dataDir }: Config): void {
  const file = secretKeyFile(dataDir);
  if (databaseUrl || secretKey || existsSync(file) || !existsSync(join(dataDir, 'pglite'))) return;
  throw new KeyFileError(
    `The data folder ${dataDir} has a database but its key file ${file} is gone: what the key sealed could not be opened. Put the file back from your copy, or set SECRET_KEY.`,
  );
}

async function databaseState(store: Store): Promise<PartState> {
  const ok = await store.ping();
  return { ok, says: `${store.kind} ${ok ? 'answers' : 'does not answer'}` };
}
