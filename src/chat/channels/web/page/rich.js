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
function textNodes(text) {
  return text.split(markPattern).map((part) => {
    const name = marks[part];
    if (!name) return part;
    return make('span', { class: `mark mark-${name}`, role: 'img', 'aria-label': t.marks[name] }, part);
  });
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
  return [make('a', { href, rel: 'noopener noreferrer', target: '_blank' }, ...textNodes(String(span.link)))];
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
