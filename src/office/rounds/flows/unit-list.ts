import type { Actor } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Json } from '../../../base/json.ts';
import type { Turn } from '../../../chat/dialogue/types.ts';
import type { Reads } from '../../../chat/work.ts';
import { access } from '../../people/access.ts';
import { unitsById } from '../../people/store.ts';
import type { Unit } from '../../people/types.ts';
import { targetsOf } from '../store.ts';
import * as t from '../texts/status.ts';
import type { TargetState } from '../types.ts';

/** Which units of a round are listed, and of which kind. */
export interface Wanted {
  readonly filter: t.ListFilter;
  readonly kind: 'departments' | 'communes' | 'wards' | 'mass_orgs' | null;
}

const filters: Readonly<Record<string, t.ListFilter>> = {
  not_submitted: 'waiting',
  pending: 'waiting',
  overdue: 'waiting',
  submitted: 'submitted',
  no_need: 'no_need',
  late: 'late',
};
const states: Readonly<Record<t.ListFilter, readonly TargetState[]>> = {
  waiting: ['not_started', 'in_progress'],
  submitted: ['submitted'],
  late: ['submitted'],
  no_need: ['no_need'],
};
const kinds: Readonly<Record<NonNullable<Wanted['kind']>, (unit: Unit) => boolean>> = {
  departments: (unit) => unit.kind === 'department',
  communes: (unit) => unit.kind === 'commune',
  wards: (unit) => unit.communeKind === 'phuong',
  mass_orgs: (unit) => unit.kind === 'mass_org',
};

/** What a message asks to be listed; null: no list. */
export function wantedOf(slots: { readonly [slot: string]: Json }): Wanted | null {
  const filter = typeof slots['filter'] === 'string' ? filters[slots['filter']] : undefined;
  const kind = slots['audience_kind'];
  if (!filter) return null;
  return { filter, kind: typeof kind === 'string' && Object.hasOwn(kinds, kind) ? (kind as Wanted['kind']) : null };
}

const order = ['department', 'mass_org', 'other_unit', 'commune'];

/** The units of a round that fit, departments first, then by name; of those that the actor may see. */
export async function listUnits(reads: Reads, actor: Actor, round: Id<'round'>, of: Wanted): Promise<Unit[]> {
  const scope = access.scope(actor, 'round.counts');
  const targets = await targetsOf(reads, scope, round, states[of.filter]);
  const fitting = of.filter === 'late' ? targets.filter((target) => target.late) : targets;
  const units = await unitsById(
    reads,
    fitting.map((target) => target.unit),
  );
  return [...units.values()]
    .filter((unit) => !of.kind || kinds[of.kind](unit))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.nameVi.localeCompare(b.nameVi, 'vi'));
}

const perPage = 6;

/** One page of the list, with the way to the next. Units, never persons. */
export function listPage(turn: Turn, units: readonly Unit[], of: Wanted, page: number): void {
  const names = units.slice(page * perPage, (page + 1) * perPage);
  const left = Math.max(0, units.length - (page + 1) * perPage);
  const count = (...of: Unit['kind'][]) => units.filter((u) => of.includes(u.kind)).length;
  const args: Json = { page: page + 1, filter: of.filter, kind: of.kind };
  turn.reply({
    text: t.listed(turn.lang, {
      filter: of.filter,
      total: units.length,
      departments: count('department'),
      communes: count('commune'),
      others: count('mass_org', 'other_unit'),
      names: names.map((u) => (turn.lang === 'vi' ? u.nameVi : u.nameEn)),
      left,
    }),
    ...(left > 0 ? { buttons: [[{ label: t.more(turn.lang), call: { action: 'rounds.waiting', args } }]] } : {}),
  });
}

/** The same out of a button's arguments; old buttons name only the page of those that have not submitted. */
export function wantedIn(args: Json): Wanted & { readonly page: number } {
  const of = (args ?? {}) as { readonly page?: unknown; readonly filter?: unknown; readonly kind?: unknown };
  const filter = typeof of.filter === 'string' && Object.hasOwn(states, of.filter) ? of.filter : 'waiting';
  const kind = typeof of.kind === 'string' && Object.hasOwn(kinds, of.kind) ? of.kind : null;
  return {
    page: typeof of.page === 'number' ? of.page : 0,
    filter: filter as t.ListFilter,
    kind: kind as Wanted['kind'],
  };
}
