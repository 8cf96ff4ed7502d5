import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { vocabulary } from '../../src/language/index.ts';
import { names as demonstration } from '../../tests/language/support.ts';
import { grown } from '../language/large.ts';
import type { Bench } from '../support/bench.ts';
import { percentile, round, table } from '../support/figures.ts';
import { machine } from '../support/machine.ts';
import { type Finder, fuse, minisearch, ours, trigrams } from './finders.ts';

interface Query {
  readonly text: string;
  readonly expected: string | null;
}
const queries = (file: string): Query[] =>
  readFileSync(new URL(`../../tests/language/data/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l) as Query);

/** Names of NGOs as people call them: how many are found, how many are wrong with confidence, how long it takes. */
export const names: Bench = {
  summary:
    'NGO names as people write them: ours beside minisearch, fuse.js and pg_trgm, same register, same folded text',
  options: ['--partners N  organisations in the register (5000)', '--held       only the names held out', '--json'],
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        partners: { type: 'string', default: '5000' },
        held: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const say = values.json ? console.error : console.log;
    say(`npm run bench -- names ${args.join(' ')}`.trim());
    say(machine());
    const asked = values.held
      ? queries('names-held.jsonl')
      : [...queries('names.jsonl'), ...queries('names-held.jsonl')];
    // The spoken and former names that we know of are given to all.
    const known = vocabulary(grown(demonstration.lists, Number(values.partners), 0));
    const partners = known.lists.partners.map((p) => ({ ...p, names: [...p.names, ...known.partners.known(p.name)] }));
    const finders: Finder[] = [ours(known), minisearch(partners), fuse(partners), await trigrams(partners)];
    const nameOf = (id: string | null) => {
      const p = id === null ? undefined : known.partners.byId.get(id);
      return p?.kind === 'ngo' ? p.name : null;
    };
    const rows = [['', 'right', 'confidently wrong', 'p50 ms', 'p99 ms']];
    try {
      for (const f of finders) {
        for (const q of asked) await f.find(q.text);
        let right = 0;
        let wrong = 0;
        const times: number[] = [];
        for (let pass = 0; pass < 3; pass++) {
          for (const q of asked) {
            const start = performance.now();
            const found = await f.find(q.text);
            times.push(performance.now() - start);
            if (pass > 0) continue;
            const name = nameOf(found);
            if (name === q.expected) right++;
            else if (name !== null) wrong++;
          }
        }
        const p99 = percentile(times, 0.99);
        rows.push([
          f.name,
          `${right}/${asked.length} ${((100 * right) / asked.length).toFixed(1)} %`,
          `${wrong}`,
          percentile(times, 0.5).toFixed(3),
          p99.toFixed(2),
        ]);
        if (values.json)
          console.log(
            JSON.stringify({ figure: 'names', finder: f.name, right, wrong, of: asked.length, p99: round(p99, 2) }),
          );
      }
    } finally {
      for (const f of finders) await f.stop();
    }
    say(table(rows));
    say(`${asked.length} names, ${known.lists.partners.length} organisations.`);
  },
};
