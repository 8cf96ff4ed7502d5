import type { Id } from '../../../base/ids.ts';
import { momentWords } from '../../../base/time/format.ts';
import { textField } from '../../../chat/dialogue/form/text-field.ts';
import { form } from '../../../chat/dialogue/form/types.ts';
import { access } from '../../people/access.ts';
import { withdrawNeed } from '../commands/unit.ts';
import * as asks from '../texts/asks.ts';
import * as say from '../texts/say.ts';
import { about } from './fields/about.ts';
import { refusal } from './refusal.ts';

export const withdrawForm = 'withdraw-need';

/** Why, then the read-back with the button that does it. */
export const withdrawNeedForm = form(withdrawForm, {
  title: say.withdrawTitle,
  may: (actor, draft) => access.can(actor, 'need.withdraw', { unit: draft.unit }).ok,
  fields: {
    about,
    reason: textField({
      label: asks.names.reason,
      ask: asks.withdrawReason,
      min: 3,
      max: 500,
      example: 'đã có nguồn kinh phí khác',
    }),
  },
  review: ({ about: of, reason }, c) =>
    say.withdrawAsk(c.lang, of?.code ?? '', of?.title ?? '', of?.state ?? '', reason ?? null),
  submitLabel: say.buttons.withdrawYes,
  async submit(turn, draft, { reason }) {
    const done = await withdrawNeed(turn, draft.subject?.id as Id<'need'>, reason ?? '');
    if (!done.ok) return { refused: refusal(done, turn.lang, 'unit', 0) };
    return { receipt: { text: say.withdrawn(turn.lang, done.need.code, momentWords(turn.now, undefined, turn.lang)) } };
  },
});
