/** ISO 4217 codes that needs and grants are stated in. */
export const currencies = { VND: 0, USD: 2, EUR: 2, JPY: 0, AUD: 2, GBP: 2, CHF: 2, KRW: 0, CNY: 2, LAK: 2 } as const;
export type Currency = keyof typeof currencies;

/** An amount in the currency's minor unit (VND has none: 1 = 1 đồng; USD: 1 = 1 cent). Never a floating point number. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** Money as jsonb: a bigint is a string there. */
export interface StoredMoney {
  readonly minor: string;
  readonly currency: Currency;
}

export const storeMoney = (m: Money): StoredMoney => ({ minor: m.minor.toString(), currency: m.currency });
export const loadMoney = (m: StoredMoney): Money => ({ minor: BigInt(m.minor), currency: m.currency });
