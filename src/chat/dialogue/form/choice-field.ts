import type { Json } from '../../../base/json.ts';
import { fold } from '../../../language/index.ts';
import { clip } from '../../fit.ts';
import type { Label, Text } from '../../text.ts';
import { line } from './text-field.ts';
import * as errors from './texts.ts';
import type { Choice, Field, FieldContext } from './types.ts';

export interface ChoiceOptions<A extends string | number> {
  readonly label: Label;
  readonly ask: Text<[]>;
  readonly labels: Readonly<Record<A, Label>>;
  readonly values: readonly A[];
  readonly later?: true;
  /** Reads what is no button's words; null: nothing. */
  read?(text: string): A | null;
  /** The likeliest first. */
  rank?(c: FieldContext<A>): readonly A[];
  /** Said of an answer that is none of the choices. */
  readonly wrong?: Text<[said: string]>;
}

/** One of a fixed list. Its words, with or without marks, are typed or pressed. */
export function choiceField<A extends string | number>(of: ChoiceOptions<A>): Field<A> {
  const choice = (value: A, lang: 'vi' | 'en'): Choice<A> => ({ label: of.labels[value](lang), value });
  const ranked = (c: FieldContext<A>): readonly A[] => {
    const first = of.rank?.(c) ?? [];
    return [...first, ...of.values.filter((value) => !first.includes(value))];
  };
  return {
    label: of.label,
    ...(of.later ? { later: true } : {}),
    ask: (c) => of.ask(c.lang),
    read(input, c) {
      const said = line(input, c.lang);
      if ('error' in said) return said;
      const wanted = fold(said.text);
      const exact = of.values.find((value) =>
        (['vi', 'en'] as const).some((l) => fold(of.labels[value](l)) === wanted),
      );
      const value = exact ?? of.read?.(said.text) ?? null;
      if (value !== null) return { ok: value };
      return {
        error: (of.wrong ?? errors.notAChoice)(c.lang, clip(said.text, 40)),
        choices: ranked(c).map((v) => choice(v, c.lang)),
      };
    },
    choices: (c) => ranked(c).map((value) => choice(value, c.lang)),
    show: (value, lang) => of.labels[value](lang),
    store: (value): Json => value,
    load: (stored) => of.values.find((value) => value === stored),
  };
}
