import { localDay } from '../../../base/time/zone.ts';
import type { OfficeHours } from '../../law/calendar.ts';

/** How many working days an answer may take: what the Sở asks of itself, not a legal term. */
export const answerWorkingDays = 10;

/** How many days an emergency may take. Calendar days: a flood does not wait for Monday. */
export const emergencyDays = 3;

/** By which day a need that was submitted at `at` is answered: ten working days after Monday, 23/11/2026 are over on Monday, 07/12/2026. */
export function answerBy(
  at: Temporal.Instant,
  hours: Pick<OfficeHours, 'addWorkingDays'>,
  emergency: boolean,
): Temporal.PlainDate {
  const day = localDay(at);
  return emergency ? day.add({ days: emergencyDays }) : hours.addWorkingDays(day, answerWorkingDays);
}

/** When somebody reads what was sent outside office hours; null where the office is open at `at`. */
export function readFrom(
  at: Temporal.Instant,
  hours: Pick<OfficeHours, 'openAt' | 'nextOpening'>,
): Temporal.Instant | null {
  return hours.openAt(at) ? null : hours.nextOpening(at);
}

/** Until when what was done at `at` can be undone. */
export const undoUntil = (at: Temporal.Instant, undoSeconds: number): Temporal.Instant =>
  at.add({ seconds: undoSeconds });

/** Whether what was done at `at` can still be undone. */
export const canUndo = (at: Temporal.Instant, undoSeconds: number, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, undoUntil(at, undoSeconds)) <= 0;
