import type { AuditRing } from '../../base/audit/store.ts';
import type { Slice } from '../../chat/dialogue/types.ts';
import { answerAction, askAction, askFlow } from './flows/ask.ts';
import { draftsFlow } from './flows/drafts.ts';
import { editNeed, editNeedFlow } from './flows/edit.ts';
import { alarmAction } from './flows/emergency.ts';
import { attachAction, onFiles } from './flows/files.ts';
import { historyAction, historyFlow } from './flows/history.ts';
import { minePage, myNeedsFlow } from './flows/mine.ts';
import { reviewActions, reviewFlow, undoDecisionAction } from './flows/review.ts';
import { searchFlow, searchPage } from './flows/search.ts';
import { fullNeed, needFiles, openNeed } from './flows/show.ts';
import { beginNeed, newNeed, submitNeedFlow } from './flows/submit-need.ts';
import { undoAction } from './flows/undo.ts';
import { withdrawAction, withdrawFlow } from './flows/withdraw.ts';
import { answerQuestionForm, askNeedForm } from './forms/ask-need.ts';
import { decideNeedForm } from './forms/decide-need.ts';
import { submitNeedForm } from './forms/submit-need.ts';
import { withdrawNeedForm } from './forms/withdraw-need.ts';
import { notices } from './notices.ts';

export { onFiles } from './flows/files.ts';
export { needsIn } from './store/needs.ts';

/** What units ask to be funded: their forms, lists and reviews. `undoSeconds`: the same as the kernel's hold. */
export const needsSlice = (of: { readonly undoSeconds: number; readonly keys: AuditRing }): Slice => ({
  name: 'needs',
  forms: [submitNeedForm, withdrawNeedForm, decideNeedForm(of.undoSeconds), askNeedForm, answerQuestionForm],
  flows: [
    submitNeedFlow,
    myNeedsFlow,
    editNeedFlow,
    withdrawFlow,
    draftsFlow,
    searchFlow,
    reviewFlow,
    askFlow,
    historyFlow(of.keys),
  ],
  actions: [
    newNeed,
    beginNeed,
    openNeed,
    fullNeed,
    needFiles,
    editNeed,
    withdrawAction,
    askAction,
    answerAction,
    historyAction(of.keys),
    minePage,
    searchPage,
    attachAction,
    alarmAction,
    undoAction(of.undoSeconds),
    undoDecisionAction(of.undoSeconds),
    ...reviewActions(of.undoSeconds),
  ],
  notices,
  onFiles,
});
