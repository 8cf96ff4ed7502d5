import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** A file of the page, ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
  readonly etag: string;
}

/** The page and everything that it loads. `hash` changes when anything of it does and is part of every address. */
export interface Assets {
  readonly hash: string;
  /** The page itself, with these words in place of `{{name}}`. */
  html(words: Readonly<Record<string, string>>): Asset;
  readonly files: ReadonlyMap<string, Asset>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const fonts = ['vietnamese', 'latin'].flatMap((subset) =>
  [400, 600].map((weight) => `be-vietnam-pro-${subset}-${weight}-normal.woff2`),
);

const digest = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('base64url').slice(0, 16);

function asset(name: string, content: Uint8Array): Asset {
  const bytes = new Uint8Array(content);
  const type = types[extname(name)];
  if (!type) throw new Error(`The page has a file of a type that it can't serve: ${name}`);
  return {
    type,
    bytes,
    // Fonts are compressed already.
    gzip: extname(name) === '.woff2' ? null : new Uint8Array(gzipSync(bytes)),
    etag: `"${digest(bytes)}"`,
  };
}

const ownFolder = join(dirname(fileURLToPath(import.meta.url)), 'page');

/** Reads a page's files once, at the start: `index.html` of the folder and what lies beside it. Without one: the web chat's. */
export function readAssets(folder = ownFolder): Assets {
  const fontFolder = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')),
    'files',
  );
  const files = new Map<string, Asset>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (extname(name) in types && name !== 'index.html') files.set(name, asset(name, readFileSync(join(folder, name))));
  }
  for (const name of fonts) files.set(`fonts/${name}`, asset(name, readFileSync(join(fontFolder, name))));
  const hash = digest([...files].map(([name, { etag }]) => `${name} ${etag}`).join('\n'));
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return {
    hash,
    html: (words) =>
      asset('index.html', Buffer.from(html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? ''))),
    files,
  };
}
