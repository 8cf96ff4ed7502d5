import { type Id, isId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import { access } from '../../people/access.ts';
import { unitsOf } from '../../people/rules.ts';
import { unitsById } from '../../people/store.ts';
import { askMoreForm, storedExtended } from '../forms/extend-round.ts';
import { closing, momentBehind, momentOf, reasonIn } from '../order.ts';
import { dueFor } from '../rules.ts';
import { currentRound, targetOf } from '../store.ts';
import * as t from '../texts/no-need.ts';
import * as notice from '../texts/notices.ts';
import { stillInTime } from '../texts/orders.ts';

async function ask(turn: Turn, unit: Id<'unit'>, text: string, date: Json | undefined): Promise<void> {
  const { lang } = turn;
  const round = await currentRound(turn.tx, turn.now);
  const target = round && (await targetOf(turn.tx, round.id, unit));
  const of = (await unitsById(turn.tx, [unit])).get(unit);
  if (!target || !of) return turn.reply({ text: t.notDone(lang, 'no_round') });
  const from = dueFor(round, target.extendedTo);
  const to = momentBehind(text, turn.now, from) ?? momentOf(date, closing);
  const behind = to !== null && Temporal.Instant.compare(to, from) > 0;
  const reason = reasonIn(text);
  // "xin lùi hạn đến 30/11" where it is due on 4/12: nothing has to be asked for.
  if (to && !behind)
    return turn.reply({
      text: stillInTime(lang, to, from),
      buttons: [
        [{ label: notice.send(lang), call: { action: 'need.begin', args: null } }],
        [{ label: notice.askMore(lang), call: { action: 'rounds.ask-extension', args: { unit } } }],
      ],
    });
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
      ...(to ? { to: to.toString() } : {}),
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
