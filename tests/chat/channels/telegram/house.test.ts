import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Person } from '../../../emulators/telegram/people.ts';
import { type Driver, hears } from '../../../support/drivers/driver.ts';
import { type House, openHouse } from '../../../support/drivers/house.ts';
import { type TestStore, testStore } from '../../../support/store.ts';
import { until } from './open.ts';

let made: TestStore;
let house: House;
let taken = 0;
beforeAll(async () => {
  made = await testStore();
  house = await openHouse(made.store, 'polling');
});
afterAll(async () => {
  await house?.close();
  await made?.close();
});

/** Somebody of a unit with Telegram in the hand, and the driver that reads for them. */
async function focalPoint(): Promise<{ driver: Driver; person: Person }> {
  const one = [...house.demo.focalPoints.values()][taken++]!;
  const driver = await house.driver('rich', one.id);
  onTestFinished(() => driver.close());
  return { driver, person: house.telegram!.person(driver.chat) };
}
/** Lets what is due happen. */
async function later(by: Temporal.DurationLike): Promise<void> {
  house.clock.advance(by);
  await house.kernel.runDue();
  await until(() => house.kernel.depth().outbox === 0);
}
const user = { id: 42, is_bot: false, first_name: 'Khách' };
const pdf = (mark: string) =>
  new TextEncoder().encode(`%PDF-1.4\n% ${mark}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);

test('an edited message corrects the answer that it gave, while its form is open; else its sender is told', async () => {
  const { driver, person } = await focalPoint();
  await driver.say('alo');
  await hears(driver, /./);
  await person.edit('alo alo');
  await hears(driver, 'không đọc phần sửa');
  await driver.say('gửi nhu cầu mới');
  await hears(driver, '1/8');
  await driver.say('Cấp nước sinh hoạt cho 3 bản');
  await hears(driver, '2/8');
  await person.edit('Cấp nước sinh hoạt cho 5 bản');
  await hears(driver, '2/8');
  await driver.say('xem bản nháp');
  await driver.say('Nước sạch và vệ sinh');
  await hears(driver, '3/8');
  const [draft] = await made.store.aside(
    (sql) => sql<{ answers: { title: string } }[]>`
      select d.answers from draft d join dialogue g on g.open_draft = d.id join chat c on c.dialogue_id = g.id where c.external = ${driver.chat}`,
  );
  expect(JSON.stringify(draft!.answers)).toContain('5 bản');
});

test('a reply to an earlier question answers that one anew, and the form stays where it is', async () => {
  const { driver, person } = await focalPoint();
  await driver.say('gửi nhu cầu mới');
  const first = await hears(driver, '1/8');
  await driver.say('Làm đường vào bản Huổi Một');
  await hears(driver, '2/8');
  const question = person.screen().find(({ text }) => text === first.text)!;
  await person.reply(question, 'Làm cầu treo vào bản Huổi Một');
  await hears(driver, '2/8');
  const [draft] = await made.store.aside(
    (sql) => sql<{ answers: object }[]>`
      select d.answers from draft d join dialogue g on g.open_draft = d.id join chat c on c.dialogue_id = g.id where c.external = ${driver.chat}`,
  );
  expect(JSON.stringify(draft!.answers)).toContain('cầu treo');
});

test('the buttons of a question that was answered are taken off, by a press and by words', async () => {
  const { driver, person } = await focalPoint();
  await driver.say('gửi nhu cầu mới');
  await hears(driver, '1/8');
  await driver.say('Cấp nước cho trường');
  await hears(driver, '2/8');
  await driver.press('Nước sạch và vệ sinh');
  await hears(driver, '3/8');
  await until(() => {
    const asked = person.screen().filter(({ text, from }) => from === 'bot' && /[123]\/8 ·/.test(text));
    return asked.slice(0, -1).every(({ buttons }) => buttons.length === 0) && asked.at(-1)!.buttons.length > 0;
  });
});

test('an album is one document: one answer for all its files', async () => {
  const { driver, person } = await focalPoint();
  await driver.say('gửi nhu cầu mới');
  await hears(driver, '1/8');
  await driver.say('Sửa lớp học bản Nậm');
  await hears(driver, '2/8');
  const files = ['một', 'hai', 'ba'].map((name) => ({
    name: `${name}.pdf`,
    mime: 'application/pdf',
    content: pdf(name),
  }));
  await person.sendFiles(files, 'tờ trình');
  await later({ seconds: 2 });
  const said = await hears(driver, 'Đã kèm');
  for (const { name } of files) expect(said.text).toContain(name);
  expect((await driver.read()).filter(({ from, text }) => from === 'bot' && text.includes('Đã kèm'))).toHaveLength(1);
});

test('voice and stickers are answered with a way to a person, and the open question comes again', async () => {
  const { driver, person } = await focalPoint();
  await driver.say('gửi nhu cầu mới');
  await hears(driver, '1/8');
  await person.send({ voice: { file_id: 'v', file_unique_id: 'v', duration: 2 } }, '(thoại)');
  const said = await hears(driver, 'chưa nghe được tin thoại');
  expect(said.text).toMatch(/\d{4}/);
  await hears(driver, '1/8');
  await person.send({ sticker: { file_id: 's', file_unique_id: 's', type: 'regular' } }, '(nhãn dán)');
  await hears(driver, 'chưa đọc được loại tin này');
});

test('a file that is too large for bots is refused with a sentence, and nothing is fetched', async () => {
  const { driver, person } = await focalPoint();
  const asked = house.telegram!.emulator.requests.filter((path) => path.includes('getFile')).length;
  await person.send(
    { document: { file_id: 'big', file_unique_id: 'b', file_name: 'a.pdf', file_size: 30_000_000 } },
    'a.pdf',
  );
  await later({ seconds: 2 });
  await hears(driver, 'quá 20 MB');
  expect(house.telegram!.emulator.requests.filter((path) => path.includes('getFile')).length).toBe(asked);
});

test('who blocked the bot is unreachable until they write again', async () => {
  const { driver, person } = await focalPoint();
  await driver.say('menu');
  await hears(driver, 'cần việc gì');
  const unreachable = async () =>
    (
      await made.store.aside(
        (sql) =>
          sql<
            { there: boolean }[]
          >`select unreachable_since is not null as there from chat where external = ${driver.chat}`,
      )
    )[0]!.there;
  await person.block(true);
  expect(await unreachable()).toBe(true);
  await person.block(false);
  expect(await unreachable()).toBe(false);
  await person.block(true);
  await driver.say('menu');
  expect(await unreachable()).toBe(false);
});

test('in a group only what is published is said; the rest is answered privately, by a link and without buttons', async () => {
  const group = house.telegram!.emulator.group();
  const { person } = await focalPoint();
  await group.member(user, true);
  await until(() => group.screen().length === 1);
  expect(group.screen()[0]!.text).toContain('xin chào cả nhóm');
  const said = async (text: string, who: Record<string, unknown> = user) => {
    const before = group.screen().length;
    await group.say(who, text);
    await until(() => group.screen().length > before);
    return group.screen().at(-1)!;
  };
  const due = await said('@nhip_cau_test_bot hạn nộp nhu cầu là ngày nào?', person.user);
  expect(due.text).toContain('04/12/2026');
  // Nothing of the asker's own unit, though Telegram says who it is.
  expect(due.text).not.toMatch(/UBND|đơn vị (?:mình|anh|chị)/u);
  expect(due.buttons.flat()).toEqual([{ text: 'Nhắn riêng với Nhịp Cầu', url: 'https://t.me/nhip_cau_test_bot' }]);
  for (const words of [
    '@nhip_cau_test_bot nhu cầu của đơn vị tôi đến đâu rồi',
    '/nhucau',
    '@nhip_cau_test_bot K7M4-PX9R',
    '@nhip_cau_test_bot alo',
  ])
    expect((await said(words, person.user)).text).toContain('trả lời riêng');
  await group.say(user, 'mọi người ăn trưa chưa');
  await group.member(user, false);
  expect(group.screen().at(-1)!.text).toContain('trả lời riêng');
});

test('after a long silence whoever was asked just before is asked again, in waking hours, once', async () => {
  const { driver, person } = await focalPoint();
  await driver.say('gửi nhu cầu mới');
  await hears(driver, '1/8');
  const account = house.telegram!.account;
  const times = () => person.screen().filter(({ text }) => text.includes('1/8')).length;
  const before = times();
  await house.kernel.askAgain(account, house.clock.now());
  await hears(driver, 'bị gián đoạn');
  await until(() => times() === before + 1);
  await driver.say('Cấp nước cho bản Púng');
  await hears(driver, '2/8');
  house.clock.advance({ hours: 12 });
  await house.kernel.askAgain(account, house.clock.now());
  expect(person.screen().filter(({ text }) => text.includes('gián đoạn'))).toHaveLength(1);
});
