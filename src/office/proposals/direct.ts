import { z } from 'zod';
import type { Json } from '../../base/json.ts';
import type { Action, Turn } from '../../chat/dialogue/types.ts';
import type { Say } from '../../chat/messaging/types.ts';
import { access } from '../people/access.ts';
import { proposedSay } from './card.ts';
import { propose } from './commands.ts';
import * as t from './texts.ts';
import type { Actions, ProposedAction } from './types.ts';

/**
 * What a form submits after its read-back: who may confirm such an action does it at once, with its undo; who may only propose it
 * proposes it. Where the command does nothing, or there is no right, `refused` says so.
 */
export async function doOrPropose<A>(
  turn: Turn,
  action: ProposedAction<A>,
  args: A,
  reason: string | null,
  undoSeconds: number,
): Promise<{ readonly receipt: Say } | { readonly refused: Say }> {
  const { lang } = turn;
  if (!access.can(turn.actor, action.rights.confirm).ok) {
    const done = await propose(turn, action, args, reason);
    const say = proposedSay(done, action, args, turn);
    return done.ok ? { receipt: say } : { refused: say };
  }
  const ran = await action.run(turn, args);
  if (!ran.ok) return { refused: { text: ran.said(lang) } };
  const undo = {
    action: action.name,
    args: z.encode(action.args, args) as Json,
    result: ran.result ?? null,
    at: turn.now.toString(),
  };
  return {
    receipt: {
      text: t.done(lang, action.title(args, lang), ran.said?.(lang) ?? [], action.undo ? undoSeconds : null),
      ...(action.undo
        ? { buttons: [[{ label: t.undo(lang), call: { action: 'proposal.undo_done', args: undo } }]] }
        : {}),
    },
  };
}

const shape = z.object({
  action: z.string(),
  args: z.json(),
  result: z.json(),
  at: z.string().transform((text) => Temporal.Instant.from(text)),
});

/** [Hoàn tác] under what was done without a proposal. Its button stands in the chat of who did it, and only there can it be pressed. */
export const undoDone = (actions: Actions, undoSeconds: number): Action => ({
  name: 'proposal.undo_done',
  async run(turn, stored) {
    const { lang } = turn;
    const of = shape.safeParse(stored).data;
    const action = of && actions.get(of.action);
    const args = action?.args.safeParse(of?.args);
    if (!of || !action || !args?.success) return turn.reply({ text: t.cannot(lang) });
    if (!access.can(turn.actor, action.rights.confirm).ok) return turn.reply({ text: t.mayNot(lang) });
    if (Temporal.Instant.compare(turn.now, of.at.add({ seconds: undoSeconds })) > 0)
      return turn.reply({ text: t.late(lang, undoSeconds) });
    const undone = await action.undo?.(turn, args.data, of.result as Json);
    turn.reply({ text: undone ? t.undone(lang, action.title(args.data, lang)) : t.cannot(lang) });
  },
});
