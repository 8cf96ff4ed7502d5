import { expect } from 'vitest';
import { hand, type Scene } from '../stage.ts';
import { letter } from './words.ts';

/** From a code on paper to the first menu. */
export const linking: readonly Scene[] = [
  {
    name: 'an invitation, consent, a name, and the first menu',
    async play({ house, unit, invitation, guest }) {
      const me = await guest();
      await me.driver.start(await invitation({ unit: unit.id, role: 'focal_point' }));
      expect((await me.hears('có đồng ý không')).text).toContain(`Mã đúng: ${unit.name}`);
      // "Vâng" agrees to too many things to be a consent.
      await me.say('vâng', 'có đồng ý để Sở Ngoại vụ');
      await me.press('Đồng ý', 'Họ và tên đầy đủ');
      await me.say('0912', 'Chưa rõ họ tên');
      await me.say('là lò văn tám', 'Xin gọi là');
      await me.press('Anh', 'chào anh Tám');
      const menu = await me.say('menu', 'Anh Tám cần việc gì');
      expect(menu.buttons).toEqual(['Gửi nhu cầu viện trợ', 'Nhu cầu của đơn vị', 'Hạn nộp nhu cầu']);
      await me.press('Hạn nộp nhu cầu', /17 giờ 00 thứ Sáu, 04\/12\/2026 \(còn 11 ngày\)/u);
      expect(house.demo.units.get('03781')).toBeDefined();
    },
  },
  {
    name: 'what a guest typed is taken up once the code has linked them',
    async play({ unit, invitation, guest }) {
      const me = await guest();
      await me.say(letter, 'được giữ lại');
      await me.say(
        `ma cua em la ${(await invitation({ unit: unit.id, role: 'focal_point' })).toLowerCase()}`,
        'có đồng ý',
      );
      await me.press('Đồng ý', 'Họ và tên đầy đủ');
      await me.say('Vì Văn Thiêm', 'Đã liên kết với Nhịp Cầu');
      expect((await me.hears('BẢN NHÁP')).text).toContain('Đối tượng hưởng lợi: 120 hộ (3 bản)');
      await me.say('120 hộ có nước sạch quanh năm', 'gọi ai');
    },
  },
  {
    name: 'a code is good once, and says so to the second',
    async play({ kind, unit, invitation, guest }) {
      const code = await invitation({ unit: unit.id, role: 'focal_point', name: 'Bạc Cầm Thín' });
      const [first, second] = [await guest(), await guest(kind)];
      await first.driver.start(code);
      await first.press('Đồng ý', 'Bạc Cầm Thín');
      await second.driver.start(code);
      await second.hears(/đã (?:được )?dùng/u);
      expect(hand(second.driver).driver.kind).toBe(kind);
    },
  },
];
