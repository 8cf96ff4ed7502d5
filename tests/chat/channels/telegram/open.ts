import { Hono } from 'hono';
import { listen } from '../../../../src/base/http/listen.ts';
import { answerErrors } from '../../../../src/base/http/refusal.ts';
import type { Id } from '../../../../src/base/ids.ts';
import { Secret } from '../../../../src/base/secrets/secret.ts';
import { systemClock } from '../../../../src/base/time/clock.ts';
import {
  type TelegramChannel,
  type TelegramOptions,
  telegramChannel,
} from '../../../../src/chat/channels/telegram/telegram.ts';
import { ownAccount } from '../../../../src/chat/messaging/account.ts';
import type { Intake } from '../../../../src/chat/messaging/types.ts';
import { type Emulator, type EmulatorOptions, openEmulator } from '../../../emulators/telegram/emulator.ts';
import { type FakeKernel, fakeKernel } from '../../../support/drivers/fake-kernel.ts';
import { type TestStore, testStore } from '../../../support/store.ts';

/** The channel against the emulator, with a kernel that believes everything. */
export interface OnTelegram {
  readonly emulator: Emulator;
  readonly channel: TelegramChannel;
  readonly account: Id<'account'>;
  readonly kernel: FakeKernel;
  readonly made: TestStore;
  readonly log: { level: string; what: string; [more: string]: unknown }[];
  /** Where Telegram calls in webhook mode. */
  readonly url: string;
  /** Ends the channel and makes it anew on the same store and emulator, as a restart does. */
  restart(change?: Partial<TelegramOptions> & { mode?: 'polling' | 'webhook' }): Promise<TelegramChannel>;
  close(): Promise<void>;
}

/** Waits until something holds. @throws when it does not within `ms` */
export async function until(holds: () => boolean | Promise<boolean>, ms = 5_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`it did not come to hold: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const secret = 'a-secret-for-the-webhook-0123';
/** Where the service would be reached from outside; the emulator finds the real door. */
const publicUrl = 'https://nhipcau.test';

/** Opens everything; `waits` are short, so that what is tried again comes soon. */
export async function onTelegram(
  mode: 'polling' | 'webhook',
  of: { emulator?: EmulatorOptions; channel?: Partial<TelegramOptions> } = {},
): Promise<OnTelegram> {
  const made = await testStore();
  let local = '';
  const emulator = await openEmulator({ ...of.emulator, route: (url) => url.replace(publicUrl, local) });
  const account = await ownAccount(made.store, 'telegram', 'test', systemClock.now());
  const kernel = fakeKernel({ account, clock: systemClock, store: made.store });
  const intakeRef: { current: Intake | null } = { current: kernel };
  const log: OnTelegram['log'] = [];
  const begin = (how: 'polling' | 'webhook', change: Partial<TelegramOptions> = {}) => {
    const channel = telegramChannel({
      account,
      store: made.store,
      clock: systemClock,
      holder: crypto.randomUUID(),
      token: new Secret(emulator.token),
      apiRoot: emulator.url,
      proxy: null,
      noProxy: null,
      bulkRate: 25,
      webhook: how === 'webhook' ? { publicUrl, secret: new Secret(secret) } : null,
      intakeRef,
      log: (line) => void log.push(line),
      burst: 1_000,
      waits: { again: 300, first: 20, poll: 5_000 },
      ...of.channel,
      ...change,
    });
    const app = new Hono();
    answerErrors(app, (error) => void log.push({ level: 'error', what: String(error) }));
    channel.routes(app);
    const stop = new AbortController();
    const listening = channel.listen!(kernel, stop.signal);
    return { channel, app, stop, listening };
  };
  let now = begin(mode);
  const server = await listen({
    app: { fetch: (request, env) => now.app.fetch(request, env as never) },
    host: '127.0.0.1',
    port: 0,
  });
  local = server.url;
  const end = async () => {
    now.stop.abort();
    await now.listening;
    await now.channel.end();
  };
  return {
    emulator,
    account,
    kernel,
    made,
    log,
    url: server.url,
    get channel() {
      return now.channel;
    },
    async restart({ mode: how = mode, ...change } = {}) {
      await end();
      now = begin(how, change);
      return now.channel;
    },
    async close() {
      await end();
      await server.stop(500);
      await emulator.close();
      await made.close();
    },
  };
}
