import type { Id } from '../../base/ids.ts';
import { givenField } from '../../chat/dialogue/form/given-field.ts';
import { textField } from '../../chat/dialogue/form/text-field.ts';
import { type FormSpec, form } from '../../chat/dialogue/form/types.ts';
import { access } from '../people/access.ts';
import { refusalSay, titleOf } from './card.ts';
import { refuseProposal } from './commands.ts';
import * as t from './texts.ts';
import type { Actions } from './types.ts';

export const refuseForm = 'refuse-proposal';

/** Never asked: the words of what is refused, for the read-back. */
const title = givenField<string>({
  label: t.refuseTitle,
  show: (value) => value,
  store: (value) => value,
  load: (stored) => (typeof stored === 'string' ? stored : undefined),
});

/** Why, then the read-back with the button that does it. Whether this person may is asked by the command, of the proposal itself. */
export const refuseProposalForm = (actions: Actions): FormSpec =>
  form(refuseForm, {
    title: t.refuseTitle,
    may: (actor) => [...actions.values()].some((a) => access.can(actor, a.rights.confirm).ok),
    fields: {
      title,
      reason: textField({
        label: t.reasonName,
        ask: t.whyNot,
        min: 3,
        max: 500,
        example: 'đã gia hạn một lần, gọi điện đôn đốc các đơn vị còn lại',
      }),
    },
    review: (answers, c) => t.refuseAsk(c.lang, answers.title ?? '', answers.reason ?? '…'),
    submitLabel: t.no,
    async submit(turn, draft, { reason }) {
      const done = await refuseProposal(turn, actions, draft.subject?.id as Id<'proposal'>, reason ?? '');
      if (!done.ok) return { refused: refusalSay(done, actions, turn, 0) };
      return { receipt: { text: t.refusedNow(turn.lang, titleOf(done.proposal, actions, turn.lang)) } };
    },
  });
