import type { SplitUnitEntry } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';
/** The unit a text names: ids. `split`: the name of a unit that was divided; its successors are the candidates. */
export function findUnit(
  _text: string,
  _vocabulary: Vocabulary,
): { sure: string | null; candidates: string[]; split?: SplitUnitEntry } {
  return { sure: null, candidates: [] };
}
