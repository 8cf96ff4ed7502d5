import type { Span } from '../types.ts';
/** The day a text says. */
export function readDay(_text: string, _now: Temporal.Instant): Temporal.PlainDate | null {
  return null;
}
/** The stretch of time a text says. */
export function readSpan(_text: string, _now: Temporal.Instant): Span | null {
  return null;
}
