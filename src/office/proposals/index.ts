import type { Id } from '../../base/ids.ts';
import { isId } from '../../base/ids.ts';
import type { Slice } from '../../chat/dialogue/types.ts';
import { lapseProposal, lapseTask } from './commands.ts';
import { undoDone } from './direct.ts';
import { proposalActions, proposalsFlow, showProposals } from './flows.ts';
import { notices } from './notices.ts';
import { refuseProposalForm } from './refuse.ts';
import type { ProposedAction } from './types.ts';

export { proposedSay } from './card.ts';
export { propose } from './commands.ts';
export { doOrPropose } from './direct.ts';
export type { ProposedAction, Ran } from './types.ts';

/** What one person proposes and another confirms. `actions`: what can be proposed, from whatever slice. @throws when two have one name */
export function proposals(of: {
  // biome-ignore lint/suspicious/noExplicitAny: each action keeps its own arguments
  readonly actions: readonly ProposedAction<any>[];
  readonly undoSeconds: number;
}): Slice {
  const actions = new Map(of.actions.map((action) => [action.name, action]));
  if (actions.size !== of.actions.length) throw new Error('two proposed actions have one name');
  return {
    name: 'proposals',
    forms: [refuseProposalForm(actions)],
    flows: [proposalsFlow(actions)],
    actions: [...proposalActions(actions, of.undoSeconds), showProposals(actions), undoDone(actions, of.undoSeconds)],
    notices,
    tasks: [
      {
        kind: lapseTask,
        run: async (args, { write }) => {
          const id = (args as { readonly proposal?: unknown } | null)?.proposal;
          if (isId(id)) await write((work) => lapseProposal(work, actions, id as Id<'proposal'>));
        },
      },
    ],
  };
}
