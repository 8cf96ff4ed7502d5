import type { Beneficiaries, ContactDetails, FieldOfWork, ProjectPeriod } from '../../../language/index.ts';
import { type BudgetAnswer, budgetIsComplete } from './budget.ts';
import { periodIsComplete } from './period.ts';

/** Where a need is: codes of today's communes, or the whole province; villages as said. */
export interface Places {
  readonly communes: readonly string[];
  readonly province: boolean;
  readonly village?: string;
}

export const aidKinds = ['programme', 'project', 'non_project'] as const;
export type AidKind = (typeof aidKinds)[number];
export const counterpartKinds = ['cash', 'in_kind', 'labour', 'land'] as const;
export type CounterpartKind = (typeof counterpartKinds)[number];

/** What a form or a revision says of a need; names as the columns of the revision and the fields of the form. */
export interface NeedAnswers {
  readonly title?: string;
  readonly field?: FieldOfWork;
  readonly objective?: string;
  readonly places?: Places;
  readonly beneficiaries?: readonly Beneficiaries[];
  readonly budget?: BudgetAnswer;
  readonly period?: ProjectPeriod;
  readonly contact?: ContactDetails;
  readonly activities?: string;
  readonly rationale?: string;
  readonly expected_results?: string;
  readonly aid_kind?: AidKind;
  readonly counterpart_kind?: CounterpartKind;
  readonly priority?: 1 | 2 | 3;
  readonly title_en?: string;
  readonly objective_en?: string;
  /** The Sở was told at once; it takes the short track, with or without an open round. */
  readonly emergency?: boolean;
}

/** Answers of which nothing that must be there is missing. */
export type FullNeed = NeedAnswers & Required<Pick<NeedAnswers, (typeof minimum)[number]>>;

/** What must be there before a need can be submitted: eight questions, in the order in which they are asked. */
export const minimum = [
  'title',
  'field',
  'objective',
  'places',
  'beneficiaries',
  'budget',
  'period',
  'contact',
] as const satisfies readonly (keyof NeedAnswers)[];

/** Whether somebody can be reached: a name and one way to them. */
export const contactIsComplete = (c: ContactDetails): boolean => Boolean(c.name && (c.phone || c.email));

/** Which of the eight are absent or incomplete, in the order of asking. */
export function missingOf(a: NeedAnswers): (typeof minimum)[number][] {
  return minimum.filter((name) => {
    switch (name) {
      case 'places':
        return !a.places || !(a.places.province || a.places.communes.length > 0);
      case 'beneficiaries':
        return !a.beneficiaries?.length;
      case 'budget':
        return !a.budget || !budgetIsComplete(a.budget);
      case 'period':
        return !a.period || !periodIsComplete(a.period);
      case 'contact':
        return !a.contact || !contactIsComplete(a.contact);
      default:
        return !a[name];
    }
  });
}

/** Whether the minimum is there; an emergency is never held up by a missing field, but even it says what and where. */
export function canSubmit(a: NeedAnswers): a is FullNeed {
  return missingOf(a).length === 0;
}

/** What the rest adds to the 60 % of the minimum. */
const extras: readonly (readonly [keyof NeedAnswers, number])[] = [
  ['activities', 10],
  ['rationale', 10],
  ['expected_results', 10],
  ['aid_kind', 5],
  ['priority', 5],
];

/** How complete a need is, 0 to 100: the eight make 60, what makes it convincing the rest. */
export function completeness(a: NeedAnswers): number {
  const have = minimum.length - missingOf(a).length;
  const more = extras.reduce((sum, [name, points]) => sum + (a[name] === undefined ? 0 : points), 0);
  return Math.floor((have * 60) / minimum.length) + more;
}

/** Number of words that two titles share, of all their words: 0 to 1. Both folded (no diacritics, lower case). */
export function titleLikeness(a: string, b: string): number {
  const words = (t: string) => new Set(t.split(/[^\p{L}\d]+/u).filter((w) => w.length > 1));
  const [x, y] = [words(a), words(b)];
  const shared = [...x].filter((w) => y.has(w)).length;
  const all = new Set([...x, ...y]).size;
  return all === 0 ? 0 : shared / all;
}
