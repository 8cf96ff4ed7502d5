import { z } from 'zod';
import { fieldsOfWork, fold, type Understood, type Vocabulary } from '../../../language/index.ts';
import type { PartnerFilter } from '../store/search.ts';
import { expiringDays } from './certificate.ts';
import { whereAsked } from './where.ts';

const day = z.iso.date();

/** A search as a button carries it. */
export const queryShape = z.object({
  from: z.int().min(0).default(0),
  kind: z.enum(['ngo', 'mission']),
  fields: z.array(z.enum(fieldsOfWork)).exactOptional(),
  where: z.object({ districts: z.array(z.string()), communes: z.array(z.string()) }).exactOptional(),
  countries: z.array(z.string()).exactOptional(),
  notCountries: z.array(z.string()).exactOptional(),
  not: z.array(z.string()).exactOptional(),
  registration: z.enum(['active', 'expired', 'suspended', 'none']).exactOptional(),
  activity: z.enum(['active', 'none']).exactOptional(),
  expires: z.object({ from: day, to: day }).exactOptional(),
  issued: z.object({ from: day, to: day }).exactOptional(),
  silent: z.literal(true).exactOptional(),
  introduced: z.int().min(2000).max(2200).exactOptional(),
});
export type Query = z.output<typeof queryShape>;

/** The filter that a query means. */
export function filterOf({ from: _, expires, issued, not, ...rest }: Query): PartnerFilter {
  return {
    ...rest,
    ...(not ? { not: not as unknown as NonNullable<PartnerFilter['not']> } : {}),
    ...(issued
      ? { issued: { from: Temporal.PlainDate.from(issued.from), to: Temporal.PlainDate.from(issued.to) } }
      : {}),
    ...(expires
      ? { expires: { from: Temporal.PlainDate.from(expires.from), to: Temporal.PlainDate.from(expires.to) } }
      : {}),
  };
}

/** What a search may be narrowed by, each of which it may also do without. */
const droppable = [
  'fields',
  'where',
  'countries',
  'registration',
  'activity',
  'expires',
  'issued',
  'silent',
  'introduced',
] as const;
export type Condition = (typeof droppable)[number];

/** The conditions that a search has. */
export const conditionsOf = (query: Query): readonly Condition[] =>
  droppable.filter((condition) => query[condition] !== undefined);

const many = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/** "tổ chức nào làm y tế ở Mộc Châu còn hạn": what a question about organisations narrows by. */
export function searchAsked(ask: Understood, v: Vocabulary, today: Temporal.PlainDate): Query {
  const { slots } = ask;
  const fields = fieldsOfWork.filter((field) => many(slots['field']).includes(field));
  const where = slots['place'] ? whereAsked(ask.text, v) : null;
  const excluded = many(slots['exclude']);
  const not = v.lists.partners.filter(({ name }) => excluded.includes(name)).map(({ id }) => id);
  const countries = many(slots['country']);
  const known = new Set(v.lists.partners.map(({ country }) => country));
  const notCountries = excluded.filter((one) => known.has(one));
  const said = fold(ask.text);
  const registration = /dinh chi|suspended/.test(said)
    ? 'suspended'
    : queryShape.shape.registration.safeParse(slots['registration']).data;
  const activity = queryShape.shape.activity.safeParse(slots['activity']).data;
  const issued = newlyIssued.test(said) ? issuedAsked(ask, today) : undefined;
  return {
    from: 0,
    kind: 'ngo',
    ...(fields.length > 0 ? { fields } : {}),
    ...(where ? { where: { districts: [...where.districts], communes: [...where.communes] } } : {}),
    ...(countries.length > 0 ? { countries } : {}),
    ...(notCountries.length > 0 ? { notCountries } : {}),
    ...(not.length > 0 ? { not } : {}),
    ...(registration ? { registration } : {}),
    ...(activity ? { activity } : {}),
    ...(issued ? { issued } : {}),
    ...(longSilent.test(said) ? { silent: true as const } : {}),
  };
}

/** "mới được cấp giấy", "vừa đăng ký": a certificate issued lately. */
const newlyIssued =
  /(?<!\p{L})(?:moi|vua)(?: \p{L}+){0,2} (?:cap|dang ky)(?!\p{L})|(?:newly|recently|just) (?:registered|certified|licensed)|new(?:ly)? certificates?/u;
/** How long a certificate counts as issued lately where no time is said. */
const lately = { months: 6 };

function issuedAsked({ slots }: Understood, today: Temporal.PlainDate): { readonly from: string; readonly to: string } {
  const { period, year } = slots as { period?: { from?: string; to?: string }; year?: number };
  if (year) return { from: `${year}-01-01`, to: `${year}-12-31` };
  return { from: period?.from ?? today.subtract(lately).toString(), to: period?.to ?? today.toString() };
}

/** "lâu chưa liên hệ", "lâu không gặp". */
const longSilent =
  /lau (?:roi )?(?:chua|khong|ko|k) (?:lien he|lam viec|gap|trao doi)|no contact for|not been contacted/;

/** "đã hết hạn", "quá hạn": over already, not about to be. */
const alreadyOver = /(?:da|bi) het (?:han|hieu luc)|qua han|already expired|have expired/;

/** "tổ chức nào sắp hết hạn trong quý I/2027": in the time that is said, else from today for as long as "sắp hết hạn" means. */
export function expiryAsked(ask: Understood, v: Vocabulary, today: Temporal.PlainDate): Query {
  const { period, year, date } = ask.slots as { period?: { from?: string; to?: string }; year?: number; date?: string };
  if (!period && !date && !year && alreadyOver.test(fold(ask.text))) {
    return { ...searchAsked(ask, v, today), registration: 'expired' };
  }
  const expires = period
    ? { from: period.from ?? today.toString(), to: period.to ?? today.add({ days: expiringDays }).toString() }
    : date
      ? { from: date, to: date }
      : year
        ? { from: `${year}-01-01`, to: `${year}-12-31` }
        : { from: today.toString(), to: today.add({ days: expiringDays }).toString() };
  return { ...searchAsked(ask, v, today), expires };
}

/** "ai có thể tài trợ", "có thể hỗ trợ": asks who could fund something, not who works on it. */
export const asksCandidates = (text: string): boolean =>
  /co the (?:ho tro|tai tro|giup|vien tro|nhan)|(?:ai|nao) (?:ho tro|tai tro) duoc|phu hop|could (?:fund|support|help)/.test(
    fold(text),
  );
