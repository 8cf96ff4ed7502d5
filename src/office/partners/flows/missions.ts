import type { Flow, LookContext } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { findPartner, type Understood, type Vocabulary } from '../../../language/index.ts';
import { noMission } from '../texts/card.ts';
import { missionScreen } from './actions.ts';
import { answers } from './show.ts';

/** "đsq nhật": the small card of a mission; without a country the list of all, those that give small grants first. */
export const missionSearch: Flow<readonly Say[]> = {
  name: 'mission_search',
  intents: ['mission_search'],
  inForm: true,
  may: () => true,
  look: lookUp,
  run(turn, ask, found) {
    turn.shown(ask, 'partner', named(ask, turn.vocabulary));
    for (const say of found) turn.reply(say);
  },
};

async function lookUp(reads: Reads, by: LookContext, ask: Understood): Promise<readonly Say[]> {
  const ids = named(ask, by.vocabulary);
  if (ids.length > 0) {
    const cards = await answers(reads, by, ids);
    if (cards.length > 0) return cards;
  }
  return countriesOf(ask).length > 0 ? [{ text: noMission(by.lang) }] : [await missionScreen(reads, by, 0)];
}

const countriesOf = (ask: Understood): readonly unknown[] => {
  const slot = ask.slots['country'];
  return typeof slot === 'string' ? [slot] : Array.isArray(slot) ? slot : [];
};

/** The missions that a question names, three at most. */
function named(ask: Understood, vocabulary: Vocabulary): readonly string[] {
  const countries = countriesOf(ask);
  const { sure } = findPartner(ask.text, vocabulary);
  return vocabulary.lists.partners
    .filter(({ kind, country, id }) => kind === 'mission' && (countries.includes(country ?? '') || id === sure))
    .slice(0, 3)
    .map(({ id }) => id);
}
