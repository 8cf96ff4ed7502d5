import { eq, sql } from 'drizzle-orm';
import type { Address, Role, Verdict } from '../../base/access/access.ts';
import type { Id } from '../../base/ids.ts';
import type { Keyring } from '../../base/secrets/keyring.ts';
import type { Work } from '../../chat/work.ts';
import { allowed } from './access.ts';
import { grantRole } from './linking.ts';
import { openPhone, sealPhone } from './phone.ts';
import { office, person } from './schema.ts';
import { readOffice } from './store.ts';
import type { Office } from './types.ts';

/** Sets the office's own row as a whole. */
export async function setOffice(work: Work, of: Office): Promise<Verdict> {
  const verdict = allowed(work, 'office.set');
  if (!verdict.ok) return verdict;
  const before = await readOffice(work.tx);
  const values = { ...of, updatedAt: work.now, updatedBy: work.actor.person };
  await work.tx
    .insert(office)
    .values({ ...values, rowVersion: 1 })
    .onConflictDoUpdate({ target: office.only, set: { ...values, rowVersion: sql`${office.rowVersion} + 1` } });
  work.audit({
    action: 'office.set',
    on: { kind: 'office', id: 'office' },
    before: before && { name: before.nameVi, phone: before.phone, dataOfficer: before.dataOfficer },
    after: { name: of.nameVi, phone: of.phone, dataOfficer: of.dataOfficer },
  });
  return verdict;
}

/** Somebody who gets an account without a code: imported, or of the demonstration. */
export interface NewPerson {
  readonly name: string;
  readonly address: Address;
  readonly position: string | null;
  readonly unit: Id<'unit'> | null;
  readonly roles: readonly { readonly role: Exclude<Role, 'guest'>; readonly unit: Id<'unit'> | null }[];
  /** E.164. */
  readonly phone?: string;
  readonly officeLine?: string;
  readonly email?: string;
  readonly demo?: boolean;
}

/** Makes a person with their grants. */
export async function addPerson(
  work: Work,
  keys: Keyring | null,
  of: NewPerson,
): Promise<{ readonly ok: true; readonly person: Id<'person'> } | Extract<Verdict, { ok: false }>> {
  const verdict = allowed(work, 'role.set');
  if (!verdict.ok) return verdict;
  const id = work.newId<'person'>();
  await work.tx.insert(person).values({
    id,
    fullName: of.name,
    address: of.address,
    position: of.position,
    unitId: of.unit,
    officeLine: of.officeLine ?? null,
    email: of.email ?? null,
    ...(of.phone && keys ? sealPhone(keys, id, of.phone) : {}),
    active: true,
    demo: of.demo ?? false,
    createdAt: work.now,
    createdBy: work.actor.person,
    updatedAt: work.now,
    rowVersion: 1,
  });
  work.audit({ action: 'person.add', on: { kind: 'person', id, ...(of.unit ? { unit: of.unit } : {}) } });
  for (const { role, unit } of of.roles) {
    await grantRole(work, id, { role, unitId: unit, createdBy: work.actor.person });
  }
  return { ok: true, person: id };
}

/** How the actor wants to be called. */
export async function setAddress(work: Work, who: Id<'person'>, address: Exclude<Address, null>): Promise<void> {
  await work.tx
    .update(person)
    .set({ address, updatedAt: work.now, rowVersion: sql`${person.rowVersion} + 1` })
    .where(eq(person.id, who));
}

/** Somebody's phone number in full, for an officer who must call: every look-up is logged. Null where there is none. */
export async function lookUpPhone(
  work: Work,
  keys: Keyring,
  who: Id<'person'>,
): Promise<{ readonly ok: true; readonly phone: string | null } | Extract<Verdict, { ok: false }>> {
  const verdict = who === work.actor.person ? ({ ok: true } as const) : allowed(work, 'people.contacts');
  if (!verdict.ok) return verdict;
  const [row] = await work.tx.select({ sealed: person.phoneSealed }).from(person).where(eq(person.id, who));
  work.audit({ action: 'people.contacts', on: { kind: 'person', id: who } });
  return { ok: true, phone: row?.sealed ? openPhone(keys, who, row.sealed) : null };
}
