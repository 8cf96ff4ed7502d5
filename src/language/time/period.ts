import type { ProjectPeriod } from '../types.ts';
/** The period of a project as a text says it. */
export function readPeriod(_text: string, _now: Temporal.Instant): ProjectPeriod | null {
  return null;
}
