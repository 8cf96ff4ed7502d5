import type { Actor } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import type { RichText } from '../../../chat/messaging/rich-text.ts';
import type { Button } from '../../../chat/messaging/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { findUnit, type Understood } from '../../../language/index.ts';
import { access } from '../../people/access.ts';
import { unitsOf } from '../../people/rules.ts';
import { unitsById } from '../../people/store.ts';
import type { Unit } from '../../people/types.ts';
import { closesFor, dueFor, stateAt } from '../rules.ts';
import { countsOf, currentRound, nextRound, targetOf } from '../store.ts';
import * as notice from '../texts/notices.ts';
import * as t from '../texts/status.ts';
import type { Counts, Round, Target } from '../types.ts';
import { listPage, listUnits, wantedIn, wantedOf } from './unit-list.ts';

/** What the slices above know about a round; handed in by main, since rounds lie below needs. */
export interface RoundHooks {
  /** How many needs were submitted in a round and stand. */
  needsIn?(reads: Reads, round: Id<'round'>, unit?: Id<'unit'>): Promise<number>;
}

interface Found {
  readonly round: Round | null;
  readonly next: Round | null;
  readonly target: Target | null;
  readonly unit: Unit | null;
  readonly counts: Counts | null;
  readonly needs: number | null;
  readonly list: readonly Unit[] | null;
  /** The one unit that the Department asks about. */
  readonly one: { readonly unit: Unit; readonly target: Target | null; readonly needs: number | null } | null;
}

const mayCount = (actor: Actor) => access.can(actor, 'round.counts').ok;

/** "co ma gui chua": the unit that is asked about by name; null where units are asked about in general. */
async function oneUnit(reads: Reads, by: LookContext, ask: Understood, round: Id<'round'>, hooks: RoundHooks) {
  if (!mayCount(by.actor) || ask.slots['audience_kind']) return null;
  const id = findUnit(ask.text, by.vocabulary).sure as Id<'unit'> | null;
  const unit = id && (await unitsById(reads, [id])).get(id);
  if (!unit) return null;
  const needs = (await hooks.needsIn?.(reads, round, unit.id)) ?? null;
  return { unit, target: await targetOf(reads, round, unit.id), needs };
}

async function lookUp(reads: Reads, by: LookContext, ask: Understood, hooks: RoundHooks): Promise<Found> {
  const round = await currentRound(reads, by.now);
  const nothing = { target: null, unit: null, counts: null, needs: null, list: null, one: null };
  if (!round) return { round, next: await nextRound(reads, by.now), ...nothing };
  const one = await oneUnit(reads, by, ask, round.id, hooks);
  if (one) return { round, next: null, ...nothing, one };
  const [own] = unitsOf(by.actor);
  const target = own ? await targetOf(reads, round.id, own) : null;
  const unit = own ? ((await unitsById(reads, [own])).get(own) ?? null) : null;
  const may = mayCount(by.actor);
  const wanted = wantedOf(ask.slots);
  return {
    round,
    next: null,
    target,
    unit,
    counts: may ? await countsOf(reads, round.id) : null,
    needs: may ? ((await hooks.needsIn?.(reads, round.id)) ?? null) : null,
    list: may && wanted ? await listUnits(reads, by.actor, round.id, wanted) : null,
    one: null,
  };
}

/** The due time for whoever asks: a unit's own extension counts. */
function dueText(turn: Turn, round: Round, target: Target | null): RichText {
  const due = dueFor(round, target?.extendedTo ?? null);
  const passed = stateAt({ ...round, dueAt: due }, turn.now) !== 'open';
  return passed
    ? t.duePassed(turn.lang, round, due, closesFor(round, target?.extendedTo ?? null), turn.now)
    : t.due(turn.lang, round, due, turn.now);
}

function stateOf(round: Round, target: Target, now: Temporal.Instant) {
  const overdue = unanswered(target) && Temporal.Instant.compare(dueFor(round, target.extendedTo), now) < 0;
  return overdue ? ('overdue' as const) : target.state;
}

/** "Hạn nộp là ngày nào", also in the middle of a form and for guests; who has submitted, for the Department. */
export const roundStatus = (hooks: RoundHooks): Flow<Found> => ({
  name: 'round_status',
  intents: ['round_status'],
  command: 'hannop',
  published: true,
  may: (actor) => access.can(actor, 'round.see').ok,
  inForm: true,
  look: (reads, by, ask) => lookUp(reads, by, ask, hooks),
  run: (turn, ask, found) => {
    const { lang } = turn;
    const { round, target, unit, counts } = found;
    if (!round) return turn.reply({ text: t.noRound(lang, found.next) });
    if (found.one) {
      const { unit: of, target: part, needs } = found.one;
      const name = lang === 'vi' ? of.nameVi : of.nameEn;
      const due = dueFor(round, part?.extendedTo ?? null);
      const state = part && stateOf(round, part, turn.now);
      return turn.reply({
        text: t.oneUnit(lang, name, state, part?.submittedAt ?? null, part?.late === true, needs, due),
      });
    }
    const wanted = wantedOf(ask.slots);
    if (wanted) {
      if (found.list) return listPage(turn, found.list, wanted, 0);
      if (!target) return turn.reply({ text: t.notForYou(lang) });
    }
    turn.reply({
      text: [
        // Officers know the letter; its line would push the figures off the screen.
        ...dueText(turn, counts ? { ...round, docNo: null } : round, target),
        ...(unit && target
          ? t.ownTarget(
              lang,
              lang === 'vi' ? unit.nameVi : unit.nameEn,
              stateOf(round, target, turn.now),
              target.state === 'submitted' && target.late === true,
            )
          : []),
        ...(counts ? t.progress(lang, counts, found.needs) : []),
        ...(round.demo ? t.demoLine(lang) : []),
      ],
      ...(counts && counts.notStarted + counts.inProgress > 0
        ? { buttons: [[{ label: t.showList(lang), call: { action: 'rounds.waiting', args: { page: 0 } } }]] }
        : unit && target && unanswered(target) && !turn.dialogue.open
          ? { buttons: answers(turn, unit.id) }
          : {}),
    });
  },
});

const unanswered = ({ state }: Target) => state === 'not_started' || state === 'in_progress';

/** What a unit that has not answered can do now, as under a reminder. */
const answers = ({ actor, lang }: Turn, unit: Id<'unit'>): Button[][] => {
  const button = (right: string, label: string, action: string): Button[] =>
    access.can(actor, right, { unit }).ok ? [{ label, call: { action, args: { unit } } }] : [];
  return [
    button('need.draft', notice.send(lang), 'need.begin'),
    button('need.no_need', notice.noNeed(lang), 'rounds.no-need'),
    button('round.ask', notice.askMore(lang), 'rounds.ask-extension'),
  ].filter((row) => row.length > 0);
};

/** A page of a list of units. */
export const waitingAction: Action<readonly Unit[] | null> = {
  name: 'rounds.waiting',
  look: async (reads, by, args) => {
    const round = mayCount(by.actor) ? await currentRound(reads, by.now) : null;
    return round && listUnits(reads, by.actor, round.id, wantedIn(args));
  },
  run: (turn, args, found) => {
    if (!mayCount(turn.actor)) return turn.reply({ text: t.notForYou(turn.lang) });
    if (!found) return turn.reply({ text: t.noRound(turn.lang, null) });
    const wanted = wantedIn(args);
    listPage(turn, found, wanted, wanted.page);
  },
};
