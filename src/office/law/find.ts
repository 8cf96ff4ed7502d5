import { type Concept, conceptsOf } from './concepts.ts';
import { rules } from './data/rules.ts';

/** When a rule answers: everything in `all` is asked about, something of each group in `any`, nothing in `not`. */
interface Asked {
  readonly all: readonly Concept[];
  readonly any?: readonly (readonly Concept[])[];
  readonly not?: readonly Concept[];
  /** Among several that fit, the more special one. */
  readonly weight?: number;
}
const on = (all: string, more: { any?: string; not?: string; weight?: number } = {}): Asked => ({
  all: all.split(' ').filter(Boolean) as Concept[],
  ...(more.any ? { any: more.any.split(',').map((group) => group.trim().split(' ') as Concept[]) } : {}),
  ...(more.not ? { not: more.not.split(' ') as Concept[] } : {}),
  ...(more.weight ? { weight: more.weight } : {}),
});

const asked: Readonly<Record<string, readonly Asked[]>> = {
  'aid.sets': [on('sets', { not: 'registration', weight: 2 })],
  'aid.file_non_project': [
    on('file nonProject', { not: 'relief sets differ' }),
    on('nonProject file must', { weight: 1 }),
  ],
  'aid.file_project': [
    on('file', {
      any: 'aid projectOnly',
      not: 'nonProject relief registration sets border visit data report workshop appraise approve days',
    }),
  ],
  'aid.approver': [
    on('approve', {
      any: 'aid projectOnly nonProject who',
      not: 'registration border days visit data receive lapse workshop decree refuse',
    }),
  ],
  'aid.appraisal_days': [on('appraise days'), on('approve days', { any: 'aid projectOnly nonProject', not: 'relief' })],
  'aid.appraiser': [on('appraise who', { not: 'days' })],
  'aid.lapse': [on('lapse', { not: 'registration data' })],
  'aid.refusal': [on('refuse', { any: 'aid projectOnly' })],
  'aid.management': [on('manage')],
  'aid.duties': [on('duties', { not: 'data' })],
  'aid.account': [on('account', { not: 'registration data' })],
  'aid.reports': [
    on('report', { any: 'aid projectOnly duties nonProject days', not: 'ngo registration receive', weight: 0 }),
  ],
  'aid.non_project': [on('nonProject what', { not: 'differ file' })],
  'aid.difference': [on('nonProject differ', { weight: 1 }), on('differ nonProject projectOnly', { weight: 1 })],
  'aid.counterpart': [on('counterpart')],
  'aid.before': [on('receive', { any: 'aid nonProject ngo', not: 'used border visit file workshop approve account' })],
  'aid.used_goods': [on('used')],
  'aid.decree': [on('decree')],
  'relief.days': [on('relief days')],
  'relief.file': [on('relief file')],
  'reg.activity_term': [
    on('registration', { any: 'term', not: 'office data file renew before' }),
    on('activity term', { not: 'office' }),
  ],
  'reg.office_term': [on('office term', { not: 'renew before' })],
  'reg.office_place': [on('office where', { not: 'submit' })],
  'reg.who': [on('registration', { any: 'submit who', not: 'file conditions data' })],
  'reg.days': [
    on('registration days', { any: 'result submit days', not: 'term renew before data' }),
    on('registration result days', { not: 'data' }),
  ],
  'reg.activity_conditions': [
    on('conditions', { any: 'activity registration', not: 'office' }),
    on('registration file', { not: 'office renew amend sets', weight: 0 }),
  ],
  'reg.office_conditions': [on('conditions office'), on('office file', { not: 'renew amend' })],
  'reg.renew_file': [on('renew file')],
  'reg.amend_file': [on('amend', { any: 'registration office' })],
  'reg.renew_when': [on('renew before', { weight: 1 }), on('renew days', { not: 'file' })],
  'reg.kinds': [on('kinds registration')],
  'reg.definition': [on('ngo what', { not: 'differ comingo paccom' })],
  'reg.scope': [on('scope', { any: 'ngo registration' })],
  'reg.forbidden': [on('forbidden', { any: 'ngo' })],
  'reg.reports': [on('ngo report')],
  'reg.province_days': [on('consult days')],
  'body.comingo': [on('comingo', { any: 'what who' })],
  'body.paccom': [on('paccom', { any: 'what who' })],
  'data.request': [on('erase data'), on('data days', { not: 'breach' })],
  'data.breach': [on('breach')],
  'visit.border': [
    on('border visit'),
    on('border', { any: 'approve file receive days' }),
    on('visit file'),
    on('visit days'),
  ],
  'visit.workshop': [on('workshop', { any: 'file approve receive must', not: 'nonProject' })],
};

/** What a question means: one rule for certain, two or three that it may mean, or none. */
export type RuleFound = { readonly sure: string } | { readonly maybe: readonly string[] };

const known = new Set(rules.map((rule) => rule.key));

/** Finds the rule that a question in anybody's words asks for. Nothing fits: `maybe` is empty, and nobody guesses. */
export function findRule(question: string): RuleFound {
  const said = conceptsOf(question);
  const scored = Object.entries(asked).flatMap(([key, ways]) => {
    const best = Math.max(-1, ...ways.map((way) => score(way, said)));
    return best > 0 && known.has(key) ? [{ key, best }] : [];
  });
  const sorted = scored.toSorted((a, b) => b.best - a.best);
  const [first, second] = sorted;
  if (!first) return { maybe: [] };
  if (!second || first.best > second.best) return { sure: first.key };
  return {
    maybe: sorted
      .filter((one) => one.best === first.best)
      .slice(0, 3)
      .map((one) => one.key),
  };
}

/** How special the fit is: one point a concept; -1 where it does not fit. */
function score(of: Asked, said: ReadonlySet<Concept>): number {
  if (!of.all.every((one) => said.has(one)) || of.not?.some((one) => said.has(one))) return -1;
  const groups = of.any ?? [];
  if (!groups.every((group) => group.some((one) => said.has(one)))) return -1;
  return of.all.length + groups.length + (of.weight ?? 0);
}
