import type { Asker, Understood } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';
/** What a message is read against. `after`: the bot's last message to this person was a reminder. */
export interface UnderstandContext {
  readonly vocabulary: Vocabulary;
  readonly now: Temporal.Instant;
  readonly asker: Asker;
  readonly after?: 'reminder';
}
/** Reads a message: intent, slots, how sure. */
export function understand(text: string, _c: UnderstandContext): Understood {
  return { intent: 'out_of_scope', confidence: 0, slots: {}, text };
}
