import type { RichText } from './messaging/rich-text.ts';

export type Lang = 'vi' | 'en';

/** A short word or phrase in both languages: the label of a button, the name of a field. */
export type Label = (lang: Lang) => string;

/** Makes a label. */
export const label = (vi: string, en: string): Label => {
  const of = (lang: Lang) => (lang === 'vi' ? vi : en);
  return Object.assign(of, { vi, en });
};

/** How long a text may be (docs/voice.md): `card` is one phone screen, `notice` too; `consent` is the exception; `paper` is paged elsewhere. */
export type TextKind = 'card' | 'consent';

/** A sentence or card in both languages, with sample values by which a test renders and measures it. */
export interface Text<A extends readonly unknown[]> {
  (lang: Lang, ...args: A): RichText;
  readonly samples: readonly A[];
  readonly kind: TextKind;
}

/**
 * Declares a text: Vietnamese and English side by side, both typed over the same arguments.
 * `samples`: one or more argument lists, the longest that can occur among them; tests/texts.test.ts renders each.
 */
export function text<A extends readonly unknown[] = []>(of: {
  vi: (...args: A) => RichText;
  en: (...args: A) => RichText;
  samples: readonly A[];
  kind?: TextKind;
}): Text<A> {
  const say = (lang: Lang, ...args: A) => of[lang](...args);
  return Object.assign(say, { samples: of.samples, kind: of.kind ?? ('card' as const) });
}
