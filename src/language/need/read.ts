import type { NeedRead } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';
/** Everything of a need that one message says. */
export function readNeed(
  _text: string,
  _c: { readonly vocabulary: Vocabulary; readonly now: Temporal.Instant },
): NeedRead {
  return {};
}
