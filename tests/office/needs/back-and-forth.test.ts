import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldOf } from '../../../src/office/needs/rules/reasons.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let store: TestStore;
let o: TestOffice;
beforeAll(async () => {
  store = await testStore();
  o = await testOffice(store.store);
  await o.seat('minh', o.demo.minh.id);
  await o.seat('ha', o.demo.ha.id);
  await o.seat('senh', o.demo.senh.id);
  await o.seat('syt', o.demo.focalPoints.get('SYT')!.id);
});
afterAll(async () => {
  await o.stop();
  await store.close();
});
const last = (chat: string) => o.read(chat).at(-1) ?? '';
const letter =
  'xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.';

async function sent(): Promise<string> {
  await o.say('senh', letter);
  if (last('senh').includes('Anh/chị làm tiếp hay soạn mới') || last('senh').includes('gần giống'))
    await o.press('senh', 'Soạn nhu cầu mới');
  await o.say('senh', '120 hộ có nước sạch quanh năm');
  await o.say('senh', 'Thào A Sếnh, công chức văn hóa, 0912 000 111');
  await o.say('senh', 'gửi');
  const code = /NC-\d{4}-\d{4}/.exec(last('senh'))?.[0];
  if (!code) throw new Error(last('senh'));
  await o.later({ minutes: 3 });
  return code;
}

test('returned with a ready reason, the focal point lands on the very field and sends it again', async () => {
  const code = await sent();
  await o.say('minh', code);
  await o.press('minh', 'Tiếp nhận xem xét');
  await o.press('minh', 'Đề nghị bổ sung');
  expect(o.buttons('minh').slice(0, 3)).toEqual(['Thiếu số người hưởng lợi', 'Kinh phí chưa rõ', 'Chưa rõ địa điểm']);
  await o.press('minh', 'Kinh phí chưa rõ');
  expect(last('minh')).toContain('Lý do gửi đơn vị: Kinh phí chưa rõ');
  await o.press('minh', 'Gửi đơn vị');
  await o.later({ minutes: 3 });
  expect(last('senh')).toContain(`🟡 đề nghị bổ sung, hoàn thiện – ${code}`);
  expect(o.buttons('senh')[0]).toBe('Sửa: kinh phí');
  await o.press('senh', 'Sửa: kinh phí');
  expect(last('senh')).toContain('Tổng kinh phí bao nhiêu');
  await o.say('senh', 'tổng 900 triệu, đối ứng 100 triệu');
  expect(last('senh')).toContain('Đề nghị viện trợ: 800 triệu');
  await o.say('senh', 'gửi');
  expect(last('senh')).toContain(code);
  await o.later({ minutes: 3 });
  expect(last('minh')).toContain(`Đơn vị vừa sửa ${code}`);
});

test('own words lead to the field that they name first', () => {
  expect(fieldOf('thiếu số người hưởng lợi theo từng bản')).toBe('beneficiaries');
  expect(fieldOf('kinh phi doi ung chua ro, thieu muc tieu')).toBe('budget');
  expect(fieldOf('chưa rõ làm ở bản nào')).toBe('places');
  expect(fieldOf('đề nghị ghi lại tên dự án')).toBe('title');
  expect(fieldOf('Thiếu người liên hệ')).toBe('contact');
  expect(fieldOf('chưa đạt')).toBeNull();
});

test('an officer asks, the unit answers in chat, both stand in the history', async () => {
  const code = await sent();
  await o.say('minh', code);
  await o.press('minh', 'Hỏi đơn vị');
  await o.say('minh', '120 hộ là của 3 bản hay của cả xã?');
  expect(last('minh')).toContain(`Hỏi đơn vị về ${code}`);
  await o.press('minh', 'Gửi câu hỏi');
  await o.later({ seconds: 2 });
  expect(last('senh')).toContain(`Quàng Văn Minh hỏi về ${code}`);
  expect(last('senh')).toContain('“120 hộ là của 3 bản hay của cả xã?”');
  await o.press('senh', 'Trả lời');
  await o.say('senh', 'của 3 bản, có danh sách kèm theo');
  await o.press('senh', 'Gửi trả lời');
  expect(last('senh')).toContain('Đã gửi trả lời');
  await o.later({ seconds: 2 });
  expect(last('minh')).toContain(`Thào A Sếnh trả lời về ${code}`);
  // A second answer, from an old button, changes nothing.
  await o.press('senh', 'Trả lời');
  expect(last('senh')).toContain('Câu hỏi này đã được trả lời:\n“của 3 bản, có danh sách kèm theo”');

  for (const who of ['minh', 'senh']) {
    await o.say(who, code);
    await o.press(who, 'Lịch sử');
    expect(last(who)).toContain(`Lịch sử ${code}`);
    expect(last(who)).toMatch(/23\/11\/2026 \d\d:\d\d Thào A Sếnh: gửi/);
    expect(last(who)).toContain('Quàng Văn Minh: hỏi – 120 hộ là của 3 bản hay của cả xã?');
    expect(last(who)).toContain('Thào A Sếnh: trả lời – của 3 bản, có danh sách kèm theo');
  }
});

test('a question by words, with the need’s number; another unit answers and sees nothing of it', async () => {
  const code = await sent();
  await o.say('ha', `/hoi ${code} đường vào bản đã có chưa?`);
  expect(last('ha')).toContain('“đường vào bản đã có chưa?”');
  await o.say('ha', 'gửi');
  await o.later({ seconds: 2 });
  expect(last('senh')).toContain('“đường vào bản đã có chưa?”');
  await o.say('syt', `/hoi ${code} gì đó ạ`);
  expect(last('syt')).not.toContain('Hỏi đơn vị về');
  expect(await o.say('syt', code)).toEqual([expect.stringContaining('Không tìm thấy')]);
});

test('an accepted need is changed on a draft; the officer takes the change over, the earlier one stays until then', async () => {
  const code = await sent();
  await o.say('minh', code);
  await o.press('minh', 'Tiếp nhận xem xét');
  await o.press('minh', 'Tiếp nhận');
  await o.later({ minutes: 3 });
  expect(last('senh')).toContain(`🟢 đã tiếp nhận – ${code}`);
  await o.say('senh', `sửa ${code} số hộ là 130 hộ`);
  await o.say('senh', 'gửi');
  await o.later({ minutes: 3 });
  expect(last('minh')).toContain(`Đơn vị vừa sửa ${code}`);
  await o.press('minh', 'Mở');
  expect(o.buttons('minh')).toEqual(expect.arrayContaining(['Nhận bản sửa', 'Giữ bản cũ']));
  await o.press('minh', 'Nhận bản sửa');
  expect(last('minh')).toContain('đã nhận bản sửa');
});

test('left out with a reason of one’s own; undone the unit hears nothing', async () => {
  const code = await sent();
  const heard = o.read('senh').length;
  await o.say('minh', `không đưa ${code} vào danh mục, lý do đã có nguồn từ chương trình mục tiêu`);
  if (!last('minh').includes('không đưa vào danh mục?')) {
    await o.say('minh', code);
    await o.press('minh', 'Tiếp nhận xem xét');
    await o.press('minh', 'Không đưa vào danh mục');
    expect(o.buttons('minh')).toContain('Đã có nguồn kinh phí khác');
    await o.say('minh', 'đã có nguồn từ chương trình mục tiêu');
  }
  await o.press('minh', 'Gửi đơn vị');
  expect(last('minh')).toContain('⚪ không đưa vào danh mục');
  await o.press('minh', 'Hoàn tác');
  await o.later({ minutes: 3 });
  expect(o.read('senh').length).toBe(heard);
});
