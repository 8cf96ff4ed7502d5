import type { Slice } from '../../chat/dialogue/types.ts';
import { partnerActions } from './flows/actions.ts';
import { missionSearch } from './flows/missions.ts';
import { ngoProjects } from './flows/projects.ts';
import { ngoStatus } from './flows/status.ts';

export { bodies, vocabularyEntries } from './vocabulary.ts';

/** The register of foreign NGOs and missions: so far, the look-up. */
export const partners: Slice = {
  name: 'partners',
  flows: [ngoStatus, ngoProjects, missionSearch],
  actions: partnerActions,
};
