import type { Slice } from '../../chat/dialogue/types.ts';
import { finishDuty, myDuties, showDuty } from './flows/my-duties.ts';

export { addDuty, doneDuty, type NewDuty } from './commands.ts';
export { dutyPorts } from './ports.ts';

/** What an officer must see to. */
export const duties: Slice = { name: 'duties', flows: [myDuties], actions: [showDuty, finishDuty] };
