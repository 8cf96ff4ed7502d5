import { clip, shownWidth } from '../../fit.ts';
import type { RichText } from '../../messaging/rich-text.ts';
import type { Input } from '../../messaging/types.ts';
import type { Label, Lang, Text } from '../../text.ts';
import * as errors from './texts.ts';
import type { Field, FieldContext, Reading } from './types.ts';

export interface TextOptions {
  readonly label: Label;
  readonly ask: Text<[]>;
  readonly min: number;
  readonly max: number;
  /** One right answer, for the error. */
  readonly example: string;
  readonly later?: true;
  /** What else can be wrong, said instead of the value; typically that a whole letter was pasted. */
  refuse?(text: string, c: FieldContext<string>): RichText | null;
}

/** A typed answer with its white space put in order: lines stay, runs of blanks do not. Null where it is no text. */
export const typed = (input: Input): string | null =>
  input.kind === 'text'
    ? input.text
        .normalize('NFC')
        .replace(/[^\S\n]+/gu, ' ')
        .replace(/ ?\n ?/gu, '\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trim()
    : null;

/** A typed answer of one line, or the error that it is none. */
export function line(input: Input, lang: Lang): { text: string } | { error: RichText } {
  const text = typed(input);
  return text === null ? { error: errors.notText(lang) } : { text: text.replace(/\n+/gu, ' ') };
}

/** A free text between two lengths, counted in characters as a reader counts them. */
export function textField(of: TextOptions): Field<string> {
  return {
    label: of.label,
    free: true,
    ...(of.later ? { later: true } : {}),
    ask: (c) => of.ask(c.lang),
    read(input, c): Reading<string> {
      const text = typed(input);
      if (text === null) return { error: errors.notText(c.lang) };
      const size = [...text].length;
      const refused = of.refuse?.(text, c);
      if (refused) return { error: refused };
      if (size < of.min) return { error: errors.tooShort(c.lang, clip(text, 60), of.min, of.example) };
      if (size > of.max) return { error: errors.tooLong(c.lang, size, of.max, of.example) };
      return { ok: text };
    },
    show: (value) => clip(value, shownWidth),
    store: (value) => value,
    load(stored) {
      if (typeof stored !== 'string') return undefined;
      const size = [...stored].length;
      return size >= of.min && size <= of.max ? stored : undefined;
    },
  };
}
