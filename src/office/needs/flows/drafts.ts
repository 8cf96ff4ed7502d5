import type { Flow } from '../../../chat/dialogue/types.ts';
import { access } from '../../people/access.ts';
import { openDrafts } from '../store/drafts.ts';
import * as lists from '../texts/lists.ts';
import type { DraftLine } from '../types.ts';
import { draftTitle, resumeButton } from './mine.ts';

/** "việc đang dở": the open drafts of the unit, whoever began them, to go on with. */
export const draftsFlow: Flow<readonly DraftLine[]> = {
  name: 'drafts',
  intents: ['drafts'],
  command: 'dangdo',
  may: (actor) => access.scope(actor, 'need.draft').see !== 'nothing',
  look: (reads, by) => openDrafts(reads, access.scope(by.actor, 'need.draft'), by.actor.person),
  run(turn, _ask, drafts) {
    const { lang } = turn;
    if (drafts.length === 0) return turn.reply({ text: lists.noDrafts(lang) });
    const shown = drafts.slice(0, 5);
    turn.reply({
      text: lists.drafts(
        lang,
        shown.map((d) => draftTitle(d, lang)),
        drafts.length,
      ),
      buttons: shown.map((d) => [resumeButton(d, lang)]),
    });
  },
};
