import { localDay } from '../../../base/time/zone.ts';

/** Whether a day is worked: weekends and holidays are not. From the office's calendar. */
export type WorkingDay = (day: Temporal.PlainDate) => boolean;

/** How many working days an answer may take; the demanding default of the Sở, not a legal term. */
export const answerWorkingDays = 10;

/** How many days a relief request may take (decree 50/2020). Calendar days: a flood does not wait for Monday. */
export const emergencyDays = 3;

/** Monday to Friday: what counts as worked while no calendar of holidays says otherwise. */
export const weekdays: WorkingDay = (day) => day.dayOfWeek <= 5;

/** The day `n` working days after `day`, that day not counted: ten after Monday, 23/11/2026 is Monday, 07/12/2026. */
export function afterWorkingDays(
  day: Temporal.PlainDate,
  n: number,
  isWorking: WorkingDay = weekdays,
): Temporal.PlainDate {
  let at = day;
  for (let left = n; left > 0; ) {
    at = at.add({ days: 1 });
    if (isWorking(at)) left -= 1;
  }
  return at;
}

/** By which day a need that was submitted at `at` is answered. */
export function answerBy(
  at: Temporal.Instant,
  of: { readonly emergency: boolean; readonly isWorking?: WorkingDay },
): Temporal.PlainDate {
  const day = localDay(at);
  return of.emergency ? day.add({ days: emergencyDays }) : afterWorkingDays(day, answerWorkingDays, of.isWorking);
}

/** Whole minutes past the due time, cut off; null: in time, or nothing was due. Up to a minute past it is 0, and late. */
export function lateMinutes(at: Temporal.Instant, due: Temporal.Instant | null): number | null {
  if (!due || Temporal.Instant.compare(at, due) <= 0) return null;
  return Math.floor(due.until(at).total('minutes'));
}

/** Until when what was done at `at` can be undone. */
export const undoUntil = (at: Temporal.Instant, undoSeconds: number): Temporal.Instant =>
  at.add({ seconds: undoSeconds });
