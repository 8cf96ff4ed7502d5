import { eq, sql } from 'drizzle-orm';
import type { Id } from '../../../base/ids.ts';
import { localDay } from '../../../base/time/zone.ts';
import type { Reads } from '../../../chat/work.ts';
import { ngoCertificate } from '../schema.ts';
import { rulingOn } from './ruling.ts';

/** The row of the certificate by which an NGO is judged today; null: it has none. */
export async function rulingRow(
  reads: Reads,
  of: Id<'partner'>,
  now: Temporal.Instant,
): Promise<typeof ngoCertificate.$inferSelect | null> {
  const [found] = await reads
    .select({ id: sql<Id<'ngo_certificate'>>`ruling.certificate_id` })
    .from(rulingOn(localDay(now), [of]));
  if (!found) return null;
  const [row] = await reads.select().from(ngoCertificate).where(eq(ngoCertificate.id, found.id));
  return row ?? null;
}
