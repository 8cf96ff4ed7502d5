import { fold } from '../../../language/index.ts';
import { height } from '../../fit.ts';
import { plain, type RichText } from '../../messaging/rich-text.ts';
import type { Button, Say } from '../../messaging/types.ts';
import type { Lang } from '../../text.ts';
import type { Frame, OpenQuestion } from '../types.ts';
import type { TurnState } from '../unit/turn.ts';
import { fieldContext, missingFields, type Reading, visibleFields } from './answers.ts';
import * as t from './texts.ts';
import type { Choice } from './types.ts';

/** More choices than this are not all shown: the three likeliest, the rest paged (docs/voice.md). */
const mostShown = 8;
const likeliest = 3;
const pageSize = 6;

/** A question ready to be asked. */
export interface Question {
  readonly say: Say;
  readonly kind: OpenQuestion['kind'];
}

const button = (label: string, action: string, args: Record<string, unknown>, way: boolean): Button => ({
  label,
  call: { action, args: args as never },
  ...(way ? { way: true as const } : {}),
});

const pairs = (buttons: readonly Button[]): Button[][] => {
  const rows: Button[][] = [];
  for (const b of buttons) {
    const last = rows.at(-1);
    if (last && last.length === 1 && last[0]!.label.length + b.label.length <= 30) last.push(b);
    else rows.push([b]);
  }
  return rows;
};

/** The ways out of a question: back, leave it for later or skip it, stop. */
function ways(of: Reading, name: string, lang: Lang): Button[] {
  const field = of.spec.fields[name]!;
  const args = { draft: of.draft.id, field: name };
  const first = visibleFields(of, false)[0] === name;
  return [
    ...(first ? [] : [button(t.back(lang), 'form.back', args, true)]),
    button(field.optional || field.later ? t.skip(lang) : t.answerLater(lang), 'form.skip', args, true),
    button(t.pause(lang), 'form.pause', args, true),
  ];
}

/** The buttons of the choices that fit on this page, with the way to the others. */
function choiceButtons(
  of: Reading,
  name: string,
  choices: readonly Choice<unknown>[],
  page: number | undefined,
  way: boolean,
  lang: Lang,
): Button[] {
  const field = of.spec.fields[name]!;
  const pick = (c: Choice<unknown>) =>
    button(c.label, 'form.pick', { draft: of.draft.id, field: name, value: field.store(c.value) }, way);
  if (choices.length <= mostShown) return choices.map(pick);
  const turn = (label: string, to: number) =>
    button(label, 'form.page', { draft: of.draft.id, field: name, page: to }, true);
  if (page === undefined) return [...choices.slice(0, likeliest).map(pick), turn(t.others(lang), 0)];
  const rest = choices.slice(likeliest);
  const from = page * pageSize;
  return [
    ...rest.slice(from, from + pageSize).map(pick),
    ...(page > 0 ? [turn(t.pageBack(lang), page - 1)] : []),
    ...(from + pageSize < rest.length ? [turn(t.pageOn(lang), page + 1)] : []),
  ];
}

/** Which of many choices a few typed letters mean. */
export function searchChoices(choices: readonly Choice<unknown>[], typed: string): readonly Choice<unknown>[] {
  const wanted = fold(typed);
  return wanted.length < 2 ? [] : choices.filter((c) => fold(c.label).includes(wanted));
}

/**
 * The question of one field: progress, what was said before it (`lead`), the field's own words, choices and ways out.
 * `instead`: an error stands in place of the question, with its own choices.
 */
export function questionOf(
  turn: TurnState,
  of: Reading,
  name: string,
  frame: Frame,
  with_: { lead?: RichText; instead?: { text: RichText; choices?: readonly Choice<unknown>[] } } = {},
): Question {
  const { lang } = turn;
  const field = of.spec.fields[name]!;
  const context = fieldContext(of, name, turn);
  const asked = visibleFields(of, frame.extra ?? false);
  const choices = with_.instead?.choices ?? field.choices?.(context) ?? [];
  const proposal = field.propose && context.value === undefined ? field.propose(context) : undefined;
  const isChoice = with_.instead?.choices !== undefined ? choices.length > 0 : choices.length > 0 && !field.typed;
  const buttons = [
    ...(proposal === undefined
      ? []
      : [
          button(
            field.show(proposal, lang),
            'form.pick',
            { draft: of.draft.id, field: name, value: field.store(proposal) },
            !isChoice,
          ),
        ]),
    ...choiceButtons(of, name, choices, frame.page, !isChoice, lang),
  ];
  const progress =
    frame.mode === 'edit' ? field.label(lang) : `${asked.indexOf(name) + 1}/${asked.length} · ${field.label(lang)}`;
  const words: RichText = with_.instead
    ? with_.instead.text
    : [
        ...(with_.lead ?? []),
        [{ b: progress }],
        ...(frame.mode === 'edit' && context.value !== undefined
          ? t.nowReads(lang, field.show(context.value, lang))
          : []),
        ...(frame.page === undefined ? field.ask(context) : t.searchHint(lang)),
      ];
  return {
    say: { text: words, buttons: [...pairs(buttons), ...pairs(ways(of, name, lang))] },
    kind: isChoice ? 'choice' : 'text',
  };
}

/** The draft card with what can be done now; `lead` stands before it. Complete drafts offer to be submitted. */
export function reviewOf(turn: TurnState, of: Reading, lead: RichText = [], filled: readonly string[] = []): Question {
  const { lang } = turn;
  const missing = missingFields(of);
  const args = { draft: of.draft.id };
  const more = Object.keys(of.spec.fields).some(
    (name) => of.spec.fields[name]!.later && of.answers[name] === undefined,
  );
  const buttons: Button[] = [
    ...(missing.length === 0
      ? [
          button(of.spec.submitLabel(lang, turn.actor), 'form.submit', args, true),
          ...(more ? [button(t.fillMore(lang), 'form.more', args, true)] : []),
        ]
      : [button(t.goOn(lang), 'form.resume', args, true)]),
    button(t.editOther(lang), 'form.edit-list', args, true),
    button(t.pause(lang), 'form.pause', args, true),
    button(t.discard(lang), 'form.discard', args, true),
  ];
  return { say: { text: [...lead, ...card(turn, of, missing, filled)], buttons: pairs(buttons) }, kind: 'text' };
}

/** The card's words alone. `filled`: what was understood just now, to be shown before the rest where not all has room. */
export function card(
  turn: TurnState,
  of: Reading,
  missing: readonly string[],
  filled: readonly string[] = [],
  below?: number,
): RichText {
  return of.spec.review(of.answers as never, {
    lang: turn.lang,
    missing,
    filled,
    ...(below === undefined ? {} : { below }),
    draft: of.draft,
    now: turn.now,
    vocabulary: turn.vocabulary,
  });
}

/** The list of fields to change, each with its value in short. */
export function editListOf(turn: TurnState, of: Reading, extra: boolean): Question {
  const names = visibleFields(of, extra);
  return {
    say: {
      text: t.editWhich(turn.lang),
      buttons: [
        ...pairs(
          names.map((name) =>
            button(of.spec.fields[name]!.label(turn.lang), 'form.edit', { draft: of.draft.id, field: name }, false),
          ),
        ),
        [button(t.review(turn.lang), 'form.review', { draft: of.draft.id }, true)],
      ],
    },
    kind: 'choice',
  };
}

/** A draft card that shows what a message filled in, with the next question under it (docs/voice.md, "A pasted need becomes a form"). */
export function cardWithQuestion(
  turn: TurnState,
  of: Reading,
  name: string,
  frame: Frame,
  filled: readonly string[],
): Question {
  const asked = questionOf(turn, of, name, frame);
  const field = of.spec.fields[name]!;
  const args = { draft: of.draft.id };
  const own = (asked.say.buttons ?? [])
    .flat()
    .filter((b) => b.call.action === 'form.pick' || b.call.action === 'form.page');
  const question = field.ask(fieldContext(of, name, turn));
  const below = height(plain(question).split('\n'));
  return {
    say: {
      text: [...card(turn, of, missingFields(of), filled, below), ...question],
      buttons: [
        ...pairs(own),
        ...pairs([
          button(t.editOther(turn.lang), 'form.edit-list', args, true),
          button(t.pause(turn.lang), 'form.pause', args, true),
          button(t.discard(turn.lang), 'form.discard', args, true),
        ]),
      ],
    },
    kind: asked.kind,
  };
}

/** Which field of which draft a message of ours asked for: each question carries its own ways out. */
export function questionIn(say: Say): { readonly draft: string; readonly field: string } | null {
  const way = say.buttons?.flat().find(({ call }) => call.action === 'form.skip');
  const args = way?.call.args as { draft?: unknown; field?: unknown } | undefined;
  return typeof args?.draft === 'string' && typeof args.field === 'string'
    ? { draft: args.draft, field: args.field }
    : null;
}
