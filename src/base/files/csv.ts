/** Letters and the three signs of lines and tabs: what a text has and a program has not. */
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const separators = [';', ',', '\t'] as const;
/** The first lines tell. */
const lookAt = 20;

/** How often a sign stands outside quotes. */
function count(line: string, sign: string): number {
  let quoted = false;
  let found = 0;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === sign) found++;
  }
  return found;
}

/** Whether bytes are a table as text (CSV): UTF-8, or UTF-16 with its mark; most of the first lines split alike. Markup and scripts are none. */
export function isCsv(bytes: Uint8Array): boolean {
  let text: string;
  try {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  if (controls.test(text) || /^\s*(?:<|#!|%!|\{|\[)/.test(text)) return false;
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, lookAt);
  if (lines.length < 2) return false;
  return separators.some((sign) => {
    const counts = lines.map((line) => count(line, sign)).filter((n) => n > 0);
    const most = Math.max(0, ...counts);
    return most > 0 && counts.filter((n) => n === most).length * 2 > lines.length;
  });
}
