/** Kinds of registration certificate; `project_office_legacy` was given out until 2022 only. */
export const certificateKinds = ['activity', 'rep_office', 'project_office_legacy'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** What a certificate is worth on a day. `unknown`: granted, but nobody has entered until when. */
export const certificateStates = [
  'pending',
  'valid',
  'expiring',
  'expired',
  'suspended',
  'terminated',
  'revoked',
  'converted',
  'unknown',
] as const;
export type CertificateState = (typeof certificateStates)[number];

export type CertificateEventKind =
  | 'grant'
  | 'renew'
  | 'amend'
  | 'reissue'
  | 'convert'
  | 'suspend'
  | 'resume'
  | 'terminate'
  | 'revoke';

/** The dates of a certificate: the day of issue (null: not yet) and the last day on which it holds (null: not known). */
export interface CertificateDates {
  readonly issuedOn: Temporal.PlainDate | null;
  readonly expiresOn: Temporal.PlainDate | null;
}
export interface CertificateEvent {
  readonly kind: CertificateEventKind;
  readonly onDay: Temporal.PlainDate;
}

/** Before this many days "còn hiệu lực" becomes "sắp hết hạn": a renewal takes 30 working days and must be prepared. Our own default. */
export const expiringDays = 120;

/** Days until the last day on which it holds: 0 on that day, negative after it. Null where that day is not known. */
export function daysLeft(of: CertificateDates, today: Temporal.PlainDate): number | null {
  return of.expiresOn && today.until(of.expiresOn, { largestUnit: 'days' }).days;
}

const lifts: ReadonlySet<CertificateEventKind> = new Set(['resume', 'grant', 'renew', 'reissue']);

/** Whether the last word on suspension, up to and including today, is that it is suspended. */
function isSuspended(past: readonly CertificateEvent[]): boolean {
  let suspended = false;
  for (const event of past) {
    if (event.kind === 'suspend') suspended = true;
    else if (lifts.has(event.kind)) suspended = false;
  }
  return suspended;
}

/**
 * What a certificate is worth on `today`, from its dates and what happened to it until then: revoked, terminated, suspended,
 * converted, in this order, and else what the dates say. `events` in any order; of one day, the later in the list is the later one.
 */
export function certificateState(
  of: CertificateDates,
  events: readonly CertificateEvent[],
  today: Temporal.PlainDate,
): CertificateState {
  const past = events
    .filter((event) => Temporal.PlainDate.compare(event.onDay, today) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.onDay, b.onDay));
  const happened = (kind: CertificateEventKind) => past.some((event) => event.kind === kind);
  if (happened('revoke')) return 'revoked';
  if (happened('terminate')) return 'terminated';
  if (isSuspended(past)) return 'suspended';
  if (happened('convert')) return 'converted';
  if (!of.issuedOn || Temporal.PlainDate.compare(of.issuedOn, today) > 0) return 'pending';
  const left = daysLeft(of, today);
  if (left === null) return 'unknown';
  return left < 0 ? 'expired' : left <= expiringDays ? 'expiring' : 'valid';
}

/** Lower comes first. What holds today beats everything; a certificate that was replaced says the least. */
const weight: Record<CertificateState, number> = {
  valid: 0,
  expiring: 0,
  suspended: 1,
  expired: 1,
  unknown: 1,
  terminated: 1,
  revoked: 1,
  pending: 2,
  converted: 3,
};

/**
 * The certificate that a body is judged by: one that holds today (the longest), else the one granted last, else one applied for.
 * Undefined where there is none.
 */
export function ruling<C extends CertificateDates & { readonly state: CertificateState }>(
  all: readonly C[],
): C | undefined {
  const day = (d: Temporal.PlainDate | null) => d?.toString() ?? '';
  return all.toSorted((a, b) => {
    const by = weight[a.state] - weight[b.state];
    if (by !== 0) return by;
    const [x, y] = weight[a.state] === 0 ? [a.expiresOn, b.expiresOn] : [a.issuedOn, b.issuedOn];
    return day(y).localeCompare(day(x)) || day(b.expiresOn).localeCompare(day(a.expiresOn));
  })[0];
}

/**
 * "Registered here": it holds (or has run out while a renewal is being decided) and reaches this province.
 * Null where the areas of the certificate, or its time, are not known.
 */
export function registeredHere(
  of: {
    readonly state: CertificateState;
    readonly renewing: boolean;
    readonly areas: readonly string[];
    readonly nationwide: boolean;
  },
  province: string,
): boolean | null {
  if (of.state === 'unknown') return null;
  const holds = of.state === 'valid' || of.state === 'expiring' || (of.state === 'expired' && of.renewing);
  if (!holds) return false;
  if (of.nationwide) return true;
  return of.areas.length === 0 ? null : of.areas.includes(province);
}
