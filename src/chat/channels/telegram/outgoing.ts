import type { InlineKeyboardButton } from 'telegraf/types';
import { type Line, plain, type RichText, render, type Span } from '../../messaging/rich-text.ts';
import type { Outgoing } from '../../messaging/types.ts';
import { wire } from '../render/buttons.ts';
import { splitText } from '../render/split.ts';

/** Limits of the Bot API, after entities are parsed; buttons as its users have measured them. */
export const limits = { text: 4096, caption: 1024, buttons: 100, row: 8, fileBytes: 50 * 1024 * 1024 } as const;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!);

function mark(span: Span): string {
  if (typeof span === 'string') return escaped(span);
  if ('b' in span) return `<b>${escaped(span.b)}</b>`;
  if ('code' in span) return `<code>${escaped(span.code)}</code>`;
  return `<a href="${escaped(span.href)}">${escaped(span.link)}</a>`;
}

/** The text as Telegram's HTML. */
export const html = (text: RichText): string => render(text, mark);

/** How long the text is for Telegram: without its marks, the addresses of links not counted. */
const lengthOf = (text: RichText): number =>
  text.reduce<number>((sum, line) => sum + widthOf(line) + 1, 0) - (text.length > 0 ? 1 : 0);
const widthOf = (line: Line): number =>
  (Array.isArray(line) ? (line as readonly Span[]) : [line as Span]).reduce<number>(
    (sum, span) =>
      sum + (typeof span === 'string' ? span : 'b' in span ? span.b : 'code' in span ? span.code : span.link).length,
    0,
  );

/** Cuts at line ends into texts of at most `most` characters; a single line that is longer is cut as plain text. Never empty. */
export function parts(text: RichText, most: number = limits.text): RichText[] {
  const made: Line[][] = [[]];
  let length = 0;
  const pieces = text.flatMap((line): readonly Line[] =>
    widthOf(line) > most ? splitText(plain([line]), most) : [line],
  );
  for (const line of pieces) {
    const width = widthOf(line);
    if (made.at(-1)!.length > 0 && length + 1 + width > most) {
      made.push([]);
      length = 0;
    }
    length += width + (made.at(-1)!.length > 0 ? 1 : 0);
    made.at(-1)!.push(line);
  }
  return made;
}

/** Whether the text fits under a file. */
export const fitsCaption = (text: RichText): boolean => lengthOf(text) <= limits.caption;

/** The buttons of a message, at most eight a row; nothing where it has none. */
export function keyboard(what: Pick<Outgoing, 'id' | 'say'>): InlineKeyboardButton[][] {
  let index = 0;
  return (what.say.buttons ?? []).flatMap((row) => {
    const made = row.map((button) => ({ text: button.label, callback_data: wire(what.id, index++) }));
    return Array.from({ length: Math.ceil(made.length / limits.row) }, (_, i) =>
      made.slice(i * limits.row, (i + 1) * limits.row),
    );
  });
}
