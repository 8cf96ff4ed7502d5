import { fold, type Understood } from '../../language/index.ts';
import type { Button, Say } from '../messaging/types.ts';
import type { Registry } from './registry.ts';
import { mostMeant } from './talk.ts';
import * as t from './texts.ts';
import type { Ports } from './types.ts';
import type { TurnState } from './unit/turn.ts';

/** Below this a reading is not worth asking back about. */
const plausible = 0.12;

/** Two readings that are likely enough become buttons; else a way to say it, and whom to call. Either way the words are kept. */
export function askBack(
  turn: TurnState,
  text: string,
  read: readonly Understood[],
  of: { readonly registry: Pick<Registry, 'byIntent'>; readonly ports: Pick<Ports, 'wish'> },
  name: string,
  phone: string,
): void {
  const { lang } = turn;
  turn.unclear({ text, why: 'unsure', read });
  const offered = read.flatMap(({ intent, confidence }) => {
    const flow = of.registry.byIntent.get(intent);
    const label = of.ports.wish(intent, lang);
    if (confidence < plausible || !label || !flow?.may(turn.actor) || text.length > mostMeant) return [];
    return [{ label, call: { action: 'talk.meant', args: { intent, text } } }];
  });
  if (offered.length === 0) return turn.reply({ text: t.notUnderstood(lang, name, phone) });
  const other: Button = { label: t.otherWish(lang), call: { action: 'talk.other', args: null } };
  turn.reply({
    text: t.whichMeant(lang, offered.length, name, phone),
    buttons:
      offered.length === 1
        ? [[{ ...offered[0]!, means: 'yes' }], [{ ...other, means: 'no' }]]
        : [...offered.map((b) => [b]), [other]],
  });
}

/**
 * The words of a button that stands on one of the chat's last messages: notices ask nothing, and where presses arrive as text
 * (Zalo) their buttons could not be pressed otherwise. On the last three, where a notice that has just come stands, they mean the button
 * whatever else they could mean ("Xem đề xuất"); on older ones only when nothing else was understood.
 */
export async function olderButton(turn: TurnState, text: string, last = 12): Promise<Button['call'] | undefined> {
  const typed = fold(text).trim();
  if (typed === '' || text.length > 80) return undefined;
  turn.loan.check();
  const rows = await turn.loan.sql<{ say: Say }[]>`
    select content as say from message where chat_id = ${turn.chat.id} and direction = 'out' order by seq desc limit ${last}`;
  for (const { say } of rows) {
    const button = say.buttons?.flat().find(({ label }) => fold(label) === typed);
    if (button) return button.call;
  }
  return undefined;
}
