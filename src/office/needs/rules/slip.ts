import type { Currency, Money } from '../../../base/money/money.ts';
import type { Beneficiaries, FieldOfWork } from '../../../language/index.ts';

/**
 * Where an amount is so far from what such needs cost that a slip of a digit or of "triệu" and "tỷ" is likelier than the amount: it is read back in words
 * and has to be confirmed. Nothing is refused. Our own bounds, wide on purpose, in đồng: `person` the most for one who benefits, `whole` the most for a need.
 * Measured by the province's figures: six programmes of 2023 had USD 4.9 m together, some 20 billion đồng each, and a commune's needs are a tenth of that.
 */
interface Bounds {
  readonly person: bigint;
  readonly whole: bigint;
}

const million = 1_000_000n;
const usual: Bounds = { person: 40n * million, whole: 20_000n * million };

const bounds: Readonly<Partial<Record<FieldOfWork, Bounds>>> = {
  // A classroom or a boarding house for few children is dear; a meal or a book is not.
  education: { person: 60n * million, whole: 20_000n * million },
  vocational: { person: 60n * million, whole: 15_000n * million },
  // An operation for one costs at most this; a station serves thousands.
  health: { person: 30n * million, whole: 20_000n * million },
  // Water for a far village: some 25 million a household.
  water_sanitation: { person: 25n * million, whole: 20_000n * million },
  agriculture: { person: 40n * million, whole: 20_000n * million },
  // A house for a family, a bridge for a village.
  social: { person: 60n * million, whole: 15_000n * million },
  disaster_response: { person: 60n * million, whole: 25_000n * million },
  infrastructure: { person: 120n * million, whole: 25_000n * million },
  culture: { person: 30n * million, whole: 10_000n * million },
  governance: { person: 60n * million, whole: 10_000n * million },
};

/** Less than this is no project, whatever it is for: "2,4 triệu" where "2,4 tỷ" was meant. */
const least = 20n * million;

/** Roughly what a unit of it is worth in đồng: good enough to see a digit too many, used for nothing else. */
const worth: Readonly<Partial<Record<Currency, bigint>>> = { VND: 1n, USD: 25_000n, EUR: 28_000n };

/** How many people stand behind a count; a household has 4.2 on average here, a village some 60 households. */
const people: Readonly<Record<Beneficiaries['unit'], number>> = {
  people: 1,
  students: 1,
  children: 1,
  households: 4.2,
  villages: 250,
  cooperatives: 30,
};

/** What is odd about an amount: too much for the whole, too much for each of `count`, or too little. */
export type Slip =
  | { readonly is: 'large' | 'small' }
  | { readonly is: 'each'; readonly each: Money; readonly of: Beneficiaries };

/** Whether an amount needs to be confirmed, by the field of work and by whom it serves; null: it is as such needs are. */
export function slipIn(
  total: Money,
  of: { readonly field?: FieldOfWork | undefined; readonly beneficiaries?: readonly Beneficiaries[] | undefined },
): Slip | null {
  const rate = worth[total.currency];
  if (!rate) return null;
  const scale = total.currency === 'VND' ? 1n : 100n;
  const dong = (total.minor * rate) / scale;
  if (dong < least) return { is: 'small' };
  const { person, whole } = (of.field && bounds[of.field]) ?? usual;
  if (dong > whole) return { is: 'large' };
  const counted = (of.beneficiaries ?? []).filter((b) => b.count > 0);
  const heads = counted.reduce((sum, b) => sum + b.count * people[b.unit], 0);
  if (heads < 1 || dong / BigInt(Math.ceil(heads)) <= person) return null;
  // Said as people count it: by the household or by the child, not by our average.
  const largest = counted.reduce((a, b) => (b.count * people[b.unit] > a.count * people[a.unit] ? b : a));
  return { is: 'each', each: { ...total, minor: total.minor / BigInt(Math.ceil(largest.count)) }, of: largest };
}
