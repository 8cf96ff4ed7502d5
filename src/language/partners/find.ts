import type { Vocabulary } from '../vocabulary.ts';
/** The partner a text names: ids. `sure` only when no other fits nearly as well; else 2–4 candidates, or none. */
export function findPartner(_text: string, _vocabulary: Vocabulary): { sure: string | null; candidates: string[] } {
  return { sure: null, candidates: [] };
}
