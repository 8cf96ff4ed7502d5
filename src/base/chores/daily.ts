import { parseInstant } from '../database/columns.ts';
import { fact, setFact } from '../database/facts.ts';
import type { Run } from '../leases/store.ts';
import type { Clock } from '../time/clock.ts';
import type { Chore } from './chores.ts';

/** A chore once a day; the store remembers when it was last done, so that a restart does not do it again. */
export function daily(name: string, of: { run: Run; clock: Clock }, work: Chore['run']): Chore {
  const key = `chore ${name}`;
  return {
    name,
    async due() {
      const last = await of.run((sql) => fact(sql, key));
      return typeof last === 'string' ? parseInstant(last).add({ hours: 24 }) : of.clock.now();
    },
    async run(stop) {
      const at = of.clock.now();
      await work(stop);
      await of.run((sql) => setFact(sql, key, at.toString(), at));
    },
  };
}
