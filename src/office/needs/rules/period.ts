import type { ProjectPeriod } from '../../../language/index.ts';

export type FullPeriod = Required<ProjectPeriod>;

/** Whether start and one of end and length are there. */
export const periodIsComplete = (p: ProjectPeriod): boolean =>
  p.start !== undefined && (p.end !== undefined || p.months !== undefined);

/** Start, last day and whole months, the third derived from the two others: 1/3/2027 and 9 months end on 30/11/2027. */
export function fullPeriod(p: ProjectPeriod): FullPeriod {
  const start = p.start!;
  const end = p.end ?? start.add({ months: p.months! }).subtract({ days: 1 });
  const months =
    p.months ?? Math.max(1, Math.round(start.until(end.add({ days: 1 })).total({ unit: 'months', relativeTo: start })));
  return { start, end, months };
}

/** Why a period can't be: it ends before it begins, is longer than five years, or its length is not what its ends say. */
export function periodFault(p: ProjectPeriod): 'backwards' | 'too_long' | 'length' | null {
  if (p.start && p.end && Temporal.PlainDate.compare(p.start, p.end) > 0) return 'backwards';
  if (p.months !== undefined && (p.months < 1 || p.months > 60)) return 'too_long';
  if (!p.start || !p.end) return null;
  const months = fullPeriod({ start: p.start, end: p.end }).months;
  if (months > 60) return 'too_long';
  return p.months !== undefined && Math.abs(months - p.months) > 1 ? 'length' : null;
}
