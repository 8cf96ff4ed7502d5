import type { Currency, Money } from '../../../base/money/money.ts';

/** After this many days without a check an entry says "chưa xác minh". */
export const staleDays = 180;

/** Whether nobody has checked the entry for so long that the card must say so. `verifiedAt` null: nobody ever has. */
export function unverified(verifiedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return verifiedAt === null || now.since(verifiedAt).total('days') > staleDays;
}

export type GrantStage =
  | 'pledged'
  | 'signed'
  | 'preparing'
  | 'approved'
  | 'implementing'
  | 'suspended'
  | 'finished'
  | 'handed_over'
  | 'settled'
  | 'cancelled';

/** Whether a grant is being carried out on a day, by what is known of it now. */
export function runsOn(
  of: {
    readonly stage: GrantStage;
    readonly startsOn: Temporal.PlainDate | null;
    readonly endsOn: Temporal.PlainDate | null;
  },
  day: Temporal.PlainDate,
): boolean {
  if (of.stage !== 'implementing') return false;
  const compare = Temporal.PlainDate.compare;
  return !(of.startsOn && compare(day, of.startsOn) < 0) && !(of.endsOn && compare(day, of.endsOn) > 0);
}

/** What a grant is worth and how far it has got. `disbursed` null: not reported. */
export interface GrantFigures {
  readonly stage: GrantStage;
  readonly committed: bigint;
  readonly disbursed: bigint | null;
  readonly currency: Currency;
}

/** "Active": registered here and at least one grant being implemented. Unknown as far as the registration is. */
export function active(registered: boolean | null, grants: readonly Pick<GrantFigures, 'stage'>[]): boolean | null {
  return grants.some((grant) => grant.stage === 'implementing') ? registered : false;
}

/** One currency's part of the running grants. `percent`: disbursed, whole percent cut off; null where one of them has not been reported. */
export interface RunningPart {
  readonly money: Money;
  readonly percent: number | null;
}

/** The grants being implemented: how many, and what they are worth by currency (currencies are never added up). */
export interface Running {
  readonly count: number;
  readonly parts: readonly RunningPart[];
}

/** Adds up what runs now. The largest part comes first, đồng before other currencies. */
export function running(grants: readonly GrantFigures[]): Running {
  const now = grants.filter((grant) => grant.stage === 'implementing');
  const parts = [...new Set(now.map((grant) => grant.currency))].map((currency): RunningPart => {
    const of = now.filter((grant) => grant.currency === currency);
    const committed = of.reduce((sum, grant) => sum + grant.committed, 0n);
    const reported = of.every((grant) => grant.disbursed !== null);
    const disbursed = of.reduce((sum, grant) => sum + (grant.disbursed ?? 0n), 0n);
    return {
      money: { minor: committed, currency },
      percent: reported && committed > 0n ? Number((disbursed * 100n) / committed) : null,
    };
  });
  const rank = (part: RunningPart) => (part.money.currency === 'VND' ? 0 : 1);
  return {
    count: now.length,
    parts: parts.toSorted((a, b) => rank(a) - rank(b) || (a.money.minor < b.money.minor ? 1 : -1)),
  };
}
