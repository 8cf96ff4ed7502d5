/**
 * Cuts a text into parts of at most `max` UTF-16 units (what the platforms count): at line ends where it can, else at a
 * space, else between two characters as people see them. Nothing is lost but the white space at a cut. Never empty.
 */
export function splitText(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const cut = cutAt(rest, max);
    const part = rest.slice(0, cut).trimEnd();
    if (part) parts.push(part);
    rest = rest.slice(cut).replace(/^[ \n]+/, '');
  }
  if (rest || parts.length === 0) parts.push(rest);
  return parts;
}

function cutAt(text: string, max: number): number {
  const window = text.slice(0, max + 1);
  const line = window.lastIndexOf('\n');
  // A cut that leaves a part nearly empty is worse than one inside a line.
  if (line > max / 4) return line;
  const space = window.lastIndexOf(' ');
  if (space > max / 4) return space;
  let cut = 0;
  for (const { index, segment } of graphemes.segment(window)) {
    if (index + segment.length > max) break;
    cut = index + segment.length;
  }
  return cut > 0 ? cut : max;
}

/** A Vietnamese letter may be several code points: a cut between them would tear its marks off. */
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
