import type { ReservedWord } from './types.ts';
/** The reserved word that is the whole message, or null. */
export function reservedWord(_text: string): ReservedWord | null {
  return null;
}
/** The number that is the whole message ("3", "số 3", "chọn 2", "cái thứ hai"), or null. */
export function pickedNumber(_text: string): number | null {
  return null;
}
