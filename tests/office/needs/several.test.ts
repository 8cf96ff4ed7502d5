import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { height, screen } from '../../../src/chat/fit.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import { type Chats, chats } from './world.ts';

/** What people write where one thing is asked and they say another, or several. */
let c: Chats;
let n = 0;
let me: string;
beforeAll(async () => {
  c = await chats();
});
afterAll(async () => {
  for (const { what } of c.channel.sent) {
    const text = plain(what.say.text);
    expect(height(text.split('\n')), text).toBeLessThanOrEqual(screen.lines);
  }
  await c.close();
});
const points = ['03781', '03763', '04136', '04240', '04228', '03862', '03868', '04048', '03820', '03808', '04045'];
beforeEach(() => {
  me = `s${n}`;
  c.sit(me, c.world.people.focalPoints.get(points[n % points.length]!)!.actor);
  n += 1;
});

const whole = [
  'Cấp nước sinh hoạt cho 3 bản vùng cao',
  'nước sạch',
  '120 hộ có nước sạch quanh năm',
  'xã Co Mạ',
  '120 hộ',
  'tổng 800 triệu, đối ứng 100 triệu',
  '9 tháng từ tháng 3/2027',
];
/** Begins a need and answers its first questions; the last reply. */
async function upTo(count: number): Promise<string> {
  let [last] = await c.say(me, '/nhucau');
  if (c.buttons(me).includes('Soạn nhu cầu mới')) [last] = await c.press(me, 'Soạn nhu cầu mới');
  for (const line of whole.slice(0, count)) [last] = await c.say(me, line);
  return last!;
}

test('an answer that says the next one too is taken whole', async () => {
  await upTo(1);
  const [card] = await c.say(me, 'nước sạch, ở xã Co Mạ');
  expect(card).toContain('Lĩnh vực: nước sạch và vệ sinh');
  expect(card).toContain('Địa điểm: xã Co Mạ');
  expect(card).toContain('Mục tiêu của dự án là gì ạ?');
  const [next] = await c.say(me, '120 hộ có nước sạch quanh năm');
  expect(next).toContain('Ai được hưởng lợi');
});

test('answers to later questions are taken where the place is asked, and the place is asked again', async () => {
  await upTo(3);
  const [card] = await c.say(me, '50 hộ, kinh phí 1 tỷ 2');
  expect(card).toContain('Đối tượng hưởng lợi: 50 hộ');
  expect(card).toContain('Tổng kinh phí: 1,2 tỷ đồng');
  expect(card).toContain('Thực hiện ở xã, phường nào ạ?');
  const [whole] = await c.say(me, 'đối ứng 200 triệu');
  expect(whole).toContain('Đề nghị viện trợ: 1 tỷ');
  const [period] = await c.say(me, 'xã Co Mạ');
  expect(period).toContain('7/8 · Thời gian');
});

test('an answer that was given before is shown, not lost and not replaced', async () => {
  await upTo(6);
  const [said] = await c.say(me, 'tổng 900 triệu nhé');
  expect(said).toContain('Mục “Kinh phí” đã ghi: tổng 800 triệu đồng');
  expect(said).toContain('Muốn đổi, xin gõ “sửa kinh phí …”.');
  expect(said).toContain('7/8 · Thời gian');
});

test.each(['3 bản, xã Co Mạ', 'xã Co Mạ, số liệu rà soát năm 2025'])(
  'villages and a year past answer no other question: %s',
  async (text) => {
    await upTo(3);
    const [next] = await c.say(me, text);
    expect(next).toContain('Ai được hưởng lợi');
  },
);

const letter =
  'Kính gửi SNgV, xã Long Hẹ cần nước sạch cho 5 bản, 200 hộ. Tổng 900 triệu, xin tài trợ 700 triệu. Làm trong 12 tháng từ tháng 5/2027.';

test('a letter where the contact is asked is no contact: what differs is asked about', async () => {
  await upTo(7);
  const [ask] = await c.say(me, letter);
  expect(ask).toContain('Nội dung vừa dán khác bản nháp ở:');
  expect(ask).toContain('địa điểm');
  expect(c.buttons(me)).toEqual(['Thay theo nội dung vừa dán', 'Giữ như bản nháp']);
  const [kept] = await c.press(me, 'Giữ như bản nháp');
  expect(kept).toContain('8/8 · Người liên hệ');
  await c.say(me, letter);
  const [card] = await c.say(me, 'thay theo nội dung vừa dán');
  expect(card).toContain('Tổng kinh phí: 900 triệu đồng');
  expect(card).toContain('Sở Ngoại vụ gọi ai ạ?');
  expect(card).not.toContain('Kính');
});

test('a letter that says what the draft says is told so', async () => {
  await upTo(0);
  await c.say(me, letter);
  await c.say(me, '200 hộ có nước sạch quanh năm');
  const [said] = await c.say(me, letter);
  expect(said).toContain('Bản nháp đã có các mục mà nội dung vừa dán nêu.');
  expect(said).toContain('Người liên hệ');
});

test('of several needs in one message the first is written down, and the others are asked for afterwards', async () => {
  const said = await c.say(
    me,
    'Đơn vị có 2 nhu cầu. Thứ nhất: xây nhà lớp học 2 tầng trường tiểu học, 410 học sinh, 6,5 tỷ, đối ứng 500 triệu, tháng 6/2027 - tháng 5/2028, liên hệ Trần Thị Nhạn 0916200324. Thứ hai: giếng khoan cho 45 hộ, 220 triệu, quý 1/2027, liên hệ Vừ A Tông 0333200399.',
  );
  expect(said[0]).toContain('nhiều nhu cầu');
  expect(said.at(-1)).toContain('Xây nhà lớp học 2 tầng trường tiểu học');
  expect(said.at(-1)).toContain('6,5 tỷ');
  expect(said.join('\n')).not.toContain('220 triệu');
});
