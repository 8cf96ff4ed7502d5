import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyring } from '../../src/base/secrets/keyring.ts';
import type { ServiceParts } from '../../src/cli/command.ts';
import { telegramSetup } from '../../src/cli/commands/telegram-setup.ts';
import { commandWords, description, profile } from '../../src/cli/commands/telegram-setup-texts.ts';
import { vocabulary } from '../../src/language/index.ts';
import { office } from '../../src/office/office.ts';
import { personMenus } from '../../src/telegram-menus.ts';
import { type House, openHouse } from '../support/drivers/house.ts';
import { type TestStore, testStore } from '../support/store.ts';

let made: TestStore;
let house: House;
let parts: ServiceParts;
beforeAll(async () => {
  made = await testStore();
  house = await openHouse(made.store, 'polling');
  const { store, clock } = house;
  const words = vocabulary({ places: [], districts: [], oldPlaces: [], units: [], splitUnits: [], partners: [] });
  const { slices } = office({
    keys: keyring(randomBytes(32)),
    clock,
    vocabulary: () => words,
    undoSeconds: 120,
    fetch: { store, clock, channel: () => undefined, intake: () => null },
  });
  const flows = slices.flatMap((slice) => slice.flows ?? []);
  parts = { store, clock, flows, telegram: house.telegram } as unknown as ServiceParts;
});
afterAll(async () => {
  await house?.close();
  await made?.close();
});
const run = () => telegramSetup.run(parts, { args: [], cwd: '.' });

test('every command of a flow has its words in the menu, and every word a command', () => {
  const commands = parts.flows.flatMap(({ command }) => (command === undefined ? [] : [command]));
  expect(Object.keys(commandWords).sort()).toEqual([...commands].sort());
  for (const lang of ['vi', 'en'] as const) {
    expect(description(lang).length).toBeLessThanOrEqual(512);
    expect(profile(lang).length).toBeLessThanOrEqual(120);
  }
});

test('menus by role and language and the profile are set once; run again nothing changes', async () => {
  const officer = await house.driver('rich', house.demo.minh.id);
  const focal = await house.driver('rich', [...house.demo.focalPoints.values()][0]!.id);
  for (const driver of [officer, focal]) await driver.say('menu');
  const first = await run();
  expect(first).toMatchObject({ ok: true, text: expect.stringContaining('https://t.me/nhip_cau_test_bot') });
  const { api } = house.telegram!.emulator;
  const commandsOf = (chat: string) =>
    (api.settings.get(`MyCommands {"type":"chat","chat_id":${chat}} `) as { command: string }[]).map((c) => c.command);
  expect(commandsOf(focal.chat)).toContain('nhucau');
  expect(commandsOf(officer.chat)).not.toEqual(commandsOf(focal.chat));
  const guests = api.settings.get('MyCommands {"type":"default"} ') as { command: string; description: string }[];
  expect(guests.map((c) => c.command)).toContain('hannop');
  expect(guests.map((c) => c.command)).not.toContain('nhucau');
  expect(api.settings.get('MyCommands {"type":"default"} en')).not.toEqual(guests);
  expect(api.settings.get('MyDescription null ')).toEqual({ description: description('vi') });
  const changes = api.changes;
  expect((await run()).text).toContain('Nothing had to be changed.');
  expect(api.changes).toBe(changes);
});

test('whoever is linked, changes role or leaves has the menu of it without the operator, by one call each', async () => {
  const { api } = house.telegram!.emulator;
  const { store, clock } = house;
  const menus = personMenus({
    store,
    clock,
    flows: parts.flows,
    account: house.telegram!.account,
    client: house.telegram!.channel.client,
  });
  await menus.refresh();
  const before = api.changes;
  const someone = house.demo.focalPoints.get('SYT')!.id;
  const driver = await house.driver('rich', someone);
  await driver.say('menu');
  const menu = () =>
    (
      api.settings.get(`MyCommands {"type":"chat","chat_id":${driver.chat}} `) as { command: string }[] | undefined
    )?.map((c) => c.command);
  expect(menu()).toBeUndefined();
  await menus.refresh();
  expect(menu()).toContain('nhucau');
  expect(api.changes).toBe(before + 1);
  await menus.refresh();
  expect(api.changes).toBe(before + 1);

  await store.aside((sql) => sql`update role_grant set role = 'officer', unit_id = null where person_id = ${someone}`);
  house.telegram!.emulator.faults.away = true;
  await menus.refresh();
  house.telegram!.emulator.faults.away = false;
  expect(menu()).not.toContain('hoi');
  await menus.refresh();
  expect(menu()).toContain('hoi');

  await store.aside((sql) => sql`update person set active = false where id = ${someone}`);
  await menus.refresh();
  expect(menu() ?? []).toEqual([]);
});

test('without a token, and while Telegram is away, it says so and what to do', async () => {
  expect(await telegramSetup.run({ ...parts, telegram: null }, { args: [], cwd: '.' })).toMatchObject({ ok: false });
  const { faults, token } = house.telegram!.emulator;
  faults.away = true;
  const said = await run();
  faults.away = false;
  expect(said).toMatchObject({ ok: false, text: expect.stringContaining('run it again') });
  expect(said.text).not.toContain(token);
});
