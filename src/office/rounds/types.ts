import type { Id } from '../../base/ids.ts';
import type { RoundDates } from './rules.ts';

/** A dated call for needs. */
export interface Round extends RoundDates {
  readonly id: Id<'round'>;
  /** `2026-1`. */
  readonly code: string;
  readonly planYear: number;
  readonly kind: 'needs_call' | 'update' | 'promotion' | 'report';
  readonly titleVi: string;
  readonly titleEn: string;
  readonly docNo: string | null;
  readonly docDate: Temporal.PlainDate | null;
  readonly demo: boolean;
}

export type TargetState = 'not_started' | 'in_progress' | 'submitted' | 'no_need' | 'excused';

/** The signed công văn of a unit that covers its needs of a round. */
export interface Letter {
  readonly no: string | null;
  readonly date: Temporal.PlainDate | null;
  readonly signer: string | null;
  readonly file: Id<'file'> | null;
  readonly via: 'chat' | 'e_office' | 'paper';
}

/** One unit's part in a round. */
export interface Target {
  readonly id: Id<'round_target'>;
  readonly round: Id<'round'>;
  readonly unit: Id<'unit'>;
  readonly state: TargetState;
  readonly submittedAt: Temporal.Instant | null;
  readonly late: boolean | null;
  readonly letter: Letter | null;
  readonly promisedFor: Temporal.PlainDate | null;
  readonly extendedTo: Temporal.Instant | null;
  /** Who said "no need", and when. */
  readonly decidedBy: Id<'person'> | null;
  readonly decidedAt: Temporal.Instant | null;
}

/** How far a round has come, in units. */
export interface Counts {
  readonly units: number;
  readonly submitted: number;
  readonly noNeed: number;
  readonly inProgress: number;
  readonly notStarted: number;
  readonly excused: number;
  readonly late: number;
}
