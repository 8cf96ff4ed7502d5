import { expect } from 'vitest';
import type { Scene } from '../stage.ts';
import { letter, sent } from './words.ts';

/** Who knows nothing, and buttons that are not theirs. */
export const guests: readonly Scene[] = [
  {
    name: 'a guest learns only what is published, and how to be linked',
    async play({ focal, guest }) {
      const number = await sent({ focal });
      const me = await guest();
      await me.driver.start();
      await me.hears('Đây là Nhịp Cầu');
      await me.say('hạn nộp là ngày nào', '04/12/2026');
      await me.say(`${number} đến đâu rồi`, /liên kết/u);
      await me.say('caritas đức còn hạn không', /liên kết/u);
      await me.say('đơn vị nào chưa gửi', 'chỉ Sở Ngoại vụ xem được');
      await me.say(letter, /liên kết/u);
      const all = await me.all();
      expect(all).not.toContain(number);
      expect(all).not.toMatch(/0912|còn 152 ngày|Chưa gửi: \d/u);
    },
  },
  {
    name: 'a foreign English speaker is answered in English',
    async play({ guest }) {
      const me = await guest();
      await me.say('Hello, do you have a list of priority projects?', 'Department');
      await me.say('when does plan registration expire', 'shown once your account is linked');
      await me.say('how can my organisation help', /songoaivu@example\.org|Department of Foreign Affairs/u);
      expect(await me.all()).not.toMatch(/Anh\/chị|anh\/chị/u);
    },
  },
  {
    name: 'a button of a month ago does nothing and says so',
    alone: true,
    async play({ focal, later }) {
      const number = await sent({ focal });
      await focal.say('gửi nhu cầu mới', /1\/8|Soạn nhu cầu mới/u);
      await later({ hours: 24 * 31 });
      if (focal.driver.kind === 'poor') {
        await focal.say('Hoàn tác', /./u);
      } else {
        await focal.press('Hoàn tác', 'Đã quá 2 phút');
      }
      // A number of a need is no title: it is answered, and the question stays.
      await focal.say(number, '🟡 chờ xem xét');
      await focal.hears('1/8');
    },
  },
  {
    name: 'a button of another person is refused, wherever it came from',
    on: ['web'],
    async play({ focal, guest, house }) {
      const number = await sent({ focal });
      const mine = focal.driver as unknown as { messages(): readonly { id: string; buttons?: unknown }[] };
      const receipt = mine.messages().findLast(({ buttons }) => buttons !== undefined)!;
      const other = await guest('web');
      await other.driver.start();
      await other.hears('Nhịp Cầu');
      const web = other.driver as unknown as { post(event: object): Promise<Response> };
      for (const [message, button] of [
        [receipt.id, 1],
        [receipt.id, 0],
        [receipt.id, 99],
        ['00000000-0000-7000-8000-000000000000', 0],
      ]) {
        const answer = await web.post({ kind: 'press', message, button, key: `forged-${message}-${button}` });
        expect(answer.status).toBeLessThan(500);
        await answer.text();
      }
      await other.driver.say('menu');
      await other.hears('Nhịp Cầu');
      expect(await other.all()).not.toContain(number);
      await focal.say(number, '🟡 chờ xem xét');
      expect(house.log.filter(({ level }) => level === 'error')).toEqual([]);
    },
  },
];
