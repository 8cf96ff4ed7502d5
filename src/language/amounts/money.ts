import type { Money } from '../../base/money/money.ts';
/** An amount, or a range open at one end or closed. */
export type MoneyRead = { readonly exact: Money } | { readonly range: { readonly min?: Money; readonly max?: Money } };
/** The amount of money that a text says; null when it says none ("khoảng vài trăm"). */
export function readMoney(_text: string): MoneyRead | null {
  return null;
}
