import { guest } from '../../src/base/access/access.ts';
import type { Store } from '../../src/base/database/store.ts';
import type { Id } from '../../src/base/ids.ts';
import { createInvite, type NewInvite } from '../../src/office/people/invites.ts';
import { lists } from '../../src/office/people/unit-data.ts';
import { setOfficerInCharge } from '../../src/office/people/units.ts';
import { drained } from '../support/drained.ts';
import { type Driver, hears, type Seen } from '../support/drivers/driver.ts';
import { type House, openHouse, type Rich } from '../support/drivers/house.ts';

/** A part of a story, played on every kind of phone: people of its own, so that no scene sees another's. */
export interface Scene {
  readonly name: string;
  /** It moves the clock by days, or changes the round that all are in: a house of its own. */
  readonly alone?: true;
  /** It moves the clock a little, or writes into the register: in the house of all, after the others. */
  readonly last?: true;
  /** Only these phones can play it. */
  readonly on?: readonly Driver['kind'][];
  play(stage: Stage): Promise<void>;
}

/** A commune with its focal point and the officer who looks after it, each with a phone in the hand. */
export interface Stage {
  readonly house: House;
  readonly kind: Driver['kind'];
  readonly unit: { readonly id: Id<'unit'>; readonly name: string; readonly place: string };
  readonly focal: Person;
  readonly officer: Person;
  /** A phone that nobody has linked. */
  guest(kind?: Driver['kind']): Promise<Hand>;
  /** A code of an invitation. */
  invitation(of: Omit<NewInvite, 'days'>): Promise<string>;
  /** Somebody with a further phone. */
  again(person: Person, kind: Driver['kind']): Promise<Hand>;
  /** Lets time pass, and what is due go out. */
  later(by: Temporal.DurationLike): Promise<void>;
}

/** A phone, with what is heard after each act. */
export interface Hand {
  readonly driver: Driver;
  /** Types and waits for an answer that fits. */
  say(text: string, hears: string | RegExp): Promise<Seen>;
  press(label: string, hears: string | RegExp): Promise<Seen>;
  /** What was said since the own last words and fits; waits for it. */
  hears(words: string | RegExp): Promise<Seen>;
  /** Everything that the bot said, as one text. */
  all(): Promise<string>;
}

export interface Person extends Hand {
  readonly id: Id<'person'>;
  readonly name: string;
}

export const hand = (driver: Driver): Hand => ({
  driver,
  async say(text, words) {
    await driver.say(text);
    return hears(driver, words, patience);
  },
  async press(label, words) {
    await driver.press(label);
    return hears(driver, words, patience);
  },
  hears: (words) => hears(driver, words, patience),
  all: async () => (await driver.read()).map(({ from, text }) => (from === 'bot' ? text : '')).join('\n'),
});

const patience = 20_000;

const families = ['Lò', 'Quàng', 'Cầm', 'Hoàng', 'Vì', 'Lường', 'Tòng', 'Bạc', 'Giàng', 'Mùa', 'Sồng', 'Thào'];
const given = ['Xuân', 'Hạnh', 'Thủy', 'Dung', 'Nga', 'Yến', 'Tâm', 'Hiền', 'Loan', 'Mai', 'Oanh', 'Quyên'];
const via = { channel: 'cli', request: 'test' } as const;

/** Stages one after the other on one house: each gets the next commune. */
export async function stages(
  store: Store,
  rich: Rich = 'phones',
): Promise<{ open(kind: Driver['kind']): Promise<Stage>; close(): Promise<void> }> {
  const house = await openHouse(store, rich);
  const communes = lists.communes.units.filter((one) => one.kind === 'xa' && !house.demo.focalPoints.has(one.code));
  let taken = 0;
  let named = 0;
  const drivers: Driver[] = [];
  const phone = async (kind: Driver['kind']): Promise<Driver> => {
    const driver = await house.driver(kind);
    drivers.push(driver);
    return driver;
  };
  const invitation = async (of: Omit<NewInvite, 'days'>): Promise<string> => {
    const made = await house.kernel.write({ actor: guest, via }, (work) =>
      createInvite(work, house.keys, { ...of, days: 7 }),
    );
    if (!made.ok) throw new Error(`no invitation: ${made.why}`);
    return made.code;
  };
  const personNamed = async (name: string): Promise<Id<'person'>> => {
    const [row] = await store.aside(
      (sql) =>
        sql<{ id: Id<'person'> }[]>`select id from person where full_name = ${name} order by created_at desc limit 1`,
    );
    return row!.id;
  };
  /** A new person with a linked phone. */
  async function joined(kind: Driver['kind'], of: Pick<NewInvite, 'unit' | 'role'>): Promise<Person> {
    const name = `${families[named % families.length]} Thị ${given[Math.floor(named / families.length) % given.length]}`;
    named += 1;
    const with_ = hand(await phone(kind));
    await with_.driver.start(await invitation({ ...of, name }));
    await with_.hears('có đồng ý không');
    await with_.press('Đồng ý', 'Xin gọi là');
    await with_.press('Chị', 'chào chị');
    return { ...with_, id: await personNamed(name), name };
  }
  return {
    async open(kind) {
      const commune = communes[taken++];
      if (!commune) throw new Error('no commune is left for this scene');
      const id = house.demo.units.get(commune.code)!;
      const officer = await joined(kind, { unit: null, role: 'officer' });
      await house.kernel.write({ actor: guest, via }, (work) => setOfficerInCharge(work, [id], officer.id));
      const focal = await joined(kind, { unit: id, role: 'focal_point' });
      return {
        house,
        kind,
        unit: { id, name: `UBND xã ${commune.name}`, place: `xã ${commune.name}` },
        focal,
        officer,
        invitation,
        guest: async (other = kind) => hand(await phone(other)),
        async again(person, other) {
          const with_ = hand(await phone(other));
          await with_.driver.start(await invitation({ unit: null, role: 'focal_point', person: person.id }));
          await with_.hears('liên kết thêm nơi này');
          return with_;
        },
        async later(by) {
          house.clock.advance(by);
          await house.kernel.runDue();
          await drained(house.kernel);
        },
      };
    },
    async close() {
      await Promise.all(drivers.map((driver) => driver.close()));
      await house.close();
    },
  };
}
