import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Phone } from '../../../src/demo/phones/phone.ts';
import { poorPhones } from '../../../src/demo/phones/poor.ts';
import { restorePhones } from '../../../src/demo/phones/restore.ts';
import { richPhones } from '../../../src/demo/phones/rich.ts';
import { hears } from '../../support/drivers/driver.ts';
import { type House, kinds, openHouse } from '../../support/drivers/house.ts';
import { phoneDriver } from '../../support/drivers/phone-driver.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let made: TestStore;
let house: House;
beforeAll(async () => {
  made = await testStore();
  house = await openHouse(made.store);
});
afterAll(async () => {
  await house?.close();
  await made?.close();
});

describe.each(kinds)('with the real kernel, on the %s phone,', (kind) => {
  test('a guest is told who we are and how to be linked', async () => {
    const driver = await house.driver(kind);
    onTestFinished(() => driver.close());
    await driver.start();
    const seen = await hears(driver, 'Nhịp Cầu');
    expect(seen.buttons.length).toBeGreaterThan(0);
  });

  test('a focal point begins a need, chooses a field, puts it off and finds it again', async () => {
    const people = [...house.demo.focalPoints.values()];
    const driver = await house.driver(kind, people[kinds.indexOf(kind)]!.id);
    onTestFinished(() => driver.close());
    await driver.say('gửi nhu cầu mới');
    await hears(driver, '1/8');
    await driver.say('Cấp nước sinh hoạt cho 3 bản');
    // Four choices and three ways out: buttons here, a numbered menu there.
    await hears(driver, '2/8');
    await driver.press('Nước sạch và vệ sinh');
    await hears(driver, '3/8');
    await driver.press('Để sau – đã lưu');
    await hears(driver, /lưu/);
    await driver.say('gửi nhu cầu mới');
    await hears(driver, 'Cấp nước sinh hoạt cho 3 bản');
    expect(house.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test.each(['rich', 'poor'] as const)('the %s phone shows the same after the service was restarted', async (kind) => {
  const { phones } = house;
  const before = phones[kind].phones().find((phone) => phone.screen().length > 4)!;
  const shown = (phone: Phone) => phone.screen().map(({ from, text, buttons }) => ({ from, text, buttons }));
  const successor = (kind === 'rich' ? richPhones : poorPhones)({
    account: phones[kind].account,
    clock: house.clock,
    intakeRef: { current: house.kernel.intake },
  });
  onTestFinished(() => successor.stop());
  await restorePhones(made.store, successor, async () => null);
  const after = successor.phone(before.chat);
  expect(shown(after)).toEqual(shown(before));
  const driver = phoneDriver(kind, after);
  await driver.press('Tiếp tục soạn');
});
