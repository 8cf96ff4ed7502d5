import { quoted, sequencesOf, tablesOf } from '../../../src/base/backup/tables.ts';
import type { Sql } from '../../../src/base/database/client.ts';
import { databaseError } from '../../../src/base/database/errors.ts';
import type { Store } from '../../../src/base/database/store.ts';

const hex = (i: number) => i.toString(16).padStart(12, '0');
/** The same number gives the same id in every table, so that every reference finds its row. */
const uuid = (i: number) => `01890000-0000-7000-8000-${hex(i)}`;
const nasty = [
  '',
  'tab\there',
  'line\nbreak\r',
  'back\\slash \\N \\.',
  'Púng Bánh “ngoặc” 🟡',
  '\\end',
  '\b\f\v',
  "it's",
];

/** A value of a type, as text; null where the type is one that nothing here has. */
function value(type: string, i: number): string | null {
  if (type === 'uuid') return uuid(i);
  if (type === 'text') return `${nasty[i % nasty.length]} ${i}`;
  if (type === 'boolean') return i % 2 === 0 ? 'true' : 'false';
  if (type === 'integer') return String(i + 1);
  if (type === 'bigint') return String(9_007_199_254_740_993n + BigInt(i));
  if (type === 'jsonb')
    return JSON.stringify({ i, text: nasty[i % nasty.length], list: [null, 1.5, true], deep: { a: [] } });
  // Kept as it was written: order, blanks and all.
  if (type === 'json') return `{"z": ${i},  "a":[ ] , "text":${JSON.stringify(nasty[i % nasty.length])}}`;
  if (type === 'timestamp with time zone') return `2026-11-24 08:00:00.${String(123_456 + i)}+07`;
  if (type === 'date') return `2026-11-${String(1 + (i % 28)).padStart(2, '0')}`;
  if (type === 'bytea')
    return `\\x${Buffer.from(Array.from({ length: 256 }, (_, n) => (n + i) % 256)).toString('hex')}`;
  if (type === 'text[]') return `{"a,b","quote \\" and \\\\","",NULL,"ừ ${i}"}`;
  return null;
}

/**
 * Puts rows into every table there is: up to `rows` (fewer where a table allows one only), with values that are hard to carry,
 * every third one with null where a column allows it.
 * @returns the types that occur.
 */
export async function fillEveryTable(store: Store, rows: number): Promise<ReadonlySet<string>> {
  return store.aside(async (sql) => {
    const given = new Set((await sequencesOf(sql)).map((of) => `${of.table}.${of.column}`));
    const nullable = new Set(
      (
        await sql<{ name: string }[]>`
          select table_name || '.' || column_name as name from information_schema.columns
          where table_schema = current_schema() and is_nullable = 'YES'`
      ).map((row) => row.name),
    );
    const tables = (await tablesOf(sql)).map((table) => ({
      ...table,
      columns: table.columns.filter((column) => !given.has(`${table.name}.${column.name}`)),
    }));
    const types = new Set(tables.flatMap((table) => table.columns.map((column) => column.type)));
    for (let i = 0; i < rows; i++) {
      // Whoever refers to another table waits until that one has its row.
      let waiting = tables;
      while (waiting.length > 0) {
        const again: typeof tables = [];
        for (const table of waiting) {
          const end = await insert(sql, table.name, table.columns, i, nullable);
          if (end === 'refers') again.push(table);
          else if (end === 'refused' && i === 0) throw new Error(`no row could be made for ${table.name}`);
        }
        if (again.length === waiting.length) throw new Error(`nothing to refer to: ${again.map(({ name }) => name)}`);
        waiting = again;
      }
    }
    return types;
  });
}

async function insert(
  sql: Sql,
  table: string,
  columns: readonly { name: string; type: string }[],
  i: number,
  nullable: ReadonlySet<string>,
): Promise<'done' | 'refers' | 'refused'> {
  const values = columns.map(({ name, type }) => {
    const made = value(type, i);
    if (made === null) throw new Error(`the test knows no value of type ${type} (${table}.${name})`);
    return i % 3 === 2 && nullable.has(`${table}.${name}`) ? null : made;
  });
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const slots = columns.map(({ type }, n) => `$${n + 1}::text::${type}`).join(', ');
  try {
    await sql.unsafe(`insert into ${quoted(table)} (${names}) values (${slots})`, values);
    return 'done';
  } catch (error) {
    const code = databaseError(error)?.code;
    if (code === '23503') return 'refers';
    if (code === '23514' || code === '23505') return 'refused';
    throw error;
  }
}
