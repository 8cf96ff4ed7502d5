import type { Scene } from '../stage.ts';
import { sent } from './words.ts';

/** Somebody who has nothing but the web chat, and does not look into it. */
export const unread: readonly Scene[] = [
  {
    name: 'what a unit leaves unread in the web chat for a day, its officer is asked to say on the phone',
    alone: true,
    on: ['web'],
    async play({ focal, officer, again, later }) {
      // The officer has a phone that buzzes: nobody has to be called on their account.
      await again(officer, 'rich');
      const number = await sent({ focal });
      await later({ minutes: 3 });
      await officer.say(number, '🟡 chờ xem xét');
      await officer.press('Tiếp nhận xem xét', `nhận xem xét ${number}`);
      await officer.press('Đề nghị bổ sung', 'Lý do gửi đơn vị');
      await officer.say('thiếu số người hưởng lợi theo từng bản', 'đề nghị bổ sung, hoàn thiện?');
      await officer.say('gui don vi', `${number}: 🟡 đề nghị bổ sung, hoàn thiện`);
      await later({ minutes: 3 });
      await focal.hears('Lý do: thiếu số người hưởng lợi theo từng bản');
      await officer.say('viec cua toi', 'không còn việc nào');
      await later({ hours: 25 });
      await officer.say('viec cua toi', /Gọi điện cho chị .+nhu cầu viện trợ chưa tới, chưa mở trang trò chuyện/u);
    },
  },
];
