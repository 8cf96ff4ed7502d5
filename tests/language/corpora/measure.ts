/** How well public corpora of Vietnamese expressions are read: `npx node tests/language/corpora/measure.ts`, `-v` shows what is read otherwise. */
import { currencies, type Money } from '../../../src/base/money/money.ts';
import { readMoney, readNumber, readSpan } from '../../../src/language/index.ts';
import { numbers, sums, times } from './duckling.ts';

/** Thursday 2 February 2017, 3.55 in the morning. */
const then = Temporal.Instant.from('2017-02-02T03:55:00+07:00');

const units = (m: Money | undefined): string => (m ? String(Number(m.minor) / 10 ** currencies[m.currency]) : '');

function sum(text: string): string {
  const m = readMoney(text);
  if (!m) return 'none';
  if ('exact' in m) return `${units(m.exact)} ${m.exact.currency}`;
  return `${units(m.range.min)}-${units(m.range.max)} ${(m.range.min ?? m.range.max)!.currency}`;
}

const shown: Readonly<Record<string, number>> = {
  year: 4,
  quarter: 7,
  month: 7,
  week: 10,
  day: 10,
  hour: 16,
  minute: 16,
};
function time(text: string): string {
  const span = readSpan(text, then);
  return span ? `${span.grain} ${String(span.from).slice(0, shown[span.grain])}` : 'none';
}

const readers = {
  numbers: [numbers, (text: string) => String(readNumber(text))],
  money: [sums, sum],
  times: [times, time],
} as const;

/** Right, out of how many, of each corpus. `say` hears what is read otherwise. */
export function measured(
  say: (line: string) => void = () => {},
): Record<keyof typeof readers, readonly [number, number]> {
  const of = (name: keyof typeof readers): readonly [number, number] => {
    const [rows, read] = readers[name];
    const right = rows.filter(([value, text]) => {
      const got = read(text);
      if (got !== value) say(`${name}: ${text} = ${value}, read ${got}`);
      return got === value;
    });
    return [right.length, rows.length];
  };
  return { numbers: of('numbers'), money: of('money'), times: of('times') };
}

if (import.meta.main)
  for (const [name, [right, all]] of Object.entries(measured(process.argv.includes('-v') ? console.log : undefined)))
    console.log(name.padEnd(8), `${right}/${all}`, `${((100 * right) / all).toFixed(1)} %`);
