import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import { textField } from '../../../chat/dialogue/form/text-field.ts';
import { type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { access } from '../../people/access.ts';
import { doOrPropose } from '../../proposals/index.ts';
import { endAction } from '../proposed.ts';
import * as t from '../texts/orders.ts';
import { hidden } from './fields.ts';

export const endForm = 'end-round';

const shape = z.object({
  round: z.custom<Id<'round'>>(isId),
  code: z.string(),
  end: z.enum(['closed', 'cancelled']),
  waiting: z.int(),
});
const about = hidden<z.output<typeof shape>>(
  (stored) => shape.safeParse(stored).data,
  (value) => value,
);

/** Closing a round or calling it off: why, then the read-back. */
export const endRoundForm = (undoSeconds: number): FormSpec =>
  form(endForm, {
    title: t.endTitle,
    may: (actor) => access.can(actor, 'round.propose').ok,
    fields: {
      about,
      reason: textField({
        label: t.names.reason,
        ask: t.asks.reason,
        min: 3,
        max: 300,
        example: 'đã đủ nhu cầu để tổng hợp',
      }),
    },
    review: ({ about: of, reason }, c) =>
      of ? t.endAsk(c.lang, t.titles.end(of.code, of.end, c.lang), of.end, of.waiting, reason ?? null) : [],
    submitLabel: (lang, actor) => (access.can(actor, 'round.close').ok ? t.endYes : t.proposeEnd)(lang),
    submit: (turn, _draft, { about: of, reason }) =>
      doOrPropose(turn, endAction, { ...of!, reason: reason ?? null }, reason ?? null, undoSeconds),
  });
