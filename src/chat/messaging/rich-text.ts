/** A piece of a line. Channels escape and mark up; nobody else writes HTML or entities. */
export type Span =
  | string
  | { readonly b: string }
  | { readonly code: string }
  | { readonly link: string; readonly href: string };
export type Line = Span | readonly Span[];
/** What is said, line by line; stored as it is. An empty string is an empty line. */
export type RichText = readonly Line[];

const spanText = (span: Span): string =>
  typeof span === 'string' ? span : 'b' in span ? span.b : 'code' in span ? span.code : span.link;

const spans = (line: Line): readonly Span[] => (Array.isArray(line) ? (line as readonly Span[]) : [line as Span]);

/** The text without marks, lines joined by \n; links are followed by their address when it differs from the label. */
export function plain(text: RichText): string {
  return text
    .map((line) =>
      spans(line)
        .map((s) => (typeof s === 'object' && 'href' in s && s.href !== s.link ? `${s.link} (${s.href})` : spanText(s)))
        .join(''),
    )
    .join('\n');
}

/** Writes the text with the marks of a channel: `mark` gets each span and gives its escaped form. */
export function render(text: RichText, mark: (span: Span) => string): string {
  return text.map((line) => spans(line).map(mark).join('')).join('\n');
}
