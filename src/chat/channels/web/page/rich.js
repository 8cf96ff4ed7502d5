import { base } from './base.js';
import { t } from './texts.js';

const marks = {
  '🟢': 'green',
  '🟡': 'yellow',
  '🔴': 'red',
  '⚪': 'white',
  '✅': 'done',
  '📎': 'file',
  '⏰': 'due',
};
const markPattern = /(🟢|🟡|🔴|⚪|✅|📎|⏰)\uFE0F?/u;

/** Makes an element; strings become text, so nothing that anybody wrote is read as HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Text with its state marks drawn. */
function marked(text) {
  return text.split(markPattern).map((part) => {
    const name = marks[part];
    if (!name) return part;
    return make('span', { class: `mark mark-${name}`, role: 'img', 'aria-label': t.marks[name] }, part);
  });
}

/**
 * A phone number as people write it ("0212 3000 100", "+84 912.000.018", "0212 3xxx xxx"): nine to eleven digits from 0 or +84, dates and
 * amounts apart; and an address of the web.
 */
const found =
  /(?<![\p{L}\d.,/-])(?:\+84|0)(?:[ .-]?[\dx]){8,10}(?![\p{L}\d/]|[.,-]\d)|https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]]/gu;

/** A number stays on one line, and a touch calls it; one that is partly hidden can't be called. */
function foundNode(words) {
  if (words.startsWith('http')) return make('a', { href: words, rel: 'noopener noreferrer', target: '_blank' }, words);
  if (words.includes('x')) return make('span', { class: 'tel' }, words);
  return make('a', { class: 'tel', href: `tel:${words.replace(/[ .-]/g, '')}` }, words);
}

/** Text with its marks drawn, numbers to call and addresses to open. */
function textNodes(text) {
  const nodes = [];
  let from = 0;
  for (const { 0: words, index } of text.matchAll(found)) {
    nodes.push(...marked(text.slice(from, index)), foundNode(words));
    from = index + words.length;
  }
  return [...nodes, ...marked(text.slice(from))];
}

/** Only addresses that a message may sensibly hold. */
function safeAddress(href) {
  try {
    return ['https:', 'http:', 'tel:', 'mailto:'].includes(new URL(href, location.href).protocol) ? href : null;
  } catch {
    return null;
  }
}

function spanNode(span) {
  if (typeof span === 'string') return textNodes(span);
  if ('b' in span) return [make('b', {}, ...textNodes(String(span.b)))];
  if ('code' in span) return [make('code', {}, String(span.code))];
  const href = safeAddress(span.href);
  if (!href) return textNodes(String(span.link ?? ''));
  return [make('a', { href, rel: 'noopener noreferrer', target: '_blank' }, ...marked(String(span.link)))];
}

/** The lines of a message as one element that keeps its line ends. */
export function saidElement(lines) {
  const nodes = lines.flatMap((line, at) => [
    ...(at > 0 ? ['\n'] : []),
    ...(Array.isArray(line) ? line : [line]).flatMap(spanNode),
  ]);
  return make('div', { class: 'said' }, ...nodes);
}

/** "1,2 MB" */
export function sizeWords(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

/** A file of a message: pictures are shown, others are a link to save them. */
export function fileElement({ id, name, mime, bytes }) {
  const href = id ? `${base}files/${id}` : undefined;
  if (href && /^image\/(jpeg|png|webp|gif)$/.test(mime)) {
    const picture = make('img', { class: 'picture', src: href, alt: name, loading: 'lazy' });
    return make('a', { href, target: '_blank', rel: 'noopener' }, picture);
  }
  const icon = make('span', { class: 'mark mark-file', 'aria-hidden': 'true' });
  const words = [icon, make('span', {}, `${name} `, make('small', {}, bytes ? sizeWords(bytes) : ''))];
  return href
    ? make('a', { class: 'file', href, download: name }, ...words)
    : make('span', { class: 'file' }, ...words);
}
