import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestOffice, testOffice } from '../support/office.ts';
import { type TestStore, testStore } from '../support/store.ts';

/** What people type instead of pressing: about themselves, about a need's history, "vâng" and "thôi" to what was asked. */
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
const codes = [
  '03781',
  '03763',
  '04136',
  '04240',
  '04228',
  '03862',
  '03868',
  '04048',
  '03820',
  '03808',
  '04045',
  '03982',
];
async function unit(): Promise<string> {
  const chat = `plain-${n}`;
  await o.seat(chat, o.demo.focalPoints.get(codes[n++ % codes.length]!)!.id);
  return chat;
}

test('the history of a need by its number, and of the last one', async () => {
  const me = await unit();
  await o.say(
    me,
    'Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.',
  );
  await o.say(me, '120 hộ có nước sạch quanh năm');
  await o.say(me, 'Thào A Sếnh, 0912 000 111');
  const [receipt] = await o.say(me, 'gửi');
  const [, number] = /NC-2026-0*(\d+)/.exec(receipt!)!;
  for (const text of [
    `lịch sử nc ${number}`,
    `lich su nc${number}`,
    `lịch sử nhu cầu NC-2026-${number!.padStart(4, '0')}`,
    `nc ${number} đã sửa những gì`,
    'lịch sử nhu cầu của tôi',
  ])
    expect((await o.say(me, text)).join('\n'), text).toMatch(/NC-2026-\d{4}[\s\S]*gửi/u);
  const other = await unit();
  expect((await o.say(other, `lịch sử nc ${number}`))[0]).toContain('Không tìm thấy');
});

test.each(['tôi muốn xem dữ liệu cá nhân của tôi', 'doi so dien thoai cua toi', 'cho em xem thông tin cá nhân của em'])(
  'own data: %s',
  async (text) => {
    expect((await o.say(await unit(), text))[0]).toContain('Dữ liệu của anh/chị tại Nhịp Cầu');
  },
);

test('"thôi" to the question about consent keeps it', async () => {
  const me = await unit();
  await o.say(me, 'rút lại đồng ý');
  expect((await o.say(me, 'thôi'))[0]).not.toContain('hiện không có việc nào');
});

test('ending a link is asked back, and "thôi" keeps it', async () => {
  const me = await unit();
  await o.say(me, 'huy lien ket');
  expect(o.buttons(me)).toContain('Ngắt liên kết nơi này');
  await o.say(me, 'thôi');
  expect((await o.say(me, 'tôi là ai'))[0]).toContain('Đã liên kết ở 1 nơi');
});

test('"đúng" to "is it an emergency?" wakes the office', async () => {
  const me = await unit();
  await o.say(me, 'Lũ quét cuốn trôi 12 nhà ở Chiềng Lao, xin hỗ trợ khẩn cấp');
  expect((await o.say(me, 'đúng')).join('\n')).toContain('Đã báo');
});

test('who leaves the post for good is told whom to tell', async () => {
  expect((await o.say(await unit(), 'tôi chuyển công tác'))[0]).toContain('Sở Ngoại vụ cấp mã liên kết cho người thay');
  expect((await o.say(await unit(), 'hết ủy quyền'))[0]).toBe('Hiện anh/chị không ủy quyền cho ai.');
});

test.each(['What is this?', 'how do I get linked?', 'đây là cái gì vậy', 'day la cai gi'])(
  'a guest asks who we are: %s',
  async (text) => {
    expect((await o.say(`guest-${n++}`, text))[0]).toMatch(/(?:Đây là|This is) Nhịp Cầu/u);
  },
);

test('a guest learns what is kept of guests', async () => {
  expect((await o.say(`guest-${n++}`, 'xóa dữ liệu của tôi'))[0]).toContain('chỉ giữ tin nhắn ở đây trong 90 ngày');
  const english = `guest-${n++}`;
  await o.say(english, 'Good morning');
  expect((await o.say(english, 'delete my data'))[0]).toContain('keeps only the messages here, for 90 days');
});

test('an organisation that writes is told first whom to write to', async () => {
  const me = `guest-${n++}`;
  const [said] = await o.say(me, 'Hello, I am from Save the Children. We would like to work in Son La.');
  expect(said).toMatch(/^Organisations, embassies and visitors: please write or call/u);
  expect(said).toContain('songoaivu@example.org');
});

test.each(['doi ten goi thanh dong chi', 'gọi tôi là chị nhé'])(
  'how one is called is asked, not changed: %s',
  async (text) => {
    const me = await unit();
    await o.say(me, text);
    expect(o.buttons(me)).toEqual(['Anh', 'Chị', 'Đồng chí']);
  },
);

test('a question how to ask for aid opens the form and is no name of a need', async () => {
  const [said] = await o.say(await unit(), 'bên em muốn xin tài trợ xây trường thì làm thế nào ạ');
  expect(said).toContain('Tên đề xuất là gì ạ?');
});

test('in the middle of a need: "xem lại" shows it, "em gửi sau nhé" leaves it, "thế thì gửi luôn giúp em" sends nothing yet', async () => {
  const me = await unit();
  await o.say(me, '/nhucau');
  await o.say(me, 'Cấp nước sinh hoạt cho 3 bản vùng cao');
  await o.say(me, 'nước sạch');
  expect((await o.say(me, 'xem lại')).join('\n')).toMatch(/^⚪ BẢN NHÁP[\s\S]*Mục tiêu của dự án là gì ạ\?/u);
  expect((await o.say(me, 'thế thì gửi luôn giúp em'))[0]).toContain('Chưa gửi được');
  expect((await o.say(me, 'em gửi sau nhé'))[0]).toContain('đã lưu, chưa gửi');
});

test('"toàn xã" is the own commune', async () => {
  const me = await unit();
  await o.say(me, '/nhucau');
  for (const text of ['Cấp nước sinh hoạt cho bản', 'nước sạch', '120 hộ có nước sạch quanh năm'])
    await o.say(me, text);
  expect((await o.say(me, 'toàn xã'))[0]).toMatch(/^Địa điểm: (?:xã|phường) /u);
});

test.each(['làm sao để gửi nhu cầu', 'gui nhu cau nhu the nao a', 'how do I submit a need?'])(
  'how a need is sent: by answering its questions: %s',
  async (text) => {
    expect((await o.say(await unit(), text))[0]).toMatch(/^1\/8 · /u);
  },
);

test('"nhầm, xã tôi có nhu cầu" leaves what was read back', async () => {
  const me = await unit();
  await o.say(me, 'đợt này xã không có nhu cầu');
  expect((await o.say(me, 'nhầm, xã tôi có nhu cầu')).at(-1)).toMatch(/^1\/8 · /u);
  const other = await unit();
  await o.say(other, 'đợt này xã không có nhu cầu');
  expect((await o.say(other, 'không'))[0]).toContain('Anh/chị muốn dừng');
});

test('the own commune and the number of people in one answer', async () => {
  const me = await unit();
  await o.say(me, '/nhucau');
  for (const text of ['Xây bếp ăn bán trú', 'giáo dục', '180 học sinh có bữa ăn nóng mỗi ngày']) await o.say(me, text);
  const [card] = await o.say(me, 'toàn xã, 180 học sinh');
  expect(card).toMatch(/Địa điểm: (?:xã|phường) /u);
  expect(card).toContain('Đối tượng hưởng lợi: 180 học sinh');
});

test('a foreigner is answered in English', async () => {
  expect((await o.say(`guest-${n++}`, 'Can I get your email?'))[0]).toContain('songoaivu@example.org');
  expect((await o.say(`guest-${n++}`, "I'd like to donate 200 blankets"))[0]).toContain('please write or call');
});

test('a correction where nothing was sent yet is of the draft that there is', async () => {
  const me = await unit();
  await o.say(me, '/nhucau');
  for (const text of ['Xây bếp ăn bán trú', 'giáo dục', '180 học sinh có bữa ăn nóng mỗi ngày', 'toàn xã'])
    await o.say(me, text);
  await o.say(me, '180 học sinh');
  await o.say(me, 'tổng 800 triệu, đối ứng 100 triệu');
  await o.say(me, 'để sau');
  expect((await o.say(me, 'sửa kinh phí thành 900 triệu')).at(-1)).toContain('900 triệu');
});
