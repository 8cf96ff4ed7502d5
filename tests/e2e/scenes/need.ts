import { expect } from 'vitest';
import type { Scene } from '../stage.ts';
import { code, letter, sent } from './words.ts';

/** A need from the pasted letter to the officer's desk, and back. */
export const needs: readonly Scene[] = [
  {
    name: 'a pasted letter becomes a draft, is completed, read back and submitted; the officer is told after the hold and takes it',
    async play({ focal, officer, later, unit }) {
      const card = await focal.say(letter, 'BẢN NHÁP – CHƯA GỬI');
      for (const line of [
        'Lĩnh vực: nước sạch và vệ sinh',
        'Đối tượng hưởng lợi: 120 hộ (3 bản)',
        'Tổng kinh phí: 800 triệu đồng',
        '– Đề nghị viện trợ: 700 triệu đồng',
        '– Vốn đối ứng: 100 triệu (= 800 − 700)',
        'Thời gian: 3/2027 – 11/2027 (9 tháng)',
        'Còn 2 mục: mục tiêu, người liên hệ.',
      ]) {
        expect(card.text).toContain(line);
      }
      expect(card.text).not.toMatch(/NC-|đã nhận|ghi nhận/u);
      await focal.say('gửi', 'Chưa gửi được: còn thiếu mục tiêu, người liên hệ');
      await focal.say('120 hộ có nước sạch quanh năm', 'gọi ai');
      const back = await focal.say('Lò Văn Minh, Phó Chủ tịch, 0912 000 018', 'Đủ mục để gửi');
      // Whom to call is who was named, whoever types.
      expect(back.text).toContain('Liên hệ: Lò Văn Minh, Phó Chủ tịch, 0912 000 018');
      const receipt = await focal.say('gửi', '✅ Sở Ngoại vụ đã nhận');
      const number = code.exec(receipt.text)![0];
      expect(receipt.text).toContain(unit.name);
      expect(receipt.text).toContain(`Chuyên viên ${officer.name} trả lời trước thứ Hai, 07/12/2026`);
      expect(await officer.all()).not.toContain(number);
      await later({ minutes: 3 });
      await officer.hears(`Nhu cầu mới ${number}`);
      expect((await officer.press('Mở', '🟡 chờ xem xét')).text).toContain(number);
      await officer.press('Tiếp nhận xem xét', `nhận xem xét ${number}`);
    },
  },
  {
    name: 'an undone submission is never heard of; sent again it keeps its number',
    async play({ focal, officer, later }) {
      const number = await sent({ focal });
      expect((await focal.press('Hoàn tác', 'Đã hoàn tác')).text).not.toContain(number);
      await later({ minutes: 3 });
      expect(await officer.all()).not.toContain(number);
      await focal.press('Tiếp tục soạn', 'Đủ mục để gửi');
      expect((await focal.say('gui', 'đã nhận')).text).toContain(number);
      await later({ minutes: 3 });
      await officer.hears(`Nhu cầu mới ${number}`);
    },
  },
  {
    name: 'an officer asks for more, looks something up on the way, and the unit reads why',
    async play({ focal, officer, later }) {
      const number = await sent({ focal });
      await later({ minutes: 3 });
      await officer.hears(number);
      expect((await officer.say('viec cua toi', 'không còn việc nào')).buttons).toEqual(['Nhu cầu chờ xem xét']);
      await officer.press('Nhu cầu chờ xem xét', number);
      await officer.say(number, '🟡 chờ xem xét');
      await officer.press('Tiếp nhận xem xét', `nhận xem xét ${number}`);
      await officer.say(
        `tra lai ${number.toLowerCase()} thieu so nguoi huong loi`,
        'Lý do gửi đơn vị: thieu so nguoi huong loi',
      );
      await officer.press('Bỏ bản nháp', 'Đã bỏ');
      await officer.say(number, 'đang xem xét');
      await officer.press('Đề nghị bổ sung', 'Lý do gửi đơn vị');
      // The words of the button that sends are no reason.
      await officer.say('gui don vi', 'còn thiếu lý do');
      await officer.say('thiếu số người hưởng lợi theo từng bản', 'đề nghị bổ sung, hoàn thiện?');
      await officer.say('sci con han ko', 'Save the Children');
      await officer.say('gui don vi', `${number}: 🟡 đề nghị bổ sung, hoàn thiện`);
      await later({ minutes: 3 });
      await focal.hears('Lý do: thiếu số người hưởng lợi theo từng bản');
    },
  },
  {
    name: 'my needs, one of them by its number in any spelling, and a withdrawal with a reason',
    async play({ focal }) {
      const number = await sent({ focal });
      await focal.say('nhu cau cua don vi toi', number);
      const card = await focal.say(`nc ${Number(number.slice(-4))} den dau roi`, '🟡 chờ xem xét');
      expect(card.text).toContain(number);
      await focal.press('Rút', 'Lý do rút');
      await focal.say('đã có nguồn kinh phí khác', `Rút ${number}?`);
      await focal.press('Rút nhu cầu', `✅ Đã rút ${number}`);
      await focal.say(number.toLowerCase(), '⚪ đã rút');
    },
  },
];
