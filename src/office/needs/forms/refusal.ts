import type { Say } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import type { Refused } from '../commands/move.ts';
import * as say from '../texts/say.ts';
import { type Reader, stateWord } from '../words/need.ts';

/** Why a command did nothing, as a sentence. */
export function refusal(why: Refused, lang: Lang, reader: Reader, undoSeconds: number): Say {
  switch (why.why) {
    case 'gone':
      return { text: say.gone(lang) };
    case 'own':
      return { text: say.ownNeed(lang) };
    case 'late':
      return { text: say.tooLate(lang, undoSeconds) };
    case 'not_yours':
      return { text: say.notYours(lang) };
    case 'state':
      return { text: say.notNow(lang, why.code, stateWord(why.state, reader, lang)) };
    default:
      return { text: say.mayNot(lang) };
  }
}
