import type { Json } from '../base/json.ts';
import type { Money } from '../base/money/money.ts';

/** The thirteen fields of work; one name everywhere (column, form, label for measuring). */
export const fieldsOfWork = [
  'agriculture',
  'health',
  'education',
  'vocational',
  'social',
  'environment',
  'disaster_response',
  'war_legacy',
  'culture',
  'economy',
  'infrastructure',
  'water_sanitation',
  'governance',
] as const;
/** One of the thirteen fields of work. */
export type FieldOfWork = (typeof fieldsOfWork)[number];

/** A message that consists only of one of these is a command, never a value. `later` is "để sau", `none_yet` "chưa có", `stop` "thôi", `person` "cho tôi gặp chuyên viên". */
export type ReservedWord =
  | 'send'
  | 'ok'
  | 'yes'
  | 'no'
  | 'cancel'
  | 'later'
  | 'unknown'
  | 'none_yet'
  | 'stop'
  | 'menu'
  | 'back'
  | 'skip'
  | 'help'
  | 'continue'
  | 'undo'
  | 'person';

/** A commune or ward of today. `formerDistricts`: codes, as in `DistrictEntry.code`. */
export interface PlaceEntry {
  readonly code: string;
  readonly name: string;
  readonly kind: 'xa' | 'phuong';
  readonly formerDistricts: readonly string[];
}
/** A former district or city: stands for the list of today's units. */
export interface DistrictEntry {
  readonly code: string;
  readonly name: string;
  readonly kind: 'huyen' | 'thi_xa' | 'thanh_pho';
  readonly units: readonly string[];
}
/** A commune, ward or town that no longer exists, or a name no longer used. `district`: its former district's code; `now`: code of today's unit. */
export interface OldPlaceEntry {
  readonly name: string;
  readonly kind: 'xa' | 'phuong' | 'thi_tran';
  readonly district: string;
  readonly now: string;
}
/** A body that sends needs and gets reminders. A commune's `code` is the five-digit one of its place. */
export interface UnitEntry {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: 'department' | 'commune' | 'mass_org' | 'other_unit';
}
/** A unit that was split: its name asks back. `successors`: ids (or codes) of units. */
export interface SplitUnitEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly successors: readonly string[];
}
/** A foreign NGO, a mission, or a body that people take for an NGO (`not_ngo`). */
export interface PartnerEntry {
  readonly id: string;
  /** Canonical English name. */
  readonly name: string;
  /** All other names: Vietnamese, abbreviations, spoken forms. */
  readonly names: readonly string[];
  readonly kind: 'ngo' | 'mission' | 'not_ngo';
  /** English name of the country. */
  readonly country?: string;
}

/** What there is to be named: an immutable snapshot, handed in. Built once from the lists by `vocabulary()`, which indexes it. */
export interface VocabularyLists {
  readonly places: readonly PlaceEntry[];
  readonly districts: readonly DistrictEntry[];
  readonly oldPlaces: readonly OldPlaceEntry[];
  readonly units: readonly UnitEntry[];
  readonly splitUnits: readonly SplitUnitEntry[];
  readonly partners: readonly PartnerEntry[];
}

/** How many of what a need serves. */
export interface Beneficiaries {
  readonly count: number;
  readonly unit: 'people' | 'households' | 'students' | 'children' | 'villages' | 'cooperatives';
  /** As said: "phụ nữ nghèo". */
  readonly group?: string;
}

/** Whom to ask about a need. */
export interface ContactDetails {
  readonly name?: string;
  readonly position?: string;
  /** National form, digits only: 0912000111. */
  readonly phone?: string;
  readonly email?: string;
}

/** First and last day, both inclusive; `months` where it was said or follows. What was not said is absent. */
export interface ProjectPeriod {
  readonly start?: Temporal.PlainDate;
  readonly end?: Temporal.PlainDate;
  readonly months?: number;
}

/** The three figures of a need; what was neither said nor follows by subtraction is absent. */
export interface Budget {
  readonly budget?: Money;
  readonly requested_aid?: Money;
  readonly counterpart?: Money;
}

/** One way to understand an unclear place name. */
export interface PlaceOption {
  readonly codes: readonly string[];
  readonly label: string;
}

/** Places of today (codes of communes or wards); the whole province; or what must be asked back. */
export interface PlacesRead {
  readonly communes: readonly string[];
  readonly province: boolean;
  /** Villages as said, e.g. "3 bản" or "bản Nà Tra". */
  readonly village?: string;
  /** The same words fit several places: ask. */
  readonly unclear: readonly { readonly said: string; readonly options: readonly PlaceOption[] }[];
  /** Old names that were resolved: "Hua Păng cũ → xã Đoàn Kết". */
  readonly renamed: readonly { readonly said: string; readonly now: string }[];
}

/** Everything that was found of a need in one message. Absent: not said. `org`: id of the unit. */
export interface NeedRead {
  readonly org?: string;
  readonly title?: string;
  readonly field?: FieldOfWork;
  readonly objective?: string;
  readonly places?: PlacesRead;
  readonly beneficiaries?: readonly Beneficiaries[];
  readonly money?: Budget;
  /** The total was said only as a range ("khoảng 2-3 tỷ"): ask for a figure. */
  readonly range?: { readonly min: Money; readonly max: Money } | undefined;
  readonly period?: ProjectPeriod;
  readonly contact?: ContactDetails;
  /** The text tells of other needs too; nothing of them is in the values. */
  readonly others?: true;
}

/** A stretch of time in Asia/Ho_Chi_Minh: `to` is exclusive, `grain` how exactly it was said. */
export interface Span {
  readonly from: Temporal.PlainDateTime;
  readonly to: Temporal.PlainDateTime;
  readonly grain: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
}

/** The reading of a message: the likeliest intent, how sure, and what was said. Intent and slot names: docs/understanding.md. */
export interface Understood {
  readonly intent: string;
  /** 0 to 1; below 0.5 ask back. */
  readonly confidence: number;
  readonly slots: { readonly [slot: string]: Json };
  readonly text: string;
}

/** Who writes, as far as it decides what a text means. */
export type Asker = 'guest' | 'department' | 'officer' | 'leader' | 'admin';
