import type { ContactDetails } from '../types.ts';
/** A Vietnamese phone number in national form (0912000111), or null. */
export function readPhone(_text: string): string | null {
  return null;
}
/** Name, position, phone and e-mail of a contact. */
export function readContact(_text: string): ContactDetails | null {
  return null;
}
