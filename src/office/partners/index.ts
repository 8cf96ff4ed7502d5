import type { Keyring } from '../../base/secrets/keyring.ts';
import type { Slice } from '../../chat/dialogue/types.ts';
import { partnerActions, showPeople, verifyCard } from './flows/actions.ts';
import { missionSearch } from './flows/missions.ts';
import { ngoProjects } from './flows/projects.ts';
import { reportAction } from './flows/report.ts';
import { ngoStatus } from './flows/status.ts';
import { reportCardForm } from './forms/report-card.ts';
import { notices } from './notices.ts';

export { bodies, vocabularyEntries } from './vocabulary.ts';

/** The register of foreign NGOs and missions. `keys` seal whom one knows there. */
export const partners = (of: { readonly keys: Keyring }): Slice => ({
  name: 'partners',
  forms: [reportCardForm],
  flows: [ngoStatus, ngoProjects, missionSearch],
  actions: [...partnerActions, showPeople(of.keys), verifyCard, reportAction],
  notices,
});
