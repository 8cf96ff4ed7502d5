/** Tags that the Bot API's HTML knows. */
const tags = /^(?:b|strong|i|em|u|ins|s|strike|del|code|pre|a|tg-spoiler|blockquote|span)$/;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The Bot API could not read the text; the message is what it answers. */
export class BadEntities extends Error {}

/** What a person reads of a text in the Bot API's HTML. @throws BadEntities as the Bot API does */
export function readHtml(html: string): string {
  const open: string[] = [];
  let text = '';
  for (const [whole, slash, name, entity, stray] of html.matchAll(
    /<(\/?)([a-z-]+)(?:\s[^<>]*)?>|&(#\d+|#x[0-9a-f]+|[a-z]+);|([<>])|[^<>&]+|&/gi,
  )) {
    if (name !== undefined) {
      const tag = name.toLowerCase();
      if (!tags.test(tag)) throw new BadEntities(`can't parse entities: Unsupported start tag "${tag}"`);
      if (slash === '/') {
        if (open.pop() !== tag) throw new BadEntities(`can't parse entities: Unexpected end tag "${tag}"`);
      } else open.push(tag);
    } else if (entity !== undefined) text += entityText(entity, whole);
    else if (stray !== undefined) throw new BadEntities(`can't parse entities: Unexpected "${stray}"`);
    else text += whole;
  }
  if (open.length > 0) throw new BadEntities(`can't parse entities: Can't find end tag "${open.at(-1)}"`);
  return text;
}

function entityText(entity: string, whole: string): string {
  if (!entity.startsWith('#')) return entities[entity] ?? whole;
  const number = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return String.fromCodePoint(number);
}
