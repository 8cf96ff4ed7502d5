import { expect } from 'vitest';
import type { Hand, Scene, Stage } from '../stage.ts';
import { sent } from './words.ts';

/** A head of the division, with a phone of the same kind. */
async function head({ invitation, guest }: Stage): Promise<Hand> {
  const phone = await guest();
  await phone.driver.start(await invitation({ unit: null, role: 'division_head', name: 'Cầm Thị Phương' }));
  await phone.hears('có đồng ý không');
  await phone.press('Đồng ý', 'Xin gọi là');
  await phone.press('Chị', 'chào chị');
  return phone;
}

/** A round's life between officer, head and unit; a need that goes back and forth. */
export const rounds: readonly Scene[] = [
  {
    name: 'a unit has no need this round, by the shortest words; the officer sees it in a line, and the unit takes it back',
    last: true,
    async play({ focal, officer, unit }) {
      await focal.say('ko co nhu cau', 'Không có nhu cầu viện trợ đợt 1 năm 2026.');
      await focal.press('Xác nhận không có nhu cầu', `✅ ${unit.name}: đã ghi không có nhu cầu`);
      await officer.say(`${unit.place.replace('xã ', '')} gửi chưa`, `${unit.name}: 🟢 không có nhu cầu.`);
      await focal.press('Hoàn tác', 'Đã hoàn tác');
      await officer.say(`${unit.place} gui chua`, `${unit.name}: ⚪ chưa gửi; hạn`);
      await officer.say('đơn vị nào chưa gửi', /Chưa gửi: \d+ đơn vị/u);
    },
  },
  {
    name: 'an officer proposes more time with the reason, a head confirms, every unit reads the new date',
    alone: true,
    async play(stage) {
      const { focal, officer, later } = stage;
      const leader = await head(stage);
      const back = await officer.say(
        'gia hạn đợt 1 đến 16h thứ sáu 11/12 vì mưa lũ',
        'Hạn mới: 16 giờ 00 thứ Sáu, 11/12/2026',
      );
      expect(back.text).toContain('Lý do: mưa lũ');
      await officer.press('Đề xuất gia hạn', 'Chưa có gì thay đổi cho đến khi lãnh đạo duyệt');
      await later({ minutes: 3 });
      await leader.hears('đề xuất: Gia hạn đợt 1 năm 2026');
      await leader.press('Xem đề xuất', 'chờ duyệt');
      await leader.press('Gia hạn', '✅ Đã duyệt: Gia hạn đợt 1 năm 2026.');
      expect(await focal.all()).not.toContain('11/12/2026');
      await later({ minutes: 3 });
      await focal.hears('⏰ Hạn mới: 16 giờ 00 thứ Sáu, 11/12/2026.');
      await officer.hears('đã duyệt đề xuất');
      await focal.say('han nop', '16 giờ 00 thứ Sáu, 11/12/2026');
    },
  },
  {
    name: 'a head opens the next round in one sentence, undoes it, opens it again, closes the old one',
    alone: true,
    async play(stage) {
      const { focal, later } = stage;
      const leader = await head(stage);
      await leader.say('mo dot 1 nam 2027 tu 1/12 den 15/1', 'Công văn số mấy');
      const back = await leader.say('bỏ qua', 'Mở đợt 1 năm 2027');
      expect(back.text).toContain('Hạn gửi: 17 giờ 00 thứ Sáu, 15/01/2027');
      await leader.press('Mở đợt', '✅ Đã xong: Mở đợt 1 năm 2027.');
      await leader.press('Hoàn tác', 'Đã hoàn tác');
      await leader.say('mở đợt 1 năm 2027 từ 1/12 đến 15/1', 'Công văn số mấy');
      await leader.say('415/SNgV-HTQT ngày 20/11', 'Công văn: 415/SNgV-HTQT ngày 20/11/2026');
      await leader.say('gửi', '✅ Đã xong');
      await leader.say('đóng đợt 1 năm 2026', 'Lý do là gì');
      await leader.say('đã đủ nhu cầu để tổng hợp', 'Từ lúc này không nhận thêm');
      await leader.press('Xác nhận', '✅ Đã xong: Đóng đợt 1 năm 2026.');
      await later({ minutes: 3 });
      await focal.hears('Sở Ngoại vụ đã đóng đợt 1 năm 2026');
      await later({ hours: 24 * 8 });
      await focal.hears('Sở Ngoại vụ mở đợt 1 năm 2027');
    },
  },
  {
    name: 'returned with a ready reason, the unit lands on the very field, sends it again, and both read the history',
    last: true,
    async play({ focal, officer, later }) {
      const number = await sent({ focal });
      await later({ minutes: 3 });
      await officer.say(number, '🟡 chờ xem xét');
      await officer.press('Tiếp nhận xem xét', `nhận xem xét ${number}`);
      await officer.press('Đề nghị bổ sung', 'Lý do gửi đơn vị');
      await officer.press('Kinh phí chưa rõ', 'Lý do gửi đơn vị: Kinh phí chưa rõ');
      await officer.press('Gửi đơn vị', 'đề nghị bổ sung, hoàn thiện');
      await later({ minutes: 3 });
      await focal.hears('Lý do: Kinh phí chưa rõ');
      await focal.press('Sửa: kinh phí', 'Tổng kinh phí bao nhiêu');
      await focal.say('tổng 900 triệu, đối ứng 100 triệu', 'Đề nghị viện trợ: 800 triệu');
      await focal.say('gửi', number);
      await later({ minutes: 3 });
      await officer.hears(`Đơn vị vừa sửa ${number}`);
      await officer.press('Mở', number);
      const history = await officer.press('Lịch sử', `Lịch sử ${number}`);
      expect(history.text).toContain('đề nghị bổ sung – Kinh phí chưa rõ');
      expect(history.text).toMatch(/sửa$/mu);
    },
  },
  {
    name: 'an officer asks about a need, the unit answers in chat',
    last: true,
    async play({ focal, officer, later }) {
      const number = await sent({ focal });
      await later({ minutes: 3 });
      await officer.say(number, '🟡 chờ xem xét');
      await officer.press('Hỏi đơn vị', 'Anh/chị hỏi đơn vị điều gì');
      await officer.say('120 hộ là của 3 bản hay của cả xã?', `Hỏi đơn vị về ${number}`);
      await officer.press('Gửi câu hỏi', 'Đã gửi câu hỏi');
      await later({ seconds: 2 });
      await focal.hears(`hỏi về ${number}`);
      await focal.press('Trả lời', 'Anh/chị trả lời thế nào');
      await focal.say('của 3 bản, có danh sách kèm theo', 'Trả lời: “của 3 bản, có danh sách kèm theo”');
      await focal.press('Gửi trả lời', 'Đã gửi trả lời');
      await later({ seconds: 2 });
      await officer.hears('Trả lời: “của 3 bản, có danh sách kèm theo”');
    },
  },
  {
    name: 'in the middle of a form a person is named at once, and the question stands again',
    async play({ focal }) {
      await focal.say('xã tôi cần nước sạch cho ba bản, 120 hộ, tổng 800 triệu, xin 700 triệu', 'Mục tiêu của dự án');
      const named = await focal.say('cho tôi gặp chuyên viên', 'Anh/chị gọi');
      expect(named.text).toContain('Mục tiêu của dự án là gì');
      expect(named.text).toMatch(/0212/u);
    },
  },
];
