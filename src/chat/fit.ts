/** Width of a phone's line in characters, and how many lines a card may have. */
export const screen = { width: 38, lines: 12 } as const;

/** A value beside the name of its field: two lines together. */
export const shownWidth = 54;

/** How many lines a phone shows of one line of text. */
export function wrapped(line: string, width: number = screen.width): number {
  // Code units are never fewer than characters: most lines are short, and this is asked for every line that is said.
  if (line.length <= width) return 1;
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const size = [...word].length;
    if (used > 0 && used + 1 + size > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + size;
    if (used > width) {
      lines += Math.ceil(used / width) - 1;
      used %= width;
    }
  }
  return lines;
}

/** Lines of the whole text. */
export const height = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + wrapped(line), 0);

/** At most `max` characters, cut at a word, with "…" where something is left out. */
export function clip(text: string, max: number): string {
  const one = text.replace(/\s+/gu, ' ').trim();
  if (one.length <= max) return one;
  const letters = [...one];
  if (letters.length <= max) return one;
  const cut = letters.slice(0, max - 1).join('');
  // Between two words nothing of a word is lost.
  const at = letters[max - 1] === ' ' ? -1 : cut.lastIndexOf(' ');
  return `${(at > max / 2 ? cut.slice(0, at) : cut).replace(/[\s,;:.–-]{1,60}$/u, '')}…`;
}

/** A line that may be left out when the card grows too high; the highest `rank` goes first. */
export interface Row {
  readonly line: string;
  readonly rank?: number;
}

/** The rows that fit `lines` lines: what matters least is left out first and comes back where it still fits; the order stays. */
export function fitted(rows: readonly Row[], lines: number = screen.lines): string[] {
  let left = [...rows];
  while (height(left.map((r) => r.line)) > lines) {
    const least = left.reduce<Row | null>((x, r) => ((r.rank ?? 0) > (x?.rank ?? 0) ? r : x), null);
    if (!least) break;
    left = left.filter((r) => r !== least);
  }
  // What went first may still fit into what a longer line left free.
  const gone = rows.filter((r) => !left.includes(r)).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  for (const row of gone) {
    const more = rows.filter((r) => r === row || left.includes(r));
    if (height(more.map((r) => r.line)) <= lines) left = more;
  }
  return left.map((r) => r.line);
}

/** A long text as pages of at most `lines` lines, cut at words. */
export function pages(text: readonly string[], lines: number = screen.lines - 1): string[][] {
  const out: string[][] = [[]];
  let used = 0;
  const put = (line: string) => {
    const size = wrapped(line);
    if (used + size > lines && used > 0) {
      out.push([]);
      used = 0;
    }
    out.at(-1)!.push(line);
    used += size;
  };
  for (const line of text) {
    if (wrapped(line) <= lines) {
      put(line);
      continue;
    }
    let part = '';
    for (const word of line.split(' ')) {
      const longer = part ? `${part} ${word}` : word;
      if (wrapped(longer) > lines && part) {
        put(part);
        part = word;
      } else part = longer;
    }
    if (part) put(part);
  }
  return out;
}
