import { expect } from 'vitest';
import type { Scene } from '../stage.ts';
import { letter, sent } from './words.ts';

/** Words that mean what was just shown. */
export const context: readonly Scene[] = [
  {
    name: 'after a card, “nó”, “thế … thì sao” and “dự án của nó” mean the organisation that was shown',
    async play({ officer, guest }) {
      await officer.say('sci con han ko', 'Save the Children');
      await officer.say('no het han khi nao', 'Save the Children');
      await officer.say('thế Plan thì sao', 'Plan International');
      await officer.say('dự án của nó', 'Plan International: dự án');
      await officer.say('con care?', 'CARE: dự án');
      // A guest, who sees less, is understood no less.
      const visitor = await guest();
      await visitor.say('Is Plan registered?', 'Plan International');
      await visitor.say('what about CARE', 'CARE');
    },
  },
  {
    name: 'of a list, the second one; of the one that was opened, what is to be done with it; nothing happens by the sentence',
    async play(stage) {
      const { focal } = stage;
      const first = await sent(stage, 'Cấp nước sinh hoạt cho bản Hua Ty');
      const second = await sent(stage, 'Sửa mái trạm y tế cho bản Pá Ban');
      // More is typed in this scene than anybody types in a minute.
      await stage.later({ minutes: 1 });
      await focal.say('nhu cầu của đơn vị em đến đâu rồi', 'Nhu cầu của đơn vị: 2');
      const older = await focal.say('cái thứ hai', first);
      expect(older.text).toContain('bản Hua Ty');
      // Under the card's own buttons the words still mean the list.
      const newer = await focal.say('còn cái đầu tiên', second);
      expect(newer.text).toContain('bản Pá Ban');
      await focal.say('cái thứ bảy', 'chỉ có 2 mục');
      await focal.say('rút nhu cầu này vì đã có nguồn khác', `${second}`);
      await focal.hears('đã có nguồn khác');
      await focal.say('để sau', 'đã lưu');
      const card = await focal.say(`${second} đến đâu rồi`, second);
      expect(card.text).toContain('chờ xem xét');
    },
  },
  {
    name: 'a search said again with one thing changed; what borders a commune is not known, and said so',
    async play(stage) {
      const { officer } = stage;
      const code = await sent(stage);
      await officer.say('nhu cầu nước sạch ở xã Co Mạ', code);
      await officer.say('còn y tế?', 'y tế');
      await officer.say('thế nước sạch thì sao', code);
      const near = await officer.say('còn của xã bên cạnh?', 'Chưa có dữ liệu xã nào giáp xã nào');
      expect(near.text).toContain('huyện Thuận Châu cũ');
      await officer.press('Long Hẹ', /nhu cầu/u);
    },
  },
  {
    name: 'half an hour later nobody means it any more',
    last: true,
    async play({ officer, later }) {
      await officer.say('sci con han ko', 'Save the Children');
      await later({ minutes: 29 });
      await officer.say('nó hết hạn khi nào', 'Save the Children');
      await later({ minutes: 31 });
      const said = await officer.say('nó hết hạn khi nào', /\S/u);
      expect(said.text).not.toContain('Save the Children');
    },
  },
  {
    name: 'in a form: an amount where the objective is asked, and how much is missing',
    async play({ focal }) {
      await focal.say('xa em muon xin nuoc sach cho ba con', 'Mục tiêu của dự án');
      const card = await focal.say('khoang hai ty ruoi', 'Tổng kinh phí: 2,5 tỷ đồng');
      expect(card.text).toContain('Mục tiêu của dự án');
      await focal.say('con thieu gi nua', /Còn \d mục/u);
      await focal.say('thoi de sau', 'đã lưu, chưa gửi');
    },
  },
  {
    name: '25 tỷ for a school’s kitchen is read back in words, and goes nowhere before somebody says that it is right',
    async play({ focal }) {
      const kitchen =
        'Đề xuất xây bếp ăn cho 180 học sinh trường bán trú xã Co Mạ. Tổng 25 tỷ, xin tài trợ 24 tỷ. Làm trong 9 tháng từ tháng 3/2027.';
      await focal.say(kitchen, 'Mục tiêu của dự án');
      const asked = await focal.say('180 học sinh có bữa ăn nóng tại trường mỗi ngày', 'Số này đúng chưa ạ?');
      expect(asked.text).toContain('Xin xem kỹ: 25 tỷ đồng (hai mươi lăm tỷ đồng)');
      await focal.say('gửi', 'Chưa gửi được');
      await focal.press('Sửa số tiền', 'Kinh phí');
      await focal.say('tổng 2,5 tỷ, xin 2,4 tỷ', 'gọi ai');
      const review = await focal.say('Lò Văn Minh, Phó Chủ tịch, 0912 000 018', 'Đủ mục để gửi');
      expect(review.text).toContain('2,5 tỷ đồng');
      await focal.say('bỏ', 'Anh/chị muốn dừng');
    },
  },
  {
    name: 'English works for help, for looking up and for sending a need',
    async play({ focal, officer }) {
      await focal.say('English please', 'speaks English');
      await focal.say('what can you do', 'Choose below');
      await focal.say('when is the deadline', '2026');
      await focal.say('is plan still registered', 'Plan International');
      await focal.say('what about save the children', 'Save the Children');
      await focal.say(
        'We need clean water for 3 villages, 120 households in Co Mạ commune. Total 800 million, request 700 million, 9 months from March 2027.',
        /objective/iu,
      );
      // "in Co Mạ commune" was said above: the place is not asked again.
      await focal.say('120 households have clean water all year round', 'Contact');
      await focal.say('Lo Van Minh, Vice Chairman, 0912 000 018', /\S/u);
      await focal.say('send', /NC-\d{4}-\d{4}/u);
      await focal.say('tiếng Việt', 'tiếng Việt');
      await officer.say(letter, /\S/u);
    },
  },
];
