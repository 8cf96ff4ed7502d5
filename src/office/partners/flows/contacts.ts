import { isId } from '../../../base/ids.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import type { Flow } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import { seesAll, sightOf } from '../access.ts';
import { whichPartnerExample } from '../texts/card.ts';
import { showPeople } from './actions.ts';
import { askWhich } from './show.ts';
import { meant } from './status.ts';

/** "ai phụ trách bên Oxfam", "liên hệ của SCI": what stands behind the button [Liên hệ], and is logged like it. */
export const ngoContacts = (keys: Keyring): Flow<readonly Say[]> => {
  const people = showPeople(keys);
  return {
    name: 'ngo_contacts',
    intents: ['ngo_contacts'],
    inForm: true,
    may: (actor) => seesAll(sightOf(actor).contacts),
    async look(reads, by, ask) {
      const { named, candidates } = meant(ask, by.vocabulary);
      if (named[0] && isId(named[0])) return people.look!(reads, by, { id: named[0], from: 0 });
      return [(await askWhich(reads, by, candidates)) ?? { text: whichPartnerExample(by.lang) }];
    },
    async run(turn, ask, found) {
      const { named } = meant(ask, turn.vocabulary);
      turn.shown(ask, 'partner', named.slice(0, 1));
      await people.run(turn, { id: named[0] ?? '', from: 0 }, found);
    },
  };
};
