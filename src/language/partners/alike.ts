/** How far two sounds are from one another to a Vietnamese ear: 0 the same, 1 nothing in common. */
const near: Readonly<Record<string, number>> = {};
const put = (pairs: string, cost: number) => {
  for (const pair of pairs.split(' ')) {
    (near as Record<string, number>)[pair] = cost;
    (near as Record<string, number>)[pair[1]! + pair[0]!] = cost;
  }
};
put('zj zs wv gw', 0.12);
put('ln fp bp dt sc cj td wu iz', 0.18);
put('st zt zd jd zr jt ct js sj', 0.25);
put('fv bv mn kg kh lr nr gh lu pv fb lo tk', 0.3);
put('ks kc wo lw', 0.38);
put('vu fu', 0.25);
put('ie ay uo yo', 0.2);
put('ea yu ey ao', 0.3);
put('iy oe au ui', 0.42);
put('ai eo eu oi', 0.55);

const vowel = (c: string | undefined) => c !== undefined && 'aeiouy'.includes(c);
const swap = (a: string, b: string): number => (a === b ? 0 : (near[a + b] ?? (vowel(a) === vowel(b) ? 0.75 : 1)));

const weakLoss: Readonly<Record<string, number>> = {
  r: 0.08,
  h: 0.08,
  d: 0.12,
  t: 0.18,
  z: 0.2,
  s: 0.22,
  k: 0.22,
  l: 0.25,
  c: 0.3,
  j: 0.25,
  v: 0.22,
  f: 0.3,
};
/** What it costs that a sound of the name is not heard: little at the end of a syllable, much before a vowel. */
export function losses(sounds: string): number[] {
  return [...sounds].map((c, i) => {
    const next = sounds[i + 1];
    if (vowel(c))
      return c === 'y' ? 0.2 : (c === 'i' || c === 'u') && vowel(sounds[i - 1]) ? 0.18 : vowel(next) ? 0.3 : 0.45;
    const before = vowel(next) || (next !== undefined && 'lrw'.includes(next) && vowel(sounds[i + 2]));
    if (!before) return weakLoss[c] ?? 0.38;
    if (c === 'h') return 0.35;
    if ((c === 't' || c === 'd') && next === 'r') return 0.4;
    if ('rlw'.includes(c) && i > 0 && !vowel(sounds[i - 1])) return 0.3;
    return 0.8;
  });
}

/** What it costs that a sound is heard which the name has not: little for the vowel that parts two consonants ("sờ tờ ren"). */
export function additions(sounds: string): number[] {
  return [...sounds].map((c, i) => {
    const [last, next] = [sounds[i - 1], sounds[i + 1]];
    if (vowel(c)) {
      if (c === 'y') return 0.12;
      return vowel(last) || vowel(next) ? 0.2 : 0.38;
    }
    if (c === 'h') return 0.3;
    // "quơn" for "won".
    if (c === 'k' && next === 'w') return 0.12;
    return vowel(next) ? (c === 'w' ? 0.35 : 0.8) : 0.35;
  });
}

const letters = 128;
const longest = 64;
const costs = new Float64Array(letters * letters);
for (let a = 97; a < 123; a++)
  for (let b = 97; b < 123; b++) costs[a * letters + b] = swap(String.fromCharCode(a), String.fromCharCode(b));
const rows: [Float64Array, Float64Array] = [new Float64Array(longest + 1), new Float64Array(longest + 1)];

/**
 * How alike a name sounds and what was heard, 0 to 1; 0 as soon as it is below `least`. Costs are those of `losses` of the name and `additions`
 * of what was heard.
 */
export function soundsAlike(
  name: string,
  lost: readonly number[],
  heard: string,
  added: readonly number[],
  least: number,
): number {
  const size = (name.length + heard.length) / 2;
  const limit = (1 - least) * size;
  const width = heard.length;
  if (width >= longest) return 0;
  let [prior, row] = rows;
  prior[0] = 0;
  for (let j = 0; j < width; j++) prior[j + 1] = prior[j]! + added[j]!;
  for (let i = 0; i < name.length; i++) {
    const loss = lost[i]!;
    const from = name.charCodeAt(i) * letters;
    let best = prior[0]! + loss;
    row[0] = best;
    for (let j = 0; j < width; j++) {
      let v = prior[j]! + costs[from + heard.charCodeAt(j)]!;
      const without = prior[j + 1]! + loss;
      if (without < v) v = without;
      const more = row[j]! + added[j]!;
      if (more < v) v = more;
      row[j + 1] = v;
      if (v < best) best = v;
    }
    if (best > limit) return 0;
    [prior, row] = [row, prior];
  }
  const cost = prior[width]!;
  return cost > limit ? 0 : 1 - cost / size;
}
