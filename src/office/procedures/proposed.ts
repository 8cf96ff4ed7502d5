import { z } from 'zod';
import type { Id } from '../../base/ids.ts';
import { isId } from '../../base/ids.ts';
import { verifyRule } from '../law/commands.ts';
import { allowed } from '../people/access.ts';
import type { ProposedAction } from '../proposals/index.ts';
import * as t from './texts.ts';

const args = z.object({
  key: z.string(),
  of: z.string().refine(isId),
  before: z.string(),
  vi: z.string(),
  en: z.string(),
  citation: z.string(),
  by: z.string().nullable(),
});
export type RuleArgs = z.infer<typeof args>;

/** A rule as it should be answered from now on: proposed by anybody of the Sở, verified by a division head or the director. */
export const ruleAction: ProposedAction<RuleArgs> = {
  name: 'rule.verify',
  args,
  rights: { propose: 'rule.propose', confirm: 'rule.verify' },
  hours: 14 * 24,
  about: (of) => of.key,
  title: (of, lang) => t.proposedTitle(of.before === of.vi, of.citation, lang),
  show: (of, lang) => t.proposedLines(of.before, of.vi, lang),
  yes: t.buttons.yes,
  async run(work, of) {
    if (!allowed(work, 'rule.verify').ok) return { ok: false, said: (lang) => t.mayNot(lang) };
    const { before: _, ...rule } = of;
    if (!(await verifyRule(work, { ...rule, by: of.by as Id<'person'> | null })))
      return { ok: false, said: (lang) => t.changedSince(lang) };
    const shown = { ...of, certainty: 'text' as const, replaced: null, verifiedAt: work.now };
    return { ok: true, said: (lang) => t.verified(lang, shown) };
  },
};
