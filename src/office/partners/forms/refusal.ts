import type { Say } from '../../../chat/messaging/types.ts';
import type { Lang } from '../../../chat/text.ts';
import type { Refused } from '../commands/common.ts';
import { refused } from '../texts/refused.ts';

/** What is said where a command changed nothing. */
export const refusal = (of: Refused, lang: Lang): Say => ({ text: refused(lang, of.why) });
