import { type Bindings, type Logger, type LoggerOptions, pino } from 'pino';
import { maskAll } from './secrets/mask.ts';
import { safeError } from './secrets/safe-error.ts';

/** Where lines are written to, each a JSON object with a line break. */
export interface LogOut {
  write(line: string): void;
}

export type Log = Logger;
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** Fields that hold what people wrote or what opens a door, whatever their value. Compared without case, - and _. */
const hidden =
  /^(?:.*(?:token|secret|password|passwd|cookie|authorization|apikey|signature|phone|mobile)|secretkey|text|texts|caption|body|content|answers?|input|say|reply|draft|before|after|params|parameters|detail|email|mail|fullname|sdt)$/;

const isHidden = (name: string): boolean => hidden.test(name.toLowerCase().replace(/[-_]/g, ''));

/** Errors, big numbers and our own types as plain data, before pino's serialiser sees them: it would print an error's parameters. */
function plain(value: unknown, depth: number): unknown {
  if (value instanceof Error) return safeError(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '[deep]';
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if (value instanceof Map) return plain(Object.fromEntries(value), depth - 1);
  if (value instanceof Set) return plain([...value], depth - 1);
  if (Array.isArray(value)) return value.slice(0, 100).map((one) => plain(one, depth - 1));
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON(), depth - 1);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one, depth - 1)]));
}

const record = (value: object): Record<string, unknown> => plain(value, 6) as Record<string, unknown>;

function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskAll(value);
  if (typeof value === 'number') {
    const digits = String(value);
    return maskAll(digits) === digits ? value : maskAll(digits);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(masked);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      maskAll(name),
      isHidden(name) && typeof one !== 'boolean' && one !== null ? '[hidden]' : masked(one),
    ]),
  );
}

/** The last gate: the whole line, with what a child logger was given and the message itself. */
function maskLine(line: string): string {
  try {
    const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
    const { level, ...fields } = masked(rest) as Record<string, unknown>;
    return `${JSON.stringify({ level, time, ...fields })}\n`;
  } catch {
    return `${JSON.stringify({ level: 'error', msg: 'a line of the log could not be read and was left out' })}\n`;
  }
}

const options = (level: LogLevel): LoggerOptions => ({
  level,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: {
    level: (label) => ({ level: label }),
    bindings: (bindings: Bindings) => record(bindings),
    log: record,
  },
  // Instead of pino's own, which shows whatever an error carries; a child's bindings pass through here alone.
  serializers: { err: (value: unknown) => (value instanceof Error ? safeError(value) : value) },
  hooks: {
    // pino takes a line's message from an error that comes without one: it must be the safe one.
    logMethod(given, method) {
      const [first, ...rest] = given.map((one: unknown) => (one instanceof Error ? { err: safeError(one) } : one));
      const held = typeof first === 'object' && first !== null ? (first as { err?: unknown }).err : undefined;
      const opening = held instanceof Error ? { ...(first as object), err: safeError(held) } : first;
      method.apply(this, [opening, ...rest] as Parameters<typeof method>);
    },
    streamWrite: maskLine,
  },
});

/**
 * The log of the service: JSON lines on standard error, so that standard output keeps what is said to people (`out` for tests).
 * Never shown, wherever it stands: tokens, passwords, cookies, phone numbers, mail addresses; fields that hold what people wrote (`text`, `answers` …);
 * the parameters of a failed query. Log ids and counts, never what a person typed: a text under an unknown name can't be recognised.
 */
export const logger = (level: LogLevel, out?: LogOut): Log =>
  out ? pino(options(level), out) : pino(options(level), pino.destination({ dest: 2, sync: true }));
