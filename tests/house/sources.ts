import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the repository: its path from the root with forward slashes, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** All files below a folder whose name ends so, in the order of their paths; none where there is no such folder. */
export function sources(folder: string, ending: RegExp): Source[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: file.slice(root.length).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }));
}

/** Files that lie directly in the root. */
export function rootSources(ending: RegExp): Source[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map(({ name }) => ({ path: name, text: readFileSync(join(root, name), 'utf8') }));
}

/** What one file takes from another file or from a package. */
export interface Import {
  /** The path from the root for a file of ours, else the package's specifier. */
  readonly target: string;
  readonly ours: boolean;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*['"]([^'"]+)['"]/g;
const bare = /(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every import and re-export of a file, dynamic ones with a literal included. */
export function importsOf({ path, text }: Source): Import[] {
  const make = (specifier: string, typeOnly: boolean): Import => {
    const ours = specifier.startsWith('.');
    return { target: ours ? posix.join(posix.dirname(path), specifier) : specifier, ours, typeOnly };
  };
  return [
    ...[...text.matchAll(statement)].map(([, type, names, from]) => make(from!, !!type || onlyTypes(names!))),
    ...[...text.matchAll(bare)].map(([, from]) => make(from!, false)),
    ...[...text.matchAll(dynamic)].map(([, from]) => make(from!, false)),
  ];
}

/** `{ type A, type B }` */
function onlyTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  const each = inside?.split(',').filter((name) => name.trim() !== '');
  return !!each?.length && each.every((name) => /^\s*type\s/.test(name));
}

/** A program's text without its comments, each line at its place. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`\w])\/\/[^\n]*/g, '$1');
}

/** Where a pattern occurs: `path:line: the line`. */
export function occurrences({ path, text }: Source, pattern: RegExp): string[] {
  return text
    .split('\n')
    .map((line, i) => (pattern.test(line) ? `${path}:${i + 1}: ${line.trim()}` : ''))
    .filter((found) => found !== '');
}
