import { givenField } from '../../chat/dialogue/form/given-field.ts';
import { textField } from '../../chat/dialogue/form/text-field.ts';
import { form } from '../../chat/dialogue/form/types.ts';
import { ruleNow } from '../law/store.ts';
import { access } from '../people/access.ts';
import { propose, proposedSay } from '../proposals/index.ts';
import { ruleAction } from './proposed.ts';
import * as t from './texts.ts';

export const correctForm = 'correct-rule';

/** Never asked: what is answered now, for the read-back. */
const before = givenField<string>({
  label: t.formTitle,
  show: (value) => value,
  store: (value) => value,
  load: (stored) => (typeof stored === 'string' ? stored : undefined),
});

/** What the rule should say and where that stands, then the read-back with the button that proposes it. */
export const correctRuleForm = form(correctForm, {
  title: t.formTitle,
  may: (actor) => access.can(actor, 'rule.propose').ok,
  fields: {
    before,
    text: textField({
      label: t.names.text,
      ask: t.askText,
      min: 10,
      max: 240,
      example: 'Hồ sơ phê duyệt viện trợ gồm 3 bộ.',
    }),
    source: textField({
      label: t.names.source,
      ask: t.askSource,
      min: 5,
      max: 60,
      example: 'Điều 12 Nghị định 313/2025/NĐ-CP',
    }),
  },
  review: (answers, c) => t.review(c.lang, answers.before ?? '', answers.text ?? '…', answers.source ?? '…'),
  submitLabel: t.buttons.propose,
  async submit(turn, draft, { text, source }) {
    const now = await ruleNow(turn.tx, draft.subject?.id ?? '');
    if (!now) return { refused: { text: t.changedSince(turn.lang) } };
    const args = {
      key: now.key,
      of: now.id,
      before: now.vi,
      vi: text ?? '',
      // Nobody has translated it yet: the Vietnamese text is the one that counts.
      en: text ?? '',
      citation: source ?? '',
      by: turn.actor.person,
    };
    const done = await propose(turn, ruleAction, args, null);
    const say = proposedSay(done, ruleAction, args, turn);
    return done.ok ? { receipt: say } : { refused: say };
  },
});
