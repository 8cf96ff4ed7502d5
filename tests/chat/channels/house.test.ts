import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hears } from '../../support/drivers/driver.ts';
import { type House, kinds, openHouse } from '../../support/drivers/house.ts';
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
