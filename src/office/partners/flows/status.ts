import type { Flow, LookContext } from '../../../chat/dialogue/types.ts';
import type { Say } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { findPartner, type Understood, type Vocabulary } from '../../../language/index.ts';
import { nearest, saidName } from '../rules/asked.ts';
import { notFound, whichPartnerExample } from '../texts/card.ts';
import { isEmpty, nothing } from './empty.ts';
import { answers, askWhich, offers } from './show.ts';

/** At most this many cards answer one question. */
const mostCards = 3;
/** At most this many buttons with names that come near. */
const mostNear = 3;

/** "sci còn hạn không": the status card of the organisation that was asked for. */
export const ngoStatus: Flow<readonly Say[]> = {
  name: 'ngo_status',
  intents: ['ngo_status'],
  inForm: true,
  // What each reader sees is decided by the scope of the look-up: a guest learns what is published.
  may: () => true,
  look: lookUp,
  run(turn, ask, found) {
    const { named, candidates } = meant(ask, turn.vocabulary);
    turn.shown(ask, 'partner', named.length > 0 ? named : candidates);
    for (const say of found) turn.reply(say);
  },
};

/** The answer to a question about one organisation, or what must be asked back. */
async function lookUp(reads: Reads, by: LookContext, ask: Understood): Promise<readonly Say[]> {
  const { named, candidates } = meant(ask, by.vocabulary);
  if (named.length > 0) {
    const cards = await answers(reads, by, named.slice(0, mostCards));
    if (cards.length > 0) return cards;
  }
  // One that only resembles what was said is no answer to it: nobody of that name, and the one as a button.
  const which = named.length === 0 && candidates.length > 1 ? await askWhich(reads, by, candidates) : null;
  return [which ?? (await notKnown(reads, by, ask.text, candidates))];
}

/** Whom a question names: for certain, or as one of several. The intent's own slot goes before a reading of the text. */
export function meant(
  ask: Understood,
  vocabulary: Vocabulary,
): { named: readonly string[]; candidates: readonly string[] } {
  const slot = ask.slots['ngo'];
  const names = typeof slot === 'string' ? [slot] : Array.isArray(slot) ? slot : [];
  const named = names.flatMap((name) => vocabulary.lists.partners.find((entry) => entry.name === name)?.id ?? []);
  if (named.length > 0) return { named, candidates: [] };
  // Without the words of the question first: they stand in the way of a name that is only heard.
  const alone = saidName(ask.text);
  const found = alone === '' ? null : findPartner(alone, vocabulary);
  const { sure, candidates } =
    found && (found.sure || found.candidates.length > 0) ? found : findPartner(ask.text, vocabulary);
  return sure === null ? { named: [], candidates } : { named: [sure], candidates: [] };
}

export const countriesOf = (ask: Understood): readonly unknown[] => {
  const slot = ask.slots['country'];
  return typeof slot === 'string' ? [slot] : Array.isArray(slot) ? slot : [];
};

/** The missions that a text names, by country or by name, three at most. */
export function missionsNamed(ask: Understood, vocabulary: Vocabulary): readonly string[] {
  const countries = countriesOf(ask);
  const { sure } = findPartner(ask.text, vocabulary);
  return vocabulary.lists.partners
    .filter(({ kind, country, id }) => kind === 'mission' && (countries.includes(country ?? '') || id === sure))
    .slice(0, 3)
    .map(({ id }) => id);
}

/** Nobody of that name, or nobody whom this reader may know of: both look the same from outside. */
async function notKnown(reads: Reads, by: LookContext, question: string, candidates: readonly string[]): Promise<Say> {
  if (isEmpty(by.vocabulary)) return nothing(by, '');
  const said = saidName(question);
  if (said === '') return { text: whichPartnerExample(by.lang) };
  const near = nearest(said, by.vocabulary.lists).map((entry) => entry.id);
  const buttons = await offers(reads, by, [...new Set([...candidates, ...near])].slice(0, mostNear));
  return {
    text: notFound(by.lang, said, buttons.length > 0),
    ...(buttons.length > 0 ? { buttons: buttons.map((button) => [button]) } : {}),
  };
}
