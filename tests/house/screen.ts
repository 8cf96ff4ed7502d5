/** Characters of a line and lines of a screen on a small phone. */
export const screenWidth = 38;
export const screenHeight = 12;

/** How many lines of a phone a text takes: broken between words, a longer word within itself. */
export function screenLines(text: string): number {
  return text.split('\n').reduce((lines, line) => lines + linesOf(line), 0);
}

function linesOf(line: string): number {
  let lines = 1;
  let filled = 0;
  for (const word of line.split(' ')) {
    const width = [...word].length;
    if (filled > 0 && filled + 1 + width <= screenWidth) {
      filled += 1 + width;
      continue;
    }
    if (filled > 0) lines += 1;
    lines += Math.max(0, Math.ceil(width / screenWidth) - 1);
    filled = width % screenWidth || Math.min(width, screenWidth);
  }
  return lines;
}
