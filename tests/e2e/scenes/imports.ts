import { expect } from 'vitest';
import { simpleWorkbook } from '../../office/imports/messy.ts';
import type { Scene } from '../stage.ts';

const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The register from a file, and questions about procedure. */
export const imports: readonly Scene[] = [
  {
    name: 'an officer sends a spreadsheet of NGOs: checked row by row, nothing written while a row is wrong',
    async play({ officer, kind, later }) {
      const heads = ['Tên tổ chức', 'Quốc gia', 'Ngày hết hạn'];
      const content = await simpleWorkbook(heads, [
        ['Highland Clean Water Trust', 'Mỹ', null],
        ...Array.from({ length: 12 }, (_, n) => [`Hope For Hills ${n}`, 'Wakanda', '31/02/2026']),
      ]);
      await officer.driver.sendFile({ name: 'Danh ba NGO.xlsx', mime, content });
      for (let i = 0; i < 3; i++) await later({ seconds: 1 });
      const said = await officer.hears('Tệp có 13 tổ chức: 1 mới, 0 đổi, 12 sai.');
      expect(said.buttons).toEqual(['Xem lỗi']);
      await officer.press('Xem lỗi', 'Dòng 3:');
      // The poor phone takes no spreadsheets: there the words are all, page by page.
      const buttons = async () => (await officer.driver.read()).flatMap((one) => one.buttons).join();
      // Words too long for one bubble bring their buttons with the last of them.
      await expect.poll(buttons).toContain('Xem tiếp (2/');
      const pages = /Xem tiếp \(2\/(\d+)\)/.exec(await buttons())![1]!;
      for (let at = 2; at <= Number(pages); at++) {
        await officer.press(`Xem tiếp (${at}/${pages})`, at === Number(pages) ? 'Dòng 14:' : 'Dòng');
      }
      if (kind === 'poor') return;
      await expect
        .poll(async () => (await officer.driver.read()).flatMap((bubble) => bubble.files).map((file) => file.name))
        .toContain('Bao cao Danh ba NGO.xlsx');
    },
  },
  {
    name: 'a question about procedure is answered from the table of rules, with its source and how far it holds',
    async play({ focal, officer }) {
      const said = await focal.say('ho so phe duyet vien tro gom may bo', '6 bộ');
      expect(said.text).toContain('theo quy định trước đây (NĐ 80/2020)');
      expect(said.buttons).toEqual([]);
      const seen = await officer.say('thẩm định mất bao nhiêu ngày', '20 ngày');
      expect(seen.buttons).toEqual(['Đề nghị sửa', 'Đề nghị xác nhận đúng']);
    },
  },
];
