import { newId } from '../../../src/base/ids.ts';
import { systemClock } from '../../../src/base/time/clock.ts';
import type { Intake } from '../../../src/chat/messaging/types.ts';
import {
  type Faults,
  noFaults,
  type PhonePlatform,
  type PhonePlatformOptions,
} from '../../../src/demo/phones/phone.ts';
import { poorPhones } from '../../../src/demo/phones/poor.ts';
import { richPhones } from '../../../src/demo/phones/rich.ts';
import { type FakeKernel, fakeKernel } from '../../support/drivers/fake-kernel.ts';
import { phoneDriver } from '../../support/drivers/phone-driver.ts';
import type { Bench } from './contract.ts';

/** A platform of phones with a kernel that believes everything. `clock` without waiting: what is tried again is tried at once. */
export function phonesWithKernel(kind: 'rich' | 'poor', clock: PhonePlatformOptions['clock'] = systemClock) {
  const account = newId<'account'>(clock.now().epochMilliseconds);
  const kernel: FakeKernel = fakeKernel({ account, clock });
  const intakeRef: { current: Intake | null } = { current: kernel };
  const phones: PhonePlatform = (kind === 'rich' ? richPhones : poorPhones)({ account, clock, intakeRef });
  return { account, kernel, intakeRef, phones };
}

/** The bench of the contract for one kind of phones. */
export async function phonesBench(kind: 'rich' | 'poor'): Promise<Bench> {
  const { account, kernel, phones } = phonesWithKernel(kind, { ...systemClock, sleep: () => Promise.resolve() });
  let people = 0;
  const during = async (faults: Partial<Faults>, act: () => Promise<void>) => {
    phones.set(faults);
    await act();
    phones.set(noFaults);
  };
  return {
    channel: phones.channel,
    account,
    kernel,
    pressedAs: kind === 'rich' ? 'press' : 'text',
    person: async () => {
      people += 1;
      return phoneDriver(kind, phones.phone(`person-${people}`, `Lò Văn ${people}`));
    },
    twice: (_, act) => during({ duplicates: true }, act),
    close: async () => phones.stop(),
  };
}
