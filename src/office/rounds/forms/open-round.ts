import { choiceField } from '../../../chat/dialogue/form/choice-field.ts';
import { type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { fold } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { doOrPropose } from '../../proposals/index.ts';
import { audienceIn, audiences, closing, momentIn, opening } from '../order.ts';
import { openAction } from '../proposed.ts';
import * as t from '../texts/orders.ts';
import { codeField, letterField, letterWords, momentField, yearField } from './fields.ts';

export const openForm = 'open-round';

const instantAt = (answers: Readonly<Record<string, unknown>>, name: string) =>
  answers[name] instanceof Temporal.Instant ? (answers[name] as Temporal.Instant) : null;

/** What a correction says of the round's times: "sửa hạn thành 20/1". */
function timesIn(text: string, now: Temporal.Instant) {
  const said = fold(text);
  const late = /muon|dong|tre|close|late/.test(said);
  const opens = !late && /(?<!\p{L})(?:mo|nhan tu|bat dau|opens?|from)(?!\p{L})/u.test(said);
  const due = !late && !opens && /(?<!\p{L})(?:han|den|due|deadline|until)(?!\p{L})/u.test(said);
  const at = late || opens || due ? momentIn(text, now, opens ? opening : closing) : null;
  const audience = audienceIn(text);
  return {
    ...(at && late ? { closesAt: at } : {}),
    ...(at && opens ? { opensAt: at } : {}),
    ...(at && due ? { dueAt: at } : {}),
    ...(audience ? { audience } : {}),
  };
}

/** The round that is to be opened, read back before it is opened (by who may) or proposed. */
export const openRoundForm = (undoSeconds: number): FormSpec =>
  form(openForm, {
    title: t.openTitle,
    may: (actor) => access.can(actor, 'round.propose').ok,
    fields: {
      code: codeField,
      planYear: yearField,
      opensAt: momentField({
        label: t.names.opensAt,
        ask: t.asks.opensAt,
        hour: opening,
        after: () => null,
        present: true,
      }),
      dueAt: momentField({
        label: t.names.dueAt,
        ask: t.asks.dueAt,
        hour: closing,
        after: (_answers, now) => ({ name: t.present, at: now }),
      }),
      closesAt: momentField({
        label: t.names.closesAt,
        ask: t.asks.closesAt,
        hour: closing,
        after: (answers) => {
          const at = instantAt(answers, 'dueAt');
          return at && { name: t.names.dueAt, at };
        },
      }),
      audience: choiceField({
        label: t.names.audience,
        ask: t.asks.audience,
        labels: t.audienceName,
        values: audiences,
        read: audienceIn,
      }),
      letter: letterField,
    },
    understand: (text, { now }) => timesIn(text, now),
    review: (answers, c) =>
      t.openAsk(c.lang, {
        code: answers.code ?? null,
        planYear: answers.planYear ?? null,
        opensAt: answers.opensAt ?? null,
        dueAt: answers.dueAt ?? null,
        closesAt: answers.closesAt ?? null,
        audience: answers.audience ?? null,
        letter: answers.letter ? letterWords(answers.letter, c.lang) : null,
      }),
    submitLabel: (lang, actor) => (access.can(actor, 'round.open').ok ? t.open : t.proposeOpen)(lang),
    submit: (turn, _draft, { code, planYear, opensAt, dueAt, closesAt, audience, letter }) =>
      doOrPropose(
        turn,
        openAction,
        {
          code: code!,
          planYear: planYear!,
          opensAt: opensAt!,
          dueAt: dueAt!,
          closesAt: closesAt!,
          audience: audience!,
          letter: letter ?? null,
        },
        null,
        undoSeconds,
      ),
  });
