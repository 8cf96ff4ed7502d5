import type { Sql } from '../database/client.ts';

/** A table of the store. Columns that the database computes are left out. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** A number that the database gives: `sequence` is its quoted name. */
export interface SequenceShape {
  readonly table: string;
  readonly column: string;
  readonly sequence: string;
}

/** Known by the migrator itself, in every store anew. */
const notOurs = ['migration'];

/** Every table of ours in the schema of this connection, by name. */
export async function tablesOf(sql: Sql): Promise<TableShape[]> {
  const rows = await sql<{ name: string; column: string | null; type: string }[]>`
    select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname collate "C", a.attnum`;
  const names = [...new Set(rows.map((row) => row.name))].filter((name) => !notOurs.includes(name));
  return names.map((name) => ({
    name,
    columns: rows.flatMap((row) =>
      row.name === name && row.column !== null ? [{ name: row.column, type: row.type }] : [],
    ),
  }));
}

/** The sequences behind identity columns. */
export async function sequencesOf(sql: Sql): Promise<SequenceShape[]> {
  return sql<SequenceShape[]>`
    select c.relname as table, a.attname as column, s.oid::regclass::text as sequence
    from pg_depend d
    join pg_class s on s.oid = d.objid and s.relkind = 'S'
    join pg_class c on c.oid = d.refobjid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    where d.deptype in ('i', 'a') and c.relnamespace = current_schema()::regnamespace
    order by 1, 2`;
}

/** Foreign keys, as the statements that take them away and put them back: rows are restored in any order. */
export async function foreignKeysOf(sql: Sql): Promise<{ readonly drop: string; readonly add: string }[]> {
  return sql<{ drop: string; add: string }[]>`
    select format('alter table %s drop constraint %I', r.conrelid::regclass, r.conname) as drop,
      format('alter table %s add constraint %I %s', r.conrelid::regclass, r.conname, pg_get_constraintdef(r.oid)) as add
    from pg_constraint r
    where r.contype = 'f' and r.connamespace = current_schema()::regnamespace and r.conparentid = 0`;
}

/** Tables with triggers of ours. */
export async function triggeredTables(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ name: string }[]>`
    select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace`;
  return rows.map((row) => row.name);
}

/** Quotes a name for a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** COPY out of a table, its columns in this order. A select, so that a partitioned table comes whole. */
export const copyOut = (table: string, columns: readonly string[]): string =>
  `copy (select ${columns.map(quoted).join(', ')} from ${quoted(table)}) to stdout`;

/** What decides how values are written as text: the same words on every database, whatever its settings. */
export const plainWords = [
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'postgres'`,
  `set local timezone = 'UTC'`,
  `set local bytea_output = 'hex'`,
  `set local extra_float_digits = 1`,
  'set local statement_timeout = 0',
  'set local lock_timeout = 0',
] as const;
