import type { Button, Say } from '../../messaging/types.ts';

/** A button with its place on the wire (`<message id>.<index>`), counted over all rows. */
export interface PlacedButton {
  readonly index: number;
  readonly button: Button;
}

/** All buttons of a message in order. */
export function placedButtons(say: Say): PlacedButton[] {
  return (say.buttons ?? []).flat().map((button, index) => ({ index, button }));
}

/** A button on the wire. */
export const wire = (message: string, index: number): string => `${message}.${index}`;

/** Reads what `wire` wrote; null for anything else. */
export function unwire(data: string): { readonly message: string; readonly button: number } | null {
  const found = /^([0-9a-f-]{36})\.(\d{1,3})$/.exec(data);
  return found ? { message: found[1]!, button: Number(found[2]) } : null;
}
