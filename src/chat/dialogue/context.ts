import type { Json } from '../../base/json.ts';
import { type FollowUp, followUp, sameDistrict, type UnderstandContext } from '../../language/index.ts';
import type { Button, Say } from '../messaging/types.ts';
import * as t from './texts.ts';
import type { ShownThing } from './types.ts';
import type { TurnState } from './unit/turn.ts';

/** After this time nobody means what was shown any more. */
const lasts = Temporal.Duration.from({ minutes: 30 });
/** As many places as are offered. */
const mostPlaces = 8;

/** What these words mean by what was shown to this person; null: they stand for themselves, or nothing is remembered. */
export function meantBy(turn: TurnState, text: string, by: UnderstandContext): FollowUp | null {
  const { shown } = turn.dialogue;
  if (!shown) return null;
  if (Temporal.Instant.compare(Temporal.Instant.from(shown.at).add(lasts), turn.now) < 0) {
    turn.dialogue.shown = null;
    return null;
  }
  return followUp(text, shown, by);
}

/** An earlier message is replied to: what it showed is what these words are about, however long ago. */
export function shownAgain(turn: TurnState, about: Json): void {
  turn.dialogue.shown = { ...(about as unknown as ShownThing), at: turn.now.toString() };
}

/** "còn của xã bên cạnh?": what borders what is not known, so the communes of the same former district are offered. */
export function besideSay(turn: TurnState, { ask, code }: Extract<FollowUp, { is: 'beside' }>): Say {
  const { lang, vocabulary } = turn;
  const own = code === null ? undefined : vocabulary.places.byCode.get(code);
  const near = own ? sameDistrict(own.code, vocabulary) : null;
  if (!own || !near || near.places.length === 0) return { text: t.besideWhat(lang) };
  const buttons = near.places.slice(0, mostPlaces).map(
    (place): Button => ({
      label: place.name,
      call: {
        action: 'talk.again',
        args: {
          intent: ask.intent,
          slots: { ...ask.slots, place: place.name },
          text: `${place.kind === 'xa' ? 'xã' : 'phường'} ${place.name}`,
        },
      },
    }),
  );
  return {
    text: t.beside(lang, own.name, near.districts, near.places.length),
    buttons: buttons.flatMap((_, i) => (i % 2 === 0 ? [buttons.slice(i, i + 2)] : [])),
  };
}
