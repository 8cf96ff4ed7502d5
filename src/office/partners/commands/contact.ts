import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { personal } from '../../../base/audit/personal.ts';
import type { Id } from '../../../base/ids.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import type { Work } from '../../../chat/work.ts';
import { partnerContact } from '../schema.ts';
import { type Changed, may, nextVersion, note, openPartner, touch } from './common.ts';

/** Somebody of a partner, as an officer reads it. */
export interface ContactPerson {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

const shape = z.object({ name: z.string(), phone: z.string().optional(), email: z.string().optional() });
const bound = (id: Id<'partner_contact'>) => `partner_contact/${id}`;
/** A contact as its row keeps it, bound to that row. */
export const sealContact = (keys: Keyring, id: Id<'partner_contact'>, { name, phone, email }: ContactPerson) =>
  keys.encrypt('stored', JSON.stringify({ name, phone, email }), bound(id));

/** Opens a sealed contact. @throws CannotOpen */
export const openContact = (keys: Keyring, id: Id<'partner_contact'>, data: Uint8Array): ContactPerson =>
  shape.parse(JSON.parse(keys.decryptText('stored', data, bound(id))));

/** Adds somebody of a partner. */
export async function addContact(
  work: Work,
  keys: Keyring,
  of: Id<'partner'>,
  contact: ContactPerson & { readonly position?: string | null },
): Promise<Changed<'partner_contact'>> {
  const verdict = may(work, 'ngo.log');
  if (!verdict.ok) return verdict;
  if (!contact.name.trim()) return { ok: false, why: 'empty' };
  const owner = await openPartner(work, of);
  if (!owner) return { ok: false, why: 'gone' };
  const id = work.newId<'partner_contact'>();
  await work.tx.insert(partnerContact).values({
    id,
    partnerId: of,
    position: contact.position ?? null,
    sealed: sealContact(keys, id, contact),
    active: true,
    demo: owner.demo,
    rowVersion: 1,
    createdAt: work.now,
    createdBy: work.actor.person,
    updatedAt: work.now,
  });
  await touch(work, of);
  note(work, of, 'contact.add', {
    after: { row: id, position: contact.position ?? null, person: personal(contact.name) },
  });
  return { ok: true, id, version: 1, difference: null };
}

/** Takes back somebody who was just added: for an undo. `at`: the version that was added. */
export async function forgetContact(
  work: Work,
  id: Id<'partner_contact'>,
  at: number,
): Promise<Changed<'partner_contact'>> {
  const verdict = may(work, 'ngo.log');
  if (!verdict.ok) return verdict;
  const [gone] = await work.tx
    .delete(partnerContact)
    .where(and(eq(partnerContact.id, id), eq(partnerContact.rowVersion, at)))
    .returning({ partner: partnerContact.partnerId });
  if (!gone) return { ok: false, why: 'stale' };
  await touch(work, gone.partner);
  note(work, gone.partner, 'contact.undo', { before: { row: id } });
  return { ok: true, id, version: at, difference: null };
}

/** Changes somebody of a partner, or says that they have left (`active` false). `at`: the version that was read. */
export async function changeContact(
  work: Work,
  keys: Keyring,
  id: Id<'partner_contact'>,
  patch: Partial<ContactPerson> & { readonly position?: string | null; readonly active?: boolean },
  at?: number,
): Promise<Changed<'partner_contact'>> {
  const verdict = may(work, 'ngo.log');
  if (!verdict.ok) return verdict;
  const [row] = await work.tx.select().from(partnerContact).where(eq(partnerContact.id, id));
  if (!row) return { ok: false, why: 'gone' };
  if (at !== undefined && row.rowVersion !== at) return { ok: false, why: 'stale' };
  const { position, active, ...person } = patch;
  const was = openContact(keys, id, row.sealed);
  const now = { ...was, ...person };
  const [done] = await work.tx
    .update(partnerContact)
    .set({
      ...(position === undefined ? {} : { position }),
      ...(active === undefined ? {} : { active }),
      sealed: sealContact(keys, id, now),
      rowVersion: nextVersion,
      updatedAt: work.now,
    })
    .where(and(eq(partnerContact.id, id), eq(partnerContact.rowVersion, row.rowVersion)))
    .returning({ version: partnerContact.rowVersion });
  if (!done) return { ok: false, why: 'stale' };
  await touch(work, row.partnerId);
  const facts = (of: ContactPerson, what: { position: string | null; active: boolean }) => ({
    row: id,
    ...what,
    person: personal({ ...of, phone: of.phone ?? null, email: of.email ?? null }),
  });
  note(work, row.partnerId, 'contact.change', {
    before: facts(was, row),
    after: facts(now, { position: position === undefined ? row.position : position, active: active ?? row.active }),
  });
  return { ok: true, id, version: done.version, difference: null };
}
