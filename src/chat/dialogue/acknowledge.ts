import { fold } from '../../language/index.ts';
import type { ActionCall, Say } from '../messaging/types.ts';
import type { TurnState } from './unit/turn.ts';

/** Signs that say "seen". */
export const ackSigns = /👍|👌|🙏|✅|🆗|❤|💯|🤝/u;

/** The words of the button by which a notice is acknowledged, folded. */
const words = new Set(['da nhan', 'da ro', 'da xem', 'received', 'noted', 'seen']);

/** What the button of a notice does that says it was received; undefined: it has none. */
export function acknowledging(say: Say): ActionCall | undefined {
  return say.buttons?.flat().find(({ label }) => words.has(fold(label).trim()))?.call;
}

/** The chat's last message where it was told unasked. */
export async function lastNotice(turn: TurnState): Promise<Say | undefined> {
  turn.loan.check();
  const [row] = await turn.loan.sql<{ say: Say; notice: string | null }[]>`
    select m.content as say, d.notice_id as notice from message m left join delivery d on d.message_id = m.id
    where m.chat_id = ${turn.chat.id} and m.direction = 'out' order by m.seq desc limit 1`;
  return row?.notice ? row.say : undefined;
}
