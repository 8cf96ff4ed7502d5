import type { Json } from '../../../base/json.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Flow } from '../../../chat/dialogue/types.ts';
import { seesAll, sightOf } from '../access.ts';
import { type PlanCounts, planCounts } from '../store/search.ts';
import { noLongerThere } from '../texts/card.ts';
import { introducedTo, longSilent, planStands, runningNow } from '../texts/search.ts';

interface Found {
  readonly year: number;
  readonly counts: PlanCounts | null;
}

/** "đã giới thiệu danh mục cho bao nhiêu tổ chức so với kế hoạch": the register against the year's plan. */
export const planFlow: Flow<Found> = {
  name: 'kpi',
  intents: ['kpi'],
  inForm: true,
  may: (actor) => seesAll(sightOf(actor).detail),
  async look(reads, by, ask) {
    const asked = ask.slots['year'];
    const year = typeof asked === 'number' ? asked : localDay(by.now).year;
    const counts = await planCounts(reads, sightOf(by.actor).detail, year, by.now);
    return { year, counts };
  },
  run(turn, ask, { year, counts }) {
    turn.shown(ask);
    if (!counts) return turn.reply({ text: noLongerThere(turn.lang) });
    const list = (label: string, narrowed: Json) => ({
      label,
      call: { action: 'partner.search', args: { from: 0, kind: 'ngo', ...(narrowed as object) } },
    });
    turn.reply({
      text: planStands(turn.lang, year, counts),
      buttons: [
        [
          list(introducedTo(turn.lang), { introduced: year }),
          list(longSilent(turn.lang), { silent: true }),
          list(runningNow(turn.lang), { activity: 'active' }),
        ],
      ],
    });
  },
};
