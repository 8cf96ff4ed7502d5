import { currencies, type Money } from './money.ts';

type Lang = 'vi' | 'en';

const group = (digits: string, sep: string) => digits.replace(/\B(?=(\d{3})+$)/g, sep);

/** A number as a person reads it: "1.234.567,8" in Vietnamese, "1,234,567.8" in English. All digits that the number has. */
export function numberWords(n: number | bigint, lang: Lang): string {
  const [thousands, point] = lang === 'vi' ? ['.', ','] : [',', '.'];
  const text = typeof n === 'bigint' ? n.toString() : n.toFixed(10).replace(/\.?0+$/, '');
  const [whole = '0', part] = text.replace('-', '').split('.');
  return `${n < 0 ? '-' : ''}${group(whole, thousands)}${part ? point + part : ''}`;
}

/** "63%": without a space, the fraction digits the number has. */
export const percentWords = (n: number, lang: Lang): string => `${numberWords(n, lang)}%`;

/** A power of ten below an amount, as words name it. The short form is used when at most three digits follow the comma. */
const scales = [
  { zeros: 12, vi: 'nghìn tỷ', en: 'trillion' },
  { zeros: 9, vi: 'tỷ', en: 'billion' },
  { zeros: 6, vi: 'triệu', en: 'million' },
] as const;

function decimal(minor: bigint, places: number, lang: Lang): string {
  const [thousands, point] = lang === 'vi' ? ['.', ','] : [',', '.'];
  const digits = minor.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = places ? digits.slice(-places).replace(/0+$/, '') : '';
  return group(whole, thousands) + (part ? point + part : '');
}

/** All digits: "2.400.000.000 đồng", "20.000 USD"; "VND 2,400,000,000", "USD 20,000". Cents only where there are some. */
export function moneyDigits(m: Money, lang: Lang): string {
  const sign = m.minor < 0n ? '-' : '';
  const minor = m.minor < 0n ? -m.minor : m.minor;
  const places = currencies[m.currency];
  let text = decimal(minor, places, lang);
  // Cents are two digits or none: "20.000,50", never "20.000,5".
  if (/[.,]\d$/.test(text) && places === 2) text += '0';
  if (lang === 'en') return `${m.currency} ${sign}${text}`;
  return `${sign}${text} ${m.currency === 'VND' ? 'đồng' : m.currency}`;
}

/**
 * Money as people say it: "2,4 tỷ đồng", "350 triệu đồng", "20.000 USD"; English "VND 2.4 billion", "USD 20,000".
 * Never loses a digit: an amount that has no short exact form is written out ("1.234.567.890 đồng"). Currencies other than VND are always written out.
 */
export function moneyWords(m: Money, lang: Lang): string {
  if (m.currency !== 'VND') return moneyDigits(m, lang);
  const sign = m.minor < 0n ? '-' : '';
  const minor = m.minor < 0n ? -m.minor : m.minor;
  for (const s of scales) {
    const unit = 10n ** BigInt(s.zeros);
    if (minor < unit || minor % (unit / 1000n) !== 0n) continue;
    const text = sign + decimal(minor / (unit / 1000n), 3, lang);
    return lang === 'vi' ? `${text} ${s.vi} đồng` : `VND ${text} ${s.en}`;
  }
  return moneyDigits(m, lang);
}

/** For receipts and papers, spoken and exact: "2,4 tỷ đồng (2.400.000.000 đồng)"; once only where both would be the same. */
export function moneyExact(m: Money, lang: Lang): string {
  const words = moneyWords(m, lang);
  const digits = moneyDigits(m, lang);
  return words === digits ? words : `${words} (${digits})`;
}
