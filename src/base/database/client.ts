import postgres from 'postgres';

/** The raw client: tagged statements, one round trip each, pipelined. json parameters go as JSON text with `::jsonb`, moments as ISO text. */
export type Sql = postgres.Sql;
/** Where the database is, and how long one statement or one wait for a lock may last. */
export interface Connection {
  /** `postgres://…`; unset with `socket`. */
  readonly url?: string;
  /** Folder of the embedded database's socket. */
  readonly socket?: string;
  readonly schema: string;
  readonly name: string;
  readonly max: number;
  readonly statementMs?: number;
  readonly lockMs?: number;
  readonly readOnly?: boolean;
  /** Only look-ups by key run here: plans that read whole tables to join them are never right. */
  readonly byKey?: boolean;
  /** Told when a connection is closed, by whomever. */
  readonly closed?: () => void;
}

const transparent = (value: unknown) => value;
const moments = [1184, 1082, 1083, 1114, 1182, 1185, 1115, 1231];

/** Opens a client (it connects with its first statement). Dates and moments come as text, json as values. */
export function connect(of: Connection): Sql {
  const options: postgres.Options<Record<string, postgres.PostgresType>> = {
    max: of.max,
    onnotice: () => {},
    connect_timeout: 5,
    fetch_types: false,
    ...(of.closed ? { onclose: of.closed } : {}),
    connection: {
      application_name: `nhip-cau ${of.name}`,
      TimeZone: 'UTC',
      search_path: of.schema === 'public' ? 'public' : `${of.schema}, public`,
      ...(of.statementMs === undefined ? {} : { statement_timeout: of.statementMs }),
      ...(of.lockMs === undefined ? {} : { lock_timeout: of.lockMs }),
      // As words: the driver drops what is false.
      jit: 'off',
      ...(of.byKey ? { enable_hashjoin: 'off', enable_mergejoin: 'off', enable_seqscan: 'off' } : {}),
      ...(of.readOnly ? { default_transaction_read_only: true } : {}),
    },
  };
  const sql = of.socket
    ? postgres({
        ...options,
        path: `${of.socket}/.s.PGSQL.5432`,
        user: 'postgres',
        database: 'postgres',
      } as postgres.Options<Record<string, postgres.PostgresType>>)
    : postgres(of.url!, options);
  // What drizzle would do to a client that it is given, done for every client, so that all behave alike.
  for (const type of moments) {
    sql.options.parsers[type] = transparent;
    sql.options.serializers[type] = transparent;
  }
  sql.options.serializers[114] = transparent;
  sql.options.serializers[3802] = transparent;
  return sql;
}
