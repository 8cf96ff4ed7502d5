import type { Slice } from '../../chat/dialogue/types.ts';
import { askExtensionAction, askExtensionFlow } from './flows/ask-extension.ts';
import { noNeedAction, noNeedFlow, undoNoNeedAction } from './flows/no-need.ts';
import { orderAction, orderFlow } from './flows/order.ts';
import { type RoundHooks, roundStatus, waitingAction } from './flows/round-status.ts';
import { endRoundForm } from './forms/end-round.ts';
import { askExtensionForm, extendRoundForm } from './forms/extend-round.ts';
import { noNeedSpec } from './forms/no-need.ts';
import { openRoundForm } from './forms/open-round.ts';
import { notices } from './notices.ts';

export type { RoundHooks } from './flows/round-status.ts';
export { proposedOfRounds } from './proposed.ts';

/** Calls for needs: opened, extended and closed; their dates, and how far they have come. */
export const rounds = (of: RoundHooks & { readonly undoSeconds: number }): Slice => ({
  name: 'rounds',
  forms: [
    openRoundForm(of.undoSeconds),
    extendRoundForm(of.undoSeconds),
    askExtensionForm(of.undoSeconds),
    endRoundForm(of.undoSeconds),
    noNeedSpec(of.undoSeconds),
  ],
  flows: [roundStatus(of), orderFlow, noNeedFlow, askExtensionFlow],
  actions: [waitingAction, orderAction, noNeedAction, undoNoNeedAction(of.undoSeconds), askExtensionAction],
  notices,
});
