import type { Json } from '../../base/json.ts';

/** Kinds of things that an answer shows and that later words may mean: "nó", "cái thứ hai". */
export type ShownKind = 'need' | 'partner';

/**
 * What the last answer was about, and what had been asked for it: enough to say it again with one thing changed.
 * `kind` null: an answer of figures or dates, nothing that can be pointed at.
 */
export interface Shown {
  readonly intent: string;
  readonly slots: { readonly [slot: string]: Json };
  readonly text: string;
  readonly kind: ShownKind | null;
  /** In the order in which they stood there. */
  readonly ids: readonly string[];
  /** Which of them was looked at last, where that is clear. */
  readonly focus: number | null;
}

/** As many things as a screen lists, and some: what stood further up nobody counts. */
export const mostShown = 12;
/** A longer question is no "còn y tế?", and its slots stand for it. */
const mostText = 300;
const mostSlots = 800;

/** What is kept of an answer, within bounds: what is longer than they are is forgotten rather than cut into something else. */
export function shownOf(
  ask: { readonly intent: string; readonly slots: { readonly [slot: string]: Json }; readonly text: string } | null,
  kind: ShownKind | null,
  ids: readonly string[],
): Shown {
  const some = ids.slice(0, mostShown);
  const slots = ask && JSON.stringify(ask.slots).length <= mostSlots ? ask.slots : {};
  return {
    intent: ask?.intent ?? '',
    slots,
    text: ask && ask.text.length <= mostText ? ask.text : '',
    kind: some.length > 0 ? kind : null,
    ids: some,
    focus: some.length === 1 ? 0 : null,
  };
}
