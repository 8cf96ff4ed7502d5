import type { Keyring } from '../../base/secrets/keyring.ts';
import type { Slice } from '../../chat/dialogue/types.ts';
import { expiryTask } from './expiry.ts';
import { partnerActions, showPeople, verifyCard } from './flows/actions.ts';
import { candidatePage, matchNeed } from './flows/candidates.ts';
import { ngoEdit, undoChange } from './flows/change.ts';
import { ngoContacts } from './flows/contacts.ts';
import { historyAction } from './flows/history.ts';
import { missionSearch } from './flows/missions.ts';
import { onFiles, paperActions } from './flows/papers.ts';
import { planFlow } from './flows/plan.ts';
import { ngoProjects } from './flows/projects.ts';
import { reportAction } from './flows/report.ts';
import { ngoExpiring, ngoSearch, searchPage } from './flows/search.ts';
import { ngoStatus } from './flows/status.ts';
import { logTalk, stepTask, undoTalkAction } from './flows/talk.ts';
import { addPartnerForm } from './forms/add-partner.ts';
import { changePartnerForm } from './forms/change-partner.ts';
import { logTalkForm } from './forms/log-talk.ts';
import { reportCardForm } from './forms/report-card.ts';
import { notices } from './notices.ts';

export { orderExpiry } from './expiry.ts';
export { bodies, vocabularyEntries } from './vocabulary.ts';

/** The register of foreign NGOs and missions. `keys` seal whom one knows there; `undoSeconds`: how long a correction can be taken back. */
export const partners = (of: { readonly keys: Keyring; readonly undoSeconds: number }): Slice => ({
  name: 'partners',
  forms: [reportCardForm, changePartnerForm(of), addPartnerForm, logTalkForm(of)],
  flows: [
    ngoStatus,
    ngoEdit,
    logTalk,
    ngoSearch,
    ngoExpiring,
    matchNeed,
    ngoContacts(of.keys),
    ngoProjects,
    missionSearch,
    planFlow,
  ],
  actions: [
    ...partnerActions,
    showPeople(of.keys),
    verifyCard,
    ...paperActions,
    reportAction,
    searchPage,
    candidatePage,
    undoChange(of.undoSeconds),
    undoTalkAction(of.undoSeconds),
    historyAction(of.keys),
  ],
  notices,
  onFiles,
  tasks: [stepTask, expiryTask],
});
