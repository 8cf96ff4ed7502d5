import type { Bubble } from './phone.ts';

/** A button that a person can press or type, and what becomes of that. */
export interface Visible {
  readonly label: string;
  readonly act: { readonly press: string } | { readonly type: string };
}

/** A bubble with what stands behind it. */
export interface Shown extends Bubble {
  readonly visible: readonly Visible[];
}

/** The chat as it stands on one phone. */
export interface Screen {
  bubbles(): readonly Shown[];
  /** Adds a bubble; its `ref` must be new. */
  add(bubble: Omit<Shown, 'edited'>): void;
  /** Changes a bubble in place; false when it is not there. */
  change(ref: string, to: Partial<Omit<Shown, 'ref'>>): boolean;
  has(ref: string): boolean;
  /** The newest button with this label, of one message where `ref` names it. @throws when nothing of that name can be pressed */
  find(label: string, ref?: string): { readonly bubble: Shown; readonly visible: Visible };
}

/** An empty chat; `changed` is called after every change. */
export function screen(changed: () => void): Screen {
  const bubbles: Shown[] = [];
  return {
    bubbles: () => bubbles,
    add(bubble) {
      bubbles.push({ ...bubble, edited: false });
      changed();
    },
    change(ref, to) {
      const at = bubbles.findIndex((bubble) => bubble.ref === ref);
      if (at < 0) return false;
      bubbles[at] = { ...bubbles[at]!, ...to };
      changed();
      return true;
    },
    has: (ref) => bubbles.some((bubble) => bubble.ref === ref),
    find(label, ref) {
      for (const bubble of bubbles.toReversed()) {
        const visible = bubble.visible.find((one) => one.label === label && (ref === undefined || ref === bubble.ref));
        if (visible) return { bubble, visible };
      }
      const there = bubbles.flatMap((bubble) => bubble.visible.map((one) => `[${one.label}]`)).join(' ');
      throw new Error(`no button [${label}] on the screen; there are: ${there || 'none'}`);
    },
  };
}
