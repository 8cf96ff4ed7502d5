import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import postgres from 'postgres';
import { findPartner, fold, type PartnerEntry, type Vocabulary } from '../../src/language/index.ts';
import { startPostgres } from '../../tests/support/postgres.ts';

/** Finds the partner of a name: its id, or null when unsure. */
export interface Finder {
  readonly name: string;
  find(text: string): string | null | Promise<string | null>;
  stop(): Promise<void>;
}

interface Row {
  readonly id: string;
  readonly partner: string;
  readonly name: string;
}
/** One row a name, folded as ours folds. */
const rowsOf = (partners: readonly PartnerEntry[]): Row[] =>
  partners.flatMap((p) => [p.name, ...p.names].map((n, i) => ({ id: `${p.id} ${i}`, partner: p.id, name: fold(n) })));

/** Of found rows, best first, the partner of the first; null when another partner's is as good but for `margin`. */
function clear(found: readonly { partner: string; score: number }[], least: number, margin: number): string | null {
  const [first] = found;
  if (!first || first.score < least) return null;
  const rival = found.find((f) => f.partner !== first.partner);
  return rival && first.score - rival.score < margin ? null : first.partner;
}

const nothing = async (): Promise<void> => {};

export const ours = (v: Vocabulary): Finder => ({
  name: 'ours',
  find: (text) => findPartner(text, v).sure,
  stop: nothing,
});

export function minisearch(partners: readonly PartnerEntry[]): Finder {
  const rows = rowsOf(partners);
  const index = new MiniSearch<Row>({ fields: ['name'], storeFields: ['partner'] });
  index.addAll(rows);
  return {
    name: 'minisearch',
    find: (text) =>
      clear(
        index
          .search(fold(text), { fuzzy: 0.2, prefix: true, combineWith: 'AND' })
          .slice(0, 20)
          .map((r) => ({ partner: r['partner'] as string, score: r.score })),
        0,
        1,
      ),
    stop: nothing,
  };
}

export function fuse(partners: readonly PartnerEntry[]): Finder {
  const index = new Fuse(rowsOf(partners), {
    keys: ['name'],
    includeScore: true,
    threshold: 0.35,
    ignoreLocation: false,
  });
  return {
    name: 'fuse.js',
    find: (text) =>
      clear(
        index.search(fold(text), { limit: 20 }).map((r) => ({ partner: r.item.partner, score: 1 - (r.score ?? 1) })),
        0.65,
        0.02,
      ),
    stop: nothing,
  };
}

/** Trigrams of PostgreSQL with an index, over the network of this machine. */
export async function trigrams(partners: readonly PartnerEntry[]): Promise<Finder> {
  const server = await startPostgres({ durable: false });
  const sql = postgres(server.url, { onnotice: () => {}, max: 1 });
  await sql`create extension if not exists pg_trgm`;
  await sql`create table names (partner text, name text)`;
  const rows = rowsOf(partners);
  for (let i = 0; i < rows.length; i += 2000)
    await sql`insert into names ${sql(rows.slice(i, i + 2000).map(({ partner, name }) => ({ partner, name })))}`;
  await sql`create index on names using gin (name gin_trgm_ops)`;
  await sql`analyze names`;
  return {
    name: 'pg_trgm',
    find: async (text) => {
      const name = fold(text);
      const found = await sql<{ partner: string; score: number }[]>`
        select partner, similarity(name, ${name}) as score from names where name % ${name} order by score desc limit 20`;
      return clear(found, 0.45, 0.05);
    },
    stop: async () => {
      await sql.end();
      await server.stop();
    },
  };
}
