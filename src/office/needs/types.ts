import type { Id } from '../../base/ids.ts';
import type { Money } from '../../base/money/money.ts';
import type { Beneficiaries, ContactDetails, FieldOfWork } from '../../language/index.ts';
import type { AidKind, CounterpartKind, Places } from './rules/content.ts';
import type { NeedState } from './rules/states.ts';

/** A need as lists show it. */
export interface NeedLine {
  readonly id: Id<'need'>;
  readonly code: string;
  readonly state: NeedState;
  readonly title: string;
  readonly field: FieldOfWork;
  readonly unit: Id<'unit'>;
  readonly unitName: string;
  readonly budget: Money;
  readonly requestedAid: Money;
  readonly submittedAt: Temporal.Instant;
}

/** A need with its newest revision: everything that its card and its full text say. */
export interface Need extends NeedLine {
  readonly no: number;
  readonly rowVersion: number;
  readonly roundId: Id<'round'> | null;
  readonly planYear: number;
  readonly stateReason: string | null;
  readonly author: Id<'person'>;
  readonly authorName: string | null;
  readonly reviewer: Id<'person'> | null;
  readonly reviewerName: string | null;
  /** Who is in charge of the unit at the Sở; null: the division. */
  readonly officerName: string | null;
  readonly draftId: Id<'draft'> | null;
  /** The draft of the newest revision: where it is the need's own, the submission can be undone. */
  readonly revisionDraftId: Id<'draft'> | null;
  readonly revisionAt: Temporal.Instant;
  readonly revisionBy: Id<'person'>;
  readonly lateMinutes: number | null;
  /** A change of an accepted need waits to be validated. */
  readonly pending: boolean;
  readonly isEmergency: boolean;
  readonly objective: string;
  readonly places: Places;
  readonly beneficiaries: readonly Beneficiaries[];
  readonly counterpart: Money;
  readonly other: Money;
  readonly period: { readonly start: Temporal.PlainDate; readonly end: Temporal.PlainDate; readonly months: number };
  readonly contact: ContactDetails;
  readonly aidKind: AidKind | null;
  readonly counterpartKind: CounterpartKind | null;
  readonly activities: string | null;
  readonly rationale: string | null;
  readonly expectedResults: string | null;
  readonly priority: number | null;
  readonly titleEn: string | null;
  readonly objectiveEn: string | null;
  readonly completeness: number;
  readonly files: number;
  /** Whether the unit's signed letter of this round is there; null: no round. */
  readonly letter: boolean | null;
}

/** An open draft of the need form, as lists show it. */
export interface DraftLine {
  readonly id: Id<'draft'>;
  readonly form: string;
  readonly unit: Id<'unit'>;
  readonly unitName: string;
  readonly title: string | null;
  readonly byName: string | null;
  readonly updatedAt: Temporal.Instant;
  /** Set where it changes a need that is submitted already. */
  readonly subject: string | null;
}
