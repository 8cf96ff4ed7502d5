import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Role, Scope } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Reads } from '../../chat/work.ts';
import { consent, office, person, roleGrant, unit } from './schema.ts';
import type { Holder, Office, Person, Unit } from './types.ts';

const unitColumns = {
  id: unit.id,
  kind: unit.kind,
  communeKind: unit.communeKind,
  code: unit.code,
  nameVi: unit.nameVi,
  nameEn: unit.nameEn,
  aliases: unit.aliases,
  officer: unit.officerId,
  phone: unit.phone,
  managingAgency: unit.managingAgency,
  approvesInApp: unit.approvesInApp,
};

const personColumns = {
  id: person.id,
  name: person.fullName,
  address: person.address,
  position: person.position,
  unit: person.unitId,
  officeLine: person.officeLine,
  email: person.email,
  active: person.active,
};

/** The office's own row; null before it is set. */
export async function readOffice(reads: Reads): Promise<Office | null> {
  const [row] = await reads.select().from(office);
  return row ?? null;
}

/** All units of today. Their names are public. */
export function unitsOfToday(reads: Reads): Promise<Unit[]> {
  return reads.select(unitColumns).from(unit).where(isNull(unit.activeTo)).orderBy(asc(unit.code));
}

/** One unit, closed ones too. */
export async function unitById(reads: Reads, id: Id<'unit'>): Promise<Unit | null> {
  const [row] = await reads.select(unitColumns).from(unit).where(eq(unit.id, id));
  return row ?? null;
}

/** Several units, by id. */
export async function unitsById(reads: Reads, ids: readonly Id<'unit'>[]): Promise<ReadonlyMap<Id<'unit'>, Unit>> {
  if (ids.length === 0) return new Map();
  const rows = await reads
    .select(unitColumns)
    .from(unit)
    .where(inArray(unit.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** One person. */
export async function personById(reads: Reads, id: Id<'person'>): Promise<Person | null> {
  const [row] = await reads.select(personColumns).from(person).where(eq(person.id, id));
  return row ?? null;
}

/** The names of these people, by id: who did something, where the deed itself may be seen. */
export async function namesOf(reads: Reads, ids: readonly Id<'person'>[]): Promise<ReadonlyMap<Id<'person'>, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reads
    .select({ id: person.id, name: person.fullName })
    .from(person)
    .where(inArray(person.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The people of units that somebody may see (`people.see`), by name. */
export async function peopleSeen(reads: Reads, scope: Scope): Promise<Person[]> {
  if (scope.see === 'published' || scope.see === 'nothing') return [];
  const ours = scope.see === 'units' ? inArray(person.unitId, [...scope.units]) : undefined;
  return reads
    .select(personColumns)
    .from(person)
    .where(and(eq(person.active, true), ours))
    .orderBy(asc(person.fullName));
}

const validAt = (now: Temporal.Instant) =>
  and(lte(roleGrant.validFrom, now), or(isNull(roleGrant.validTo), gt(roleGrant.validTo, now)));

/** Who holds one of these roles now, for this unit where one is named: whom notices go to, never shown as a list. */
export function holders(
  reads: Reads,
  of: { readonly roles: readonly Role[]; readonly unit?: Id<'unit'> },
  now: Temporal.Instant,
): Promise<Holder[]> {
  return reads
    .selectDistinct({
      person: person.id,
      name: person.fullName,
      address: person.address,
      role: roleGrant.role,
      unit: roleGrant.unitId,
    })
    .from(roleGrant)
    .innerJoin(person, eq(person.id, roleGrant.personId))
    .where(
      and(
        eq(person.active, true),
        inArray(roleGrant.role, [...of.roles]),
        of.unit ? eq(roleGrant.unitId, of.unit) : undefined,
        validAt(now),
        // Whoever withdrew their consent gets no notices. Whoever was never asked does: that ends as a call to make.
        sql`(not exists (select 1 from ${consent} c where c.person_id = ${person.id})
          or exists (select 1 from ${consent} c where c.person_id = ${person.id} and c.withdrawn_at is null))`,
      ),
    )
    .orderBy(asc(person.id));
}

/** Each person once, whatever roles they hold: a notice goes out once. */
const once = (all: readonly Holder[]): Holder[] => [...new Map(all.map((one) => [one.person, one])).values()];

/** The focal points and heads of a unit, each once. */
export const peopleOfUnit = async (reads: Reads, of: Id<'unit'>, now: Temporal.Instant): Promise<Holder[]> =>
  once(await holders(reads, { roles: ['focal_point', 'unit_approver'], unit: of }, now));

/** Officers and their division's heads, each once: who is told where no officer is in charge. */
export const allOfficers = async (reads: Reads, now: Temporal.Instant): Promise<Holder[]> =>
  once(await holders(reads, { roles: ['officer', 'division_head'] }, now));

/** The officer in charge of a unit; null where none is set, or that one has left. */
export async function officerInCharge(reads: Reads, of: Id<'unit'>): Promise<Person | null> {
  const [row] = await reads
    .select(personColumns)
    .from(unit)
    .innerJoin(person, eq(person.id, unit.officerId))
    .where(and(eq(unit.id, of), eq(person.active, true)));
  return row ?? null;
}
