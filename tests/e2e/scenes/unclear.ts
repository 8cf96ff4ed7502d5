import { expect } from 'vitest';
import type { Scene } from '../stage.ts';

/** What nobody understands. */
export const unclear: readonly Scene[] = [
  {
    name: 'what was not understood is kept without its person, and the administrator pages through it and takes it along',
    async play({ focal, guest, invitation, kind }) {
      await focal.say('qwrtz plmk 0912 345 678', /chưa hiểu|chưa chắc/u);
      const admin = await guest();
      await admin.driver.start(await invitation({ unit: null, role: 'admin', name: 'Lò Thị Quản' }));
      await admin.hears('có đồng ý không');
      await admin.press('Đồng ý', 'Xin gọi là');
      await admin.press('Chị', 'chào chị');
      const list = await admin.say('xem các câu chưa hiểu', 'Câu chưa hiểu trong 180 ngày');
      expect(list.text).not.toContain('0912');
      if (kind === 'poor') await admin.press('Tải danh sách', 'Zalo không nhận loại tệp này');
      else {
        const taken = await admin.press('Tải danh sách', '📎');
        expect(taken.files.map((f) => f.name)).toEqual([expect.stringMatching(/^cau-chua-hieu-.*\.jsonl$/u)]);
      }
      await focal.say('/chuahieu', 'không thuộc quyền');
    },
  },
];
