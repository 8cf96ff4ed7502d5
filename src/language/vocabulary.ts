import { type PartnerIndex, partnerIndex } from './partners/names.ts';
import { type PlaceIndex, placeIndex } from './places/names.ts';
import type { VocabularyLists } from './types.ts';
import { type UnitIndex, unitIndex } from './units/names.ts';

/** The indexed, immutable snapshot of all names. Make one with `vocabulary()` whenever the lists change, and hand it in. */
export interface Vocabulary {
  readonly lists: VocabularyLists;
  readonly places: PlaceIndex;
  readonly units: UnitIndex;
  readonly partners: PartnerIndex;
}

/** Indexes the lists. Some ten milliseconds; do it once per change, not per message. */
export function vocabulary(lists: VocabularyLists): Vocabulary {
  return { lists, places: placeIndex(lists), units: unitIndex(lists), partners: partnerIndex(lists) };
}
