import type { Id } from '../../../base/ids.ts';
import { textField } from '../../../chat/dialogue/form/text-field.ts';
import { type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { access } from '../../people/access.ts';
import { decideNeed, takeNeed } from '../commands/review.ts';
import { next } from '../rules/states.ts';
import { stateOf } from '../store/needs.ts';
import { ready } from '../texts/ask.ts';
import * as asks from '../texts/asks.ts';
import * as say from '../texts/say.ts';
import { officerWords } from '../texts/states.ts';
import { decidedSay } from './decided.ts';
import { type About, about } from './fields/about.ts';
import { refusal } from './refusal.ts';

export const decideForm = 'decide-need';

const word = { request_revision: officerWords.revision_requested, reject: officerWords.rejected } as const;

/** Asking a unit to complete a need, or leaving it out: the reason, then the read-back with the button that does it. */
export const decideNeedForm = (undoSeconds: number): FormSpec =>
  form(decideForm, {
    title: say.returnTitle,
    may: (actor, draft) => access.can(actor, 'need.return', { unit: draft.unit }).ok,
    fields: {
      about,
      reason: {
        ...textField({
          label: asks.names.reason,
          ask: say.whatReason,
          min: 5,
          max: 1000,
          example: 'thiếu số người hưởng lợi theo từng bản',
        }),
        // Ready reasons are shortcuts: whatever else is typed is the reason.
        typed: true,
        choices: (c) =>
          ready[(c.answers['about'] as About | undefined)?.decision ?? 'request_revision'].map((of) => ({
            label: of(c.lang),
            value: of(c.lang),
          })),
      },
    },
    review: ({ about: of, reason }, c) =>
      say.decisionAsk(
        c.lang,
        of?.code ?? '',
        of?.title ?? '',
        word[of?.decision ?? 'request_revision'](c.lang),
        reason ?? '…',
      ),
    submitLabel: say.buttons.decide,
    async submit(turn, draft, { about: of, reason }) {
      const id = draft.subject?.id as Id<'need'>;
      const decision = of?.decision ?? 'request_revision';
      // "Trả lại NC-12, thiếu …" of a need that nobody took up yet: who decides has taken it up.
      const state = await stateOf(turn.tx, id);
      if (state && !next(state, decision) && next(state, 'take')) {
        const taken = await takeNeed(turn, id);
        if (!taken.ok) return { refused: refusal(taken, turn.lang, 'office', undoSeconds) };
      }
      const done = await decideNeed(turn, id, decision, reason ?? '');
      if (!done.ok) return { refused: refusal(done, turn.lang, 'office', undoSeconds) };
      return { receipt: decidedSay(done, decision, reason ?? null, undoSeconds, turn.lang) };
    },
  });
