import { fact } from '../../../base/database/facts.ts';
import { migrations } from '../../../base/database/migrate.ts';
import { spanWords } from '../../../base/time/format.ts';
import type { Command, ServiceParts } from '../../command.ts';
import { type Finding, fault, note, ok, report } from './findings.ts';
import { backupFinding, diskFinding, keyFinding } from './machine.ts';
import { parkedMessages, queues } from './queues.ts';

/** Says what runs, what waits and what is wrong. */
export const doctor: Command = {
  name: 'doctor',
  usage: '',
  says: 'Says what runs, what waits and what is wrong; ends with code 1 when something is.',
  async run(of) {
    const findings = await examine(of);
    return { ok: findings.every(({ mark }) => mark !== 'fault'), text: report(findings) };
  },
};

async function examine(of: ServiceParts): Promise<readonly Finding[]> {
  const { store, clock, config, keys } = of;
  const now = clock.now();
  const runs = `process ${process.pid} for ${spanWords(now.since(of.startedAt), 'en')}, Node ${process.versions.node}, ${of.url}`;
  const parts = await partFindings(of);
  // What the database is asked for comes only after it was seen to answer.
  const inside = parts.some((part) => part.about === 'database' && part.mark === 'fault')
    ? []
    : await insideFindings(of, now);
  return [
    ok('service', runs),
    ...parts,
    ...inside,
    keyFinding(config, keys.keyId),
    await backupFinding(config, now),
    diskFinding(config),
    ...config.warnings.map((warning) => note('settings', warning)),
    ...(store.kind === 'pglite' && !config.demo
      ? [note('database', 'the embedded one does not survive a power cut: have backups, or use PostgreSQL')]
      : []),
  ];
}

async function partFindings(of: ServiceParts): Promise<Finding[]> {
  return Promise.all(
    Object.entries(of.parts()).map(async ([name, part]) => {
      const { ok: well, says, since } = await part.state();
      const how = since && !well ? `${says} (for ${spanWords(of.clock.now().since(since), 'en')})` : says;
      return (well ? ok : part.needed ? fault : note)(name, how);
    }),
  );
}

function insideFindings({ store, config, depth }: ServiceParts, now: Temporal.Instant): Promise<Finding[]> {
  return store.aside(async (sql) => {
    const [demo, office, applied, waiting, parked] = await Promise.all([
      fact(sql, 'demo'),
      sql`select from office`,
      sql<{ tag: string }[]>`select tag from migration order by applied_at desc, tag desc`,
      queues(sql, now, depth()),
      parkedMessages(sql, now),
    ]);
    const last = migrations().at(-1)?.tag;
    const data = demo === true ? 'demonstration data' : 'real data';
    return [
      ok(
        'store',
        `${store.kind}, schema ${store.schema}, ${data}, ${applied.length} migrations${last ? `, last ${last}` : ''}`,
      ),
      ...(config.demo && config.telegram
        ? [note('store', 'a demonstration with a platform: people may take it for real')]
        : []),
      office.length > 0 ? ok('office', 'set') : note('office', 'not set yet: npm run cli -- office set'),
      ...waiting,
      parked,
    ];
  });
}
