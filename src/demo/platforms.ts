import { fact, setFact } from '../base/database/facts.ts';
import type { Store } from '../base/database/store.ts';
import type { Id } from '../base/ids.ts';
import type { Clock } from '../base/time/clock.ts';
import { ownAccount } from '../chat/messaging/account.ts';
import type { Intake, ReadyFile } from '../chat/messaging/types.ts';
import type { PhonePlatform } from './phones/phone.ts';
import { poorPhones } from './phones/poor.ts';
import { restorePhones } from './phones/restore.ts';
import { richPhones } from './phones/rich.ts';

/** The platforms whose phones the demonstration brings: one of the poor kind and one of the rich. */
export const platformNames = ['zalo', 'telegram'] as const;
export type PlatformName = (typeof platformNames)[number];

/** Both platforms of the demonstration, with what they remember over a restart of the service. */
export interface DemoPlatforms extends Readonly<Record<PlatformName, PhonePlatform>> {
  /** Puts back what stood on the screens, and which platform was switched off. Before the kernel starts to send. */
  restore(find: (id: Id<'file'>) => Promise<ReadyFile | null>): Promise<void>;
  /** Switches a platform off, as when it is blocked in the country, or on again. */
  switch(name: PlatformName, on: boolean): Promise<void>;
  isOn(name: PlatformName): boolean;
  stop(): void;
}

const offFact = 'demo.off';

/** Makes both, each with an account of its own. */
export async function demoPlatforms(of: {
  store: Store;
  clock: Clock;
  intakeRef: { current: Intake | null };
}): Promise<DemoPlatforms> {
  const { store, clock } = of;
  const account = (channel: PlatformName) => ownAccount(store, channel, 'demo', clock.now());
  const both = {
    zalo: poorPhones({ ...of, account: await account('zalo') }),
    telegram: richPhones({ ...of, account: await account('telegram') }),
  };
  const isOn = (name: PlatformName) => !both[name].faults().cut;
  return {
    ...both,
    isOn,
    async restore(find) {
      const off = await store.aside((sql) => fact(sql, offFact));
      for (const name of platformNames) {
        await restorePhones(store, both[name], find);
        if (Array.isArray(off) && off.includes(name)) both[name].set({ cut: true });
      }
    },
    async switch(name, on) {
      both[name].set({ cut: !on });
      const off = platformNames.filter((one) => !isOn(one));
      await store.aside((sql) => setFact(sql, offFact, off, clock.now()));
    },
    stop() {
      for (const name of platformNames) both[name].stop();
    },
  };
}
