import { type Line, plain, type RichText } from '../../../chat/messaging/rich-text.ts';

/** What one phone screen shows. */
export const screen = { lines: 12, columns: 38 } as const;

/** How many lines a text takes once a phone has wrapped it at the words. */
export function wrappedLines(text: RichText, columns: number = screen.columns): number {
  let lines = 0;
  for (const line of plain(text).split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of line.split(' ')) {
      if (used > 0 && used + 1 + word.length > columns) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? 1 : 0) + word.length;
      // A word longer than the screen goes on below.
      while (used > columns) {
        lines += 1;
        used -= columns;
      }
    }
  }
  return lines;
}

/** From this rank on a part stands behind [Xem đủ] even where there is room: the first screen is the answer. */
const behind = 10;

/** A part of a card. `rank` 0 is always shown; of the others the highest goes first when there is no room. */
export interface CardPart {
  readonly rank: number;
  readonly lines: readonly Line[];
}

/**
 * The parts on one screen or more, each in their order. The first holds what matters most: of the droppable parts the highest
 * ranks move to the next screens until the rest fits.
 */
export function pages(parts: readonly CardPart[], most: number = screen.lines): readonly RichText[] {
  const later = new Set(parts.filter((part) => part.rank >= behind));
  const first = () => parts.filter((part) => !later.has(part)).flatMap((part) => part.lines);
  for (const part of parts.toSorted((a, b) => b.rank - a.rank)) {
    if (part.rank === 0 || wrappedLines(first()) <= most) break;
    later.add(part);
  }
  const out: RichText[] = [first()];
  let page: Line[] = [];
  for (const part of parts.filter((p) => later.has(p))) {
    if (page.length > 0 && wrappedLines([...page, ...part.lines]) > most) {
      out.push(page);
      page = [];
    }
    page.push(...part.lines);
  }
  return page.length > 0 ? [...out, page] : out;
}

/** Shortens at a word, with "…" where something was cut. */
export function cut(text: string, most: number): string {
  const tidy = text.replaceAll(/\s+/g, ' ').trim();
  if (tidy.length <= most) return tidy;
  const head = tidy.slice(0, most);
  const space = head.lastIndexOf(' ');
  return `${space > most / 2 ? head.slice(0, space) : head.slice(0, most - 1)}…`;
}

/** The first letter in upper case: "y tế, giáo dục" begins a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
