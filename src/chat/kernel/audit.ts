import type { AuditHead } from '../../base/audit/chain.ts';
import { type AuditOrder, type AuditRing, appendFacts, followFacts, loadHead } from '../../base/audit/store.ts';
import type { AuditAppender, CollectedAudit } from '../dialogue/unit/unit.ts';

/** After another process appended, so many units wait for their place in the chain before they commit: it probably will again. */
const careful = 100;

const ordersOf = (entries: readonly CollectedAudit[], now: Temporal.Instant): AuditOrder[] =>
  entries.map(({ entry, actor, via }) => {
    const grant = actor.grants.find((g) => g.standsInFor !== null) ?? actor.grants[0];
    return {
      at: now,
      actor: actor.person,
      role: grant?.role ?? null,
      actingFor: grant?.standsInFor ?? null,
      channel: via.channel,
      request: via.request,
      action: entry.action,
      kind: entry.on.kind,
      record: entry.on.id,
      before: entry.before ?? null,
      after: entry.after ?? null,
      subject: entry.subject === undefined ? actor.person : entry.subject,
    };
  });

/**
 * Chains what units collected. The head is remembered between units: as long as no other process appends, it costs one statement;
 * a unit that was rolled back leaves a head that is ahead, which the database refuses once and is then read anew.
 */
export function auditAppender(ring: AuditRing): AuditAppender {
  let head: AuditHead | null = null;
  let alone = 0;
  return {
    async append(sql, entries, now) {
      head ??= await loadHead(sql, ring);
      head = await appendFacts(sql, ring, head, ordersOf(entries, now));
    },
    follow(sql, entries, now) {
      if (!head || alone < 0) {
        alone += 1;
        return null;
      }
      const { head: next, written } = followFacts(sql, ring, head, ordersOf(entries, now));
      head = next;
      return written.catch((error: unknown) => {
        // What was linked behind this one meanwhile fails too; the next unit reads how things stand.
        head = null;
        alone = -careful;
        throw error;
      });
    },
  };
}
