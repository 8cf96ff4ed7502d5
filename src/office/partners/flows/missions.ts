import type { Flow, LookContext } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { fieldsOfWork, type Understood } from '../../../language/index.ts';
import { noMission } from '../texts/card.ts';
import { missionScreen } from './actions.ts';
import { answers } from './show.ts';
import { countriesOf, missionsNamed } from './status.ts';

/** "đsq nhật": the small card of a mission; without a country the list of those that give small grants for what is said ("bếp ăn"), or of all. */
export const missionSearch: Flow<Found> = {
  name: 'mission_search',
  intents: ['mission_search'],
  inForm: true,
  may: () => true,
  look: lookUp,
  run(turn, ask, found) {
    turn.shown(ask, 'partner', found.ids);
    for (const say of found.says) turn.reply(say);
  },
};

interface Found {
  readonly says: readonly Say[];
  readonly ids: readonly string[];
}

async function lookUp(reads: Reads, by: LookContext, ask: Understood): Promise<Found> {
  const ids = missionsNamed(ask, by.vocabulary);
  if (ids.length > 0) {
    const cards = await answers(reads, by, ids);
    if (cards.length > 0) return { says: cards, ids };
  }
  if (countriesOf(ask).length > 0) return { says: [{ text: noMission(by.lang) }], ids: [] };
  const field = fieldsOfWork.find((one) => [ask.slots['field']].flat().includes(one));
  const list = await missionScreen(reads, by, 0, field);
  return { says: [list.say], ids: list.ids };
}
