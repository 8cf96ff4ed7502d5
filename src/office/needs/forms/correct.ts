import { askerOf } from '../../../chat/dialogue/asker.ts';
import type { FieldContext, Fields } from '../../../chat/dialogue/form/types.ts';
import { partNamed, type Understood, understand } from '../../../language/index.ts';
import { deriveBudget } from '../rules/budget.ts';
import type { NeedAnswers } from '../rules/content.ts';
import { readFigures } from './fields/budget.ts';
import { understandNeed } from './understand.ts';

/** What is known when a change is read. */
export type Around = Omit<FieldContext<unknown>, 'value' | 'answers'>;

/** The three figures are one question, start and end another. */
const questionOf: Readonly<Record<string, string>> = {
  requested_aid: 'budget',
  counterpart: 'budget',
  start: 'period',
  end: 'period',
  duration_months: 'period',
  place: 'places',
};

/** Which question of the form a label names that people write over such a part: "kp", "đơn vị hưởng lợi"; null: no label. */
export function questionNamed(words: string): string | null {
  const part = partNamed(words);
  return part && (questionOf[part] ?? part);
}

/**
 * What a wish to change something (intent `edit_need`) makes of these answers: the one question that it names, read by its own field.
 * Of the budget only the figure that is said changes; what followed from the old one is worked out again.
 */
export function changesIn(
  ask: Understood,
  fields: Fields,
  answers: Pick<NeedAnswers, 'budget'>,
  c: Around,
): Record<string, unknown> {
  const said = ask.slots['edit_field'];
  const name = typeof said === 'string' ? (questionOf[said] ?? said) : null;
  if (name === null || !Object.hasOwn(fields, name)) return {};
  if (name === 'budget') {
    const read = readFigures(ask.text, answers.budget);
    const changed = (['budget', 'requested_aid', 'counterpart'] as const).some(
      (part) => read[part]?.minor !== answers.budget?.[part]?.minor,
    );
    return changed ? { budget: deriveBudget(read) } : {};
  }
  const value = ask.slots['value'];
  const text = typeof value === 'string' ? value : ask.text;
  const read = fields[name]!.read({ kind: 'text', text }, { ...c, value: undefined, answers: {} });
  return 'ok' in read ? { [name]: read.ok } : {};
}

/** Below this a reading says little of what somebody wants. */
const clear = 0.75;

/** "12 tháng từ tháng 4/2027", said where all is answered: figures and names replace what was there; its name and its purpose are changed by word only. */
function said(ask: Understood, c: Around): Record<string, unknown> {
  if (ask.intent !== 'submit_need' && ask.confidence >= clear) return {};
  const { title: _title, objective: _objective, field: _field, ...rest } = understandNeed(ask.text, c);
  return rest;
}

/** A correction typed while the need is being written; null: it is none, or of a need that was sent. */
export function correctNeed(
  text: string,
  fields: Fields,
  c: Around & { readonly answers: Pick<NeedAnswers, 'budget'>; readonly review: boolean },
): Record<string, never> | null {
  const ask = understand(text, { vocabulary: c.vocabulary, now: c.now, asker: askerOf(c.actor) });
  if (ask.slots['need_no'] !== undefined || ask.slots['need_ref'] !== undefined) return null;
  const changes = ask.intent === 'edit_need' ? changesIn(ask, fields, c.answers, c) : c.review ? said(ask, c) : {};
  return Object.keys(changes).length > 0 ? (changes as Record<string, never>) : null;
}
