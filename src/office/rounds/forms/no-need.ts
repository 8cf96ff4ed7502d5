import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import { type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { access } from '../../people/access.ts';
import { declareNoNeed } from '../targets.ts';
import * as t from '../texts/no-need.ts';
import { hidden } from './fields.ts';

export const noNeedForm = 'no-need';

const shape = z.object({ round: z.custom<Id<'round'>>(isId), code: z.string(), vi: z.string(), en: z.string() });
const about = hidden<z.output<typeof shape>>(
  (stored) => shape.safeParse(stored).data,
  (value) => value,
);

/** "Không có nhu cầu đợt này": nothing is asked, only read back. */
export const noNeedSpec = (undoSeconds: number): FormSpec =>
  form(noNeedForm, {
    title: t.title,
    may: (actor, draft) => access.can(actor, 'need.no_need', { unit: draft.unit }).ok,
    fields: { about },
    review: ({ about: of }, c) => (of ? t.ask(c.lang, of[c.lang], of.code) : []),
    submitLabel: t.yes,
    async submit(turn, draft, { about: of }) {
      const { lang } = turn;
      const target = { round: of!.round, unit: draft.unit! };
      const done = await declareNoNeed(turn, target);
      if (!done.ok)
        return {
          refused: {
            text: t.notDone(
              lang,
              done.why === 'has_needs' || done.why === 'already'
                ? done.why
                : done.why === 'no_round'
                  ? 'no_round'
                  : 'may_not',
            ),
          },
        };
      return {
        receipt: {
          text: t.done(lang, of![lang], of!.code, turn.now, undoSeconds),
          buttons: [[{ label: t.undo(lang), call: { action: 'rounds.undo-no-need', args: target } }]],
        },
      };
    },
  });
