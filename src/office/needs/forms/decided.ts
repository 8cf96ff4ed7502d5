import type { Say } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import type { Moved } from '../commands/move.ts';
import type { Decision } from '../commands/review.ts';
import * as say from '../texts/say.ts';
import { stateWord } from '../words/need.ts';

/** The receipt of a decision, with its undo. */
export function decidedSay(
  done: Extract<Moved, { ok: true }>,
  decision: Decision,
  reason: string | null,
  undoSeconds: number,
  lang: Lang,
): Say {
  const { id, code } = done.need;
  return {
    text: say.decided(lang, code, stateWord(done.state, 'office', lang), reason, undoSeconds),
    buttons: [
      [
        { label: say.buttons.undo(lang), call: { action: 'need.undo_decision', args: { need: id, decision } } },
        { label: say.buttons.open(lang), call: { action: 'need.open', args: { need: id } } },
      ],
    ],
  };
}
