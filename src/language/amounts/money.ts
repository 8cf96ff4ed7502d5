import { type Currency, currencies, type Money } from '../../base/money/money.ts';
import { type Scan, scan } from '../text/words.ts';
import { type MoneyMention, moneyMentions } from './mentions.ts';

/** An amount, or a range, open at one end or closed. */
export type MoneyRead = { readonly exact: Money } | { readonly range: { readonly min?: Money; readonly max?: Money } };

/** An amount in whole units as money; null beyond what is exact (9 · 10¹⁵ minor units). */
export function moneyOf(value: number, currency: Currency): Money | null {
  const minor = Math.round(value * 10 ** currencies[currency]);
  return Number.isSafeInteger(minor) && minor >= 0 ? { minor: BigInt(minor), currency } : null;
}

const atMost =
  /(?:(?<!khong )duoi|khong qua|khong vuot qua|khong toi|khong hon|khong cao hon|khong tren|khong lon hon|kem hon|toi da|(?<!khong )it hon|nho hon|(?<!khong )thap hon|under|below|less than|up to|at most|max|<=?|≤|chua den|chua toi|tro xuong)(?: muc)?(?: la)? ?$/;
const atLeast =
  /(?:tren|khong it hon|khong duoi|khong thap hon|hon|(?<!khong )(?<!khong vuot )qua|vuot|it nhat|toi thieu|lon hon|cao hon|over|above|more than|at least|min|>=?|≥|tu)(?: muc)? ?$/;

/** How the words around a mention bound it: "dưới 300 triệu", "1 tỷ trở lên". */
export function boundOf(s: Scan, m: MoneyMention): 'max' | 'min' | null {
  const before = s.flat.slice(Math.max(0, m.start - 22), m.start);
  const after = s.flat.slice(m.end, m.end + 14);
  if (/^ ?(?:do )?(?:tro len|do len|or more|and above|\+)/.test(after)) return 'min';
  if (/^ ?(?:do )?(?:tro xuong|do lai|do xuong|quay dau|or less)/.test(after)) return 'max';
  if (atMost.test(before)) return 'max';
  if (atLeast.test(before) && !/\btu $/.test(before)) return 'min';
  return null;
}

/** The amount that a mention stands for, with its bound. */
export function moneyReadOf(s: Scan, m: MoneyMention): MoneyRead | null {
  const exact = moneyOf(m.value, m.currency);
  if (!exact) return null;
  if (m.upTo !== undefined) {
    const max = moneyOf(m.upTo, m.currency);
    return max ? { range: { min: exact, max } } : null;
  }
  const bound = boundOf(s, m);
  if (bound === 'max') return { range: { max: exact } };
  if (bound === 'min') return { range: { min: exact } };
  return { exact };
}

/** The first certain amount of a text, unit prices last. */
export function moneyIn(s: Scan, mentions: readonly MoneyMention[] = moneyMentions(s)): MoneyRead | null {
  const sure = mentions.filter((m) => m.sure && !m.percent);
  const best = sure.find((m) => !m.each) ?? null;
  if (!best) return null;
  // "từ 300 triệu đồng đến 500 triệu đồng", "giữa 1 tỷ và 2 tỷ".
  const next = sure[sure.indexOf(best) + 1];
  const ranged =
    next?.currency === best.currency &&
    next.value > best.value &&
    /^ ?(?:den|toi|va|-|to|and) ?$/.test(s.flat.slice(best.end, next.start)) &&
    /(?:^|[ ,])(?:tu|giua|khoang|xap xi|between|from) $/.test(s.flat.slice(Math.max(0, best.start - 9), best.start));
  const max = ranged ? moneyOf(next.value, next.currency) : null;
  const min = max && moneyOf(best.value, best.currency);
  return min && max ? { range: { min, max } } : moneyReadOf(s, best);
}

/**
 * The amount of money that a text says: "2 tỷ rưỡi", "khoảng 500tr", "71.800 USD", "dưới 300 triệu" (a range open below).
 * Null when it says none, or not how much: "khoảng vài trăm", "350" (of what?). Digits alone count from a million up.
 */
export function readMoney(text: string): MoneyRead | null {
  const s = scan(text);
  const mentions = moneyMentions(s);
  const found = moneyIn(s, mentions);
  if (found) return found;
  const only = mentions.filter((m) => !m.percent);
  if (only.length === 1 && only[0]!.sure) return moneyReadOf(s, only[0]!);
  return only.length === 1 && only[0]!.scale === 1 && only[0]!.value >= 1e6 ? moneyReadOf(s, only[0]!) : null;
}
