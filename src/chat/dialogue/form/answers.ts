import type { Actor } from '../../../base/access/access.ts';
import type { Json } from '../../../base/json.ts';
import type { Vocabulary } from '../../../language/index.ts';
import type { Lang } from '../../text.ts';
import type { Draft, Frame } from '../types.ts';
import type { Field, FieldContext, FormSpec } from './types.ts';

/** A draft with its answers read through their fields. */
export interface Reading {
  readonly spec: FormSpec;
  readonly draft: Draft;
  readonly answers: Record<string, unknown>;
  /** Fields whose stored answer was no longer acceptable: now aside, to be named and asked again. */
  readonly refused: readonly string[];
}

/** What stored answers were read to: those that did not change since the last turn are the same objects. */
const read = new WeakMap<object, { readonly field: Field<unknown>; readonly value: unknown }>();

function loadAnswer(field: Field<unknown>, stored: Json): unknown {
  if (typeof stored !== 'object' || stored === null) return field.load(stored);
  const known = read.get(stored);
  if (known?.field === field) return known.value;
  const value = field.load(stored);
  read.set(stored, { field, value });
  return value;
}

/** Reads the stored answers one by one. What a field no longer accepts, or no longer exists, moves aside: nothing typed is lost. */
export function readAnswers(spec: FormSpec, draft: Draft): Reading {
  const answers: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [name, stored] of Object.entries(draft.answers)) {
    const value = Object.hasOwn(spec.fields, name) ? loadAnswer(spec.fields[name]!, stored) : undefined;
    if (value !== undefined) {
      answers[name] = value;
      continue;
    }
    draft.aside = { ...draft.aside, [name]: stored };
    const { [name]: _, ...rest } = draft.answers;
    draft.answers = rest;
    if (Object.hasOwn(spec.fields, name)) refused.push(name);
  }
  return { spec, draft, answers, refused };
}

/** Puts an answer into the draft, in both forms. */
export function setAnswer(of: Reading, name: string, value: unknown): void {
  of.answers[name] = value;
  of.draft.answers = { ...of.draft.answers, [name]: of.spec.fields[name]!.store(value) as Json };
  const { [name]: _, ...rest } = of.draft.aside;
  of.draft.aside = rest;
}

/** Whether a field has an answer with nothing missing of it. */
export function isComplete(field: Field<unknown>, value: unknown, answers: Readonly<Record<string, unknown>>): boolean {
  return value !== undefined && (field.complete?.(value, answers) ?? true);
}

function isVisible(of: Reading, name: string, extra: boolean): boolean {
  const field = of.spec.fields[name]!;
  return (extra || !field.later) && (field.when?.(of.answers) ?? true);
}

/** The fields that are asked in this form now, in order. `extra`: with those behind "fill in more". */
export function visibleFields(of: Reading, extra: boolean): readonly string[] {
  return Object.keys(of.spec.fields).filter((name) => isVisible(of, name, extra));
}

/** The fields that must be answered before submission and are not. */
export function missingFields(of: Reading): readonly string[] {
  return visibleFields(of, false).filter((name) => {
    const field = of.spec.fields[name]!;
    return !field.optional && !isComplete(field, of.answers[name], of.answers);
  });
}

/** The next field to ask: the first in order that is not complete and was not skipped; null: nothing is left. */
export function nextField(of: Reading, frame: Pick<Frame, 'skipped' | 'extra'>): string | null {
  const skipped = frame.skipped ?? [];
  for (const name of Object.keys(of.spec.fields))
    if (
      !skipped.includes(name) &&
      isVisible(of, name, frame.extra ?? false) &&
      !isComplete(of.spec.fields[name]!, of.answers[name], of.answers)
    )
      return name;
  return null;
}

/** What a field sees when it asks, reads or shows. */
export function fieldContext(
  of: Reading,
  name: string,
  by: { lang: Lang; now: Temporal.Instant; actor: Actor; vocabulary: Vocabulary },
): FieldContext<unknown> {
  return {
    lang: by.lang,
    now: by.now,
    actor: by.actor,
    vocabulary: by.vocabulary,
    value: of.answers[name],
    answers: of.answers,
  };
}
