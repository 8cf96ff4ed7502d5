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
];
