import type { Flow } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import { seesAll, sightOf } from '../access.ts';
import { whoseGrants } from '../texts/card.ts';
import { showGrants } from './actions.ts';
import { askWhich } from './show.ts';
import { meant } from './status.ts';

/** "dự án của sci": what stands behind the button [Dự án]. */
export const ngoProjects: Flow<readonly Say[]> = {
  name: 'ngo_project_list',
  intents: ['ngo_project_list'],
  inForm: true,
  may: (actor) => seesAll(sightOf(actor).detail),
  async look(reads, by, ask) {
    const { named, candidates } = meant(ask, by.vocabulary);
    const lists = await Promise.all(named.slice(0, 3).map((id) => showGrants.look!(reads, by, { id, from: 0 })));
    if (lists.length > 0) return lists.flat();
    // Whichever is picked, its card leads on to its projects.
    return [(await askWhich(reads, by, candidates)) ?? { text: whoseGrants(by.lang) }];
  },
  run(turn, ask, found) {
    turn.shown(ask, 'partner', meant(ask, turn.vocabulary).named);
    for (const say of found) turn.reply(say);
  },
};
