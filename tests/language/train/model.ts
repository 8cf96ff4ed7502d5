/** Multinomial logistic regression by AdaGrad, deterministic for its seed. */
export interface Example {
  readonly intent: string;
  readonly features: readonly string[];
  readonly weight: number;
}

export interface Trained {
  readonly intents: readonly string[];
  readonly bias: readonly number[];
  readonly rows: ReadonlyMap<string, Float64Array>;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Trains; features seen fewer than `least` times are left out. */
export function train(
  examples: readonly Example[],
  o: {
    readonly epochs: number;
    readonly rate: number;
    readonly l2: number;
    readonly least: number;
    readonly seed: number;
  },
): Trained {
  const intents = [...new Set(examples.map((e) => e.intent))].sort();
  const at = new Map(intents.map((x, i) => [x, i]));
  const counts = new Map<string, number>();
  for (const e of examples) for (const f of e.features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const K = intents.length;
  const rows = new Map<string, Float64Array>();
  const grads = new Map<string, Float64Array>();
  for (const [f, n] of counts) {
    if (n < o.least) continue;
    rows.set(f, new Float64Array(K));
    grads.set(f, new Float64Array(K));
  }
  const bias = new Float64Array(K);
  const biasGrad = new Float64Array(K);
  const list = examples.map((e) => ({
    y: at.get(e.intent)!,
    w: e.weight,
    rows: e.features.flatMap((f) => (rows.has(f) ? [[rows.get(f)!, grads.get(f)!] as const] : [])),
  }));
  const next = random(o.seed);
  const z = new Float64Array(K);
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [list[i], list[j]] = [list[j]!, list[i]!];
    }
    for (const e of list) {
      z.set(bias);
      for (const [r] of e.rows) for (let k = 0; k < K; k++) z[k]! += r[k]!;
      let most = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < K; k++) if (z[k]! > most) most = z[k]!;
      let sum = 0;
      for (let k = 0; k < K; k++) sum += z[k] = Math.exp(z[k]! - most);
      for (let k = 0; k < K; k++) z[k] = (z[k]! / sum - (k === e.y ? 1 : 0)) * e.w;
      for (const [r, g] of e.rows) {
        for (let k = 0; k < K; k++) {
          const d = z[k]! + o.l2 * r[k]!;
          g[k]! += d * d;
          r[k]! -= (o.rate * d) / Math.sqrt(g[k]! + 1e-3);
        }
      }
      for (let k = 0; k < K; k++) {
        biasGrad[k]! += z[k]! * z[k]!;
        bias[k]! -= (o.rate * z[k]!) / Math.sqrt(biasGrad[k]! + 1e-3);
      }
    }
  }
  return { intents, bias: [...bias], rows };
}

/** The weights as the program loads them: whole numbers of `unit`, small ones left out. */
export function pack(t: Trained, unit = 0.025, least = 4) {
  const features: { [feature: string]: number[] } = {};
  for (const [f, row] of [...t.rows].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const pairs: number[] = [];
    for (let k = 0; k < row.length; k++) {
      const n = Math.round(row[k]! / unit);
      if (Math.abs(n) >= least) pairs.push(k, n);
    }
    if (pairs.length) features[f] = pairs;
  }
  return { intents: t.intents, unit, bias: t.bias.map((b) => Math.round(b / unit)), features };
}
