import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

/** A unit asks for more time. It is Monday, 23/11/2026; needs are due at 17:00 on Friday, 04/12/2026. */
let db: TestStore;
let o: TestOffice;
let n = 0;
beforeAll(async () => {
  db = await testStore();
  o = await testOffice(db.store);
});
afterAll(async () => {
  await o.stop();
  await db.close();
});
const codes = ['03781', '03763', '04136', '04240', '04228', '03862', '03868', '04048'];
/** A chat of a focal point that has said nothing yet. */
async function unit(): Promise<string> {
  const chat = `more-${n}`;
  await o.seat(chat, o.demo.focalPoints.get(codes[n++]!)!.id);
  return chat;
}

test.each([
  ['xin lùi hạn đến thứ hai vì đang chờ chủ tịch ký', 'Xin lùi đến: 17 giờ 00 thứ Hai, 07/12/2026'],
  ['xin lui han den t6 vi xa dang hop HDND', 'Xin lùi đến: 17 giờ 00 thứ Sáu, 11/12/2026'],
  ['xin lùi hạn thêm 1 tuần vì mưa lũ', 'Xin lùi đến: 17 giờ 00 thứ Sáu, 11/12/2026'],
])('a day behind the present due time, and why: %s', async (text, expected) => {
  const [readBack] = await o.say(await unit(), text);
  expect(readBack).toContain(expected);
  expect(readBack).toMatch(/Lý do: (?:đang chờ chủ tịch ký|xa dang hop HDND|mưa lũ)/u);
});

test('a day that is still in time is said to be, with what can be done', async () => {
  const me = await unit();
  const [said] = await o.say(me, 'xin lùi hạn đến thứ tư 2/12 vì đang chờ chủ tịch ký');
  expect(said).toBe(
    '17 giờ 00 thứ Tư, 02/12/2026 vẫn còn trong hạn, không phải xin lùi.\n⏰ Hạn gửi: 17 giờ 00 thứ Sáu, 04/12/2026.',
  );
  expect(o.buttons(me)).toEqual(['Gửi nhu cầu', 'Xin lùi hạn']);
  const [ask] = await o.press(me, 'Xin lùi hạn');
  expect(ask).toContain('Xin lùi hạn đến khi nào ạ?');
});

test('the reason may come before the day, and with it', async () => {
  const me = await unit();
  await o.say(me, 'xin lùi hạn');
  const [asked] = await o.say(me, 'vi xa dang hop HDND');
  expect(asked).toContain('Lý do: xa dang hop HDND');
  expect(asked).toContain('Xin lùi hạn đến khi nào ạ?');
  const other = await unit();
  await o.say(other, 'xin lùi hạn');
  const [readBack] = await o.say(other, 'thứ hai vì chủ tịch đi vắng');
  expect(readBack).toContain('Xin lùi đến: 17 giờ 00 thứ Hai, 07/12/2026');
  expect(readBack).toContain('Lý do: chủ tịch đi vắng');
});

test('who asks for the due time is offered the three answers', async () => {
  const me = await unit();
  await o.say(me, 'hạn nộp là ngày nào');
  expect(o.buttons(me)).toEqual(['Gửi nhu cầu', 'Không có nhu cầu', 'Xin lùi hạn']);
});
