import type { PlacesRead } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';
/** The places that a text names. `answer`: the text answers "where?", so bare names count. */
export function readPlaces(_text: string, _vocabulary: Vocabulary, _answer: boolean): PlacesRead | null {
  return null;
}
