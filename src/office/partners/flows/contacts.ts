import { type Id, isId } from '../../../base/ids.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import type { Flow, LookContext } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import { fold } from '../../../language/index.ts';
import { seesAll, sightOf } from '../access.ts';
import { buttonName } from '../card/name.ts';
import { partnerView } from '../store/entries.ts';
import { factLine, whichPartnerExample } from '../texts/card.ts';
import { seeCard } from '../texts/change.ts';
import type { PartnerView } from '../types.ts';
import { showPeople } from './actions.ts';
import { askWhich } from './show.ts';
import { meant } from './status.ts';

/** One fact of the card that was asked for by itself. */
type Fact = 'head' | 'website' | 'address' | 'officer';
const facts: readonly (readonly [RegExp, Fact])[] = [
  [/truong (?:dai dien|van phong|vpdd)|nguoi dai dien|country director|head of office/, 'head'],
  [/website|trang web|trang chu/, 'website'],
  [/dia chi(?! (?:mail|email|thu))|tru so|address/, 'address'],
  [
    /ai (?:dang |la nguoi )?(?:phu trach|theo doi) (?!ben|phia)|can bo (?:nao )?(?:phu trach|theo doi)|chuyen vien (?:nao )?(?:phu trach|theo doi)|officer in charge/,
    'officer',
  ],
];
const factAsked = (text: string): Fact | null => facts.find(([shape]) => shape.test(fold(text)))?.[1] ?? null;

function factSay({ facts: of, certificate, file }: PartnerView, fact: Fact, by: LookContext): Say {
  const value = {
    head: certificate?.headName ?? certificate?.representativeName ?? null,
    website: of.website,
    address: of.address,
    officer: file?.officer ?? null,
  }[fact];
  const call = { action: 'partner.show', args: { ids: [of.id] } };
  return {
    text: factLine(by.lang, buttonName(of, by.lang), fact, value, of.verifiedAt ?? of.updatedAt, of.demo),
    buttons: [[{ label: seeCard(by.lang), call }]],
  };
}

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
      const fact = factAsked(ask.text);
      if (fact && named[0] && isId(named[0])) {
        const view = await partnerView(reads, sightOf(by.actor), named[0] as Id<'partner'>, by.now);
        if (view) return [factSay(view, fact, by)];
      }
      if (named[0] && isId(named[0])) return people.look!(reads, by, { id: named[0], from: 0 });
      return [(await askWhich(reads, by, candidates)) ?? { text: whichPartnerExample(by.lang) }];
    },
    async run(turn, ask, found) {
      const { named } = meant(ask, turn.vocabulary);
      turn.shown(ask, 'partner', named.slice(0, 1));
      // What stands on the card is nobody's personal data that would have to be logged.
      if (factAsked(ask.text)) {
        for (const say of found) turn.reply(say);
        return;
      }
      await people.run(turn, { id: named[0] ?? '', from: 0 }, found);
    },
  };
};
