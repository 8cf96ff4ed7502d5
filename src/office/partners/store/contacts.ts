import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '../../../base/access/access.ts';
import type { Id } from '../../../base/ids.ts';
import type { Keyring } from '../../../base/secrets/keyring.ts';
import type { Reads } from '../../../chat/work.ts';
import { seesAll } from '../access.ts';
import { type ContactPerson, openContact } from '../commands/contact.ts';
import { partnerContact } from '../schema.ts';
import type { Page, Slot } from './entries.ts';

/** Somebody of a partner, with what they do there. */
export interface ContactCard extends ContactPerson {
  readonly id: Id<'partner_contact'>;
  readonly position: string | null;
  readonly rowVersion: number;
  readonly updatedAt: Temporal.Instant;
}

/** Whom one knows at a partner, opened for a reader with the right to it; who has left is not among them. */
export async function contactCards(
  reads: Reads,
  keys: Keyring,
  scope: Scope,
  of: Id<'partner'>,
  page: Slot,
): Promise<Page<ContactCard>> {
  if (!seesAll(scope)) return { rows: [], total: 0 };
  const rows = await reads
    .select()
    .from(partnerContact)
    .where(and(eq(partnerContact.partnerId, of), eq(partnerContact.active, true)))
    .orderBy(asc(partnerContact.createdAt), asc(partnerContact.id));
  return {
    total: rows.length,
    rows: rows.slice(page.from, page.from + page.most).map((row) => ({
      ...openContact(keys, row.id, row.sealed),
      id: row.id,
      position: row.position,
      rowVersion: row.rowVersion,
      updatedAt: row.updatedAt,
    })),
  };
}
