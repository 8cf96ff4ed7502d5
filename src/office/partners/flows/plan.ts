import { localDay } from '../../../base/time/zone.ts';
import type { Flow } from '../../../chat/dialogue/types.ts';
import { seesAll, sightOf } from '../access.ts';
import { silentDays } from '../rules/plan.ts';
import { type PlanCounts, planCounts } from '../store/search.ts';
import { noLongerThere } from '../texts/card.ts';
import { planStands } from '../texts/search.ts';

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
    const counts = await planCounts(reads, sightOf(by.actor).detail, year, silentDays, by.now);
    return { year, counts };
  },
  run(turn, ask, { year, counts }) {
    turn.shown(ask);
    turn.reply({ text: counts ? planStands(turn.lang, year, counts) : noLongerThere(turn.lang) });
  },
};
