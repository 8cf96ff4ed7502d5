import type { Currency, Money } from '../../../base/money/money.ts';
import type { Budget } from '../../../language/index.ts';

/**
 * The money of a need. `other`: from neither the donor nor the unit. `derived`: the figure that nobody said and that follows
 * from the other two; it is shown with its sum, so that a wrong reading is seen.
 */
export interface BudgetAnswer extends Budget {
  readonly other?: Money;
  readonly derived?: 'budget' | 'requested_aid' | 'counterpart';
  /** The amount that was read back because it is unusual, and confirmed. */
  readonly confirmed?: Money;
}

export type BudgetPart = 'budget' | 'requested_aid' | 'counterpart';

/** How the figures stand: what to ask next. */
export type BudgetCheck =
  | { readonly is: 'complete' }
  /** `only` says which figure is there where just one is. */
  | { readonly is: 'missing'; readonly parts: readonly BudgetPart[] }
  | { readonly is: 'currencies' }
  /** Total minus the parts, by more than 1 %. */
  | { readonly is: 'sum'; readonly off: Money }
  | { readonly is: 'not_positive'; readonly part: BudgetPart };

const zero = (currency: Currency): Money => ({ minor: 0n, currency });

/**
 * Fills the one figure that follows from the two others. A counterpart of nothing is not filled: that a unit gives nothing
 * has to be said.
 */
export function deriveBudget(b: BudgetAnswer): BudgetAnswer {
  const { budget, requested_aid, counterpart } = b;
  const other = b.other?.minor ?? 0n;
  const same = (x: Money, y: Money) => x.currency === y.currency;
  if (budget && requested_aid && !counterpart && same(budget, requested_aid)) {
    const minor = budget.minor - requested_aid.minor - other;
    return minor > 0n ? { ...b, counterpart: { minor, currency: budget.currency }, derived: 'counterpart' } : b;
  }
  if (budget && counterpart && !requested_aid && same(budget, counterpart)) {
    const minor = budget.minor - counterpart.minor - other;
    return minor > 0n ? { ...b, requested_aid: { minor, currency: budget.currency }, derived: 'requested_aid' } : b;
  }
  if (requested_aid && counterpart && !budget && same(requested_aid, counterpart)) {
    const minor = requested_aid.minor + counterpart.minor + other;
    return { ...b, budget: { minor, currency: requested_aid.currency }, derived: 'budget' };
  }
  return b;
}

/** What is wrong or missing; `budget = requested_aid + counterpart + other` has to hold within 1 %. */
export function checkBudget(b: BudgetAnswer): BudgetCheck {
  const parts = (['budget', 'requested_aid', 'counterpart'] as const).filter((part) => !b[part]);
  const given = [b.budget, b.requested_aid, b.counterpart, b.other].filter((m) => m !== undefined);
  if (new Set(given.map((m) => m.currency)).size > 1) return { is: 'currencies' };
  if (b.budget && b.budget.minor <= 0n) return { is: 'not_positive', part: 'budget' };
  if (b.requested_aid && b.requested_aid.minor <= 0n) return { is: 'not_positive', part: 'requested_aid' };
  if (b.counterpart && b.counterpart.minor < 0n) return { is: 'not_positive', part: 'counterpart' };
  if (b.budget && b.requested_aid && !b.counterpart && b.requested_aid.minor > b.budget.minor) {
    return { is: 'sum', off: { minor: b.budget.minor - b.requested_aid.minor, currency: b.budget.currency } };
  }
  if (parts.length > 0) return { is: 'missing', parts };
  const budget = b.budget!;
  const off = budget.minor - b.requested_aid!.minor - b.counterpart!.minor - (b.other ?? zero(budget.currency)).minor;
  const size = off < 0n ? -off : off;
  return size * 100n > budget.minor
    ? { is: 'sum', off: { minor: off, currency: budget.currency } }
    : { is: 'complete' };
}

/** Whether all three figures are there and agree. */
export const budgetIsComplete = (b: BudgetAnswer): boolean => checkBudget(b).is === 'complete';
