/** An error without what it was about: what may be logged and shown to an operator. */
export interface SafeError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  /** Frames only: a stack's first lines repeat the message. */
  readonly stack?: string;
  readonly cause?: SafeError;
  readonly errors?: readonly SafeError[];
}

type Known = Error & {
  code?: unknown;
  constraint_name?: unknown;
  table_name?: unknown;
  column_name?: unknown;
  errors?: unknown;
};

/** Drizzle's wrapper: its message is the statement with all parameters. Told by its fields, for there may be two copies of drizzle. */
const isQueryError = (error: Error): boolean => 'query' in error && 'params' in error && error.cause instanceof Error;

/** PostgreSQL quotes the offending value in errors of class 22 (data exception): `invalid input syntax for type uuid: "…"`. */
const withoutValue = (message: string): string => message.replace(/: ".*$/s, ': "…"');

/**
 * What may be seen of an error. Of a failed query only its cause; of a database's error neither the detail (it holds the row's values)
 * nor the statement and its parameters. At most 4 causes deep. Anything that is no error becomes one of type `thrown`.
 */
export function safeError(error: unknown, depth = 4): SafeError {
  if (!(error instanceof Error)) return { type: 'thrown', message: typeof error === 'string' ? error : typeof error };
  if (isQueryError(error) && depth > 0) return safeError(error.cause, depth - 1);
  const { code, constraint_name, table_name, column_name, errors } = error as Known;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const sqlState = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  const hidden = isQueryError(error) ? 'a query failed' : sqlState ? withoutValue(error.message) : error.message;
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: hidden,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof constraint_name === 'string' ? { constraint: constraint_name } : {}),
    ...(typeof table_name === 'string' ? { table: table_name } : {}),
    ...(typeof column_name === 'string' ? { column: column_name } : {}),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(error.cause !== undefined && depth > 0 ? { cause: safeError(error.cause, depth - 1) } : {}),
    ...(Array.isArray(errors) && depth > 0
      ? { errors: errors.slice(0, 8).map((one) => safeError(one, depth - 1)) }
      : {}),
  };
}
