import { z } from 'zod';
import type { Action, Flow, Slice, Turn } from '../../chat/dialogue/types.ts';
import { fold, readPlaces } from '../../language/index.ts';
import { findRule } from '../law/find.ts';
import { type LegalRule, ruleNow } from '../law/store.ts';
import { access } from '../people/access.ts';
import { helper } from '../people/helper.ts';
import { propose, proposedSay } from '../proposals/index.ts';
import { correctForm, correctRuleForm } from './form.ts';
import { ruleAction } from './proposed.ts';
import * as t from './texts.ts';

export { ruleAction } from './proposed.ts';

const asksPlace = /(?:xa|phuong) nao|o dau|which (?:commune|ward)|thuoc (?:xa|phuong|dau)|(?:gio|nay) (?:la|thuoc)/;

/** Papers, time limits, who approves: one rule with its source and standing; two or three to choose from; or who is asked instead. */
export const procedureQuestion: Flow = {
  name: 'procedure_question',
  intents: ['procedure_question'],
  may: () => true,
  published: true,
  inForm: true,
  knows: (text) => 'sure' in findRule(text),
  async run(turn, ask) {
    const found = findRule(ask.text);
    if ('sure' in found) return answer(turn, found.sure);
    if (asksPlace.test(fold(ask.text)) && answerPlace(turn, ask.text)) return;
    if (found.maybe.length > 0) {
      const choices = found.maybe.map((key) => [
        { label: t.questions[key]?.(turn.lang) ?? key, call: { action: 'rule.show', args: { key } } },
      ]);
      return turn.reply({ text: t.which(turn.lang), buttons: choices });
    }
    const { name, phone } = await helper(turn);
    turn.reply({ text: t.none(turn.lang, name, phone) });
  },
};

/** "Hua Păng giờ là xã nào": where an old place lies today. False where the text names none. */
function answerPlace(turn: Turn, text: string): boolean {
  const read =
    readPlaces(text, turn.vocabulary, false) ??
    readPlaces(text.replace(/\b(?:giờ|nay|gio|bây giờ)\b.*$/iu, ''), turn.vocabulary, true);
  const [renamed] = read?.renamed ?? [];
  const [unclear] = read?.unclear ?? [];
  if (renamed) turn.reply({ text: t.placeNow(turn.lang, renamed.said.replace(/ cũ$/iu, ''), renamed.now) });
  else if (unclear)
    turn.reply({
      text: t.placesMaybe(
        turn.lang,
        unclear.said,
        unclear.options.map((one) => one.label),
      ),
    });
  return renamed !== undefined || unclear !== undefined;
}

async function answer(turn: Turn, key: string): Promise<void> {
  const rule = await ruleNow(turn.tx, key);
  const { name, phone } = await helper(turn);
  if (!rule) return turn.reply({ text: t.none(turn.lang, name, phone) });
  turn.reply({ text: t.answer(turn.lang, rule, name, phone), ...staffButtons(turn, rule) });
}

/** Whoever may propose a correction finds it under the answer. */
function staffButtons(
  turn: Turn,
  rule: LegalRule,
): { buttons?: { label: string; call: { action: string; args: { key: string } } }[][] } {
  if (!access.can(turn.actor, 'rule.propose').ok) return {};
  const call = (action: string) => ({ action, args: { key: rule.key } });
  return {
    buttons: [
      [
        { label: t.buttons.correct(turn.lang), call: call('rule.correct') },
        ...(rule.verifiedAt ? [] : [{ label: t.buttons.right(turn.lang), call: call('rule.right') }]),
      ],
    ],
  };
}

const one = z.object({ key: z.string() });

const actions: readonly Action[] = [
  {
    name: 'rule.show',
    run: (turn, args) => answer(turn, one.safeParse(args).data?.key ?? ''),
  },
  {
    name: 'rule.correct',
    async run(turn, args) {
      if (!access.can(turn.actor, 'rule.propose').ok) return turn.reply({ text: t.mayNot(turn.lang) });
      const rule = await ruleNow(turn.tx, one.safeParse(args).data?.key ?? '');
      if (!rule) return turn.reply({ text: t.changedSince(turn.lang) });
      await turn.open(correctForm, { answers: { before: rule.vi }, subject: { kind: 'legal_rule', id: rule.key } });
    },
  },
  {
    name: 'rule.right',
    async run(turn, args) {
      if (!access.can(turn.actor, 'rule.propose').ok) return turn.reply({ text: t.mayNot(turn.lang) });
      const rule = await ruleNow(turn.tx, one.safeParse(args).data?.key ?? '');
      if (!rule) return turn.reply({ text: t.changedSince(turn.lang) });
      const { key, id, vi, en, citation } = rule;
      const same = { key, of: id, before: vi, vi, en, citation, by: turn.actor.person };
      turn.reply(proposedSay(await propose(turn, ruleAction, same, null), ruleAction, same, turn));
    },
  },
];

/** Questions about procedure, answered from the table of rules (office/law); corrections are proposed and verified. */
export const procedures: Slice = { name: 'procedures', flows: [procedureQuestion], actions, forms: [correctRuleForm] };
