import type { Id } from '../../base/ids.ts';
import type { Work } from '../../chat/work.ts';

/** A rule as somebody proposes and another confirms it. */
export interface NewRule {
  readonly key: string;
  /** The row that it takes the place of: another one since then, and nothing is written. */
  readonly of: string;
  readonly vi: string;
  readonly en: string;
  readonly citation: string;
  readonly by: Id<'person'> | null;
}

/**
 * Writes a rule that has been verified; the form before stays as history. Who may, is asked by the caller (office/procedures): law knows no
 * people. False where the rule has changed since.
 */
export async function verifyRule(work: Work, rule: NewRule): Promise<boolean> {
  const now = work.now.toString();
  const [before] = await work.raw<{ no: number; vi: string; citation: string; replaced: string | null }[]>`
    update legal_rule set superseded_at = ${now} where id = ${rule.of} and key = ${rule.key} and superseded_at is null
    returning no, vi, citation, replaced`;
  if (!before) return false;
  const id = work.newId<'legal_rule'>();
  await work.raw`
    insert into legal_rule (id, key, no, edition, vi, en, citation, certainty, replaced, proposed_by, verified_by, verified_at, created_at)
    values (${id}, ${rule.key}, ${before.no + 1}, null, ${rule.vi}, ${rule.en}, ${rule.citation}, 'text', ${before.replaced}, ${rule.by},
      ${work.actor.person}, ${now}, ${now})`;
  work.audit({
    action: 'rule.verify',
    on: { kind: 'legal_rule', id },
    before: { key: rule.key, text: before.vi, citation: before.citation },
    after: { key: rule.key, text: rule.vi, citation: rule.citation, proposedBy: rule.by },
  });
  return true;
}
