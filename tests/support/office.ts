import { randomBytes } from 'node:crypto';
import { guest } from '../../src/base/access/access.ts';
import type { Store } from '../../src/base/database/store.ts';
import { type Id, newId } from '../../src/base/ids.ts';
import { keyring } from '../../src/base/secrets/keyring.ts';
import { localZone } from '../../src/base/time/zone.ts';
import { seedPartners } from '../../src/demo/partners.ts';
import { type DemoPeople, seedPeople } from '../../src/demo/people.ts';
import { type DemoRound, seedRounds } from '../../src/demo/rounds.ts';
import { readNames } from '../../src/office/names.ts';
import { office } from '../../src/office/office.ts';
import { fakeClock } from './clock.ts';
import { type TestKernel, testKernel } from './kernel.ts';

/** The whole office with the demonstration's people on a test kernel; a fake clock that begins on Monday, 23/11/2026, 14:00 in Sơn La. */
export interface TestOffice extends TestKernel {
  readonly demo: DemoPeople;
  readonly round: DemoRound;
  /** Links a chat to a demonstration person, as an invitation would. */
  link(chat: string, person: Id<'person'>): Promise<void>;
}

export async function testOffice(store: Store): Promise<TestOffice> {
  const clock = fakeClock();
  const keys = keyring(randomBytes(32));
  const names = await readNames(store);
  const { slices, ports } = office({
    keys,
    clock,
    vocabulary: names.current,
    undoSeconds: 120,
    fetch: { store, clock, channel: () => of.channel, intake: () => of.kernel.intake },
  });
  const of: TestKernel = await testKernel(store, slices, { ports, clock });
  const today = clock.now().toZonedDateTimeISO(localZone).toPlainDate();
  let demo: DemoPeople | undefined;
  let round: DemoRound | undefined;
  await of.kernel.write({ actor: guest, via: { channel: 'cli', request: 'test' } }, async (work) => {
    demo = await seedPeople(work, today, keys);
    round = await seedRounds(work, today, demo);
    await seedPartners(work, today, {
      officers: [demo.minh, demo.ha].map((p) => ({ id: p.id, fullName: p.actor.name ?? '' })),
    });
  });
  await names.refresh();
  return {
    ...of,
    demo: demo!,
    round: round!,
    async link(chat, person) {
      const at = clock.now().toString();
      await store.aside(
        (sql) => sql`
          insert into identity (id, account_id, external, person_id, status, linked_at, created_at, updated_at)
          values (${newId(clock.now().epochMilliseconds)}, ${of.account}, ${chat}, ${person}, 'linked', ${at}, ${at}, ${at})`,
      );
    },
  };
}
