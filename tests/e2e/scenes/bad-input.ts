import { expect } from 'vitest';
import type { Scene } from '../stage.ts';

const nothing = ['   ', '\u200b\u200b', '😀😀😀', '…', '\u0000\u0001\u0002', '\ud83d'];

/** What no form expects. */
export const badInput: readonly Scene[] = [
  {
    name: 'emoji, blanks, control characters and too much text are answered, and the form goes on with the same question',
    async play({ focal }) {
      await focal.say('gửi nhu cầu mới', '1/8');
      await focal.say('Trồng cây dược liệu dưới tán rừng', '2/8');
      await focal.say('nông nghiệp', '3/8');
      for (const text of nothing) {
        await focal.driver.say(text).catch((error: Error) => expect(error.message).toMatch(/refused with 4\d\d/u));
      }
      await focal.say('😀', 'còn ngắn quá');
      await focal.say('a'.repeat(19_000), /quá dài|dài quá|ký tự|chưa/u);
      await focal.say("'; drop table need; -- <script>alert(1)</script>", /4\/8|3\/8|chưa/u);
      await focal.say('menu', '/8');
      expect(await focal.all()).not.toMatch(/undefined|\[object|NaN|null/u);
    },
  },
  {
    name: 'malformed requests are refused cleanly, and the next message works',
    on: ['web'],
    async play({ focal }) {
      const web = focal.driver as unknown as { post(event: object): Promise<Response>; cookie: string };
      const statuses: number[] = [];
      for (const event of [
        {},
        { kind: 'nothing', key: 'k1' },
        { kind: 'text', text: 42, key: 'k2' },
        { kind: 'text', key: 'k3' },
        { kind: 'text', text: 'x'.repeat(2_000_000), key: 'k4' },
        { kind: 'press', message: 'no id', button: 0, key: 'k5' },
        { kind: 'press', message: '00000000-0000-7000-8000-000000000000', button: -1, key: 'k6' },
        { kind: 'files', tickets: ['forged'], key: 'k7' },
        { kind: 'text', text: 'không khóa' },
        { kind: 'text', text: 'khóa dài', key: 'k'.repeat(10_000) },
      ]) {
        const answer = await web.post(event);
        await answer.text();
        statuses.push(answer.status);
      }
      expect(statuses.filter((status) => status >= 500 || status < 400)).toEqual([]);
      await focal.say('menu', 'cần việc gì');
    },
  },
];
