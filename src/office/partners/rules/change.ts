import { z } from 'zod';
import { type Currency, currencies } from '../../../base/money/money.ts';
import { fieldsOfWork } from '../../../language/index.ts';
import { criteria } from '../schema.ts';

const day = z.iso.date();
const some = z.string().min(1).max(300);
const code = z.string().regex(/^VT-\d{4}-\d{3,6}$/);
const minor = z.string().regex(/^\d{1,18}$/);
const currency = z.enum(Object.keys(currencies) as [Currency, ...Currency[]]);
const op = z.enum(['add', 'remove']);

/** One thing that somebody says has changed, or is wrong, in the register. Days as text, amounts as digits: it is kept with a draft. */
export const changeShape = z.discriminatedUnion('what', [
  z.object({ what: z.literal('expires'), to: day, renewed: z.boolean() }),
  z.object({ what: z.literal('number'), to: some }),
  z.object({ what: z.literal('head'), to: some }),
  z.object({ what: z.literal('address'), to: some }),
  z.object({ what: z.literal('website'), to: some }),
  z.object({ what: z.literal('name_en'), to: some }),
  z.object({ what: z.literal('name_vi'), to: some }),
  z.object({ what: z.literal('alias'), to: some }),
  z.object({ what: z.literal('field'), op, to: z.enum(fieldsOfWork) }),
  z.object({ what: z.literal('district'), op, to: some }),
  z.object({ what: z.literal('commune'), op, to: some, name: some }),
  z.object({ what: z.literal('tool'), op, to: some }),
  z.object({ what: z.literal('event'), kind: z.enum(['suspend', 'resume', 'terminate', 'revoke']), on: day }),
  z.object({ what: z.literal('filed'), on: day }),
  z.object({ what: z.literal('held'), by: z.enum(['ngo', 'comingo', 'opinions', 'province', 'mfa']) }),
  z.object({ what: z.literal('committed'), code, minor, currency }),
  z.object({ what: z.literal('disbursed'), code, minor, currency }),
  z.object({
    what: z.literal('stage'),
    code,
    to: z.enum(['signed', 'approved', 'implementing', 'suspended', 'finished', 'handed_over', 'settled', 'cancelled']),
  }),
  z.object({ what: z.literal('merge'), into: some, name: some }),
  z.object({ what: z.literal('officer'), to: some }),
  z.object({
    what: z.literal('contact'),
    name: some,
    phone: some.exactOptional(),
    email: some.exactOptional(),
    position: some.exactOptional(),
  }),
  z.object({
    what: z.literal('criterion'),
    which: z.enum(criteria),
    state: z.enum(['met', 'not_met']),
    evidence: some,
  }),
]);
export type Change = z.output<typeof changeShape>;

/** What of two changes is the same thing said again: the later one counts. */
export const subjectOf = (of: Change): string =>
  of.what === 'field' || of.what === 'district' || of.what === 'commune' || of.what === 'tool'
    ? `${of.what} ${of.to}`
    : 'code' in of
      ? `${of.what} ${of.code}`
      : of.what === 'criterion'
        ? `criterion ${of.which}`
        : of.what;

/** The changes with later ones in place of what they say anew. */
export const withLater = (before: readonly Change[], later: readonly Change[]): Change[] => [
  ...before.filter((one) => !later.some((other) => subjectOf(other) === subjectOf(one))),
  ...later,
];
