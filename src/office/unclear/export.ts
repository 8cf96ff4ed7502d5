import type { Line } from './store.ts';

/**
 * The list as `npm run understand -- --replay FILE` reads it: a JSON object a line. `role` and `text` are what is read again; the rest tells the reader
 * how often it was said, where, how it was read then, and what was meant where the person said so.
 */
export function exportLines(lines: readonly Line[]): string {
  return lines
    .map((line) =>
      JSON.stringify({
        text: line.text,
        role: line.asker,
        times: line.times,
        last: line.last.toString(),
        lang: line.lang,
        why: line.why,
        ...(line.field ? { field: line.field } : {}),
        ...(line.read ? { read: line.read, next: line.next, sure: (line.sure ?? 0) / 100 } : {}),
        ...(line.meant ? { meant: line.meant } : {}),
      }),
    )
    .join('\n')
    .concat(lines.length > 0 ? '\n' : '');
}
