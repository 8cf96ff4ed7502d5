import { and, eq } from 'drizzle-orm';
import type { Id } from '../../base/ids.ts';
import type { Reads } from '../../chat/work.ts';
import { person } from '../people/schema.ts';

/** The officer in charge of an entry, while they are still here; null: nobody in particular, so the whole office. */
export async function officeOfficer(reads: Reads, id: Id<'person'> | null): Promise<Id<'person'> | null> {
  if (!id) return null;
  const [row] = await reads
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, id), eq(person.active, true)));
  return row?.id ?? null;
}
