import type { Id } from '../../base/ids.ts';
import type { Currency } from '../../base/money/money.ts';
import type { FieldOfWork } from '../../language/types.ts';
import type { CertificateKind } from '../partners/rules/certificate.ts';
import type { GrantStage } from '../partners/rules/partner.ts';

/** What a column of the file may be about. */
export type ColumnKey =
  | 'key'
  | 'kind'
  | 'nameEn'
  | 'nameVi'
  | 'shortName'
  | 'abbreviations'
  | 'otherNames'
  | 'formerNames'
  | 'country'
  | 'website'
  | 'address'
  | 'fields'
  | 'places'
  | 'officer'
  | 'certificateKind'
  | 'certificateNumber'
  | 'issuedOn'
  | 'expiresOn'
  | 'areas'
  | 'representative'
  | 'head'
  | 'officeCity'
  | 'project'
  | 'projectEn'
  | 'aidKind'
  | 'stage'
  | 'committed'
  | 'disbursed'
  | 'currency'
  | 'startsOn'
  | 'endsOn'
  | 'owner';

/** Everything that can be wrong with a row: the row, and with it the file, is not taken in. */
export const faults = [
  'no_name',
  'name_too_long',
  'twice',
  'twice_differs',
  'key_unknown',
  'key_not_new',
  'is_like',
  'fits_several',
  'not_an_ngo',
  'error_cell',
  'kind_unknown',
  'country_unknown',
  'website_wrong',
  'field_unknown',
  'place_unknown',
  'place_unclear',
  'day_wrong',
  'day_not_whole',
  'day_not_there',
  'days_crossed',
  'certificate_kind_missing',
  'certificate_kind_unknown',
  'certificate_elsewhere',
  'city_unknown',
  'money_wrong',
  'money_no_unit',
  'money_range',
  'currency_unknown',
  'disbursed_too_much',
  'project_missing',
  'committed_missing',
  'stage_unknown',
  'aid_kind_unknown',
] as const;
/** What was understood all the same, and how: told, so that somebody can look. */
export const remarks = [
  'place_renamed',
  'day_from_number',
  'money_taken_as',
  'officer_unknown',
  'name_vi_only',
  'stage_assumed',
] as const;
export type ProblemCode = (typeof faults)[number] | (typeof remarks)[number];

/** One thing to say about a row. `said`: what stands there; `beside`: what it was taken for, or what it could be. */
export interface Problem {
  readonly row: number;
  readonly column?: ColumnKey;
  readonly code: ProblemCode;
  readonly said?: string;
  readonly beside?: readonly string[];
}

export interface ReadCertificate {
  readonly row: number;
  readonly kind: CertificateKind;
  readonly number?: string;
  readonly issuedOn?: string;
  readonly expiresOn?: string;
  readonly areas?: readonly string[];
  readonly nationwide?: boolean;
  readonly representative?: string;
  readonly head?: string;
  readonly officeCity?: 'hanoi' | 'danang' | 'hcmc';
}

/** Money as digits of the minor unit, so that it is JSON. */
export interface ReadGrant {
  readonly row: number;
  readonly title: string;
  readonly titleEn?: string;
  readonly aidKind?: 'programme' | 'project' | 'non_project';
  readonly stage?: GrantStage;
  readonly committed?: string;
  readonly disbursed?: string;
  readonly currency?: Currency;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly owner?: string;
}

/** What the file says of one organisation itself. What it does not say is absent and stays as it is. */
export interface ReadFacts {
  readonly key?: string;
  /** "mới" stands in the column of keys: it is another one than those it looks like. */
  readonly isNew?: true;
  readonly kind?: 'ngo' | 'mission' | 'other';
  readonly nameEn?: string;
  readonly nameVi?: string;
  readonly shortName?: string;
  readonly abbreviations?: readonly string[];
  readonly aliases?: readonly string[];
  readonly formerNames?: readonly string[];
  readonly country?: string;
  readonly countryVi?: string;
  readonly website?: string;
  readonly address?: string;
  readonly fields?: readonly FieldOfWork[];
  readonly formerDistricts?: readonly string[];
  readonly communes?: readonly string[];
  readonly officerId?: Id<'person'>;
}

/** A row of the file, read. */
export interface ReadRow {
  readonly row: number;
  readonly facts: ReadFacts;
  readonly certificate: ReadCertificate | null;
  readonly grant: ReadGrant | null;
  readonly problems: readonly Problem[];
}

/** One organisation with all its rows: the first says what it is, the others add certificates and projects. */
export interface ReadEntry {
  readonly row: number;
  readonly rows: readonly number[];
  readonly facts: ReadFacts;
  readonly certificates: readonly ReadCertificate[];
  readonly grants: readonly ReadGrant[];
  readonly problems: readonly Problem[];
}

export type EntryVerdict = 'new' | 'changed' | 'same' | 'wrong';

/** Whether a problem keeps the row out. */
export const isFault = (problem: Problem): boolean => (faults as readonly string[]).includes(problem.code);
