import { randomBytes } from 'node:crypto';
import { guest } from '../../src/base/access/access.ts';
import type { Store } from '../../src/base/database/store.ts';
import { type Id, newId } from '../../src/base/ids.ts';
import { keyring } from '../../src/base/secrets/keyring.ts';
import { localZone } from '../../src/base/time/zone.ts';
import { auditAppender } from '../../src/chat/kernel/audit.ts';
import { seedPartners } from '../../src/demo/partners.ts';
import { type DemoPeople, seedPeople } from '../../src/demo/people.ts';
import { type DemoRound, seedRounds } from '../../src/demo/rounds.ts';
import { seedRules } from '../../src/office/law/store.ts';
import { readNames } from '../../src/office/names.ts';
import { office } from '../../src/office/office.ts';
import { fakeClock } from './clock.ts';
import { drained } from './drained.ts';
import { type TestKernel, testKernel } from './kernel.ts';

/** The whole office with the demonstration's people on a test kernel; a fake clock that begins on Monday, 23/11/2026, 14:00 in Sơn La. */
export interface TestOffice extends TestKernel {
  readonly demo: DemoPeople;
  readonly round: DemoRound;
  /** Links a chat to a demonstration person, as an invitation would. */
  link(chat: string, person: Id<'person'>): Promise<void>;
  /** Links a chat and makes it the person's own, so that notices find it. */
  seat(chat: string, person: Id<'person'>): Promise<void>;
  /** The last message's buttons, by their labels. */
  buttons(chat: string): string[];
  /** Lets time pass and what is due go out. */
  later(by: Temporal.DurationLike): Promise<void>;
}

export async function testOffice(store: Store): Promise<TestOffice> {
  const clock = fakeClock();
  const keys = keyring(randomBytes(32));
  await store.aside((sql) => seedRules(sql, clock.now()));
  const names = await readNames(store);
  const { slices, ports } = office({
    keys,
    clock,
    vocabulary: names.current,
    undoSeconds: 120,
    fetch: { store, clock, channel: () => of.channel, intake: () => of.kernel.intake },
  });
  const of: TestKernel = await testKernel(store, slices, {
    ports,
    clock,
    audit: auditAppender(keys),
    changed: names.changed,
  });
  const today = clock.now().toZonedDateTimeISO(localZone).toPlainDate();
  let demo: DemoPeople | undefined;
  let round: DemoRound | undefined;
  await of.kernel.write({ actor: guest, via: { channel: 'cli', request: 'test' } }, async (work) => {
    demo = await seedPeople(work, today, keys);
    round = await seedRounds(work, today, demo);
    await seedPartners(work, today, {
      officers: [demo.minh, demo.ha].map((p) => ({ id: p.id, fullName: p.actor.name ?? '' })),
      keys,
    });
  });
  const made: TestOffice = {
    ...of,
    demo: demo!,
    round: round!,
    async seat(chat, person) {
      await made.link(chat, person);
      await made.say(chat, 'menu');
      await store.aside(async (sql) => {
        await sql`update dialogue set version = version + 1, person_id = null where person_id = ${person}`;
        await sql`update dialogue set version = version + 1, person_id = ${person} where id = (select dialogue_id from chat where external = ${chat})`;
      });
    },
    buttons: (chat) =>
      (of.channel.sent.findLast((s) => s.chat === chat)?.what.say.buttons ?? []).flat().map((b) => b.label),
    async later(by) {
      clock.advance(by);
      // What tasks tell goes out with the next look.
      for (let look = 0; look < 2; look++) {
        await of.kernel.runDue();
        await drained(of.kernel);
      }
    },
    async link(chat, person) {
      const at = clock.now().toString();
      await store.aside(
        (sql) => sql`
          insert into identity (id, account_id, external, person_id, status, linked_at, created_at, updated_at)
          values (${newId(clock.now().epochMilliseconds)}, ${of.account}, ${chat}, ${person}, 'linked', ${at}, ${at}, ${at})`,
      );
    },
  };
  return made;
}
