/**
 * Trains the classifier of intents from the messages in tests/language and writes src/language/intents/data/weights.json:
 *   npx node tests/language/train/train.ts            train on everything but the messages held out, write
 *   npx node tests/language/train/train.ts --check    five folds over messages.jsonl: how it does on messages it has not seen
 */
import { writeFileSync } from 'node:fs';
import { gather } from '../../../src/language/intents/facts.ts';
import { features } from '../../../src/language/intents/features.ts';
import { judge } from '../../../src/language/intents/rules.ts';
import { names, now } from '../support.ts';
import { type Labelled, messages, phrases, table, withoutMarks } from './corpus.ts';
import { type Example, pack, type Trained, train } from './model.ts';

const settings = { epochs: 18, rate: 0.25, l2: 1e-4, least: 2, seed: 11 };
const facts = (m: Labelled) =>
  gather(m.text, { vocabulary: names, now, asker: m.asker, ...(m.after ? { after: m.after } : {}) });

function examples(list: readonly Labelled[], weight: number): Example[] {
  return list.flatMap((m) => {
    const one = { intent: m.intent, weight, features: features(facts(m)) };
    const plain = withoutMarks(m);
    return plain.text === m.text ? [one] : [one, { ...one, features: features(facts(plain)) }];
  });
}

function scores(t: Trained, f: readonly string[]): number[] {
  const z = [...t.bias];
  for (const x of f) {
    const row = t.rows.get(x);
    if (row) for (let k = 0; k < z.length; k++) z[k]! += row[k]!;
  }
  return z;
}

const base = [...examples(table(), 1), ...examples(phrases(4), 0.5)];
const mine = [
  ...messages('messages.jsonl'),
  ...messages('messages-voices.jsonl'),
  ...messages('messages-voices-held.jsonl'),
  ...messages('messages-fresh-3.jsonl'),
];

if (process.argv.includes('--check')) {
  const folds = 5;
  const right = new Map<string, number>();
  const add = (k: string) => right.set(k, (right.get(k) ?? 0) + 1);
  const lambdas = [0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 6];
  const wrong: string[] = [];
  for (let k = 0; k < folds; k++) {
    const seen = mine.filter((_, i) => i % folds !== k);
    const t = train([...base, ...examples(seen, 1)], settings);
    for (const m of mine.filter((_, i) => i % folds === k)) {
      const f = facts(m);
      const z = scores(t, features(f));
      const { best } = judge(f.marks);
      if (best?.intent === m.intent) add('rules');
      for (const l of lambdas) {
        const both = z.map((x, i) => x + (best && t.intents[i] === best.intent ? (l * best.weight) / 80 : 0));
        const top = t.intents[both.indexOf(Math.max(...both))]!;
        if (top === m.intent) add(`with rules × ${l}`);
        else if (l === 1.5) wrong.push(`${m.intent} -> ${top} | ${m.text}`);
      }
    }
  }
  for (const [k, n] of right)
    console.log(k.padEnd(20), `${n}/${mine.length}`, `${((100 * n) / mine.length).toFixed(1)} %`);
  console.log(wrong.join('\n'));
} else {
  const t = train([...base, ...examples(mine, 1)], settings);
  const file = new URL('../../../src/language/intents/data/weights.json', import.meta.url);
  const text = JSON.stringify(pack(t)).replaceAll('],"', '],\n"');
  writeFileSync(file, `${text}\n`);
  console.log(`${t.rows.size} features, ${t.intents.length} intents, ${(text.length / 1024).toFixed(0)} KiB`);
}
