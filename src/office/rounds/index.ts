import type { Slice } from '../../chat/dialogue/types.ts';
import { type RoundHooks, roundStatus, waitingAction } from './flows/round-status.ts';

export type { RoundHooks } from './flows/round-status.ts';

/** Calls for needs: their dates, and how far they have come. */
export const rounds = (hooks: RoundHooks = {}): Slice => ({
  name: 'rounds',
  flows: [roundStatus(hooks)],
  actions: [waitingAction],
});
