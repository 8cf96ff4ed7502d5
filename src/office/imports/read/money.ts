import { type Currency, currencies } from '../../../base/money/money.ts';
import type { Cell } from '../../../documents/sheet.ts';
import { fold, readMoney } from '../../../language/index.ts';
import type { ProblemCode } from '../types.ts';

/** Money in the minor unit, or why what stands there is none. */
export type MoneyCell =
  | { readonly minor: bigint; readonly currency: Currency; readonly remark?: ProblemCode }
  | { readonly fault: ProblemCode };

/** In what a column counts: "Cam kết (triệu đồng)" in millions of đồng. */
export interface Unit {
  readonly currency: Currency;
  readonly times: number;
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/\bnghin ty\b/, 1e12],
  [/\bty\b|\bbillion\b|\bbn\b/, 1e9],
  [/\btrieu\b|\btr\b|\bmillions?\b|\bmil\b/, 1e6],
  [/\bnghin\b|\bngan\b|\bthousands?\b|\b1000\b/, 1e3],
];
const words: readonly (readonly [RegExp, Currency])[] = [
  [/\busd\b|\bdo la\b|\bdola\b|\bdollars?\b|\bus\$|\$|\bdo my\b/, 'USD'],
  [/\beur\b|\beuros?\b|\bo ro\b|€/, 'EUR'],
  [/\baud\b|\bdo uc\b/, 'AUD'],
  [/\bgbp\b|\bbang anh\b|£/, 'GBP'],
  [/\bjpy\b|\byen\b|¥/, 'JPY'],
  [/\bkrw\b|\bwon\b/, 'KRW'],
  [/\bchf\b|\bfranc\b/, 'CHF'],
  [/\bcny\b|\bnhan dan te\b/, 'CNY'],
  [/\blak\b|\bkip\b/, 'LAK'],
  [/\bvnd\b|\bdong\b|\bviet nam\b|₫|\bvnđ\b/, 'VND'],
];

/** The currency that a word names: "USD", "đô la Mỹ", "đồng". */
export const currencyOf = (text: string): Currency | null => words.find(([word]) => word.test(fold(text)))?.[1] ?? null;

/** The unit that a heading or the column of currencies names; null when it names none. */
export function unitOf(text: string): Unit | null {
  const said = fold(text);
  const times = scales.find(([word]) => word.test(said))?.[1] ?? 1;
  const currency = currencyOf(text) ?? (times > 1 && /trieu|ty|nghin|ngan/.test(said) ? 'VND' : null);
  return currency ? { currency, times } : null;
}

/** The unit that a heading gives in brackets or behind "ĐVT": "Cam kết (triệu đồng)"; else a currency's code in it. */
export function headingUnit(heading: string): Unit | null {
  const inside = /\(([^()]*)\)|(?:đvt|đơn vị tính|unit)[\s:]*([^\s:].*)/iu.exec(heading);
  const unit = inside ? unitOf(inside[1] ?? inside[2] ?? '') : null;
  if (unit) return unit;
  const code = /\b(USD|EUR|VND|VNĐ|AUD|GBP|JPY|KRW|CHF|CNY|LAK)\b/i.exec(heading)?.[1];
  const currency = code ? currencyOf(code) : null;
  return currency ? { currency, times: 1 } : null;
}

/** From this much on a plain number can only be đồng. */
const surelyDong = 10_000_000;

/**
 * Reads an amount: "2,4 tỷ đồng", "USD 120.000", "1.200.000.000" in whichever way its thousands are written. A number without a unit takes the
 * column's; without that it is đồng from ten million on (a remark), and below it nobody knows what it is.
 */
export function readMoneyCell(cell: Cell, unit: Unit | null): MoneyCell {
  if (typeof cell === 'number') return ofNumber(cell, unit);
  if (typeof cell !== 'string') return { fault: 'money_wrong' };
  const text = cell.trim();
  if (/^[\d.,\s\u00a0']+$/.test(text)) {
    const number = plainNumber(text.replace(/[\s\u00a0']/g, ''));
    return number === null ? { fault: 'money_wrong' } : ofNumber(number, unit);
  }
  const read = readMoney(text);
  if (read && 'exact' in read) return { minor: read.exact.minor, currency: read.exact.currency };
  if (read) return { fault: 'money_range' };
  // "120.000" beside words that are no currency, or a currency in front: take the number and the word apart.
  const currency = currencyOf(text);
  const digits = /\d[\d.,\s]*/.exec(text)?.[0];
  const number = digits ? plainNumber(digits.replace(/\s/g, '').replace(/[.,]$/, '')) : null;
  if (number !== null && currency && /^\D*\d[\d.,\s]*(?:[^\d.,\s]\D*)?$/.test(text)) {
    return ofNumber(number, { currency, times: scales.find(([word]) => word.test(fold(text)))?.[1] ?? 1 });
  }
  return { fault: 'money_wrong' };
}

function ofNumber(number: number, unit: Unit | null): MoneyCell {
  if (!Number.isFinite(number) || number < 0) return { fault: 'money_wrong' };
  if (!unit && number < surelyDong) return { fault: number === 0 ? 'money_wrong' : 'money_no_unit' };
  const { currency, times } = unit ?? { currency: 'VND' as const, times: 1 };
  const minor = Math.round(number * times * 10 ** currencies[currency]);
  if (!Number.isSafeInteger(minor)) return { fault: 'money_wrong' };
  return { minor: BigInt(minor), currency, ...(unit ? {} : { remark: 'money_taken_as' as const }) };
}

/**
 * "1.200.000", "1,200,000.50", "1.200.000,50", "2,4": the last sign that occurs once and has not three digits behind it is the decimal one.
 * Groups that are none ("1.20.000") are a mistake, not a number.
 */
export function plainNumber(text: string): number | null {
  const groups = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:([.,])(\d+))?$/.exec(text);
  if (!groups) return null;
  const [, whole, sign, rest] = groups as unknown as [string, string, string | undefined, string | undefined];
  const separators = new Set(whole.replace(/\d/g, ''));
  if (separators.size > 1 || (sign && separators.has(sign))) return null;
  return Number(`${whole.replace(/[.,]/g, '')}${rest ? `.${rest}` : ''}`);
}
