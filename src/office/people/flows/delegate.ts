import { z } from 'zod';
import { type Id, isId } from '../../../base/ids.ts';
import { periodWords } from '../../../base/time/format.ts';
import { line } from '../../../chat/dialogue/form/text-field.ts';
import { type Field, type FormSpec, form } from '../../../chat/dialogue/form/types.ts';
import type { Action, Flow, LookContext } from '../../../chat/dialogue/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { fold, readDay, readSpan } from '../../../language/index.ts';
import { access } from '../access.ts';
import { type Days, delegate, endDelegation, type StandIn, standIns, standingIn } from '../delegation.ts';
import { helper } from '../helper.ts';
import { givenName } from '../rules.ts';
import * as t from '../texts/delegation.ts';

export const delegateForm = 'delegate';

const standIn = z.object({ id: z.custom<Id<'person'>>(isId), name: z.string() });
const all = z.array(standIn);

/** The people whom a name fits: the whole name, else the given name ("chị Hà"). */
function named(people: readonly StandIn[], text: string): StandIn[] {
  const said = ` ${fold(text).replace(/[^\p{L}\d]+/gu, ' ')} `;
  const whole = people.filter((one) => said.includes(` ${fold(one.name)} `));
  if (whole.length > 0) return whole;
  const exact = people.filter((one) => text.normalize('NFC').includes(givenName(one.name)));
  return exact.length > 0 ? exact : people.filter((one) => said.includes(` ${fold(givenName(one.name))} `));
}

/** "từ 1/12 đến 5/12", "mai", "tuần sau": the days that a text says; null: none. */
export function daysIn(text: string, now: Temporal.Instant): Days | null {
  const span = readSpan(text, now);
  const day = readDay(text, now);
  if (!span || !day) return null;
  const from = span.from.toPlainDate();
  const to = span.to.subtract({ nanoseconds: 1 }).toPlainDate();
  return Temporal.PlainDate.compare(from, to) > 0 ? { from: day, to: day } : { from, to };
}

const people: Field<readonly StandIn[]> = {
  label: t.who,
  when: () => false,
  ask: () => [],
  read: () => ({ error: [] }),
  show: () => '',
  store: (value) => value.map(({ id, name }) => ({ id, name })),
  load: (stored) => all.safeParse(stored).data,
};
const candidates = (answers: Readonly<Record<string, unknown>>) => (answers['people'] as readonly StandIn[]) ?? [];

const who: Field<StandIn> = {
  label: t.who,
  ask: (c) => t.askWho(c.lang),
  choices: (c) => candidates(c.answers).map((one) => ({ label: one.name, value: one })),
  read(input, c) {
    const said = line(input, c.lang);
    if ('error' in said) return said;
    const fit = named(candidates(c.answers), said.text);
    if (fit.length === 1) return { ok: fit[0]! };
    return {
      error: t.noSuchPerson(c.lang, said.text),
      ...(fit.length > 1 ? { choices: fit.map((one) => ({ label: one.name, value: one })) } : {}),
    };
  },
  show: (value) => value.name,
  store: ({ id, name }) => ({ id, name }),
  load: (stored) => standIn.safeParse(stored).data,
};

const period: Field<Days> = {
  label: t.days,
  ask: (c) => t.askDays(c.lang),
  read(input, c) {
    const said = line(input, c.lang);
    if ('error' in said) return said;
    const days = daysIn(said.text, c.now);
    return days ? { ok: days } : { error: t.noDays(c.lang, said.text) };
  },
  show: ({ from, to }, lang) => periodWords(from, to, lang),
  store: ({ from, to }) => ({ from: from.toString(), to: to.toString() }),
  load(stored) {
    const of = z.object({ from: z.iso.date(), to: z.iso.date() }).safeParse(stored).data;
    return of && { from: Temporal.PlainDate.from(of.from), to: Temporal.PlainDate.from(of.to) };
  },
};

/** Who stands in, on which days; read back before it holds. */
export const delegateSpec: FormSpec = form(delegateForm, {
  title: t.title,
  may: (actor) => access.can(actor, 'role.delegate').ok,
  fields: { people, who, period },
  review: (answers, c) => t.readBack(c.lang, answers.who?.name ?? null, answers.period ?? null),
  submitLabel: t.yes,
  async submit(turn, _draft, { who: to, period: days }) {
    const { lang } = turn;
    const done = await delegate(turn, to!, days!);
    if (!done.ok)
      return {
        refused: { text: t.refused(lang, done.why === 'days' || done.why === 'nobody' ? done.why : 'may_not') },
      };
    return {
      receipt: {
        text: t.done(lang, to!.name, days!),
        buttons: [[{ label: t.end(lang), call: { action: 'people.end-delegation', args: to!.id } }]],
      },
    };
  },
});

/** Who leaves the post for good hands nothing on for some days: the Department gives a code to whoever comes. */
const leaves = /(?:chuyen|thoi|doi) (?:cong tac|viec|don vi|co quan)|nghi (?:huu|viec)|luan chuyen|ban giao/u;

/** "bỏ ủy quyền", "kết thúc ủy quyền cho chị Hà"; folded. */
const ends = /(?:het|ngung|dung|huy|bo|thu hoi|ket thuc|cham dut) uy quyen/u;
/** "ai đang làm thay tôi"; folded. */
const asksWho =
  /(?:^|\s)ai (?:dang |se |la nguoi |duoc )*(?:lam thay|thay|uy quyen)|uy quyen (?:cho ai|nao)|dang uy quyen/u;

interface Found {
  readonly could: readonly StandIn[];
  readonly now: Awaited<ReturnType<typeof standingIn>>;
}

/** "tôi nghỉ từ 1/12 đến 5/12, chị Hà thay". */
export const delegateFlow: Flow<Found> = {
  name: 'delegate',
  intents: ['delegate'],
  command: 'nghi',
  may: (actor) => access.can(actor, 'role.delegate').ok,
  look: async (reads: Reads, by: LookContext) => ({
    could: await standIns(reads, by.actor, by.now),
    now: await standingIn(reads, by.actor, by.now),
  }),
  async run(turn, ask, { could: found, now }) {
    const said = fold(ask.text);
    if (leaves.test(said)) {
      const { name, phone } = await helper(turn);
      return turn.reply({ text: t.handOver(turn.lang, name, phone) });
    }
    if (ends.test(said) || (asksWho.test(said) && !/(?:^|\s)(?:nghi|vang|di cong tac)/u.test(said))) {
      if (now.length === 0) return turn.reply({ text: t.refused(turn.lang, 'none') });
      return turn.reply({
        text: t.standing(turn.lang, now),
        buttons: now
          .slice(0, 4)
          .map(({ id, name }) => [
            { label: t.endFor(name)(turn.lang), call: { action: 'people.end-delegation', args: id } },
          ]),
      });
    }
    if (found.length === 0) return turn.reply({ text: t.refused(turn.lang, 'nobody') });
    const fit = named(found, ask.text);
    const days = daysIn(ask.text, turn.now);
    await turn.open(delegateForm, {
      answers: {
        people: found.map(({ id, name }) => ({ id, name })),
        ...(fit.length === 1 ? { who: { id: fit[0]!.id, name: fit[0]!.name } } : {}),
        ...(days ? { period: { from: days.from.toString(), to: days.to.toString() } } : {}),
      },
    });
  },
};

/** [Kết thúc ủy quyền]. */
export const endDelegationAction: Action = {
  name: 'people.end-delegation',
  async run(turn, args) {
    const ended = isId(args) && (await endDelegation(turn, args as Id<'person'>));
    turn.reply({ text: t.ended(turn.lang, Boolean(ended)) });
  },
};
