import type { Beneficiaries } from '../types.ts';
/** Who benefits, and how many. */
export function readBeneficiaries(_text: string): Beneficiaries[] | null {
  return null;
}
