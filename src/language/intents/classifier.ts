import data from './data/weights.json' with { type: 'json' };

/** The trained weights: for each feature the classes it speaks for or against, in pairs of class and weight. */
interface Weights {
  readonly intents: readonly string[];
  /** What one unit of a weight is worth. */
  readonly unit: number;
  readonly bias: readonly number[];
  readonly features: { readonly [feature: string]: readonly number[] };
}

/** A multinomial logistic regression, applied. Trained by tests/language/train/train.ts from the messages beside it. */
export class Classifier {
  readonly intents: readonly string[];
  readonly #bias: Float64Array;
  readonly #rows = new Map<string, Int16Array>();
  readonly #unit: number;

  constructor(w: Weights) {
    this.intents = w.intents;
    this.#unit = w.unit;
    this.#bias = Float64Array.from(w.bias);
    for (const [feature, pairs] of Object.entries(w.features)) this.#rows.set(feature, Int16Array.from(pairs));
  }

  /** The score of each intent, as logarithms up to a constant, in the order of `intents`. */
  scores(features: readonly string[]): Float64Array {
    const z = Float64Array.from(this.#bias);
    const unit = this.#unit;
    for (const feature of features) {
      const row = this.#rows.get(feature);
      if (row) for (let i = 0; i < row.length; i += 2) z[row[i]!]! += row[i + 1]!;
    }
    for (let k = 0; k < z.length; k++) z[k]! *= unit;
    return z;
  }

  /** Whether a word was seen in training. */
  knows(word: string): boolean {
    return this.#rows.has(word);
  }

  /** What a feature says for one intent; 0 when it is not known. */
  weight(feature: string, intent: string): number {
    const k = this.intents.indexOf(intent);
    const row = this.#rows.get(feature);
    for (let i = 0; row && i < row.length; i += 2) if (row[i] === k) return row[i + 1]! * this.#unit;
    return 0;
  }
}

/** The classifier of this program. */
export const classifier = new Classifier(data);
