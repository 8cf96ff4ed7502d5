import type { CertificateKind } from '../../office/partners/rules/certificate.ts';
import type { RequestHolder } from '../../office/partners/words.ts';

/** An invented registration: days from the first day of the demonstration to the last day of the certificate. */
export interface Registration {
  readonly kind: CertificateKind;
  readonly days: number;
  readonly renewal?: { readonly filed: number; readonly heldBy: RequestHolder };
  /** Suspended since this day. */
  readonly suspended?: number;
}

/** Told one by one: what the demonstration is to show. Everybody else gets a certificate that holds for a while. */
const told: Readonly<Record<string, Registration | 'none' | 'pending'>> = {
  sci: { kind: 'rep_office', days: 46, renewal: { filed: -21, heldBy: 'province' } },
  plan: { kind: 'rep_office', days: 214 },
  helvetas: { kind: 'activity', days: 88, renewal: { filed: -9, heldBy: 'opinions' } },
  oxfam: { kind: 'activity', days: 12 },
  childfund: { kind: 'rep_office', days: 119 },
  gret: { kind: 'activity', days: -15, renewal: { filed: -100, heldBy: 'mfa' } },
  care: { kind: 'rep_office', days: -34, renewal: { filed: -60, heldBy: 'ngo' } },
  vso: { kind: 'activity', days: -210 },
  // Given until 2022 under the old decree, and not converted.
  rikolto: { kind: 'project_office_legacy', days: -400 },
  saemaul: { kind: 'activity', days: 340, suspended: -26 },
  mcnv: { kind: 'rep_office', days: 0 },
  // Funds Vietnamese organisations; a registration of its own is not known.
  manos: 'none',
  gcs: 'none',
  npa: 'none',
  vvob: 'none',
  heifer: 'pending',
};

/** The registration of the NGO with this key, the `index`-th of the list. */
export function registrationOf(key: string, index: number): Registration | 'none' | 'pending' {
  const kind = index % 3 === 0 ? 'rep_office' : 'activity';
  const term = kind === 'rep_office' ? 1_600 : 930;
  return told[key] ?? { kind, days: 130 + ((index * 173) % (term - 130)) };
}
