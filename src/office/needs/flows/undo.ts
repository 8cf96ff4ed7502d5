import type { Action } from '../../../chat/dialogue/types.ts';
import { undoSubmit } from '../commands/unit.ts';
import { refusal } from '../forms/refusal.ts';
import * as say from '../texts/say.ts';
import { argsOf } from './args.ts';
import { readerOf } from './card.ts';

/** [Hoàn tác] under a receipt: the draft is open again, and offered. */
export const undoAction = (undoSeconds: number): Action => ({
  name: 'need.undo',
  async run(turn, args) {
    const of = argsOf('undo', args);
    if (!of) return turn.reply({ text: say.gone(turn.lang) });
    const done = await undoSubmit(turn, of, undoSeconds);
    if (!done.ok) return turn.reply(refusal(done, turn.lang, readerOf(turn.actor), undoSeconds));
    const { draftId, title } = done.need;
    turn.reply({
      text: say.undone(turn.lang, title),
      buttons: draftId
        ? [[{ label: say.buttons.goOn(turn.lang), call: { action: 'form.resume', args: { draft: draftId } } }]]
        : [],
    });
  },
});
