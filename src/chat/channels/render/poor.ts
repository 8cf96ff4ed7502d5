import { plain } from '../../messaging/rich-text.ts';
import type { Say } from '../../messaging/types.ts';
import { type PlacedButton, placedButtons } from './buttons.ts';
import { splitText } from './split.ts';

/** What a channel without inline keyboards can show. */
export interface PoorLimits {
  /** Most buttons under a message. */
  readonly buttons: number;
  /** Longest text, in UTF-16 units. */
  readonly text: number;
  /** Longest label of a button. */
  readonly label: number;
}

/** A message as a poor channel shows it: texts one after the other, buttons under the last. */
export interface PoorMessage {
  readonly texts: readonly string[];
  /** Pressing one arrives as its label, typed. */
  readonly buttons: readonly PlacedButton[];
  /** What is written in place of buttons: choices by number, ways out by their words. */
  readonly menu: { readonly choices: readonly PlacedButton[]; readonly ways: readonly PlacedButton[] } | null;
}

/**
 * Renders for a channel with few or no buttons. Where all fit they stay buttons; else choices become a numbered menu
 * (1 … n over the buttons that are no way out, in their order) and ways out are named as words to type.
 * The menu is kept whole with the end of the text, so that no number stands alone in another message.
 */
export function renderPoor(say: Say, limits: PoorLimits): PoorMessage {
  const text = plain(say.text);
  const placed = placedButtons(say);
  if (placed.length <= limits.buttons && placed.every(({ button }) => button.label.length <= limits.label)) {
    return { texts: splitText(text, limits.text), buttons: placed, menu: null };
  }
  const menu = {
    choices: placed.filter(({ button }) => !button.way),
    ways: placed.filter(({ button }) => button.way),
  };
  const written = menuText(menu, isVietnamese(text + placed.map(({ button }) => button.label).join('')));
  const whole = text ? `${text}\n${written}` : written;
  if (whole.length <= limits.text) return { texts: [whole], buttons: [], menu };
  const before = text ? splitText(text, limits.text) : [];
  return { texts: [...before, ...splitText(written, limits.text)], buttons: [], menu };
}

function menuText(menu: NonNullable<PoorMessage['menu']>, vietnamese: boolean): string {
  const lines = menu.choices.map(({ button }, i) => `${i + 1}. ${button.label}`);
  if (menu.ways.length > 0) {
    const words = menu.ways.map(({ button }) => `“${button.label}”`).join(', ');
    const lead = vietnamese
      ? menu.choices.length > 0
        ? 'Trả lời bằng số, hoặc gõ: '
        : 'Có thể gõ: '
      : menu.choices.length > 0
        ? 'Answer with a number, or type: '
        : 'You may type: ';
    lines.push(lead + words);
  } else {
    lines.push(vietnamese ? 'Trả lời bằng số.' : 'Answer with a number.');
  }
  return lines.join('\n');
}

/** A message does not say its language; no Vietnamese sentence of ours is without a letter that English lacks. */
const isVietnamese = (text: string): boolean => /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1ea0-\u1ef9]/i.test(text);
