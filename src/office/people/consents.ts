import { createHash } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../base/ids.ts';
import type { Lang } from '../../chat/text.ts';
import type { Reads, Work } from '../../chat/work.ts';
import { consent, consentText } from './schema.ts';

/** Changes whenever the text of the consent changes in meaning. */
export const policyVersion = '2026-1';

/** Writes a consent down with its proof: the very text that was shown, once, and its hash. */
export async function recordConsent(
  work: Work,
  of: Id<'person'>,
  given: {
    readonly at: Temporal.Instant;
    readonly method: 'button' | 'typed' | 'demo';
    readonly lang: Lang;
    readonly text: string;
  },
): Promise<void> {
  const hash = createHash('sha256').update(given.text).digest('hex');
  await work.tx
    .insert(consentText)
    .values({ hash, policyVersion, lang: given.lang, body: given.text, firstUsedAt: work.now })
    .onConflictDoNothing();
  await work.tx.insert(consent).values({
    id: work.newId(),
    personId: of,
    policyVersion,
    textHash: hash,
    channel: work.via.channel,
    at: given.at,
    method: given.method,
  });
  work.audit({
    action: 'consent.give',
    on: { kind: 'person', id: of },
    after: { policy: policyVersion, text: hash, method: given.method },
  });
}

/** Withdraws the actor's own consent: from the next message on they are as a guest. Gives false where there was none. */
export async function withdrawConsent(work: Work): Promise<boolean> {
  const of = work.actor.person;
  if (!of) return false;
  const done = await work.tx
    .update(consent)
    .set({ withdrawnAt: work.now, withdrawnVia: work.via.channel })
    .where(and(eq(consent.personId, of), isNull(consent.withdrawnAt)))
    .returning({ id: consent.id });
  if (done.length === 0) return false;
  work.audit({ action: 'consent.withdraw', on: { kind: 'person', id: of } });
  return true;
}

/** When and to what somebody agreed last. */
export async function lastConsent(
  reads: Reads,
  of: Id<'person'>,
): Promise<{ readonly at: Temporal.Instant; readonly withdrawnAt: Temporal.Instant | null } | null> {
  const [row] = await reads
    .select({ at: consent.at, withdrawnAt: consent.withdrawnAt })
    .from(consent)
    .where(eq(consent.personId, of))
    .orderBy(desc(consent.at), desc(consent.id))
    .limit(1);
  return row ?? null;
}
