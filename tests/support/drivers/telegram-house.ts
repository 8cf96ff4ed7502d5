import type { Store } from '../../../src/base/database/store.ts';
import type { Id } from '../../../src/base/ids.ts';
import { Secret } from '../../../src/base/secrets/secret.ts';
import { systemClock } from '../../../src/base/time/clock.ts';
import type { Served } from '../../../src/chat/channels/channel.ts';
import { type TelegramChannel, telegramChannel } from '../../../src/chat/channels/telegram/telegram.ts';
import type { Intake } from '../../../src/chat/messaging/types.ts';
import { type Emulator, openEmulator } from '../../emulators/telegram/emulator.ts';
import type { Person } from '../../emulators/telegram/people.ts';
import type { FakeClock } from '../clock.ts';
import type { Driver } from './driver.ts';
import { telegramDriver } from './telegram-driver.ts';

/** Telegram for a house: the real channel over real HTTP, and the emulator with its people at the other end. */
export interface TelegramHouse extends Served {
  readonly channel: TelegramChannel;
  readonly emulator: Emulator;
  /** Begins to listen; `url` is where webhook calls really go. */
  begin(url: string, intake: Intake): Promise<void>;
  driver(): Driver;
  /** The person behind a driver. */
  person(chat: string): Person;
  /** Listens no more. */
  stop(): Promise<void>;
  /** Ends everything; after the kernel, which may still send. */
  end(): Promise<void>;
}

const publicUrl = 'https://nhipcau.test';

export async function telegramHouse(of: {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly account: Id<'account'>;
  readonly mode: 'polling' | 'webhook';
  readonly intakeRef: { readonly current: Intake | null };
}): Promise<TelegramHouse> {
  let local = '';
  // Telegram's clock is the house's: what was typed before a question is older than it.
  const emulator = await openEmulator({ now: of.clock.now, route: (url) => url.replace(publicUrl, local) });
  const log: object[] = [];
  const channel = telegramChannel({
    account: of.account,
    store: of.store,
    // Waits for the network are real ones.
    clock: systemClock,
    holder: 'house',
    token: new Secret(emulator.token),
    apiRoot: emulator.url,
    proxy: null,
    noProxy: null,
    // On a clock that only the test moves nothing may wait for its turn.
    bulkRate: 1_000,
    webhook: of.mode === 'webhook' ? { publicUrl, secret: new Secret('a-secret-of-the-house-0123') } : null,
    intakeRef: of.intakeRef,
    log: (line) => void log.push(line),
    burst: 10_000,
    waits: { again: 1_000, first: 50, poll: 20_000 },
    // Each person waits for the answer before the next act: nothing overtakes here (tests/chat/channels/telegram does it).
    orderMs: 5,
  });
  const people = new Map<string, Person>();
  const deaf = new AbortController();
  let listening: Promise<void> = Promise.resolve();
  return {
    account: of.account,
    channel,
    emulator,
    async begin(url, intake) {
      local = url;
      listening = channel.listen!(intake, deaf.signal);
      for (let tries = 0; !channel.state().ok; tries++) {
        if (tries > 500) throw new Error(`Telegram does not begin: ${channel.state().says} ${JSON.stringify(log)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    driver() {
      const person = emulator.person();
      people.set(person.chat, person);
      return telegramDriver(person);
    },
    person: (chat) => people.get(chat)!,
    async stop() {
      deaf.abort();
      await listening;
    },
    async end() {
      await channel.end();
      await emulator.close();
    },
  };
}
