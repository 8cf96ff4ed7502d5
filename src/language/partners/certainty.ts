import weights from './data/certainty.json' with { type: 'json' };
import type { Evidence } from './resemble.ts';

/** What speaks for a finding, as numbers; in the order of the weights. */
export function marksOf(e: Omit<Evidence, 'score'>): number[] {
  const rare = Math.min(1, e.rare / 5);
  const common = 1 - rare;
  return [
    1,
    e.said,
    Math.max(0, 0.85 - e.said),
    e.stranger ? 1 : 0,
    e.name,
    common * e.name,
    rare,
    Math.min(1, e.bits / 5),
    Math.min(1, e.bits / 12),
    e.worst,
    e.heard ? 1 - e.worst : 0,
    e.begins ? 1 : 0,
    e.together ? 1 : 0,
    e.together ? common : 0,
    e.ordered ? 1 : 0,
  ];
}

/** How much the evidence speaks for a finding; learnt by tests/language/train/names.ts. */
export const weighed = (e: Omit<Evidence, 'score'>): number =>
  marksOf(e).reduce((n, x, i) => n + x * weights.marks[i]!, 0);

/** How likely it is that the one that resembles most is meant, 0 to 1. */
export const certainty = (e: Evidence): number => 1 / (1 + Math.exp(-e.score));

/**
 * Whether it is taken without asking: never when a word was said that the name does not explain. Words that many names share ("Global Sharing") make a name only where nearly all of it was said; otherwise it
 * is a button.
 */
export const isSure = (e: Evidence): boolean =>
  !e.stranger && certainty(e) >= weights.sureFrom && (e.rare >= 2 || e.name >= weights.commonFrom);

/** Whether it is likely enough for a button. */
export const isOffered = (e: Evidence): boolean => certainty(e) >= weights.offered;

/** Whether another is so near that it is asked which is meant. */
export const isRival = (first: Evidence, other: Evidence): boolean =>
  first.score - other.score < weights.lead && isOffered(other);
