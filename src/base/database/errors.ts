/** The database's own error, out of what drizzle or the driver threw. */
export interface DatabaseError {
  readonly code: string;
  readonly message: string;
  readonly constraint?: string;
}

const lostCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'CONNECTION_CONNECT_TIMEOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOTCONN',
]);

/** Finds the database's error behind drizzle's, whose own message would show all parameters. Undefined where it is none. */
export function databaseError(error: unknown): DatabaseError | undefined {
  let at: unknown = error;
  for (let depth = 0; depth < 5 && at instanceof Error; depth++, at = at.cause) {
    const { code, constraint_name: constraint } = at as Error & { code?: unknown; constraint_name?: string };
    if (typeof code === 'string' && (lostCodes.has(code) || /^[0-9A-Z]{5}$/.test(code))) {
      return { code, message: at.message, ...(constraint ? { constraint } : {}) };
    }
  }
  return undefined;
}

/** The connection is gone or could not be made. */
export function isLost(error: unknown): boolean {
  const of = databaseError(error);
  return of !== undefined && (lostCodes.has(of.code) || of.code.startsWith('08') || of.code.startsWith('57P'));
}

/**
 * Whether "the database" is to blame and waiting may help: a lost connection and SQLSTATE 08, 40, 53, 55P03, 57P.
 * Everything else is our own bug and is parked after three tries.
 */
export function isPassing(error: unknown): boolean {
  const of = databaseError(error);
  if (!of) return false;
  return isLost(error) || of.code.startsWith('40') || of.code.startsWith('53') || of.code === '55P03';
}
