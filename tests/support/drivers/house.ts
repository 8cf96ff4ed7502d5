import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { guest } from '../../../src/base/access/access.ts';
import type { Store } from '../../../src/base/database/store.ts';
import { openFile } from '../../../src/base/files/store.ts';
import { listen } from '../../../src/base/http/listen.ts';
import { answerErrors, Refusal } from '../../../src/base/http/refusal.ts';
import { type Id, newId } from '../../../src/base/ids.ts';
import { type Keyring, keyring } from '../../../src/base/secrets/keyring.ts';
import { localZone } from '../../../src/base/time/zone.ts';
import { channels } from '../../../src/chat/channels/channel.ts';
import { webChannel } from '../../../src/chat/channels/web/web.ts';
import { auditAppender } from '../../../src/chat/kernel/audit.ts';
import type { Kernel } from '../../../src/chat/kernel/kernel.ts';
import { ownAccount } from '../../../src/chat/messaging/account.ts';
import type { Intake } from '../../../src/chat/messaging/types.ts';
import { seedPartners } from '../../../src/demo/partners.ts';
import { type DemoPeople, seedPeople } from '../../../src/demo/people.ts';
import type { PhonePlatform } from '../../../src/demo/phones/phone.ts';
import { poorPhones } from '../../../src/demo/phones/poor.ts';
import { richPhones } from '../../../src/demo/phones/rich.ts';
import { type DemoRound, seedRounds } from '../../../src/demo/rounds.ts';
import { keepFile } from '../../../src/office/attachments/keep.ts';
import { seedRules } from '../../../src/office/law/store.ts';
import { readNames } from '../../../src/office/names.ts';
import { office } from '../../../src/office/office.ts';
import { type FakeClock, fakeClock } from '../clock.ts';
import { testKernel } from '../kernel.ts';
import type { Driver } from './driver.ts';
import { phoneDriver } from './phone-driver.ts';
import { type TelegramHouse, telegramHouse } from './telegram-house.ts';
import { webDriver } from './web-driver.ts';

/** On which phone a scenario runs. */
export const kinds = ['web', 'rich', 'poor'] as const satisfies readonly Driver['kind'][];

/** The whole office with the demonstration's people, reachable by every kind of phone, on a clock that a test moves. */
export interface House {
  readonly kernel: Kernel;
  readonly clock: FakeClock;
  readonly store: Store;
  /** What seals and hashes here; invitations are made with it. */
  readonly keys: Keyring;
  readonly demo: DemoPeople;
  readonly round: DemoRound;
  readonly phones: { readonly rich: PhonePlatform; readonly poor: PhonePlatform };
  /** Telegram behind the rich phones, where the house was opened with it. */
  readonly telegram: TelegramHouse | null;
  /** What was logged as a warning or an error. */
  readonly log: readonly { level: string; what: string }[];
  /** A phone in somebody's hand; linked to a person where one is named, else a guest's. */
  driver(kind: Driver['kind'], person?: Id<'person'>): Promise<Driver>;
  close(): Promise<void>;
}

/** How the rich phones are reached: in this process, or as Telegram over real HTTP by its emulator. */
export type Rich = 'phones' | 'polling' | 'webhook';

/** Opens the house on a store that nothing was written to yet. The clock begins on Monday, 23/11/2026, 14:00 in Sơn La. */
export async function openHouse(store: Store, rich: Rich = 'phones'): Promise<House> {
  const clock = fakeClock();
  const keys = keyring(randomBytes(32));
  const intakeRef: { current: Intake | null } = { current: null };
  const account = (channel: 'web' | 'telegram' | 'zalo') => ownAccount(store, channel, 'house', clock.now());
  const accounts = { web: await account('web'), rich: await account('telegram'), poor: await account('zalo') };
  const find = (id: Id<'file'>) => openFile((work) => store.aside(work), id);
  const web = webChannel({
    account: accounts.web,
    store,
    clock,
    sign: keys.sign,
    verify: keys.verify,
    intakeRef,
    files: {
      find,
      async put({ name, bytes }) {
        const kept = await keepFile({ store, clock }, { name, bytes, by: null });
        if (!kept.ok) throw new Refusal(422, `file_${kept.why}`, kept.says);
        return kept;
      },
    },
  });
  const phones = {
    rich: richPhones({ account: accounts.rich, clock, intakeRef }),
    poor: poorPhones({ account: accounts.poor, clock, intakeRef }),
  };
  const telegram =
    rich === 'phones' ? null : await telegramHouse({ store, clock, account: accounts.rich, mode: rich, intakeRef });
  const all = channels([{ account: accounts.web, channel: web }, telegram ?? phones.rich, phones.poor]);
  await store.aside((sql) => seedRules(sql, clock.now()));
  const names = await readNames(store);
  const { slices, ports } = office({
    keys,
    clock,
    vocabulary: names.current,
    undoSeconds: 120,
    fetch: { store, clock, channel: all.of, intake: () => intakeRef.current },
  });
  const core = await testKernel(store, slices, {
    ports,
    clock,
    channel: all.of,
    audit: auditAppender(keys),
    changed: names.changed,
    files: async (ids) => (await Promise.all(ids.map(find))).filter((file) => file !== null),
  });
  intakeRef.current = core.kernel.intake;

  const today = clock.now().toZonedDateTimeISO(localZone).toPlainDate();
  const via = { channel: 'cli', request: 'test' } as const;
  const { demo, round } = await core.kernel.write({ actor: guest, via }, async (work) => {
    const people = await seedPeople(work, today, keys);
    const rounds = await seedRounds(work, today, people);
    const officers = [people.minh, people.ha].map((p) => ({ id: p.id, fullName: p.actor.name ?? '' }));
    await seedPartners(work, today, { officers, keys });
    return { demo: people, round: rounds };
  });

  const app = new Hono();
  answerErrors(app, (error) => core.log.push({ level: 'error', what: String(error) }));
  web.routes(app);
  telegram?.channel.routes(app);
  const server = await listen({ app, host: '127.0.0.1', port: 0 });
  await telegram?.begin(server.url, core.kernel.intake);
  let hands = 0;

  return {
    kernel: core.kernel,
    clock,
    store,
    keys,
    demo,
    round,
    phones,
    telegram,
    log: core.log,
    async driver(kind, person) {
      hands += 1;
      const driver =
        kind === 'web'
          ? await webDriver(server.url)
          : kind === 'rich' && telegram
            ? telegram.driver()
            : phoneDriver(kind, phones[kind].phone(`phone-${hands}`));
      if (person) {
        const at = clock.now().toString();
        const id = newId<'identity'>(clock.now().epochMilliseconds);
        await store.aside(
          (sql) => sql`
            insert into identity (id, account_id, external, person_id, status, linked_at, created_at, updated_at)
            values (${id}, ${accounts[kind]}, ${driver.chat}, ${person}, 'linked', ${at}, ${at}, ${at})`,
        );
      }
      return driver;
    },
    async close() {
      web.stop();
      await telegram?.stop();
      phones.rich.stop();
      phones.poor.stop();
      await server.stop(2_000);
      await core.stop();
      await telegram?.end();
    },
  };
}
