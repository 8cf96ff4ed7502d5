import type { Id } from '../../base/ids.ts';
import type { Money } from '../../base/money/money.ts';
import type { FieldOfWork } from '../../language/types.ts';
import type { CertificateKind, CertificateState } from './rules/certificate.ts';
import type { GrantStage, Running } from './rules/partner.ts';
import type { Criterion, GrantTool } from './schema.ts';
import type { ContactKind, Relation, RequestHolder, RequestKind } from './words.ts';

/** How much of an entry its reader sees: a guest what is published, a unit also the status, the Sở everything. */
export type Detail = 'published' | 'status' | 'full';

/** What everybody may see of a published partner. */
export interface PartnerFacts {
  readonly id: Id<'partner'>;
  readonly kind: 'ngo' | 'mission' | 'other';
  readonly nameEn: string;
  readonly nameVi: string | null;
  readonly shortName: string | null;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly countryVi: string | null;
  readonly website: string | null;
  readonly address: string | null;
  readonly fields: readonly FieldOfWork[];
  readonly formerDistricts: readonly string[];
  /** Codes of today's communes, where they are known one by one. */
  readonly communes: readonly string[];
  readonly tools: readonly GrantTool[];
  readonly natureVi: string | null;
  readonly natureEn: string | null;
  readonly verifiedAt: Temporal.Instant | null;
  readonly updatedAt: Temporal.Instant;
  readonly demo: boolean;
  readonly rowVersion: number;
}

/** An entry in a list. Its state and the last day of its certificate stand there only for a reader who may see them; null: no certificate. */
export interface PartnerLine {
  readonly facts: PartnerFacts;
  readonly state?: CertificateState | null;
  readonly expiresOn?: Temporal.PlainDate | null;
}

/** A certificate as it stands on the day of asking. */
export interface CertificateView {
  readonly id: Id<'ngo_certificate'>;
  readonly rowVersion: number;
  readonly kind: CertificateKind;
  readonly state: CertificateState;
  readonly number: string | null;
  readonly issuedOn: Temporal.PlainDate | null;
  readonly expiresOn: Temporal.PlainDate | null;
  /** When it got that state by an event (suspended, revoked …). */
  readonly since: Temporal.PlainDate | null;
  readonly areas: readonly string[];
  readonly nationwide: boolean;
  readonly representativeName: string | null;
  readonly headName: string | null;
  /** When its entry was last written. */
  readonly updatedAt: Temporal.Instant;
}

/** A renewal or change that is not decided yet. */
export interface RequestView {
  readonly id: Id<'certificate_request'>;
  readonly kind: RequestKind;
  readonly filedOn: Temporal.PlainDate;
  readonly heldBy: RequestHolder;
}

/** A talk with a partner. `by`: who of the Sở, as people call them. */
export interface ContactView {
  readonly onDay: Temporal.PlainDate;
  readonly kind: ContactKind;
  readonly by: string | null;
  readonly summary: string;
  readonly nextStep: string | null;
  readonly nextDue: Temporal.PlainDate | null;
}

export interface GrantView {
  readonly id: Id<'aid_grant'>;
  readonly code: string;
  readonly titleVi: string;
  readonly titleEn: string | null;
  readonly stage: GrantStage;
  readonly committed: Money;
  /** Null: not reported. */
  readonly disbursed: Money | null;
  readonly percent: number | null;
  readonly startsOn: Temporal.PlainDate | null;
  readonly endsOn: Temporal.PlainDate | null;
}

/** What an officer reads of an entry beside its status. */
export interface FileView {
  /** Who looks after it, as people call them. */
  readonly officer: string | null;
  readonly relation: Relation;
  readonly relationReason: string | null;
  readonly criteria: Readonly<Partial<Record<Criterion, 'met' | 'not_met'>>>;
  /** When the newest of them was found. */
  readonly criteriaAt: Temporal.Instant | null;
  /** The last day on which the list of needs was introduced to it. */
  readonly introducedOn: Temporal.PlainDate | null;
  /** When the newest of its grants was last written. */
  readonly grantsAt: Temporal.Instant | null;
}

/** An entry as one reader sees it. A part that the reader may not see is absent; one that is empty is null. */
export interface PartnerView {
  readonly detail: Detail;
  readonly facts: PartnerFacts;
  readonly certificate?: CertificateView | null;
  /** Whether the certificate makes it "registered here"; null: not known. */
  readonly here?: boolean | null;
  readonly request?: RequestView | null;
  readonly running?: Running;
  /** How many grants there are in all: whether [Dự án] has something to show. */
  readonly grants?: number;
  readonly lastContact?: ContactView | null;
  readonly file?: FileView;
}
