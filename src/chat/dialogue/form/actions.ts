import { z } from 'zod';
import type { Json } from '../../../base/json.ts';
import type { RichText } from '../../messaging/rich-text.ts';
import type { Action, Frame, Turn } from '../types.ts';
import type { TurnState } from '../unit/turn.ts';
import { type Reading, readAnswers } from './answers.ts';
import { atReview, type FormEngine } from './engine.ts';
import { editListOf, questionOf, reviewOf } from './question.ts';
import * as t from './texts.ts';

const callArgs = z.object({
  draft: z.string(),
  field: z.string().optional(),
  value: z.json().optional(),
  page: z.number().int().min(0).optional(),
});

interface Called {
  readonly turn: TurnState;
  readonly of: Reading;
  readonly frame: Frame;
  readonly args: z.infer<typeof callArgs>;
}

/**
 * The buttons of every form. Each finds its draft again and says so when it no longer is what it was:
 * a button pressed twice or a month later does no harm.
 */
export function formActions(engine: FormEngine): readonly Action[] {
  const stale = async (turn: TurnState, of: Reading, field: string, lead?: RichText) => {
    const value = of.answers[field];
    const spec = of.spec.fields[field];
    const text =
      lead ??
      t.staleQuestion(
        turn.lang,
        spec?.label(turn.lang) ?? field,
        value === undefined || !spec ? null : spec.show(value, turn.lang),
      );
    await engine.again(turn, text);
  };

  /** An action on the draft of a button: opened again when it is not the open one, refused when it is closed. */
  const action = (name: string, run: (call: Called) => Promise<void> | void): Action => ({
    name,
    async run(plain: Turn, json: Json) {
      const turn = plain as TurnState;
      const args = callArgs.parse(json);
      const draft = await turn.draft(args.draft);
      const spec = draft && engine.parts.forms.get(draft.form);
      if (!draft || !spec || draft.state !== 'open') {
        const state = draft ? (draft.state === 'open' ? 'gone' : draft.state) : 'gone';
        turn.reply({ text: t.draftClosed(turn.lang, state, spec?.title(turn.lang) ?? '') });
        if (turn.dialogue.open) await engine.again(turn);
        return;
      }
      if (!spec.may(turn.actor, draft)) {
        turn.reply({ text: t.notYours(turn.lang, spec.title(turn.lang)) });
        return;
      }
      const open = turn.dialogue.open;
      const frame: Frame =
        open?.draft === draft.id ? open : { form: draft.form, draft: draft.id, field: null, misses: 0, mode: 'ask' };
      if (open && open.draft !== draft.id) turn.dialogue.suspended = open;
      if (turn.dialogue.suspended?.draft === draft.id) turn.dialogue.suspended = null;
      await run({ turn, of: readAnswers(spec, draft), frame, args });
    },
  });

  /** An action that answers the open question: an older question's button only says how things stand. */
  const onQuestion = (name: string, run: (call: Called & { field: string }) => Promise<void> | void): Action =>
    action(name, async (call) => {
      const field = call.args.field ?? '';
      if (call.turn.dialogue.open?.draft !== call.of.draft.id) {
        call.turn.dialogue.open = call.frame.field === null ? { ...call.frame, mode: 'review' } : call.frame;
        return stale(call.turn, call.of, field);
      }
      if (call.frame.field !== field || !Object.hasOwn(call.of.spec.fields, field))
        return stale(call.turn, call.of, field);
      await run({ ...call, field });
    });

  return [
    onQuestion('form.pick', async ({ turn, of, frame, field, args }) => {
      const value = of.spec.fields[field]!.load(args.value as Json);
      if (value === undefined)
        return stale(turn, of, field, t.askAgain(turn.lang, [of.spec.fields[field]!.label(turn.lang)]));
      engine.pick(turn, of, frame, field, value);
    }),
    onQuestion('form.page', ({ turn, of, frame, field, args }) => {
      const at: Frame = { ...frame, page: args.page ?? 0 };
      turn.dialogue.open = at;
      const question = questionOf(turn, of, field, at);
      turn.ask({ ...question.say, slot: `page:${of.draft.id}:${field}` }, question.kind);
    }),
    onQuestion('form.back', ({ turn, of, frame }) => engine.back(turn, of, frame)),
    onQuestion('form.skip', ({ turn, of, frame, field }) => engine.skip(turn, of, frame, field)),
    action('form.pause', ({ turn, of }) => engine.pause(turn, of)),
    action('form.resume', ({ turn, of, frame }) => {
      const lead =
        of.refused.length === 0
          ? []
          : t.askAgain(
              turn.lang,
              of.refused.map((name) => of.spec.fields[name]!.label(turn.lang)),
            );
      if (frame.field !== null && frame.mode !== 'review' && Object.hasOwn(of.spec.fields, frame.field))
        engine.askField(turn, of, frame.field, frame, lead);
      else engine.next(turn, of, { form: frame.form, draft: frame.draft, field: null, misses: 0, mode: 'ask' }, lead);
    }),
    action('form.review', ({ turn, of, frame }) => {
      turn.dialogue.open = atReview(frame);
      const question = reviewOf(turn, of);
      turn.ask(question.say, question.kind);
    }),
    action('form.more', ({ turn, of, frame }) =>
      engine.next(turn, of, { ...frame, mode: 'ask', extra: true, skipped: [] }),
    ),
    action('form.edit-list', ({ turn, of, frame }) => {
      turn.dialogue.open = frame;
      const question = editListOf(
        turn,
        of,
        Object.keys(of.answers).some((name) => of.spec.fields[name]?.later),
      );
      turn.ask(question.say, question.kind);
    }),
    action('form.edit', ({ turn, of, frame, args }) => {
      const field = args.field ?? '';
      if (!Object.hasOwn(of.spec.fields, field)) return stale(turn, of, field);
      engine.askField(turn, of, field, { ...frame, mode: 'edit' });
      return;
    }),
    action('form.submit', ({ turn, of }) => engine.submit(turn, of)),
    action('form.discard', ({ turn, of }) => {
      of.draft.state = 'dropped';
      of.draft.version += 1;
      of.draft.updatedAt = turn.now;
      turn.changed.add(of.draft);
      if (turn.dialogue.open?.draft === of.draft.id) engine.close(turn);
      turn.reply({
        text: t.discarded(turn.lang, of.spec.title(turn.lang)),
        buttons: [
          [{ label: t.restore(turn.lang), call: { action: 'form.restore', args: { draft: of.draft.id } }, way: true }],
        ],
      });
    }),
    {
      name: 'form.restore',
      async run(plain, json) {
        const turn = plain as TurnState;
        const { draft: id } = callArgs.parse(json);
        const draft = await turn.draft(id);
        const spec = draft && engine.parts.forms.get(draft.form);
        if (!draft || !spec?.may(turn.actor, draft) || draft.state === 'submitted') {
          turn.reply({
            text: t.draftClosed(
              turn.lang,
              draft?.state === 'submitted' ? 'submitted' : 'gone',
              spec?.title(turn.lang) ?? '',
            ),
          });
          return;
        }
        draft.state = 'open';
        turn.changed.add(draft);
        await engine.open(turn, draft.form, { draft: draft.id });
      },
    },
  ];
}
