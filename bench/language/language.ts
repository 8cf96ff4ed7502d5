import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Asker, needSlots, readNeed, understand, type Vocabulary, vocabulary } from '../../src/language/index.ts';
import { names as demonstration, now } from '../../tests/language/support.ts';
import type { Bench } from '../support/bench.ts';
import { median, round, table } from '../support/figures.ts';
import { machine } from '../support/machine.ts';
import { grown } from './large.ts';

interface Message {
  readonly text: string;
  readonly role: Asker;
  readonly after?: 'reminder';
}
const lines = (name: string) =>
  readFileSync(new URL(`../../tests/language/data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Message);

/** Processor time of this program in milliseconds: others on the machine do not count. */
const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** How often a second of processor time `work` is done, the median of several stretches. */
function rate(work: () => number, seconds: number, rounds: number): number {
  for (const until = used() + 500; used() < until; ) work();
  const found: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = used();
    let done = 0;
    while (used() - start < seconds * 1000) done += work();
    found.push((done * 1000) / (used() - start));
  }
  return median(found);
}

/** Short messages and whole needs understood in a second, with the demonstration's register and with a large one. */
export const language: Bench = {
  summary:
    'messages and whole needs understood a second, with the register as it is and with 5,000 partners and 10,000 places',
  options: [
    '--seconds N  of each round (1)',
    '--rounds N   medians are shown (5)',
    '--json       one line for each figure',
  ],
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seconds: { type: 'string', default: '1' },
        rounds: { type: 'string', default: '5' },
        json: { type: 'boolean', default: false },
      },
    });
    const messages = lines('messages.jsonl');
    const needs = lines('needs.jsonl');
    const say = values.json ? console.error : console.log;
    say(`npm run bench -- language ${args.join(' ')}`.trim());
    say(machine());
    const rows: string[][] = [['', 'messages/s', 'needs/s (form)', 'needs/s (slots)', 'index ms']];
    const registers: [string, () => Vocabulary][] = [
      ['demonstration', () => vocabulary(demonstration.lists)],
      ['5,000 partners, 10,000 places', () => vocabulary(grown(demonstration.lists, 5000, 10_000))],
    ];
    for (const [name, make] of registers) {
      const start = performance.now();
      const v = make();
      const index = performance.now() - start;
      const figures = [
        () => {
          for (const m of messages)
            understand(m.text, { vocabulary: v, now, asker: m.role, ...(m.after ? { after: m.after } : {}) });
          return messages.length;
        },
        () => {
          for (const n of needs) readNeed(n.text, { vocabulary: v, now });
          return needs.length;
        },
        () => {
          for (const n of needs) needSlots(n.text, { vocabulary: v, now });
          return needs.length;
        },
      ].map((work) => rate(work, Number(values.seconds), Number(values.rounds)));
      rows.push([name, ...figures.map((x) => x.toFixed(0)), index.toFixed(0)]);
      if (values.json)
        console.log(
          JSON.stringify({
            figure: 'language',
            register: name,
            messages: round(figures[0]!, 0),
            needs: round(figures[1]!, 0),
          }),
        );
    }
    say(table(rows));
    say(`${messages.length} messages of ${average(messages)} characters, ${needs.length} needs of ${average(needs)}.`);
  },
};

const average = (list: readonly Message[]) => Math.round(list.reduce((n, m) => n + m.text.length, 0) / list.length);
