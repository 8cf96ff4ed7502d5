/**
 * Learns how far a finding of a name can be trusted, and from where on it is taken without asking:
 *   npx node tests/language/train/names.ts           writes src/language/partners/data/certainty.json and prints the calibration table
 *   npx node tests/language/train/names.ts --check   only prints the table, of what was learnt from and of what is held out
 * Learnt from the names that are built on, each also looked up in the registers where its organisation is not (there it must be nobody).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Vocabulary } from '../../../src/language/index.ts';
import { certainty, isRival, isSure, marksOf } from '../../../src/language/partners/certainty.ts';
import { spelt } from '../../../src/language/partners/letters.ts';
import { type Evidence, resembling } from '../../../src/language/partners/resemble.ts';
import { scan } from '../../../src/language/text/words.ts';
import { registerOf } from '../score.ts';

interface Asked {
  readonly text: string;
  readonly expected: string | null;
  readonly candidates?: readonly string[];
}
interface Example {
  readonly text: string;
  readonly marks: readonly number[];
  readonly right: boolean;
  /** What comes second is as likely. */
  readonly tied: boolean;
  readonly first: Evidence;
}

const built = [
  'names',
  'names-2',
  'names-invented',
  'names-strangers',
  'names-voices',
  'names-invented-2',
  'names-strangers-2',
];
const held = ['names-voices-held', 'names-invented-2-held', 'names-strangers-2-held'];
const registers = [...new Set(built.map((f) => registerOf(f)))];
const read = (file: string): Asked[] =>
  readFileSync(new URL(`../data/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Asked);

function example({ text, expected }: Asked, register: Vocabulary): Example | null {
  const [first, second] = resembling(scan(text), register.partners.resemblances);
  // That a body is no NGO is another answer.
  if (first?.partner.kind !== 'ngo') return null;
  const tied = second !== undefined && isRival(first, second);
  return { text, marks: marksOf(first), right: first.partner.name === expected, tied, first };
}

const has = (register: Vocabulary, name: string | null) => register.lists.partners.some((p) => p.name === name);

function examples(files: readonly string[]): Example[] {
  return files.flatMap((file) =>
    read(file)
      // What is told by letters is told before anything resembles.
      .filter((asked) => !asked.candidates && spelt(scan(asked.text).words.map((w) => w.flat)).length === 0)
      .flatMap((asked) =>
        registers.flatMap((register) => {
          const own = register === registerOf(file);
          if (!own && (asked.expected === null || has(register, asked.expected))) return [];
          return example(own ? asked : { ...asked, expected: null }, register) ?? [];
        }),
      ),
  );
}

/** Logistic regression; the same examples give the same weights. */
function learn(of: readonly Example[]): number[] {
  const width = of[0]!.marks.length;
  const weights = new Array<number>(width).fill(0);
  const [steps, rate, decay] = [6000, 2, 0.0006];
  for (let step = 0; step < steps; step++) {
    const slope = new Array<number>(width).fill(0);
    for (const { marks, right } of of) {
      const sum = marks.reduce((n, x, i) => n + x * weights[i]!, 0);
      const off = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      for (let i = 0; i < width; i++) slope[i]! += off * marks[i]!;
    }
    for (let i = 0; i < width; i++) weights[i]! -= rate * (slope[i]! / of.length + (i === 0 ? 0 : decay * weights[i]!));
  }
  return weights.map((w) => Math.round(w * 1000) / 1000);
}

const bounds = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01];
function table(title: string, of: readonly Example[]): void {
  console.log(`${title}: ${of.length} findings, ${of.filter((e) => e.right).length} right`);
  for (const [i, from] of bounds.slice(0, -1).entries()) {
    const here = of.filter(({ first }) => certainty(first) >= from && certainty(first) < bounds[i + 1]!);
    const right = here.filter((e) => e.right).length;
    const taken = of.filter((e) => certainty(e.first) >= from && !e.tied);
    const wrong = taken.filter((e) => !e.right).length;
    console.log(
      `  ${from.toFixed(2)}  right ${`${right} of ${here.length}`.padEnd(12)} taken from here on: ${taken.length - wrong} right, ${wrong} wrong`,
    );
  }
  const sure = of.filter((e) => isSure(e.first) && !e.tied);
  console.log(`  as set: ${sure.filter((e) => e.right).length} right, ${sure.filter((e) => !e.right).length} wrong`);
}

if (process.argv.includes('--check')) {
  table('learnt from', examples(built));
  table('held out', examples(held));
} else if (process.argv.includes('-v')) {
  for (const e of examples(built).sort((a, b) => certainty(b.first) - certainty(a.first)))
    console.log(
      certainty(e.first).toFixed(3),
      e.right ? 'ok   ' : 'WRONG',
      e.tied ? 'tied' : '    ',
      e.text,
      '|',
      e.first.partner.name,
      e.marks.map((x) => x.toFixed(2)).join(' '),
    );
} else {
  const path = new URL('../../../src/language/partners/data/certainty.json', import.meta.url);
  const now = JSON.parse(readFileSync(path, 'utf8')) as object;
  const of = examples(built);
  writeFileSync(path, `${JSON.stringify({ ...now, marks: learn(of) }, null, 2)}\n`);
  console.log(JSON.stringify(learn(of)), of.length);
}
