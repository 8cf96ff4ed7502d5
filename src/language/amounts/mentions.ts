import type { Currency } from '../../base/money/money.ts';
import type { Scan } from '../text/words.ts';
import { type Numeral, numerals } from './numeral.ts';

/** An amount of money or a percentage in a text. */
export interface MoneyMention {
  readonly start: number;
  readonly end: number;
  /** In whole units of the currency (đồng, dollars), or percent. */
  readonly value: number;
  /** The upper end of "500-700 triệu" or "từ 1 đến 2 tỷ". */
  readonly upTo?: number;
  readonly currency: Currency;
  readonly percent: boolean;
  /** A currency, or a scale of a million and more, was said: certainly money. Otherwise only perhaps ("xin 900"). */
  readonly sure: boolean;
  /** The scale said: 1e9, 1e6, 1e3 or 1. */
  readonly scale: number;
  /** Price of one piece: "5 triệu/bộ", "mỗi bể 20 triệu". */
  readonly each: boolean;
}

const currencyAfter =
  /^ ?(?:\()?(?:(vnd|vnđ|dong|đ(?!\p{L})|d(?!\p{L}|\/u))|(do la uc|do uc|aud|a\$)|(usd|us\$|\$|do la|do my|do(?!\p{L})|dollars?|us dollars?)|(euro?s?(?!\p{L})|€)|(yen(?!\p{L})|jpy|¥)|(gbp|bang anh|£|pounds?)|(chf|franc)|(krw|won(?!\p{L}))|(cny|rmb|nhan dan te)|(lak|kip(?!\p{L})))/iu;
const currencyBefore =
  /(?:(vnd|vn\$)|(aud|a\$)|(usd|us\$|\$)|(eur|euro|€)|(jpy|¥)|(gbp|£)|(chf)|(krw)|(cny|rmb)|(lak)) ?$/i;
const order: readonly Currency[] = ['VND', 'AUD', 'USD', 'EUR', 'JPY', 'GBP', 'CHF', 'KRW', 'CNY', 'LAK'];
const eachAfter =
  /^(?: ?dong)? ?(?:\/|mot |moi |per |a |each|tren moi |1 ) ?(?:ho|bo|nguoi|hoc sinh|hs|em|chau|cai|chiec|con|may|be|nha|phong|lop|suat|diem|ban|xa|truong|km|m2|m|kg|tan|thang|ngay|ha|mo hinh|household|person|student|child|piece|set|unit|each|village|cum|gieng|to|nhom|lan|khoa|quyen|cay|goi|tui|chuyen|buoi|don vi|giay|xuat|tram|tu|gian|can|loai|thiet bi|cong trinh|hang muc|xe|dot|year|month)(?!\p{L})/u;
const eachBefore =
  /(?:moi|don gia|(?<!tri )(?<!danh )(?<!tham )gia(?! tri)|tung|unit price|price)(?: (?!va|tong|kinh|xin|doi)\p{L}+){0,3}(?: (?:la|khoang|tam|gia|het|is|of))?:? ?(?:khoang |tam )?$/u;

function currencyAt(s: Scan, end: number, start: number): { currency: Currency; end: number } | null {
  // Folded text makes "đ" a "d"; the raw one keeps "đồng" from "dong" only where marks were typed.
  const after = currencyAfter.exec(s.flat.slice(end, end + 16));
  if (after) {
    const k = after.slice(1).findIndex((g) => g !== undefined);
    const said = after[k + 1]!;
    const raw = s.raw.slice(end, end + after[0].length).trim();
    // "do" is the dollar only with its mark or nothing after it that it could introduce; "dong" without marks may be "đông".
    const falseFriend =
      (k === 0 && said === 'dong' && /[ôộ]/i.test(raw) && !/ồ/i.test(raw)) ||
      (said === 'do' && /[oóòọỏ]$/i.test(raw) && !/[ôđ]/i.test(raw) && s.marks > 2) ||
      (said === 'd' && s.flat[end] === ' ' && !/đ/.test(raw)) ||
      (said === 'yen' && /^ ?Yên \p{Lu}/u.test(s.raw.slice(end, end + 8)));
    if (!falseFriend) return { currency: order[k]!, end: end + after[0].length };
  }
  const before = currencyBefore.exec(s.flat.slice(Math.max(0, start - 6), start));
  if (before) return { currency: order[before.slice(1).findIndex((g) => g !== undefined)]!, end };
  return null;
}

function unitBefore(s: Scan, start: number): number {
  const b = currencyBefore.exec(s.flat.slice(Math.max(0, start - 6), start));
  return b ? start - b[0].length : start;
}

/** Whether the number at `n` is certainly something else: part of a date, a code, a phone, a count with a noun. */
function other(s: Scan, n: Numeral): boolean {
  if (/^0\d{8,}$/.test(s.flat.slice(n.start, n.end))) return true;
  const before = s.flat.slice(Math.max(0, n.start - 8), n.start);
  const after = s.flat.slice(n.end, n.end + 3);
  return (
    (/[/-]$/.test(before) && /\d[/-]$/.test(before)) ||
    /^[/]\d/.test(after) ||
    (/(?:so|nc|vt|thang|nam|quy|ngay|mung) ?-?$/.test(before) && n.scale === 1)
  );
}

/** "dài 45m", "rộng 3m": a length. */
function isLength(s: Scan, n: Numeral): boolean {
  if (n.scale !== 1e6 || !/\dm(?!\p{L})/u.test(s.flat.slice(n.start, n.end + 1))) return false;
  return (
    /(?:dai|rong|cao|sau|day|duong kinh|long|wide|high|deep|width|length|cach|x|duong|kenh|ke|cau)(?: \p{L}+)? ?(?:khoang |tam |hon )?$/u.test(
      s.flat.slice(Math.max(0, n.start - 24), n.start),
    ) ||
    /^ ?(?:dai|rong|duong|kenh|ke|ong|cong|cau|hang rao|long|wide|x)(?!\p{L})/u.test(s.flat.slice(n.end, n.end + 12))
  );
}

const rangeJoin = /^ ?(?:-|den|toi|to|~) ?$/;
/** "giữa 1 và 2 tỷ": here the word before makes the "và" a range. */
const between = /(?<!\p{L})(?:giua|between) $/u;
const betweenJoin = /^ (?:va|and) $/;

/** All amounts and percentages of a text, left to right. */
export function moneyMentions(s: Scan): MoneyMention[] {
  const out: MoneyMention[] = [];
  const found = numerals(s);
  for (let k = 0; k < found.length; k++) {
    const n = found[k]!;
    const percent = /^ ?(?:%|phan tram|percent)/.exec(s.flat.slice(n.end, n.end + 12));
    if (percent) {
      out.push({
        start: n.start,
        end: n.end + percent[0].length,
        value: n.value,
        currency: 'VND',
        percent: true,
        sure: true,
        scale: 1,
        each: false,
      });
      continue;
    }
    // "500-700 triệu", "từ 1 đến 2 tỷ", "USD 20,000-30,000": the second says the unit of both.
    const next = found[k + 1];
    if (
      next &&
      (rangeJoin.test(s.flat.slice(n.end, next.start)) ||
        (betweenJoin.test(s.flat.slice(n.end, next.start)) &&
          between.test(s.flat.slice(Math.max(0, n.start - 9), n.start)))) &&
      !(n.scale === 1 && next.scale === 1 && !currencyAt(s, next.end, n.start))
    ) {
      const unit = currencyAt(s, next.end, n.start);
      const scale = n.scale > 1 ? 1 : next.scale;
      const low = n.value * scale;
      if (low < next.value && (unit || next.scale >= 1e6)) {
        out.push({
          start: unitBefore(s, n.start),
          end: unit?.end ?? next.end,
          value: low,
          upTo: next.value,
          currency: unit?.currency ?? 'VND',
          percent: false,
          sure: true,
          scale: next.scale,
          each: eachAfter.test(s.flat.slice(unit?.end ?? next.end)),
        });
        k++;
        continue;
      }
    }
    const unit = currencyAt(s, n.end, n.start);
    if (!unit && (other(s, n) || isLength(s, n))) continue;
    if (unit && unit.currency === 'VND' && n.scale === 1 && n.value < 1000) continue;
    const end = unit?.end ?? n.end;
    const sure =
      unit !== null ||
      n.scale >= 1e6 ||
      (n.scale === 1 && n.digits && n.value >= 1e7 && !/^0/.test(s.flat.slice(n.start)));
    out.push({
      start: unitBefore(s, n.start),
      end,
      value: n.value,
      currency: unit?.currency ?? 'VND',
      percent: false,
      sure,
      scale: n.scale,
      each:
        eachAfter.test(s.flat.slice(end)) ||
        // "25 bộ x 15.000.000 đồng = 375.000.000 đồng"
        (/\d ?(?:\p{L}+ ){0,2}x ?$/u.test(s.flat.slice(Math.max(0, n.start - 16), n.start)) &&
          /^ ?[=(]/.test(s.flat.slice(end))) ||
        eachBefore.test(s.flat.slice(Math.max(0, n.start - 40), unitBefore(s, n.start))),
    });
  }
  return out;
}
