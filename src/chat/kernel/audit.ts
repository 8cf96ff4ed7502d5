import type { AuditHead } from '../../base/audit/chain.ts';
import { type AuditRing, appendFacts, loadHead } from '../../base/audit/store.ts';
import type { AppendAudit } from '../dialogue/unit/unit.ts';

/**
 * Chains what units collected. The head is remembered between units: as long as no other process appends, it costs one statement;
 * a unit that was rolled back leaves a head that is ahead, which the database refuses once and is then read anew.
 */
export function auditAppender(ring: AuditRing): AppendAudit {
  let head: AuditHead | null = null;
  return async (sql, entries, now) => {
    head ??= await loadHead(sql, ring);
    head = await appendFacts(
      sql,
      ring,
      head,
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
      }),
    );
  };
}
