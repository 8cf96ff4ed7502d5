import { type Id, isId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import { access } from '../../people/access.ts';
import { unitsOf } from '../../people/rules.ts';
import { unitsById } from '../../people/store.ts';
import { askMoreForm, storedExtended } from '../forms/extend-round.ts';
import { closing, laterBy, momentOf, reasonIn } from '../order.ts';
import { dueFor } from '../rules.ts';
import { currentRound, targetOf } from '../store.ts';
import * as t from '../texts/no-need.ts';

async function ask(turn: Turn, unit: Id<'unit'>, text: string, date: Json | undefined): Promise<void> {
  const round = await currentRound(turn.tx, turn.now);
  const target = round && (await targetOf(turn.tx, round.id, unit));
  const of = (await unitsById(turn.tx, [unit])).get(unit);
  if (!target || !of) return turn.reply({ text: t.notDone(turn.lang, 'no_round') });
  const from = dueFor(round, target.extendedTo);
  const to = momentOf(date, closing) ?? laterBy(text, from);
  const reason = reasonIn(text);
  await turn.open(askMoreForm, {
    unit,
    subject: { kind: 'round', id: round.id, unit },
    answers: {
      about: storedExtended({
        round: round.id,
        code: round.code,
        from,
        unit: { id: unit, vi: of.nameVi, en: of.nameEn },
      }),
      ...(to && Temporal.Instant.compare(to, from) > 0 ? { to: to.toString() } : {}),
      ...(reason ? { reason } : {}),
    },
  });
}

/** "xin lùi hạn đến thứ 6 tuần sau": a unit asks, a leader of the Department decides. */
export const askExtensionFlow: Flow = {
  name: 'ask-extension',
  intents: ['ask_extension'],
  may: (actor) => access.can(actor, 'round.ask').ok,
  run(turn, { text, slots }) {
    const [unit] = unitsOf(turn.actor);
    if (!unit) return turn.reply({ text: t.notDone(turn.lang, 'may_not') });
    return ask(turn, unit, text, slots['date']);
  },
};

/** [Xin lùi hạn] under a notice. */
export const askExtensionAction: Action = {
  name: 'rounds.ask-extension',
  run(turn, args) {
    const unit = (args as { readonly unit?: unknown } | null)?.unit;
    if (!isId(unit) || !access.can(turn.actor, 'round.ask', { unit: unit as Id<'unit'> }).ok)
      return turn.reply({ text: t.notDone(turn.lang, 'may_not') });
    return ask(turn, unit as Id<'unit'>, '', undefined);
  },
};
