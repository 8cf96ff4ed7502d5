import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { height, screen } from '../../../src/chat/fit.ts';
import { plain } from '../../../src/chat/messaging/rich-text.ts';
import { type Chats, chats } from './world.ts';

let c: Chats;
let n = 0;
/** A chat of its own for each test, so that no draft of another one is open there. */
let me: string;
beforeAll(async () => {
  c = await chats();
  c.sit('minh', c.world.people.minh.actor);
  c.sit('ha', c.world.people.ha.actor);
  await c.link('minh');
  await c.link('ha');
});
afterAll(async () => {
  // Whatever was said fits a phone.
  for (const { what } of c.channel.sent) {
    const text = plain(what.say.text);
    expect(height(text.split('\n')), text).toBeLessThanOrEqual(screen.lines);
  }
  await c.close();
});

const points = ['03781', '03763', '04136', '04240', '04228', '03862', '03868', '04048', '03820', '03808', '04045'];
const as = (code: string, chat: string) => c.sit(chat, c.world.people.focalPoints.get(code)!.actor);
beforeEach(() => {
  me = `p${n}`;
  as(points[n % points.length]!, me);
  n += 1;
});

const letter =
  'Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.';
const all = async (lines: readonly string[]) => {
  let last: string[] = [];
  for (const line of lines) last = await c.say(me, line);
  return last.join('\n');
};
/** A need of this chat's unit; its code. */
async function sent(title = 'Cấp nước sinh hoạt cho 3 bản'): Promise<string> {
  await c.say(me, '/nhucau');
  if (c.buttons(me).includes('Soạn nhu cầu mới')) await c.press(me, 'Soạn nhu cầu mới');
  const receipt = await all([
    title,
    'nước sạch',
    '120 hộ có nước sạch quanh năm',
    'xã Co Mạ',
    '120 hộ',
    'tổng 800 triệu, đối ứng 100 triệu',
    '9 tháng từ tháng 3/2027',
    'Thào A Sếnh, 0912 000 111',
    'gửi',
  ]);
  const code = /NC-\d{4}-\d{4}/.exec(receipt)?.[0];
  if (!code) throw new Error(receipt);
  return code;
}

test('a pasted letter becomes a draft, two answers more a receipt', async () => {
  const [card] = await c.say(me, `/nhucau ${letter}`);
  expect(card).toMatch(/^⚪ BẢN NHÁP – CHƯA GỬI\n/u);
  expect(card).toContain('Đối tượng hưởng lợi: 120 hộ (3 bản)');
  expect(card).toContain('– Vốn đối ứng: 100 triệu (= 800 − 700)');
  expect(card).toContain('Còn 2 mục: mục tiêu, người liên hệ.\nMục tiêu của dự án là gì ạ?');
  expect(card).not.toMatch(/NC-|đã nhận|ghi nhận/u);
  await c.say(me, '120 hộ có nước sạch quanh năm');
  const [review] = await c.say(me, 'Thào A Sếnh, cán bộ văn hóa, 0912 000 111');
  expect(review).toContain('mức đầy đủ 60%');
  expect(c.buttons(me).slice(0, 2)).toEqual(['Gửi Sở Ngoại vụ', 'Bổ sung cho đầy đủ']);
  const [receipt] = await c.press(me, 'Gửi Sở Ngoại vụ');
  expect(receipt).toMatch(/^✅ Sở Ngoại vụ đã nhận NC-2026-\d{4}\n14 giờ 00 thứ Hai, 23\/11\/2026\n/u);
  expect(receipt).toContain('Chuyên viên Quàng Văn Minh trả lời trước thứ Hai, 07/12/2026.');
  expect(c.buttons(me)).toEqual(['Xem, sửa', 'Hoàn tác']);
});

test('eight questions, one at a time, without marks', async () => {
  await c.say(me, '/nhucau');
  const answers: readonly [RegExp, string][] = [
    [/^1\/8/u, 'Xay nha ban tru va bep an diem truong'],
    [/^2\/8/u, 'giao duc'],
    [/3\/8/u, '180 hoc sinh co cho o an toan'],
    [/4\/8/u, 'ta hoc'],
    [/5\/8/u, '180 hs'],
    [/6\/8/u, '2ty4 doi ung 400tr'],
    [/7\/8/u, '12 thang tu thang 3/2027'],
    [/8\/8/u, '0912000111'],
  ];
  for (const [question, answer] of answers) {
    expect(c.read(me).at(-1)).toMatch(question);
    await c.say(me, answer);
  }
  expect(c.read(me).at(-1)).toContain('Đủ mục để gửi');
  expect(await all(['gui'])).toMatch(/✅ Sở Ngoại vụ đã nhận/u);
});

test('a commune is offered its own place, a department the whole province', async () => {
  as('03781', me);
  await c.say(me, '/nhucau');
  if (c.buttons(me).includes('Soạn nhu cầu mới')) await c.press(me, 'Soạn nhu cầu mới');
  await all(['Sửa chữa nhà văn hóa bản Pá Chả', 'văn hóa', '60 hộ có nơi sinh hoạt chung ấm áp']);
  expect(c.buttons(me)).toContain('xã Co Mạ');
  expect((await c.press(me, 'xã Co Mạ')).join()).toMatch(/5\/8/u);
  const office = `${me}o`;
  c.sit(office, c.world.people.focalPoints.get('SYT')!.actor);
  for (const line of [
    '/nhucau',
    'Trang bị máy siêu âm cho trạm y tế',
    'y tế',
    'Phụ nữ mang thai được siêu âm tại xã',
  ]) {
    await c.say(office, line);
  }
  expect(c.buttons(office)).toContain('Toàn tỉnh');
  expect((await c.press(office, 'Toàn tỉnh')).join()).toMatch(/5\/8/u);
});

test('what is pushed to the officer waits for the undo, and an undone one is never heard of', async () => {
  const code = await sent();
  expect(c.read('minh').concat(c.read('ha')).join()).not.toContain(code);
  const [undone] = await c.press(me, 'Hoàn tác');
  expect(undone).toMatch(/^Đã hoàn tác/u);
  expect(undone).not.toContain(code);
  await c.later({ minutes: 3 });
  expect(c.read('minh').concat(c.read('ha')).join()).not.toContain(code);
  await c.press(me, 'Tiếp tục soạn');
  expect(await all(['gửi'])).toContain(`✅ Sở Ngoại vụ đã nhận ${code}`);
  await c.later({ minutes: 3 });
  expect(c.read('minh').concat(c.read('ha')).join()).toContain(`Nhu cầu mới ${code}`);
  expect((await c.press(me, 'Hoàn tác')).join()).toMatch(/Đã quá 2 phút/u);
});

test('the officer opens the notice, takes the need up, returns it with a reason; the unit completes and sends it again', async () => {
  as('03763', me);
  await c.link(me);
  const code = await sent('Nuôi lợn đen cho phụ nữ nghèo');
  await c.later({ minutes: 3 });
  expect(c.read('minh').at(-1)).toContain(`Nhu cầu mới ${code}`);
  const [card] = await c.press('minh', 'Mở');
  expect(card).toMatch(new RegExp(`^🟡 chờ xem xét – ${code}`, 'u'));
  expect(card).toContain('Dữ liệu minh họa');
  expect((await c.press('minh', 'Tiếp nhận xem xét')).join()).toContain(`nhận xem xét ${code}`);
  expect(await c.press(me, 'Hoàn tác')).toEqual([expect.stringContaining('không làm được việc này nữa')]);
  await c.press('minh', 'Đề nghị bổ sung');
  const [ask] = await c.say('minh', 'thiếu số người hưởng lợi theo từng bản');
  expect(ask).toContain('đề nghị bổ sung, hoàn thiện?');
  expect((await c.press('minh', 'Gửi đơn vị')).join()).toContain('🟡 đề nghị bổ sung, hoàn thiện');
  await c.later({ minutes: 3 });
  expect(c.read(me).at(-1)).toContain('Lý do: thiếu số người hưởng lợi theo từng bản');
  await c.press(me, 'Mở');
  await c.press(me, 'Sửa');
  expect(c.read(me).at(-1)).toMatch(/^⚪ BẢN NHÁP – CHƯA GỬI\nBản sửa/u);
  await c.press(me, 'Sửa mục khác');
  await c.press(me, 'Đối tượng hưởng lợi');
  await c.say(me, '120 hộ, 600 người');
  const receipt = await all(['gửi']);
  expect(receipt).toContain(`✅ Sở Ngoại vụ đã nhận ${code}`);
  expect(receipt).toContain('Bản sửa thay cho bản trước.');
  await c.later({ seconds: 1 });
  expect(c.read('minh').at(-1)).toContain(`Đơn vị vừa sửa ${code}`);
});

test('accepting can be undone, and the unit hears only of what stands', async () => {
  as('03781', me);
  await c.link(me);
  const code = await sent('Xây cầu treo qua suối Nậm Nhứ');
  await c.later({ minutes: 3 });
  await c.press('minh', 'Mở');
  await c.press('minh', 'Tiếp nhận xem xét');
  expect((await c.press('minh', 'Tiếp nhận')).join()).toContain(`${code}: 🟢 đã tiếp nhận`);
  expect((await c.press('minh', 'Hoàn tác')).join()).toContain('trở lại đang xem xét');
  await c.later({ minutes: 3 });
  expect(c.read(me).join()).not.toContain(`đã tiếp nhận – ${code}`);
});

test('a need is withdrawn with a reason, after a read-back', async () => {
  const code = await sent('Thư viện thân thiện cho trường tiểu học');
  await c.press(me, 'Xem, sửa');
  await c.press(me, 'Rút');
  expect(c.read(me).at(-1)).toContain('Lý do rút nhu cầu là gì ạ?');
  const [ask] = await c.say(me, 'đã có nguồn kinh phí khác');
  expect(ask).toContain(`Rút ${code}?`);
  expect((await c.press(me, 'Rút nhu cầu')).join()).toContain(`✅ Đã rút ${code}`);
  await c.say(me, '/nhucaucuatoi');
  await c.press(me, code);
  expect(c.read(me).at(-1)).toContain(`⚪ đã rút – ${code}`);
});

test('unfinished drafts are found again, by whoever answers for the unit', async () => {
  as('04048', me);
  await c.say(me, '/nhucau');
  await c.say(me, 'Dạy nghề du lịch cộng đồng tại bản Hua Tạt');
  await c.press(me, 'Để sau – đã lưu');
  const successor = `${me}b`;
  c.sit(successor, { ...c.world.people.focalPoints.get('04048')!.actor, name: 'Người kế nhiệm' });
  expect((await c.say(successor, '/dangdo')).join()).toContain('Dạy nghề du lịch cộng đồng');
  const [offer] = await c.say(successor, '/nhucau Dạy nghề du lịch cộng đồng tại bản Hua Tạt');
  expect(offer).toContain('bản nháp chưa gửi');
  await c.press(successor, 'Tiếp tục soạn');
  expect(c.read(successor).at(-1)).toMatch(/2\/8/u);
});

test('the same need sent again is offered to be changed', async () => {
  const title = 'Xây bếp ăn cho trường mầm non Chiềng Sơ';
  const code = await sent(title);
  const [offer] = await c.say(me, `/nhucau ${title.toLowerCase()}`);
  expect(offer).toContain(code);
  expect(c.buttons(me)).toEqual(['Xem, sửa', 'Soạn nhu cầu mới']);
});

test('the list is paged by five, drafts first', async () => {
  as('03868', me);
  for (const what of ['bò', 'dê', 'gà', 'vịt', 'ong']) await sent(`Hỗ trợ chăn nuôi ${what} cho hộ nghèo`);
  await c.say(me, '/nhucau');
  await c.press(me, 'Soạn nhu cầu mới').catch(() => []);
  await c.say(me, 'Trồng cây dược liệu dưới tán rừng');
  await c.press(me, 'Để sau – đã lưu');
  const [list] = await c.say(me, '/nhucaucuatoi');
  expect(list).toMatch(/1–5 trong \d+\n⚪ Trồng cây dược liệu/u);
  expect(c.buttons(me)).toContain('Xem tiếp');
  expect((await c.press(me, 'Xem tiếp')).join()).toMatch(/^Nhu cầu của đơn vị: 6–/u);
});

test('an emergency wakes officers and leaders at once, after one press, and is accepted without a round', async () => {
  as('03814', me);
  c.sit('phuong', c.world.people.director.actor);
  await c.link('phuong');
  const text = 'Lũ quét cuốn trôi 12 nhà ở Chiềng Lao, xin hỗ trợ khẩn cấp';
  const [ask] = await c.say(me, `/nhucau ${text}`);
  expect(ask).toMatch(/^⏰ Đây là tình huống khẩn cấp ạ\?/u);
  expect(c.read('phuong').join()).not.toContain('KHẨN CẤP');
  expect((await c.press(me, 'Báo khẩn cấp ngay'))[0]).toMatch(/^⏰ Đã báo \d người của Sở Ngoại vụ/u);
  await c.later({ seconds: 1 });
  for (const who of ['minh', 'ha', 'phuong']) expect(c.read(who).at(-1)).toContain('⏰ KHẨN CẤP – UBND xã Chiềng Lao');
});

test('a button of another unit shows nothing', async () => {
  await sent('Cấp thiết bị cho trạm y tế xã');
  const message = c.channel.sent.findLast((s) => s.chat === me)!;
  const other = `${me}x`;
  as('SXD', other);
  // What is forwarded can't be pressed; what is forged is refused where it acts.
  const [stale] = await Promise.all([c.event(other, { kind: 'press', message: message.what.id, button: 0 })]);
  expect(stale).toBe('done');
  expect(c.read(other).join()).not.toContain('Cấp thiết bị cho trạm y tế xã');
});
