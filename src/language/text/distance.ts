/**
 * Number of slips (insertion, loss, exchange, swap of neighbours) between two short strings; `limit` + 1 when there are more than `limit`.
 * Strings are compared by code unit: fold them first.
 */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (a === b) return 0;
  let before: number[] = [];
  let prior: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let v = Math.min(prior[j]! + 1, row[j - 1]! + 1, prior[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) v = Math.min(v, before[j - 2]! + 1);
      row.push(v);
      if (v < least) least = v;
    }
    if (least > limit) return limit + 1;
    before = prior;
    prior = row;
  }
  return prior[b.length]!;
}

/** Which letters occur, as bits: two names that differ in many letters need no closer look. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i) - 97;
    if (c >= 0 && c < 26) bits |= 1 << c;
  }
  return bits;
}
/** How many letters occur in one of two names only. */
export function differing(a: number, b: number): number {
  let n = 0;
  for (let x = a ^ b; x; x &= x - 1) n++;
  return n;
}
