import type { Id } from '../../../base/ids.ts';
import { isId } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Action, Flow, Turn } from '../../../chat/dialogue/types.ts';
import { findUnit } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { unitsOf } from '../../people/rules.ts';
import { unitsById } from '../../people/store.ts';
import { noNeedForm } from '../forms/no-need.ts';
import { currentRound } from '../store.ts';
import { undoNoNeed } from '../targets.ts';
import * as t from '../texts/no-need.ts';

/** Reads it back for one unit; where no round calls it there is nothing to say. */
async function ask(turn: Turn, unit: Id<'unit'>): Promise<void> {
  const round = await currentRound(turn.tx, turn.now);
  const of = (await unitsById(turn.tx, [unit])).get(unit);
  if (!round || !of) return turn.reply({ text: t.notDone(turn.lang, 'no_round') });
  await turn.open(noNeedForm, {
    unit,
    answers: { about: { round: round.id, code: round.code, vi: of.nameVi, en: of.nameEn } },
  });
}

async function askAbout(turn: Turn, text: string): Promise<void> {
  const { lang } = turn;
  const own = unitsOf(turn.actor);
  const onBehalf = access.scope(turn.actor, 'need.no_need').see === 'all';
  const named = findUnit(text, turn.vocabulary).sure as Id<'unit'> | null;
  if (named && !onBehalf && !own.includes(named)) return turn.reply({ text: t.notDone(lang, 'other_unit') });
  const unit = named ?? (own.length === 1 ? own[0]! : null);
  if (unit) return ask(turn, unit);
  if (own.length === 0) return turn.reply({ text: t.whichUnit(lang) });
  const units = await unitsById(turn.tx, own);
  turn.reply({
    text: t.whichUnit(lang),
    buttons: [...units.values()].map((of) => [
      { label: lang === 'vi' ? of.nameVi : of.nameEn, call: { action: 'rounds.no-need', args: { unit: of.id } } },
    ]),
  });
}

/** "ko co nhu cau", "Sở Tư pháp đợt này không có nhu cầu": for the own unit; an officer says which. */
export const noNeedFlow: Flow = {
  name: 'no-need',
  intents: ['no_need'],
  command: 'khongconhucau',
  may: (actor) => access.scope(actor, 'need.no_need').see !== 'nothing',
  run: (turn, { text }) => askAbout(turn, text),
};

const unitIn = (args: Json): Id<'unit'> | null => {
  const unit = (args as { readonly unit?: unknown } | null)?.unit;
  return isId(unit) ? (unit as Id<'unit'>) : null;
};

/** [Không có nhu cầu] under a notice. */
export const noNeedAction: Action = {
  name: 'rounds.no-need',
  run(turn, args) {
    const unit = unitIn(args);
    if (!unit || !access.can(turn.actor, 'need.no_need', { unit }).ok)
      return turn.reply({ text: t.notDone(turn.lang, 'may_not') });
    return ask(turn, unit);
  },
};

/** [Hoàn tác] under the receipt. */
export const undoNoNeedAction = (undoSeconds: number): Action => ({
  name: 'rounds.undo-no-need',
  async run(turn, args) {
    const unit = unitIn(args);
    const round = (args as { readonly round?: unknown } | null)?.round;
    if (!unit || !isId(round)) return turn.reply({ text: t.notDone(turn.lang, 'state') });
    const done = await undoNoNeed(turn, { round: round as Id<'round'>, unit }, undoSeconds);
    turn.reply({ text: done.ok ? t.undone(turn.lang) : t.notDone(turn.lang, done.why) });
  },
});
