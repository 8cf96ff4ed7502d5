import type { Scan, Word } from '../text/words.ts';
import { type Atom, markedAtoms, plainAtoms } from './number-words.ts';

/** A number found in a text: words `from` up to, not including, `to`. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The largest scale that was said (1e9 for "2 tỷ rưỡi"), 1 when none was. */
  readonly scale: number;
  /** The factor before the scale: 2 in "2 tỷ". */
  readonly factor: number;
  /** Written in digits (at least the first part). */
  readonly digits: boolean;
}

/**
 * A run of digits with separators. Vietnamese: dot for thousands, comma for decimals; but "30,000" is thousands as well, and "1.85 tỷ" a decimal,
 * because nobody groups two digits. `scaled`: a word for thousand, million or billion follows; `english`: that word is English.
 */
export function digitValue(text: string, scaled: number, english: boolean): number {
  const parts = text.split(/[.,]/);
  if (parts.length === 1) return Number(text);
  const seps = text.replace(/\d/g, '');
  const grouped = parts.slice(1).every((p) => p.length === 3) && parts[0]!.length <= 3 && parts[0] !== '0';
  const last = parts[parts.length - 1]!;
  if (parts.length > 2) {
    const same = [...seps].every((c) => c === seps[0]);
    if (same && grouped) return Number(parts.join(''));
    if (same) return Number(parts.join(''));
    return Number(`${parts.slice(0, -1).join('')}.${last}`);
  }
  if (!grouped) return Number(`${parts[0]}.${last}`);
  const decimal = english
    ? seps === '.'
    : scaled >= 1e6
      ? seps === ',' || (scaled >= 1e9 && parts[0]!.length === 1)
      : false;
  return decimal ? Number(`${parts[0]}.${last}`) : Number(parts.join(''));
}

const englishScale = /^(?:thousand|million|millions|billion|trillion|bn|k|m|mil)$/;

function atomOf(w: Word | undefined): Atom | undefined {
  if (!w || w.digits) return undefined;
  if (w.marked) return markedAtoms[w.key] ?? (w.key === 'mươi2' ? { kind: 'ten' } : undefined);
  return plainAtoms[w.flat];
}

const gap = (s: Scan, i: number) => s.flat.slice(s.words[i - 1]!.end, s.words[i]!.start);
const near = (s: Scan, i: number) => i < s.words.length && /^[ -]?$/.test(gap(s, i));

interface Part {
  value: number;
  to: number;
  words: number;
  weak: boolean;
}

/** A number below a thousand in words: "một trăm hai mươi", "mười lăm", "hai lăm", "ba". */
function below1000(s: Scan, from: number): Part | null {
  let i = from;
  let value = 0;
  let words = 0;
  let weak = true;
  const at = (k: number) => (k === from || near(s, k) ? atomOf(s.words[k]) : undefined);
  let a = at(i);
  const next = at(i + 1);
  if (a?.kind === 'digit' && next?.kind === 'hundred') {
    value = a.value * 100;
    i += 2;
    words += 2;
    weak = false;
    a = at(i);
    if (a?.kind === 'zero') {
      const d = at(i + 1);
      if (d?.kind !== 'digit') return { value, to: i, words, weak };
      return { value: value + d.value, to: i + 2, words: words + 2, weak };
    }
    // "trăm rưỡi" is handled by the caller; "một trăm hai" is 120.
    if (a?.kind === 'digit' && !isTens(s, i))
      return a.weak && !nearNumber(s, i + 1) && s.words[i]!.marked === false && a.value === 0
        ? { value, to: i, words, weak }
        : { value: value + (a.value >= 10 ? a.value : a.value * 10), to: i + 1, words: words + 1, weak };
  }
  if (a?.kind === 'ten' && (words > 0 || i === from)) {
    const d = at(i + 1);
    const ends = d?.kind === 'digit' && d.value > 0 && d.value < 10;
    return {
      value: value + 10 + (ends ? d.value : 0),
      to: i + (ends ? 2 : 1),
      words: words + (ends ? 2 : 1),
      weak: false,
    };
  }
  if (a?.kind === 'digit') {
    const t = at(i + 1);
    if (
      (t?.kind === 'tens' || t?.kind === 'ten' || (t?.kind === 'scale' && t.value === 10)) &&
      a.value > 0 &&
      a.value < 10
    ) {
      const d = at(i + 2);
      const ends = d?.kind === 'digit' && d.value > 0 && d.value < 10;
      return {
        value: value + a.value * 10 + (ends ? d.value : 0),
        to: i + (ends ? 3 : 2),
        words: words + (ends ? 3 : 2),
        weak: false,
      };
    }
    // "hai lăm", "ba mốt": tens left out.
    const k = s.words[i + 1]?.key;
    if (t?.kind === 'digit' && (k === 'lăm' || k === 'môt1' || (k === 'tư' && a.value > 1)) && a.value > 0)
      return { value: value + a.value * 10 + t.value, to: i + 2, words: words + 2, weak: false };
    return { value: value + a.value, to: i + 1, words: words + 1, weak: weak && a.weak && !s.words[i]!.marked };
  }
  return words ? { value, to: i, words, weak } : null;
}
const isTens = (s: Scan, i: number) => {
  const t = near(s, i + 1) ? atomOf(s.words[i + 1]) : undefined;
  return t?.kind === 'tens' || t?.kind === 'ten';
};
const nearNumber = (s: Scan, i: number) => near(s, i) && (s.words[i]!.digits || atomOf(s.words[i]) !== undefined);

/** A scale word at `i`, when it may stand there: one letter ("k", "t", "m") only touching its digits. */
function scaleAt(s: Scan, i: number, digits: boolean): number {
  if (!near(s, i)) return 0;
  const w = s.words[i]!;
  const a = atomOf(w);
  if (a?.kind === 'hundred') return 0;
  if (a?.kind !== 'scale') return w.marked ? 0 : w.flat === 'ti' ? 1e9 : 0;
  if (w.flat === 'ten') return 0;
  const touches = s.words[i - 1]!.end === w.start;
  if (w.flat.length === 1 && !w.marked)
    return digits && touches && !(w.flat === 'm' && /^m[23²]/.test(s.flat.slice(w.start))) ? a.value : 0;
  if ((w.flat === 'ng' || w.flat === 'm') && !touches) return 0;
  // "củ" is a million only when typed so; "2 cu" could be anything.
  if (w.flat === 'cu' && !w.marked) return touches && digits ? a.value : 0;
  return a.value;
}

/** Space-grouped digits: "20 000", "1 700 000 000". */
function grouped(s: Scan, from: number): Part | null {
  let to = from + 1;
  let text = s.words[from]!.flat;
  if (text.length > 3 || /[.,]/.test(text)) return null;
  while (to < s.words.length && s.words[to]!.digits && /^\d{3}$/.test(s.words[to]!.flat) && gap(s, to) === ' ')
    text += s.words[to++]!.flat;
  if (to - from < 2 || (to - from === 2 && !text.endsWith('000'))) return null;
  if (text.startsWith('0')) return null;
  return { value: Number(text), to, words: to - from, weak: false };
}

/** What "phẩy" or "chấm" brings after the whole part of a number that was said: ".5" of "hai phẩy năm", ".25" of "1 phẩy 25". */
function decimals(s: Scan, at: number): { part: number; to: number } | null {
  const w = s.words[at];
  if (!w || !near(s, at) || !(w.marked ? /^(?:phây3|châm1)$/.test(w.key) : /^(?:phay|cham)$/.test(w.flat))) return null;
  let said = '';
  let to = at + 1;
  for (; to < s.words.length && near(s, to); to++) {
    const next = s.words[to]!;
    if (next.digits) {
      if (said === '' && /^\d+$/.test(next.flat)) return { part: Number(`0.${next.flat}`), to: to + 1 };
      break;
    }
    const a = atomOf(next);
    // "một phẩy năm năm": the second counts years.
    if (a?.kind !== 'digit' || a.value > 9 || (said !== '' && next.flat === 'nam')) break;
    said += a.value;
  }
  return said ? { part: Number(`0.${said}`), to } : null;
}

/** The number that begins at word `from`, or null. Greedy: "1 tỷ 850 triệu", "2ty4", "hai tỷ rưỡi", "3 trăm triệu". */
export function numeralAt(s: Scan, from: number): Numeral | null {
  const first = s.words[from]!;
  const starts = atomOf(first);
  if (!first.digits && !starts) return null;
  // "vài trăm triệu", "mấy tỷ" name no number.
  if (starts && from > 0 && /^(?:vai|may|hang|several)$/.test(s.words[from - 1]!.flat)) return null;
  if (starts && (starts.kind === 'zero' || starts.kind === 'half' || starts.kind === 'tens')) return null;
  let total = 0;
  let largest = 1;
  let factor = 0;
  let lastScale = Number.POSITIVE_INFINITY;
  let i = from;
  let sure = first.digits;
  let wordCount = 0;
  while (i < s.words.length && (i === from || near(s, i))) {
    const w = s.words[i]!;
    let part: Part | null = null;
    let digits = false;
    if (w.digits) {
      digits = true;
      part = grouped(s, i);
      if (!part) {
        const sc = scaleAt(s, i + 1, true);
        const follows = s.words[i + 1];
        part = {
          value: digitValue(w.flat, sc, follows !== undefined && englishScale.test(follows.flat)),
          to: i + 1,
          words: 1,
          weak: false,
        };
      }
      // "3 trăm triệu"
      if (near(s, part.to) && atomOf(s.words[part.to])?.kind === 'hundred')
        part = { ...part, value: part.value * 100, to: part.to + 1 };
    } else {
      const a = atomOf(w);
      if (a?.kind === 'start_half' && i === from) {
        const sc = scaleAt(s, i + 1, false);
        if (sc < 1000) return null;
        return make(s, from, i + 2, sc / 2, sc, 0.5, false);
      }
      if (a?.kind === 'half' && largest > 1) {
        total += lastScale / 2;
        i++;
        break;
      }
      if (a?.kind === 'hundred' && i === from && !/^(?:thousand|hundred)$/.test(w.flat))
        part = { value: 100, to: i + 1, words: 1, weak: true };
      else if (a?.kind === 'scale' && i === from && a.value >= 1e3 && !a.weak && w.flat.length > 2) {
        // "triệu rưỡi", "tỷ hai": the one is left out.
        const after = near(s, i + 1) ? atomOf(s.words[i + 1]) : undefined;
        if (after?.kind !== 'half') return null;
        return make(s, from, i + 2, a.value * 1.5, a.value, 1, false);
      } else part = below1000(s, i);
      wordCount += part?.words ?? 0;
      if (part && !part.weak) sure = true;
    }
    if (!part) break;
    const after = lastScale === Number.POSITIVE_INFINITY && Number.isInteger(part.value) ? decimals(s, part.to) : null;
    if (after) {
      part = { ...part, value: part.value + after.part, to: after.to };
      sure = true;
    }
    const sc = scaleAt(s, part.to, digits);
    if (sc > 0 && sc >= lastScale) {
      break;
    }
    if (sc > 0) {
      let value = part.value * sc;
      let to = part.to + 1;
      sure = true;
      let top = sc;
      // "2 nghìn tỷ", "một trăm nghìn triệu"
      const again = sc === 1e3 ? scaleAt(s, to, false) : 0;
      if (again >= 1e6) {
        value *= again;
        top = again;
        to++;
      }
      if (largest === 1) factor = part.value;
      total += value;
      largest = Math.max(largest, top);
      lastScale = top;
      i = to;
      continue;
    }
    // What follows a scale without one of its own: "1 tỷ 8" is 1.8, "2 triệu 350" is 2.35 million, "1 tỷ 08" is 1.08.
    if (lastScale !== Number.POSITIVE_INFINITY) {
      if (lastScale < 1e3) break;
      const text = digits ? w.flat : String(part.value);
      const ordinal = digits && (/[.,]/.test(text) || text.length > 3);
      const touching = s.words[i - 1]!.end === w.start;
      if (
        ordinal ||
        (digits && !touching && countsSomething(s, part.to)) ||
        (digits && /^[/.:-]\d|^ ?%/.test(s.flat.slice(w.end)))
      )
        break;
      if (
        !digits &&
        part.weak &&
        !w.marked &&
        (w.flat === 'nam' || w.flat === 'tu' || w.flat === 'sau' || w.flat === 'khong')
      ) {
        if (part.words === 1 && !(w.flat === 'nam' && i === s.words.length - 1)) break;
      }
      if (!digits && (part.words === 1 || part.value < 10) && countsSomething(s, part.to)) break;
      if (!digits && lastScale === 1e3 && part.words > 2) {
        total += part.value;
        i = part.to;
        break;
      }
      const places = digits ? text.length : part.value >= 100 ? 3 : part.value >= 10 && part.words > 1 ? 2 : 1;
      total += (part.value * lastScale) / 10 ** places;
      i = part.to;
      const h = near(s, i) ? atomOf(s.words[i]) : undefined;
      if (h?.kind === 'half' && part.value === 0) i++;
      break;
    }
    total = part.value;
    factor = part.value;
    i = part.to;
    if (!digits) {
      const h = near(s, i) ? atomOf(s.words[i]) : undefined;
      if (h?.kind === 'half' && total >= 100) {
        total *= 1.5;
        i++;
      }
    }
    break;
  }
  if (i === from || (!sure && wordCount > 0 && !standsAlone(s, from, i))) return null;
  // "không rõ" says no nought.
  if (i - from === 1 && first.flat === 'khong') return null;
  return make(s, from, i, total, largest, factor, first.digits);
}

const counted = /^ ?(?:ho|ban|xa|nguoi|hoc sinh|hs|em|tre|thang|nam|ngay|truong|lop|diem|phong|to|nhom|phu nu|%)\b/;
/** Whether a noun follows that the number counts, so that it is no decimal of the amount before it: "1 tỷ 3 xã". */
function countsSomething(s: Scan, to: number): boolean {
  return counted.test(s.flat.slice(s.words[to - 1]!.end));
}
/** A lone word that may be a number ("ba", "nam"): taken only where a counted noun follows. */
function standsAlone(s: Scan, from: number, to: number): boolean {
  return to - from > 1 || s.words[from]!.marked || counted.test(s.flat.slice(s.words[to - 1]!.end));
}

function make(
  s: Scan,
  from: number,
  to: number,
  value: number,
  scale: number,
  factor: number,
  digits: boolean,
): Numeral {
  const rounded =
    Math.abs(value - Math.round(value)) < 1e-6 * Math.max(1, scale > 1 ? 1 : 0) ? Math.round(value) : value;
  return { from, to, start: s.words[from]!.start, end: s.words[to - 1]!.end, value: rounded, scale, factor, digits };
}

/** All numbers of a text, left to right, none overlapping. */
export function numerals(s: Scan): Numeral[] {
  const out: Numeral[] = [];
  for (let i = 0; i < s.words.length; ) {
    const n = numeralAt(s, i);
    if (n) {
      out.push(n);
      i = n.to;
    } else i++;
  }
  return out;
}
