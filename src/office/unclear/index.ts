import type { Slice } from '../../chat/dialogue/types.ts';
import { unclearExport, unclearFlow, unclearPage } from './flows.ts';

export { exportLines } from './export.ts';
export { unclearPorts } from './ports.ts';
export { keptDays, mostExported } from './rules.ts';
export { listUnclear, sweepUnclear } from './store.ts';

/** What was not understood, kept without its people, so that the vocabulary grows from life. */
export const unclear: Slice = {
  name: 'unclear',
  flows: [unclearFlow],
  actions: [unclearPage, unclearExport],
};
