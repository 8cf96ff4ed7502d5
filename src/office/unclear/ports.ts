import { localDay } from '../../base/time/zone.ts';
import type { Ports } from '../../chat/dialogue/types.ts';
import { maskPersonal, type Vocabulary } from '../../language/index.ts';
import { askerOf } from '../people/rules.ts';
import { mostText } from './rules.ts';
import { keep, noteMeant } from './store.ts';
import { wishOf } from './wishes.ts';

/** Masked first, cut afterwards: a number cut in half would no longer be told for one. */
const masked = (text: string, by: { vocabulary: Vocabulary; actor: { name: string | null } }): string =>
  maskPersonal(text.slice(0, 4 * mostText), by.vocabulary, by.actor.name ? [by.actor.name] : []).slice(0, mostText);

/** How what was not understood is asked back and kept. */
export const unclearPorts: Pick<Ports, 'wish' | 'keepUnclear' | 'meant'> = {
  wish: wishOf,
  keepUnclear: (turn, said) =>
    keep(
      turn,
      localDay(turn.now),
      said.map(({ text, why, field, read }) => ({
        text: masked(text, turn),
        asker: askerOf(turn.actor),
        lang: turn.lang,
        why,
        field: field ?? null,
        read: read[0]?.intent ?? null,
        next: read[1]?.intent ?? null,
        sure: read[0] ? Math.round(read[0].confidence * 100) : null,
      })),
    ),
  meant: (turn, text, intent) =>
    noteMeant(turn, {
      text: masked(text, turn),
      asker: askerOf(turn.actor),
      intent,
      from: localDay(turn.now).subtract({ days: 1 }),
    }),
};
