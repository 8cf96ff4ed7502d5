import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestOffice, testOffice } from '../support/office.ts';
import { type TestStore, testStore } from '../support/store.ts';

/** What people type where a form or a card is open, and mean as one of its buttons or as something else. */
let db: TestStore;
let o: TestOffice;
const senh = 'senh';
const minh = 'minh';
const head = 'head';
let code: string;
beforeAll(async () => {
  db = await testStore();
  o = await testOffice(db.store);
  await o.seat(senh, o.demo.senh.id);
  await o.seat(minh, o.demo.minh.id);
  await o.seat(head, o.demo.divisionHead.id);
});
afterAll(async () => {
  await o.stop();
  await db.close();
});
const says = async (chat: string, text: string) => (await o.say(chat, text)).join('\n');

test('at the read-back of a need, what is to be changed is asked by its name, with or without a value', async () => {
  await says(
    senh,
    'Kính gửi SNgV, xã Co Mạ cần nước sạch cho 3 bản, 120 hộ. Tổng 800 triệu, xin tài trợ 700 triệu. Làm trong 9 tháng từ tháng 3/2027.',
  );
  await says(senh, '120 hộ có nước sạch quanh năm');
  await says(senh, 'Lò Văn Minh, Phó Chủ tịch, 0912 000 018');
  for (const [said, asked] of [
    ['sua muc tieu', 'Mục tiêu của dự án là gì ạ?'],
    ['lĩnh vực sai rồi', 'Đề xuất thuộc lĩnh vực nào ạ?'],
    ['sửa lại mục địa điểm nhé', 'Thực hiện ở xã, phường nào ạ?'],
    ['số hộ chưa đúng', 'Ai được hưởng lợi'],
    ['doi nguoi lien he', 'gọi ai ạ?'],
  ] as const) {
    expect(await says(senh, said), said).toContain(asked);
    expect(await says(senh, 'quay lại'), said).toContain('Đủ mục để gửi');
  }
  expect(await says(senh, 'sua muc tieu')).toContain('Hiện là: 120 hộ có nước sạch quanh năm');
  await says(senh, '350 hộ dùng nước sạch trong cả mùa khô');
  expect(await says(senh, 'sửa mục tiêu')).toContain('350 hộ dùng nước sạch');
  expect(await says(senh, 'quay lại')).toMatch(/hưởng lợi: 120 hộ/iu);
});

test('“vâng” to the read-back is asked about, “đồng ý” sends', async () => {
  expect(await says(senh, 'vâng')).toContain('Bản nháp chưa gửi');
  const receipt = await says(senh, 'đồng ý');
  code = /NC-\d{4}-\d{4}/u.exec(receipt)![0];
  expect(receipt).toContain('✅ Sở Ngoại vụ đã nhận');
});

test('a name typed in small letters begins with a capital', async () => {
  await says(senh, 'gửi nhu cầu mới');
  await says(senh, 'xay cau treo ban Pa Khom');
  await says(senh, 'để sau');
  expect(await says(senh, 'tiếp tục')).not.toContain('xay cau treo');
  await says(senh, 'bỏ bản nháp');
  await says(senh, 'thôi');
  await o.press(senh, 'Bỏ bản nháp');
});

test('on a need that was sent, “sửa mục tiêu” lands on that very question', async () => {
  const [number] = code.match(/\d{4}$/u)!;
  expect(await says(senh, `sửa mục tiêu nc ${Number(number)}`)).toMatch(/Mục tiêu/u);
  await says(senh, 'để sau');
});

test('the officer asks the unit, returns and rejects the need on the screen by words, reason and all', async () => {
  await says(minh, `xem ${code}`);
  expect(await says(minh, 'hoi don vi cau treo co giay phep chua')).toMatch(
    new RegExp(`Hỏi đơn vị về ${code}[\\s\\S]*“cau treo co giay phep chua”`, 'u'),
  );
  await says(minh, 'thôi');
  await o.press(minh, 'Bỏ bản nháp');
  for (const [said, asks] of [
    ['tra lai thieu so nguoi huong loi', /bổ sung, hoàn thiện\?[\s\S]*Lý do gửi đơn vị: thieu so nguoi huong loi/u],
    ['từ chối vì trùng dự án khác', /không đưa vào danh mục\?[\s\S]*Lý do gửi đơn vị: trùng dự án khác/u],
    ['trả lại', /Lý do gửi đơn vị là gì ạ/u],
  ] as const) {
    await says(minh, `xem ${code}`);
    expect(await says(minh, said), said).toMatch(asks);
    await says(minh, 'thôi');
    await o.press(minh, 'Bỏ bản nháp');
  }
});

test('without a need on the screen, “trả lại” asks which', async () => {
  o.clock.advance({ minutes: 31 });
  expect(await says(minh, 'trả lại')).toContain('Nhu cầu nào ạ?');
});

test('an order typed where a reason is asked never becomes the reason unasked', async () => {
  await says(minh, `xem ${code}`);
  await says(minh, 'trả lại');
  expect(await says(minh, 'xem nc 3')).toContain('“xem nc 3” là câu trả lời cho mục “Lý do”');
  expect(await says(minh, 'làm việc này')).toMatch(/NC-2026-0003|Không tìm thấy/u);
  await says(minh, 'tiếp tục');
  expect(await says(minh, 'thiếu bảng dự toán')).toContain('Lý do gửi đơn vị: thiếu bảng dự toán');
  await says(minh, 'thôi');
  await o.press(minh, 'Bỏ bản nháp');

  expect(await says(head, 'đóng đợt')).toContain('Lý do là gì ạ?');
  expect(await says(head, 'mo dot moi')).toContain('là câu trả lời cho mục “Lý do”');
  expect(await says(head, 'là câu trả lời')).toContain('Lý do: mo dot moi');
  await says(head, 'thôi');
  await o.press(head, 'Bỏ bản nháp');
});

test('a disaster reported in the middle of a form is not taken for an answer', async () => {
  await says(senh, 'gửi nhu cầu mới');
  await says(senh, 'Xây bếp ăn bán trú trường tiểu học Co Mạ');
  const asked = await says(senh, 'lu quet cuon troi 12 nha o co ma, xin ho tro khan cap');
  expect(asked).toMatch(/đã lưu[\s\S]*khẩn cấp/iu);
  expect(o.buttons(senh)).toContain('Báo khẩn cấp ngay');
  await says(senh, 'tiếp tục');
  await says(senh, 'giáo dục');
  expect(await says(senh, '12 nhà bị lũ quét cuốn trôi được dựng lại trước mùa đông')).toContain(
    'là câu trả lời cho mục',
  );
  expect(await says(senh, 'là câu trả lời')).toContain('Địa điểm');
  await says(senh, 'thôi');
  await o.press(senh, 'Bỏ bản nháp');
});

test('the first words of the button that submits do what it does', async () => {
  await says(minh, 'tôi đi nghỉ phép từ mai đến thứ sáu, chị Hà làm thay');
  expect(await says(minh, 'xac nhan')).toContain('✅ Nguyễn Thị Thu Hà làm thay anh/chị');
  expect(await says(minh, 'ai dang lam thay toi')).toContain('Đang làm thay anh/chị:\nNguyễn Thị Thu Hà');
  expect(await says(minh, 'bỏ ủy quyền')).toContain('Đang làm thay anh/chị:');
  expect(await says(minh, 'kết thúc: nguyễn thị thu hà')).toContain('✅ Đã kết thúc ủy quyền');
  expect(await says(minh, 'ai dang lam thay toi')).toContain('Hiện anh/chị không ủy quyền cho ai');
});

test('a round: proposed, found by words; what can be undone says for how long', async () => {
  await says(minh, 'gia hạn đợt này thêm 1 tuần');
  expect(await says(minh, 'nhiều xã chưa kịp làm')).toContain('Gia hạn đợt 1');
  expect(await says(minh, 'đề xuất gia hạn')).toContain('Đã lập đề xuất');
  for (const said of ['de xuat cho toi duyet', 'có đề xuất nào chờ tôi không', 'đề xuất chờ xác nhận'])
    expect(await says(head, said), said).toContain('Đề xuất: 🟡 chờ duyệt');
  expect(await says(head, 'vâng')).not.toContain('Đã duyệt');
  await says(head, 'đề xuất chờ duyệt');
  expect(await says(head, 'đồng ý')).toMatch(/✅ Đã duyệt[\s\S]*hoàn tác được trong 2 phút/u);
  expect(await says(head, 'bấm nhầm')).toContain('⚪ Đã hoàn tác');
});
