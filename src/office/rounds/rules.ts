/** What a round is at a time. `due_passed`: late submissions are accepted. */
export type RoundState = 'scheduled' | 'open' | 'due_passed' | 'closed' | 'cancelled' | 'consolidated' | 'archived';

export interface RoundDates {
  readonly opensAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly decided: 'none' | 'closed' | 'cancelled' | 'consolidated' | 'archived';
}

const before = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
const later = (a: Temporal.Instant, b: Temporal.Instant | null) => (b && before(a, b) ? b : a);

/** The state at a time: decisions first, then what the dates say. The due instant itself is still in time, the closing instant still accepted. */
export function stateAt(round: RoundDates, now: Temporal.Instant): RoundState {
  if (round.decided !== 'none') return round.decided;
  if (before(now, round.opensAt)) return 'scheduled';
  if (!before(round.dueAt, now)) return 'open';
  return before(round.closesAt, now) ? 'closed' : 'due_passed';
}

/** Until when a unit is in time: its own extension, if that is later than the round's due time. */
export const dueFor = (round: Pick<RoundDates, 'dueAt'>, extendedTo: Temporal.Instant | null): Temporal.Instant =>
  later(round.dueAt, extendedTo);

/** Until when a unit's submission is accepted at all. */
export const closesFor = (round: Pick<RoundDates, 'closesAt'>, extendedTo: Temporal.Instant | null): Temporal.Instant =>
  later(round.closesAt, extendedTo);

/** Whether a unit may submit in this round now. */
export function acceptsAt(round: RoundDates, extendedTo: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (round.decided !== 'none' || before(now, round.opensAt)) return false;
  return !before(closesFor(round, extendedTo), now);
}

/** How late a submission is, cut to whole minutes; null when in time (up to and including the due minute's first instant). */
export function latenessOf(
  round: Pick<RoundDates, 'dueAt'>,
  extendedTo: Temporal.Instant | null,
  at: Temporal.Instant,
): Temporal.Duration | null {
  const due = dueFor(round, extendedTo);
  if (!before(due, at)) return null;
  return due.until(at, { smallestUnit: 'minute', largestUnit: 'hour', roundingMode: 'trunc' });
}

/** The same in whole minutes; null when in time. */
export function lateMinutes(
  round: Pick<RoundDates, 'dueAt'>,
  extendedTo: Temporal.Instant | null,
  at: Temporal.Instant,
): number | null {
  const late = latenessOf(round, extendedTo, at);
  return late && late.hours * 60 + late.minutes;
}

/** "2026-1" in its parts: number 1 of 2026. */
export function codeParts(code: string): { readonly year: number; readonly no: number } {
  const [year, no] = code.split('-').map(Number);
  return { year: year!, no: no! };
}
