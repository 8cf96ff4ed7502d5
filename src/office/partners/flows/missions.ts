import type { Flow, LookContext } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { findPartner, type Understood } from '../../../language/index.ts';
import { noMission } from '../texts.ts';
import { missionScreen } from './actions.ts';
import { answers } from './show.ts';

/** "đsq nhật": the small card of a mission; without a country the list of all, those that give small grants first. */
export const missionSearch: Flow<readonly Say[]> = {
  name: 'mission_search',
  intents: ['mission_search'],
  inForm: true,
  may: () => true,
  look: lookUp,
  run(turn, _ask, found) {
    for (const say of found) turn.reply(say);
  },
};

async function lookUp(reads: Reads, by: LookContext, ask: Understood): Promise<readonly Say[]> {
  const missions = by.vocabulary.lists.partners.filter((entry) => entry.kind === 'mission');
  const slot = ask.slots['country'];
  const countries = typeof slot === 'string' ? [slot] : Array.isArray(slot) ? slot : [];
  const { sure } = findPartner(ask.text, by.vocabulary);
  const named = missions.filter((entry) => countries.includes(entry.country ?? '') || entry.id === sure);
  if (named.length > 0) {
    const cards = await answers(
      reads,
      by,
      named.slice(0, 3).map((entry) => entry.id),
    );
    if (cards.length > 0) return cards;
  }
  return countries.length > 0 ? [{ text: noMission(by.lang) }] : [await missionScreen(reads, by, 0)];
}
