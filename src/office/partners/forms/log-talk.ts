import { z } from 'zod';
import { dayWords } from '../../../base/time/format.ts';
import { localDay } from '../../../base/time/zone.ts';
import { givenField } from '../../../chat/dialogue/form/given-field.ts';
import { typed } from '../../../chat/dialogue/form/text-field.ts';
import { type Field, type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import { label } from '../../../chat/text.ts';
import type { Reads } from '../../../chat/work.ts';
import { fieldsOfWork, readDay } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { sightOf } from '../access.ts';
import { logContact, recordIntroduction } from '../commands/talk.ts';
import { kindOf, wayOf } from '../rules/said-talk.ts';
import { planCounts } from '../store/search.ts';
import * as t from '../texts/talk.ts';
import { about } from './about.ts';
import { refusal } from './refusal.ts';

export const talkForm = 'log-talk';

const toldShape = z.object({
  text: z.string().max(1000),
  introduced: z.boolean(),
  step: z.string().nullable(),
  due: z.iso.date().nullable(),
  fields: z.array(z.enum(fieldsOfWork)),
});
export type Told = z.output<typeof toldShape>;

/** Never asked: what was said, as it was typed. */
export const told = givenField<Told>({
  label: label('Nội dung', 'Content'),
  show: (value) => value.text,
  store: (value) => value,
  load: (stored) => toldShape.safeParse(stored).data,
});

const dayShape = z.object({ on: z.iso.date(), sure: z.boolean() });
type Day = z.output<typeof dayShape>;
const date = (of: Day) => Temporal.PlainDate.from(of.on);

/** On which day: one that is a Sunday is asked about, since few talks are held then. */
export const day: Field<Day> = {
  label: t.dayLabel,
  ask: (c) => t.askDay(c.lang, c.value ? date(c.value) : null),
  complete: (value) => value.sure || date(value).dayOfWeek !== 7,
  choices(c) {
    const on = c.value && date(c.value);
    if (!on) return [];
    const days = [on, on.subtract({ days: 2 }), on.add({ days: 1 })];
    return days
      .filter((one) => Temporal.PlainDate.compare(one, localDay(c.now)) <= 0)
      .map((one) => ({ label: dayWords(one, c.lang), value: { on: one.toString(), sure: true } }));
  },
  read(input, c) {
    const on = readDay(typed(input) ?? '', c.now, 'past');
    return on ? { ok: { on: on.toString(), sure: true } } : { error: t.askDay(c.lang, c.value ? date(c.value) : null) };
  },
  show: (value, lang) => dayWords(date(value), lang),
  store: (value) => value,
  load: (stored) => dayShape.safeParse(stored).data,
};

/** A talk, or the introduction of the list, told in a sentence: read back, then saved by the button. `undoSeconds`: how long it can be taken back. */
export const logTalkForm = (of: { readonly undoSeconds: number }): FormSpec =>
  form(talkForm, {
    title: t.talkTitle,
    may: (actor) => access.can(actor, 'ngo.log').ok,
    fields: { about, told, day },
    review: ({ about: who, told: what, day: on }, c) =>
      t.talkBack(
        c.lang,
        who?.name ?? '',
        on ? date(on) : null,
        what?.text ?? '',
        what?.due ? Temporal.PlainDate.from(what.due) : null,
        what?.introduced ?? false,
      ),
    submitLabel: t.saveTalk,
    async submit(turn, _draft, { about: who, told: what, day: on }) {
      if (!who || !what || !on) return { refused: refusal({ ok: false, why: 'empty' }, turn.lang) };
      const due = what.due ? Temporal.PlainDate.from(what.due) : null;
      const done = what.introduced
        ? await recordIntroduction(turn, who.id, { onDay: date(on), how: wayOf(what.text) })
        : await logContact(turn, who.id, {
            onDay: date(on),
            kind: kindOf(what.text),
            summary: what.text,
            fields: what.fields,
            ...(due ? { nextStep: what.step ?? what.text, nextDue: due } : {}),
          });
      if (!done.ok) return { refused: refusal(done, turn.lang) };
      const year = date(on).year;
      const counts = what.introduced
        ? await planCounts(turn.tx as Reads, sightOf(turn.actor).detail, year, turn.now)
        : null;
      const text = counts
        ? t.introducedSaved(
            turn.lang,
            who.name,
            year,
            counts.introduced.without,
            counts.introduced.with,
            counts.introduced.missions,
          )
        : t.talkSaved(turn.lang, who.name, due, localDay(turn.now));
      const args = { [what.introduced ? 'introduction' : 'talk']: done.id, at: turn.now.toString() };
      const undo = { label: t.undoTalk(turn.lang), call: { action: 'partner.undo-talk', args } };
      return { receipt: { text, buttons: of.undoSeconds > 0 ? [[undo]] : [] } };
    },
  });
