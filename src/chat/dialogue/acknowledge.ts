import { fold } from '../../language/index.ts';
import type { ActionCall, Say } from '../messaging/types.ts';

/** Signs that say "seen". */
export const ackSigns = /👍|👌|🙏|✅|🆗|❤|💯|🤝/u;

/** The words of the button by which a notice is acknowledged, folded. */
const words = new Set(['da nhan', 'da ro', 'da xem', 'received', 'noted', 'seen']);

/** What the button of a notice does that says it was received; undefined: it has none. */
export function acknowledging(say: Say): ActionCall | undefined {
  return say.buttons?.flat().find(({ label }) => words.has(fold(label).trim()))?.call;
}
