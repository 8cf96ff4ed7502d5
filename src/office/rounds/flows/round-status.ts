import type { Actor } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Action, Flow, LookContext, Turn } from '../../../chat/dialogue/types.ts';
import type { RichText } from '../../../chat/messaging/rich-text.ts';
import type { Reads } from '../../../chat/work.ts';
import { access } from '../../people/access.ts';
import { unitsOf } from '../../people/rules.ts';
import { unitsById } from '../../people/store.ts';
import type { Unit } from '../../people/types.ts';
import { closesFor, dueFor, stateAt } from '../rules.ts';
import { countsOf, currentRound, nextRound, targetOf, targetsOf } from '../store.ts';
import * as t from '../texts/status.ts';
import type { Counts, Round, Target } from '../types.ts';

/** What the slices above know about a round; handed in by main, since rounds lie below needs. */
export interface RoundHooks {
  /** How many needs were submitted in a round and stand. */
  needsIn?(reads: Reads, round: Id<'round'>): Promise<number>;
}

interface Found {
  readonly round: Round | null;
  readonly next: Round | null;
  readonly target: Target | null;
  readonly unit: Unit | null;
  readonly counts: Counts | null;
  readonly needs: number | null;
  readonly waiting: Waiting | null;
}

interface Waiting {
  readonly units: readonly Unit[];
}

const mayCount = (actor: Actor) => access.can(actor, 'round.counts').ok;

/** Those that were called and have neither submitted nor said that they have no need, departments first, then by name. */
async function stillWaiting(reads: Reads, actor: Actor, round: Id<'round'>): Promise<Waiting> {
  const targets = await targetsOf(reads, access.scope(actor, 'round.counts'), round, ['not_started', 'in_progress']);
  const units = await unitsById(
    reads,
    targets.map((target) => target.unit),
  );
  const order = ['department', 'mass_org', 'other_unit', 'commune'];
  return {
    units: [...units.values()].sort(
      (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.nameVi.localeCompare(b.nameVi, 'vi'),
    ),
  };
}

async function lookUp(reads: Reads, by: LookContext, list: boolean, hooks: RoundHooks): Promise<Found> {
  const round = await currentRound(reads, by.now);
  const nothing = { target: null, unit: null, counts: null, needs: null, waiting: null };
  if (!round) return { round, next: await nextRound(reads, by.now), ...nothing };
  const [own] = unitsOf(by.actor);
  const target = own ? await targetOf(reads, round.id, own) : null;
  const unit = own ? ((await unitsById(reads, [own])).get(own) ?? null) : null;
  const may = mayCount(by.actor);
  return {
    round,
    next: null,
    target,
    unit,
    counts: may ? await countsOf(reads, round.id) : null,
    needs: may ? ((await hooks.needsIn?.(reads, round.id)) ?? null) : null,
    waiting: may && list ? await stillWaiting(reads, by.actor, round.id) : null,
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

const perPage = 6;

function listPage(turn: Turn, waiting: Waiting, page: number) {
  const { units } = waiting;
  const names = units.slice(page * perPage, (page + 1) * perPage);
  const left = Math.max(0, units.length - (page + 1) * perPage);
  const count = (...kinds: Unit['kind'][]) => units.filter((u) => kinds.includes(u.kind)).length;
  turn.reply({
    text: t.waiting(turn.lang, {
      total: units.length,
      departments: count('department'),
      communes: count('commune'),
      others: count('mass_org', 'other_unit'),
      names: names.map((u) => (turn.lang === 'vi' ? u.nameVi : u.nameEn)),
      left,
    }),
    ...(left > 0
      ? { buttons: [[{ label: t.more(turn.lang), call: { action: 'rounds.waiting', args: { page: page + 1 } } }]] }
      : {}),
  });
}

function stateOf(round: Round, target: Target, now: Temporal.Instant) {
  const open = target.state === 'not_started' || target.state === 'in_progress';
  const overdue = open && Temporal.Instant.compare(dueFor(round, target.extendedTo), now) < 0;
  return overdue ? ('overdue' as const) : target.state;
}

const wantsList = (slots: { readonly [slot: string]: Json }) =>
  typeof slots['filter'] === 'string' && ['not_submitted', 'pending', 'overdue'].includes(slots['filter']);

/** "Hạn nộp là ngày nào", also in the middle of a form and for guests; who has submitted, for the Department. */
export const roundStatus = (hooks: RoundHooks): Flow<Found> => ({
  name: 'round_status',
  intents: ['round_status'],
  command: 'hannop',
  may: (actor) => access.can(actor, 'round.see').ok,
  inForm: true,
  look: (reads, by, ask) => lookUp(reads, by, wantsList(ask.slots), hooks),
  run: (turn, ask, found) => {
    const { lang } = turn;
    const { round, target, unit, counts } = found;
    if (!round) return turn.reply({ text: t.noRound(lang, found.next) });
    if (wantsList(ask.slots)) {
      if (found.waiting) return listPage(turn, found.waiting, 0);
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
        : {}),
    });
  },
});

/** A page of the units that have not submitted. */
export const waitingAction: Action<Waiting | null> = {
  name: 'rounds.waiting',
  look: async (reads, by) => {
    const round = mayCount(by.actor) ? await currentRound(reads, by.now) : null;
    return round && stillWaiting(reads, by.actor, round.id);
  },
  run: (turn, args, found) => {
    if (!mayCount(turn.actor)) return turn.reply({ text: t.notForYou(turn.lang) });
    if (!found) return turn.reply({ text: t.noRound(turn.lang, null) });
    const page = (args as { page?: unknown } | null)?.page;
    listPage(turn, found, typeof page === 'number' ? page : 0);
  },
};
