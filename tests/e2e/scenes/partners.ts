import { expect } from 'vitest';
import type { Scene } from '../stage.ts';

/** Looking up an NGO. */
export const partners: readonly Scene[] = [
  {
    name: 'an NGO’s card by any spelling; where two are meant, buttons, and the words and the number work as they do',
    async play({ officer, focal }) {
      const card = await officer.say('sci con han ko', 'Save the Children');
      for (const line of ['🟡', 'sắp hết hạn, còn 46 ngày', 'thứ Sáu, 08/01/2027', 'Dữ liệu minh họa']) {
        expect(card.text).toContain(line);
      }
      const which = await officer.say('caritas het han chua', 'hỏi tổ chức nào');
      expect(which.buttons).toEqual(['Caritas Thụy Sĩ', 'Caritas Đức', 'Cả hai']);
      await officer.press('Caritas Đức', 'Caritas Germany');
      await officer.say('caritas het han chua', 'hỏi tổ chức nào');
      await officer.say('1', 'Caritas Switzerland');
      await officer.say('caritas het han chua', 'hỏi tổ chức nào');
      await officer.say('caritas duc', 'Caritas Germany');
      // A unit reads the status, not whom the Department spoke to.
      const theirs = await focal.say('Giấy đăng ký của SCI còn hạn không?', 'Save the Children');
      expect(theirs.text).not.toMatch(/Gặp gần nhất|chị Hà/u);
    },
  },
  {
    name: 'a correction in a sentence is read back, saved by the button, and stands in the history with who and what before',
    last: true,
    async play({ officer }) {
      const read = await officer.say('SCI gia hạn đến 08/01/2032, số 77/GĐK-VPĐD', 'Sửa Save the Children');
      expect(read.text).toContain('thứ Sáu, 08/01/2027 → thứ Năm, 08/01/2032');
      await officer.press('Ghi vào sổ', '✅ Đã ghi vào sổ: Save the Children');
      await officer.press('Xem thẻ', 'đến thứ Năm, 08/01/2032');
      const history = await officer.press('Lịch sử sửa', 'Lịch sử sửa: Save the Children');
      expect(history.text).toContain(officer.name);
      expect(history.text).toContain('hạn: 08/01/2027 → 08/01/2032');
    },
  },
  {
    name: 'a unit says that a card is wrong: the officer in charge has it among the duties',
    last: true,
    async play({ focal, again, house, kind }) {
      const { minh } = house.demo;
      const inCharge = await again({ ...focal, id: minh.id, name: minh.actor.name ?? '' }, kind);
      await focal.say('sci con han ko', 'Save the Children');
      await focal.press('Báo sai', 'Thẻ sai ở chỗ nào');
      await focal.say('Số điện thoại văn phòng đã đổi từ tháng trước', 'Báo cán bộ phụ trách');
      await focal.press('Gửi báo sai', '✅ Đã báo cán bộ phụ trách');
      await inCharge.say('việc của tôi', /Save the Children/u);
    },
  },
  {
    name: 'a talk on a Sunday is asked about, then recorded with its next step',
    last: true,
    async play({ officer }) {
      const asked = await officer.say(
        'hôm qua làm việc với đsq nhật, họ quan tâm bếp ăn bán trú, hẹn gửi đề xuất trước 15/12',
        '22/11/2026 là Chủ nhật',
      );
      expect(asked.buttons).toContain('thứ Sáu, 20/11/2026');
      await officer.press('thứ Sáu, 20/11/2026', 'Ngày: thứ Sáu, 20/11/2026');
      await officer.press('Ghi vào sổ', '⏰ Nhắc việc: thứ Ba, 15/12/2026');
      await officer.say('dsq nhat', 'Gặp gần nhất 20/11/2026');
    },
  },
  {
    name: 'the list was introduced: it counts towards the year’s plan',
    last: true,
    async play({ officer }) {
      await officer.say('đã giới thiệu danh mục cho bao nhiêu tổ chức', 'Giới thiệu danh mục: 3/5–10');
      await officer.say('đã gửi danh mục cho Plan hôm nay', 'Đã giới thiệu danh mục cho Plan');
      await officer.press('Ghi vào sổ', 'Năm 2026: 4/5–10 tổ chức');
      await officer.say('đã giới thiệu danh mục cho bao nhiêu tổ chức', 'Giới thiệu danh mục: 4/5–10');
      await officer.press('Đã giới thiệu cho ai', 'đã giới thiệu năm 2026 (4)');
    },
  },
  {
    name: 'a search goes on page by page; one that is named then is its card; nothing found offers less',
    async play({ officer }) {
      await officer.say('tổ chức nào làm giáo dục', '1–5/');
      await officer.press('Xem tiếp', '6–10/');
      await officer.say('the plan thi sao', 'Plan International – Anh');
      const none = await officer.say('to chuc nao lam van hoa o moc chau', 'Chưa có tổ chức nào');
      expect(none.buttons).toContain('Văn hóa, mọi địa bàn');
      await officer.press('Văn hóa, mọi địa bàn', 'Room to Read');
    },
  },
  {
    name: 'who could fund something: named with the reasons, and nothing promised',
    async play({ officer, focal }) {
      const list = await officer.say(
        'ai co the tai tro nuoc sach o long he',
        'Có thể giới thiệu: nước sạch; xã Long Hẹ',
      );
      expect(list.text).toMatch(/World Vision: đúng lĩnh vực/u);
      expect(list.text).toContain('Chưa trao đổi với tổ chức nào');
      await officer.press('World Vision', 'World Vision');
      const theirs = await focal.say('tổ chức nào làm y tế ở Mộc Châu', 'Orbis');
      expect(theirs.text).not.toContain('0912');
    },
  },
];
